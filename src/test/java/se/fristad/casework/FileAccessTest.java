package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// Who opens a file, who writes in it, and what is kept of what she types.
@FristadTest
class FileAccessTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Readings readings;
  @Autowired private Forms forms;
  @Autowired private Walk walk;
  @Autowired private People people;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
  }

  private static Reading value(Opened<Reading> opened) {
    assertThat(opened).isInstanceOf(Opened.Value.class);
    return ((Opened.Value<Reading>) opened).value();
  }

  // forbidden first

  @ParameterizedTest
  @EnumSource
  void a_stranger_in_any_role_but_the_heads_finds_no_file_and_writes_nothing(Role role) {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Viewer stranger = in(role);
    long version = people.count("select version from casework.file where id = ?", at.file());
    boolean head = role == Role.HEAD;
    assertThat(readings.read(stranger, at.file()))
        .isInstanceOf(head ? Opened.Value.class : Opened.NotThere.class);
    if (!head) {
      for (Function<Viewer, Step<?>> step : everyStep(at)) {
        assertThat(step.apply(stranger)).isInstanceOf(Step.NotThere.class);
      }
      assertThat(forms.save(stranger, at.file(), "note", Words.of(Map.of("note", "x"))))
          .isInstanceOf(Step.NotThere.class);
      assertThat(people.count("select version from casework.file where id = ?", at.file()))
          .isEqualTo(version);
      assertThat(people.log(at.file()))
          .contains("open:not_there", "decide:not_there", "close_file:not_there");
    }
  }

  private List<Function<Viewer, Step<?>>> everyStep(Walk.At at) {
    UUID file = at.file();
    UUID any = UUID.randomUUID();
    return List.of(
        who -> road.consent(who, file, Road.Subject.SHARE, Walk.agreed(DAY, DAY)),
        who -> road.withdrawConsent(who, file, Road.Subject.REGISTER),
        who -> road.assess(who, file, Walk.assessing(Level.LOW, "")),
        who -> road.openInvestigation(who, file),
        who -> road.concludeInvestigation(who, file, at.investigation(), Walk.mapping()),
        who -> road.discontinueInvestigation(who, file, at.investigation(), text("x")),
        who -> road.decide(who, file, Walk.deciding(at, java.util.Set.of(), java.util.Set.of())),
        who -> road.serve(who, file, at.decision(), DAY),
        who -> road.receiveAppeal(who, file, new Road.Appeal(at.decision(), DAY, text("x"))),
        who -> road.dismissAppeal(who, file, any, text("x")),
        who -> road.handOverAppeal(who, file, any),
        who ->
            road.grantSupport(
                who, file, walk.under(at, SupportType.SUPPORT_TALKS, UUID.randomUUID())),
        who -> road.beginSupport(who, file, any, DAY),
        who -> road.endSupport(who, file, any, DAY),
        who -> road.planFollowUp(who, file, DAY),
        who -> road.followUp(who, file, any, new Road.FollowUp(NeedMet.NO, text(""))),
        who -> road.close(who, file, Walk.closing()),
        who -> road.note(who, file, text("x")),
        who -> road.handOver(who, file, Walk.handing(any)));
  }

  @Test
  void the_head_decides_serves_answers_appeals_notes_and_hands_over_and_does_no_other_step() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Viewer head = in(Role.HEAD);
    walk.mandate(head, java.util.Set.of(SupportType.values()), DAY, DAY);
    assertThat(everyStep(at))
        .extracting(step -> step.apply(head))
        .filteredOn(step -> !(step instanceof Step.NotThere))
        .hasSize(7);
    assertThat(people.log(at.file()))
        .contains("decide:refused", "note:done", "hand_over:done", "close_file:not_there");
  }

  @Test
  void a_closed_file_is_not_handed_over_and_takes_no_consent() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    done(road.close(at.worker(), at.file(), Walk.closing()));
    String closed = "file_is_open";
    assertThat(refused(road.handOver(in(Role.HEAD), at.file(), Walk.handing(UUID.randomUUID()))))
        .containsExactly(closed);
    assertThat(
            refused(
                road.consent(at.worker(), at.file(), Road.Subject.SHARE, Walk.agreed(DAY, DAY))))
        .containsExactly(closed);
    assertThat(people.log(at.file())).contains("hand_over:refused", "consent:refused");
  }

  @Test
  void only_the_head_hands_a_file_over() {
    Walk.At at = walk.opened();
    assertThat(road.handOver(at.worker(), at.file(), Walk.handing(UUID.randomUUID())))
        .isInstanceOf(Step.NotThere.class);
  }

  @Test
  void whoever_had_it_before_does_not_open_it_any_more() {
    Walk.At at = walk.investigated();
    Viewer next = walk.delegate();
    done(road.handOver(in(Role.HEAD), at.file(), Walk.handing(next.staff())));
    assertThat(readings.read(at.worker(), at.file())).isInstanceOf(Opened.NotThere.class);
    assertThat(road.note(at.worker(), at.file(), text("x"))).isInstanceOf(Step.NotThere.class);
    Reading reading = value(readings.read(next, at.file()));
    assertThat(reading.file().responsible()).isEqualTo(next.staff());
    assertThat(reading.investigations().getFirst().row().investigator()).isEqualTo(next.staff());
    assertThat(reading.tasks()).isNotEmpty().allMatch(task -> next.staff().equals(task.staff()));
    assertThat(people.log(at.file())).contains("hand_over:done", "note:not_there");
  }

  // what is read

  @Test
  void the_whole_road_is_read_back_as_it_was_written() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, UUID.randomUUID())));
    walk.followedUp(at);
    done(
        road.receiveAppeal(
            at.worker(), at.file(), new Road.Appeal(at.decision(), DAY, text("Jag vill mer."))));
    done(road.note(at.worker(), at.file(), text("Hon ringde i går.")));
    Reading reading = value(readings.read(at.worker(), at.file()));
    assertThat(reading.person().name().reveal()).isEqualTo("Ylva Exempel");
    assertThat(reading.person().safeContact().reveal()).isEqualTo("Ring bara före klockan tre.");
    assertThat(reading.number()).matches("2026-[0-9]{5}");
    assertThat(Investigations.mapping(reading.investigations().getFirst().words()))
        .isEqualTo(Walk.mapping());
    assertThat(reading.decisions().getFirst().words().value("motive")).startsWith("Behovet kan");
    assertThat(Decisions.appliedFor(reading.decisions().getFirst().words()))
        .containsExactly(SupportType.SUPPORT_TALKS);
    assertThat(reading.supports().getFirst().words().value("goal")).isEqualTo("Att hon sover.");
    assertThat(reading.followUps().getFirst().words().value("words")).isEqualTo("Ja, jag sover.");
    assertThat(reading.appeals().getFirst().words().value("words")).isEqualTo("Jag vill mer.");
    assertThat(reading.notes().getFirst().words().value("text")).isEqualTo("Hon ringde i går.");
    assertThat(reading.assessments().getFirst().words().value("a_danger_now")).isEqualTo("no");
    assertThat(reading.consents()).hasSize(1);
    assertThat(reading.toString()).isEqualTo("[a file]");
  }

  @Test
  void whoever_delivers_sees_whom_how_and_the_risk_and_only_what_is_her_own() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS, SupportType.GROUP);
    Viewer deliverer = in(Role.TREATMENT_WORKER);
    UUID hers =
        done(
            road.grantSupport(
                at.worker(),
                at.file(),
                walk.under(at, SupportType.SUPPORT_TALKS, deliverer.staff())));
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.GROUP, UUID.randomUUID())));
    done(road.note(at.worker(), at.file(), text("Utredarens egen anteckning.")));
    done(road.note(deliverer, at.file(), text("Vi talade om sömnen.")));
    Reading reading = value(readings.read(deliverer, at.file()));
    assertThat(reading.person().safeContact().reveal()).isNotEmpty();
    assertThat(reading.file().risk()).isEqualTo("low");
    assertThat(reading.supports()).singleElement().matches(seen -> seen.row().id().equals(hers));
    assertThat(reading.notes())
        .singleElement()
        .matches(seen -> seen.words().value("text").startsWith("Vi talade"));
    assertThat(reading.investigations()).isEmpty();
    assertThat(reading.decisions()).isEmpty();
    assertThat(reading.consents()).isEmpty();
    assertThat(reading.assessments())
        .singleElement()
        .matches(seen -> seen.words().values().isEmpty());
    done(road.endSupport(at.worker(), at.file(), hers, DAY));
    assertThat(readings.read(deliverer, at.file())).isInstanceOf(Opened.NotThere.class);
  }

  @Test
  void whoever_delivers_writes_notes_and_nothing_else() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Viewer deliverer = in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, deliverer.staff())));
    long version = people.count("select version from casework.file where id = ?", at.file());
    assertThat(everyStep(at))
        .extracting(step -> step.apply(deliverer))
        .filteredOn(step -> !(step instanceof Step.NotThere))
        .hasSize(1);
    assertThat(people.count("select version from casework.file where id = ?", at.file()))
        .isEqualTo(version + 1);
    assertThat(people.log(at.file())).contains("note:done", "close_file:not_there");
  }

  // notes and forms

  @Test
  void a_note_without_words_or_with_too_many_is_refused() {
    Walk.At at = walk.opened();
    assertThat(refused(road.note(at.worker(), at.file(), text(" \n"))))
        .containsExactly("written_in_words.note");
    assertThat(refused(road.note(at.worker(), at.file(), text("å".repeat(20_001)))))
        .containsExactly("casework.wrong.long");
    done(road.note(at.worker(), at.file(), text("🌻".repeat(20_000))));
    assertThat(people.log(at.file()))
        .containsExactly("open_file:done", "note:refused", "note:refused", "note:done");
  }

  @Test
  void what_is_typed_is_kept_for_her_alone_and_gone_when_it_is_sent() {
    Walk.At at = walk.opened();
    Words first = Words.of(Map.of("note", "Halva men"));
    done(forms.save(at.worker(), at.file(), "note", first));
    done(forms.save(at.worker(), at.file(), "note", Words.of(Map.of("note", "Halva meningen"))));
    assertThat(forms.of(at.worker(), at.file(), "note").orElseThrow().words().value("note"))
        .isEqualTo("Halva meningen");
    assertThat(forms.of(at.worker(), at.file(), "decision")).isEmpty();
    assertThat(forms.of(in(Role.HEAD), at.file(), "note")).isEmpty();
    assertThat(
            people.count(
                "select count(*) from casework.form where file = ? and version = 2 and position('meningen' in encode(sealed, 'escape')) = 0",
                at.file()))
        .isEqualTo(1);
    assertThat(people.count("select version from casework.file where id = ?", at.file()))
        .isEqualTo(1);
    done(road.note(at.worker(), at.file(), text("Hela meningen.")));
    assertThat(forms.of(at.worker(), at.file(), "note")).isEmpty();
    assertThat(
            refused(
                forms.save(
                    at.worker(), at.file(), "note", Words.of(Map.of("note", "x".repeat(60_001))))))
        .containsExactly("casework.wrong.too_much");
  }

  @Test
  void the_form_of_a_file_to_be_is_kept_before_there_is_a_file() {
    Road.Opening opening = walk.opening();
    Viewer worker = in(Role.CASEWORKER);
    done(forms.save(worker, opening.file(), Forms.OPEN, Words.of(Map.of("name", "Yl"))));
    done(forms.save(worker, opening.file(), Forms.OPEN, Words.of(Map.of("name", "Ylva"))));
    assertThat(forms.openings(worker).get(opening.file()))
        .satisfies(kept -> assertThat(kept.words().value("name")).isEqualTo("Ylva"));
    assertThat(forms.openings(in(Role.CASEWORKER))).isEmpty();
    assertThat(forms.save(in(Role.RECEPTION), opening.file(), Forms.OPEN, Words.none()))
        .isInstanceOf(Step.NotThere.class);
    done(road.open(worker, opening));
    assertThat(forms.openings(worker)).isEmpty();
    assertThat(people.count("select count(*) from casework.data_key where form is not null"))
        .isZero();
  }
}
