package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.assessment.Level;
import se.fristad.assessment.Result;
import se.fristad.casework.facts.AgeBand;
import se.fristad.casework.facts.CaseFact;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.RiskAssessed;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.law.Deadline;
import se.fristad.law.Rules;

/// From the first risk assessment to the decision and the appeal.
@FristadTest
class DecisionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Set<SupportType> TALKS = Set.of(SupportType.SUPPORT_TALKS);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private People people;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
  }

  private long count(String table, UUID file) {
    return people.count("select count(*) from casework." + table + " where file = ?", file);
  }

  private static Road.Deciding deciding(
      Walk.At at, String ground, String motive, String confirmed) {
    return new Road.Deciding(
        at.investigation(), TALKS, TALKS, ground, text(motive), text(confirmed));
  }

  private static Road.Deciding talks(Walk.At at) {
    return Walk.deciding(at, TALKS, TALKS);
  }

  // the risk

  @Test
  void the_level_that_somebody_stands_for_counts_and_the_unknown_is_told() {
    Walk.At at = walk.opened();
    Result result =
        done(
            road.assess(
                at.worker(),
                at.file(),
                Walk.assessing(Level.MEDIUM, "Hon är mycket rädd.", "danger_now", "no")));
    assertThat(result.level()).isEqualTo(Level.LOW);
    assertThat(result.unknowns()).isPositive();
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and risk = 'medium' and risk_until = ?",
                at.file(),
                java.sql.Date.valueOf(DAY.plusDays(30))))
        .isEqualTo(1);
    assertThat(people.log(at.file())).endsWith("assess:done");
    assertThat(walk.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            RiskAssessed.class,
            fact -> {
              assertThat(fact.level()).isEqualTo(RiskLevel.MEDIUM);
              assertThat(fact.id()).isNotEqualTo(at.file());
            });
  }

  @Test
  void another_level_than_the_forms_own_is_refused_without_a_reason() {
    Walk.At at = walk.opened();
    for (Level level : List.of(Level.MEDIUM, Level.HIGH)) {
      assertThat(
              refused(
                  road.assess(
                      at.worker(), at.file(), Walk.assessing(level, " ", "danger_now", "no"))))
          .containsExactly("risk_is_judged.reason");
    }
    assertThat(
            refused(
                road.assess(
                    at.worker(),
                    at.file(),
                    Walk.assessing(Level.LOW, "", "danger_now", "perhaps"))))
        .containsExactly("casework.wrong.answer");
    assertThat(count("assessment", at.file())).isZero();
    assertThat(people.log(at.file())).endsWith("assess:refused", "assess:refused");
    assertThat(walk.facts()).isEmpty();
  }

  // the investigation

  @Test
  void an_investigation_is_opened_once_and_told_with_an_age_band() {
    Walk.At at = walk.investigated();
    assertThat(refused(road.openInvestigation(at.worker(), at.file())))
        .containsExactly("one_investigation");
    assertThat(count("investigation", at.file())).isEqualTo(1);
    assertThat(people.log(at.file()))
        .containsSubsequence("open_investigation:done", "open_investigation:refused");
    assertThat(walk.facts())
        .filteredOn(InvestigationOpened.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            InvestigationOpened.class,
            fact -> {
              assertThat(fact.age()).isEqualTo(AgeBand.TO_40);
              assertThat(fact.municipality()).isEqualTo("0380");
              assertThat(fact.day()).isEqualTo(DAY);
            });
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'investigate' and done_at is null",
                at.file()))
        .isZero();
  }

  @Test
  void nobody_is_investigated_when_the_consent_ended_yesterday_or_is_taken_back() {
    Walk.At ends = walk.opened(walk.delegate(), walk.opening("", DAY, DAY));
    walk.goTo(DAY.plusDays(1));
    assertThat(refused(road.openInvestigation(ends.worker(), ends.file())))
        .containsExactly("consent_stands");
    Walk.At takenBack = walk.concluded();
    done(road.withdrawConsent(takenBack.worker(), takenBack.file(), Road.Subject.REGISTER));
    assertThat(refused(road.decide(takenBack.worker(), takenBack.file(), talks(takenBack))))
        .containsExactly("consent_stands");
    assertThat(count("decision", takenBack.file())).isZero();
  }

  @Test
  void an_investigation_without_violence_perpetrators_or_needs_is_not_ready() {
    Walk.At at = walk.investigated();
    Road.Mapping empty =
        new Road.Mapping(Set.of(), List.of(), text(""), text(""), text(""), List.of());
    assertThat(
            refused(road.concludeInvestigation(at.worker(), at.file(), at.investigation(), empty)))
        .containsExactly(
            "violence_and_needs_mapped.kinds",
            "violence_and_needs_mapped.perpetrators",
            "violence_and_needs_mapped.needs");
    assertThat(refused(road.decide(at.worker(), at.file(), talks(at))))
        .containsExactly("decision_after_investigation");
    done(road.concludeInvestigation(at.worker(), at.file(), at.investigation(), Walk.mapping()));
    assertThat(
            refused(
                road.concludeInvestigation(
                    at.worker(), at.file(), at.investigation(), Walk.mapping())))
        .containsExactly("one_investigation.not_open");
  }

  @Test
  void an_investigation_that_is_broken_off_is_decided_by_nobody_and_another_can_be_opened() {
    Walk.At at = walk.investigated();
    assertThat(
            refused(
                road.discontinueInvestigation(
                    at.worker(), at.file(), at.investigation(), text(""))))
        .containsExactly("written_in_words.discontinued");
    done(
        road.discontinueInvestigation(
            at.worker(), at.file(), at.investigation(), text("Hon vill vänta.")));
    assertThat(refused(road.decide(at.worker(), at.file(), talks(at))))
        .containsExactly("decision_after_investigation");
    done(road.openInvestigation(at.worker(), at.file()));
  }

  @Test
  void an_investigation_of_another_file_is_not_decided_here() {
    Walk.At other = walk.concluded();
    Walk.At at = walk.concluded(walk.investigated(walk.opened(other.worker(), walk.opening())));
    assertThat(refused(road.decide(at.worker(), at.file(), talks(other))))
        .containsExactly("decision_after_investigation");
  }

  // the decision

  @Test
  void a_decision_stands_in_the_table_in_the_log_and_is_told_without_a_name() {
    Walk.At at = walk.concluded();
    walk.forget();
    UUID decision =
        done(
            road.decide(
                at.worker(),
                at.file(),
                Walk.deciding(at, Set.of(SupportType.SHELTER, SupportType.SUPPORT_TALKS), TALKS)));
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and outcome = 'partly' and types = '{support_talks}'"
                    + " and ground = 'ground.crime-victim' and decided_by = ? and not confirmed",
                decision,
                at.worker().staff()))
        .isEqualTo(1);
    assertThat(people.log(at.file())).endsWith("decide:done");
    assertThat(
            people.count(
                "select count(*) from audit.line where subject = ? and act = 'decide' and hash is not null",
                at.file()))
        .isEqualTo(1);
    assertThat(walk.facts()).hasSize(2);
    assertThat(walk.facts().getFirst())
        .isInstanceOfSatisfying(
            Decided.class,
            fact -> {
              assertThat(fact.outcome()).isEqualTo(DecisionOutcome.PARTLY);
              assertThat(fact.daysFromIntake()).isNull();
            });
    assertThat(walk.facts().get(1))
        .isInstanceOfSatisfying(
            ViolenceMapped.class,
            fact -> {
              assertThat(fact.kinds())
                  .containsExactlyInAnyOrder(ViolenceKind.PHYSICAL, ViolenceKind.CONTROL);
              assertThat(fact.relations())
                  .containsExactlyInAnyOrder(Relationship.FORMER_PARTNER, Relationship.IN_LAW);
              assertThat(fact.age()).isEqualTo(AgeBand.TO_40);
            });
    assertThat(walk.facts())
        .extracting(CaseFact::id)
        .doesNotContain(at.file(), decision, at.investigation());
  }

  @Test
  void what_she_was_exposed_to_is_told_once_for_a_file() {
    Walk.At at = walk.decided(SupportType.SUPPORT_TALKS);
    walk.forget();
    Walk.At again = walk.concluded(walk.investigated(at));
    walk.decided(again, SupportType.GROUP);
    assertThat(walk.facts()).noneMatch(ViolenceMapped.class::isInstance);
    assertThat(walk.facts()).anyMatch(Decided.class::isInstance);
  }

  @Test
  void nothing_granted_is_a_denial_and_more_than_applied_for_is_refused() {
    Walk.At at = walk.concluded();
    assertThat(
            refused(
                road.decide(
                    at.worker(), at.file(), Walk.deciding(at, TALKS, Set.of(SupportType.SHELTER)))))
        .containsExactly("decision_says_what.more");
    assertThat(refused(road.decide(at.worker(), at.file(), Walk.deciding(at, Set.of(), Set.of()))))
        .containsExactly("decision_says_what");
    done(road.decide(at.worker(), at.file(), Walk.deciding(at, TALKS, Set.of())));
    assertThat(
            people.count(
                "select count(*) from casework.decision where file = ? and outcome = 'denied'",
                at.file()))
        .isEqualTo(1);
  }

  @Test
  void a_decision_without_motive_or_section_of_law_is_refused() {
    Walk.At at = walk.concluded();
    assertThat(refused(road.decide(at.worker(), at.file(), deciding(at, "ground.none", " ", ""))))
        .containsExactly("ground_stood_that_day", "motive_is_given");
    assertThat(
            refused(
                road.decide(
                    at.worker(), at.file(), deciding(at, Rules.MANDATE.key(), "Därför.", ""))))
        .containsExactly("ground_stood_that_day");
    assertThat(count("decision", at.file())).isZero();
    assertThat(people.log(at.file())).endsWith("decide:refused", "decide:refused");
  }

  @ParameterizedTest
  @CsvSource({"-10, -1, false", "-10, 0, true", "0, 10, true", "1, 10, false"})
  void a_delegate_decides_from_the_first_to_the_last_day_of_her_mandate(
      int from, int until, boolean decides) {
    Viewer worker = in(Role.CASEWORKER);
    Walk.At at = walk.concluded(walk.investigated(walk.opened(worker, walk.opening())));
    walk.mandate(worker, TALKS, DAY.plusDays(from), DAY.plusDays(until));
    Step<UUID> step = road.decide(worker, at.file(), talks(at));
    if (decides) {
      done(step);
    } else {
      assertThat(refused(step)).containsExactly("delegate_has_mandate");
      assertThat(count("decision", at.file())).isZero();
    }
  }

  @Test
  void a_mandate_for_talks_is_none_for_a_shelter_not_even_to_deny_it() {
    Viewer worker = in(Role.CASEWORKER);
    Walk.At at = walk.concluded(walk.investigated(walk.opened(worker, walk.opening())));
    walk.mandate(worker, TALKS, DAY, DAY);
    assertThat(
            refused(
                road.decide(
                    worker, at.file(), Walk.deciding(at, Set.of(SupportType.SHELTER), Set.of()))))
        .containsExactly("delegate_has_mandate");
    done(road.decide(worker, at.file(), talks(at)));
  }

  @Test
  void a_mandate_that_was_ended_is_none_tomorrow_and_only_the_head_gives_one() {
    Viewer worker = in(Role.CASEWORKER);
    Road.Mandate mandate =
        new Road.Mandate(UUID.randomUUID(), worker.staff(), TALKS, DAY, DAY.plusYears(1));
    for (Role role : Role.values()) {
      if (role != Role.HEAD) {
        assertThat(road.giveMandate(in(role), mandate)).isInstanceOf(Step.NotThere.class);
      }
    }
    assertThat(
            refused(
                road.giveMandate(
                    in(Role.HEAD),
                    new Road.Mandate(
                        UUID.randomUUID(), worker.staff(), Set.of(), DAY, DAY.minusDays(1)))))
        .containsExactly("delegate_has_mandate.types", "dates_in_order.mandate");
    done(road.giveMandate(in(Role.HEAD), mandate));
    done(road.endMandate(in(Role.HEAD), mandate.id()));
    Walk.At at = walk.concluded(walk.investigated(walk.opened(worker, walk.opening())));
    walk.goTo(DAY.plusDays(1));
    assertThat(refused(road.decide(worker, at.file(), talks(at))))
        .containsExactly("delegate_has_mandate");
    assertThat(people.log(mandate.id())).endsWith("give_mandate:done", "end_mandate:done");
  }

  @Test
  void on_30_june_and_1_july_2025_other_grounds_stand() {
    walk.goTo(LocalDate.of(2025, 6, 30));
    Walk.At before = walk.decided(SupportType.SUPPORT_TALKS);
    walk.goTo(LocalDate.of(2025, 7, 1));
    Walk.At after = walk.decided(SupportType.SUPPORT_TALKS);
    assertThat(act(before)).isEqualTo("SOL_2001");
    assertThat(act(after)).isEqualTo("SOL");
  }

  private String act(Walk.At at) {
    return people.count(
                "select count(*) from casework.investigation where id = ? and act = 'SOL_2001'",
                at.investigation())
            == 1
        ? "SOL_2001"
        : "SOL";
  }

  @Test
  @DisplayName(
      "C-T09: an expired risk assessment carries a decision only when somebody confirms it")
  void an_expired_assessment_asks_for_a_confirmation() {
    Walk.At at = walk.concluded();
    walk.goTo(DAY.plusDays(30));
    Walk.At lastDay = walk.concluded();
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and risk_until = ?",
                at.file(),
                java.sql.Date.valueOf(walk.today())))
        .isEqualTo(1);
    walk.goTo(DAY.plusDays(31));
    assertThat(refused(road.decide(at.worker(), at.file(), talks(at))))
        .containsExactly("risk_assessment_stands.expired");
    assertThat(count("decision", at.file())).isZero();
    done(
        road.decide(
            at.worker(),
            at.file(),
            deciding(at, Rules.ASSESSED_SUPPORT.key(), "Därför.", "Inget har hänt sedan dess.")));
    assertThat(
            people.count(
                "select count(*) from casework.decision where file = ? and confirmed", at.file()))
        .isEqualTo(1);
    done(road.decide(lastDay.worker(), lastDay.file(), talks(lastDay)));
  }

  @Test
  void an_assessment_is_valid_on_its_last_day() {
    Walk.At at = walk.concluded();
    walk.goTo(DAY.plusDays(30));
    done(road.decide(at.worker(), at.file(), talks(at)));
    assertThat(
            people.count(
                "select count(*) from casework.decision where file = ? and not confirmed",
                at.file()))
        .isEqualTo(1);
  }

  @Test
  void a_decision_without_any_risk_assessment_is_refused() {
    Walk.At at = walk.opened();
    UUID investigation = done(road.openInvestigation(at.worker(), at.file()));
    Walk.At ready =
        walk.concluded(new Walk.At(at.worker(), at.file(), investigation, investigation));
    assertThat(refused(road.decide(at.worker(), at.file(), talks(ready))))
        .containsExactly("risk_assessment_stands.none");
  }

  @Test
  void of_two_who_decide_at_once_one_does_and_the_other_is_told() throws Exception {
    Walk.At at = walk.concluded();
    Viewer head = in(Role.HEAD);
    walk.mandate(head, Set.of(SupportType.values()), DAY, DAY);
    walk.forget();
    try (var both = Executors.newFixedThreadPool(2)) {
      var one = both.submit(() -> road.decide(at.worker(), at.file(), talks(at)));
      var other =
          both.submit(() -> road.decide(head, at.file(), Walk.deciding(at, TALKS, Set.of())));
      List<Step<UUID>> steps = List.of(one.get(), other.get());
      assertThat(steps).filteredOn(Step.Done.class::isInstance).hasSize(1);
      Step<UUID> told =
          steps.stream().filter(Step.Refused.class::isInstance).findFirst().orElseThrow();
      assertThat(refused(told)).containsExactly("decided_once");
    }
    assertThat(count("decision", at.file())).isEqualTo(1);
    assertThat(walk.facts()).filteredOn(Decided.class::isInstance).hasSize(1);
    assertThat(people.log(at.file())).contains("decide:done", "decide:refused");
  }

  // served and appealed

  @Test
  @DisplayName(
      "B-T35: served on 21 November 2026, the last day to appeal is 12 December, and the limit is the 14th; later is dismissed")
  void the_last_day_to_appeal_and_a_draft_for_what_comes_later() {
    walk.goTo(LocalDate.of(2026, 11, 21));
    Walk.At at = walk.decided(SupportType.SUPPORT_TALKS);
    Deadline appeal =
        done(road.serve(at.worker(), at.file(), at.decision(), LocalDate.of(2026, 11, 21)));
    assertThat(appeal.strict()).isEqualTo(LocalDate.of(2026, 12, 12));
    assertThat(appeal.legal()).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and appeal_strict = '2026-12-12' and appeal_legal = '2026-12-14'",
                at.decision()))
        .isEqualTo(1);
    walk.goTo(LocalDate.of(2026, 12, 16));
    Road.Appealed late =
        done(
            road.receiveAppeal(
                at.worker(),
                at.file(),
                new Road.Appeal(
                    at.decision(), LocalDate.of(2026, 12, 15), text("Jag vill ha mer."))));
    assertThat(java.util.Objects.requireNonNull(late.dismissal()).reveal())
        .contains(
            "Beslut om avvisning", "14 december 2026", "15 december 2026", "45 § FL (2017:900)");
    assertThat(
            people.count(
                "select count(*) from casework.appeal where id = ? and late and state = 'dismissal_draft'",
                late.appeal()))
        .isEqualTo(1);
    assertThat(people.log(at.file())).endsWith("serve_decision:done", "receive_appeal:done");
    assertThat(
            refused(road.handOverAppeal(at.worker(), at.file(), late.appeal(), Walk.unchanged())))
        .containsExactly("late_appeal_is_dismissed.late");
    done(road.dismissAppeal(at.worker(), at.file(), late.appeal(), text("Avvisas.")));
    assertThat(
            people.count(
                "select count(*) from casework.appeal where id = ? and state = 'dismissed'",
                late.appeal()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-12", "2026-12-13", "2026-12-14"})
  void an_appeal_on_the_last_day_and_over_its_weekend_goes_to_the_court(LocalDate received) {
    walk.goTo(LocalDate.of(2026, 11, 21));
    Walk.At at = walk.decided(SupportType.SUPPORT_TALKS);
    done(road.serve(at.worker(), at.file(), at.decision(), walk.today()));
    walk.goTo(received);
    Road.Appealed appealed =
        done(
            road.receiveAppeal(
                at.worker(), at.file(), new Road.Appeal(at.decision(), received, text("Nej."))));
    assertThat(appealed.dismissal()).isNull();
    assertThat(
            refused(
                road.dismissAppeal(at.worker(), at.file(), appealed.appeal(), text("Avvisas."))))
        .containsExactly("appeal_in_time_is_handed_over");
    done(road.handOverAppeal(at.worker(), at.file(), appealed.appeal(), Walk.unchanged()));
    assertThat(
            refused(
                road.handOverAppeal(at.worker(), at.file(), appealed.appeal(), Walk.unchanged())))
        .containsExactly("appeal_of_a_decision.none");
  }

  @Test
  void a_late_appeal_is_dismissed_by_nobody_without_a_mandate() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    walk.goTo(DAY.plusYears(1).plusDays(1));
    Road.Appealed late =
        done(
            road.receiveAppeal(
                at.worker(),
                at.file(),
                new Road.Appeal(at.decision(), walk.today(), text("Nej."))));
    assertThat(refused(road.dismissAppeal(at.worker(), at.file(), late.appeal(), text("Avvisas."))))
        .containsExactly("delegate_has_mandate.dismiss");
    assertThat(refused(road.dismissAppeal(at.worker(), at.file(), late.appeal(), text(" "))))
        .containsExactly("late_appeal_is_dismissed");
  }

  @Test
  void dates_in_the_wrong_order_are_refused_and_nothing_is_saved() {
    Walk.At at = walk.decided(SupportType.SUPPORT_TALKS);
    assertThat(refused(road.serve(at.worker(), at.file(), at.decision(), DAY.minusDays(1))))
        .containsExactly("decision_is_served.before");
    assertThat(refused(road.serve(at.worker(), at.file(), at.decision(), DAY.plusDays(1))))
        .containsExactly("dates_in_order.future");
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and served_on is null",
                at.decision()))
        .isEqualTo(1);
    done(road.serve(at.worker(), at.file(), at.decision(), DAY));
    assertThat(refused(road.serve(at.worker(), at.file(), at.decision(), DAY)))
        .containsExactly("decision_is_served.once");
    for (LocalDate day : List.of(DAY.minusDays(1), DAY.plusDays(1))) {
      assertThat(
              refused(
                  road.receiveAppeal(
                      at.worker(), at.file(), new Road.Appeal(at.decision(), day, text("")))))
          .hasSize(1)
          .allMatch(sentence -> sentence.startsWith("dates_in_order"));
    }
    assertThat(count("appeal", at.file())).isZero();
    Road.Appeal appeal = new Road.Appeal(at.decision(), DAY, text("Nej."));
    done(road.receiveAppeal(at.worker(), at.file(), appeal));
    assertThat(refused(road.receiveAppeal(at.worker(), at.file(), appeal)))
        .containsExactly("appeal_of_a_decision.once");
    assertThat(
            refused(
                road.receiveAppeal(
                    at.worker(), at.file(), new Road.Appeal(UUID.randomUUID(), DAY, text("Nej.")))))
        .containsExactly("appeal_of_a_decision");
  }
}
