package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// Somebody says who she is and agrees; her file is opened.
@FristadTest
class OpeningTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Readings readings;
  @Autowired private People people;
  private final Viewer worker = in(Role.CASEWORKER);

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private long files() {
    return people.count("select count(*) from casework.file")
        + people.count("select count(*) from casework.person")
        + people.count("select count(*) from casework.consent")
        + people.count("select count(*) from casework.task")
        + people.count("select count(*) from casework.data_key");
  }

  // forbidden first

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "CASEWORKER")
  void no_role_but_a_caseworker_opens_a_file(Role role) {
    Road.Opening opening = walk.opening();
    assertThat(road.open(in(role), opening)).isInstanceOf(Step.NotThere.class);
    assertThat(files()).isZero();
    assertThat(people.log(opening.file())).containsExactly("open_file:not_there");
  }

  @Test
  void nobody_opens_a_file_over_a_colleagues() {
    Road.Opening opening = walk.opening();
    done(road.open(worker, opening));
    long before = files();
    assertThat(road.open(in(Role.CASEWORKER), opening)).isInstanceOf(Step.NotThere.class);
    assertThat(files()).isEqualTo(before);
  }

  // refusals

  @ParameterizedTest
  @CsvSource({
    "-30, -1, consent_stands.ended",
    "1, 30, consent_stands.not_yet",
    "0, -1, dates_in_order.consent"
  })
  void no_file_on_a_consent_that_ended_yesterday_or_begins_tomorrow(
      int from, int until, String sentence) {
    Road.Opening opening = walk.opening("", DAY.plusDays(from), DAY.plusDays(until));
    assertThat(refused(road.open(worker, opening))).containsExactly(sentence);
    assertThat(files()).isZero();
    assertThat(people.log(opening.file())).containsExactly("open_file:refused");
  }

  @ParameterizedTest
  @CsvSource({"-30, 0", "0, 0", "0, 1"})
  void a_consent_that_ends_today_or_tomorrow_stands(int from, int until) {
    done(road.open(worker, walk.opening("", DAY.plusDays(from), DAY.plusDays(until))));
  }

  @ParameterizedTest
  @CsvSource({
    "19900316-2384",
    "19900316-23",
    "19901332-2383",
    "900316-2384",
    "not a number",
    "197010632391x"
  })
  void a_wrong_check_digit_or_date_is_no_personal_number(String typed) {
    Road.Opening opening = walk.opening(typed, DAY, DAY.plusMonths(6));
    assertThat(refused(road.open(worker, opening)))
        .singleElement()
        .asString()
        .startsWith("personal_number_is_one.");
    assertThat(files()).isZero();
  }

  @Test
  void whoever_is_17_has_a_childs_file_and_whoever_is_18_today_an_adults() {
    LocalDate eighteen = DAY.minusYears(18);
    for (LocalDate born : List.of(eighteen.plusDays(1), DAY.minusYears(10), DAY)) {
      assertThat(
              refused(road.open(worker, walk.opening(Walk.number(born), DAY, DAY.plusMonths(6)))))
          .containsExactly("child_has_a_file_of_its_own");
    }
    Road.Who child =
        new Road.Who(
            text("Ylva"),
            text(""),
            eighteen.plusDays(1),
            text(""),
            text(""),
            text(""),
            Road.Protection.NONE,
            "sv");
    Road.Opening opening =
        new Road.Opening(UUID.randomUUID(), null, "0380", child, Walk.agreed(DAY, DAY.plusDays(1)));
    assertThat(refused(road.open(worker, opening))).containsExactly("child_has_a_file_of_its_own");
    assertThat(files()).isZero();
    done(road.open(worker, walk.opening(Walk.number(eighteen), DAY, DAY.plusMonths(6))));
  }

  @Test
  void a_name_is_needed_and_a_telephone_that_is_none_is_not_taken() {
    Road.Who nobody =
        new Road.Who(
            text(" "),
            text(""),
            DAY.plusDays(1),
            text("ring mig"),
            text(""),
            text(""),
            Road.Protection.NONE,
            "sv");
    Road.Opening opening =
        new Road.Opening(
            UUID.randomUUID(), null, "Uppsala", nobody, new Road.Agreed(DAY, DAY, text(" ")));
    assertThat(refused(road.open(worker, opening)))
        .containsExactlyInAnyOrder(
            "written_in_words.consent",
            "written_in_words.name",
            "casework.wrong.telephone",
            "dates_in_order.future",
            "casework.wrong.municipality");
    assertThat(files()).isZero();
  }

  @Test
  void a_refusal_cites_the_paragraph_of_its_day() {
    walk.goTo(LocalDate.of(2025, 6, 30));
    assertThat(cited()).isEqualTo("1 kap. 1 § SoL (2001:453)");
    walk.goTo(LocalDate.of(2025, 7, 1));
    assertThat(cited()).isEqualTo("2 kap. 1 § SoL (2025:400)");
  }

  private String cited() {
    LocalDate yesterday = walk.today().minusDays(1);
    Step<Road.Began> step = road.open(worker, walk.opening("", yesterday, yesterday));
    return ((Step.Refused<Road.Began>) step).refusals().getFirst().cited();
  }

  // what is done

  @Test
  void a_file_that_is_opened_stands_in_the_table_and_in_the_log_and_names_nobody() {
    Road.Opening opening = walk.opening();
    Road.Began began = done(road.open(worker, opening));
    assertThat(began.number()).matches("2026-[0-9]{5}");
    assertThat(people.log(opening.file())).containsExactly("open_file:done");
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and state = 'open' and kind = 'adult'"
                    + " and municipality = '0380' and responsible = ? and version = 1",
                opening.file(),
                worker.staff()))
        .isEqualTo(1);
    assertThat(
            people.count(
                "select count(*) from casework.consent where file = ? and subject = 'register'",
                opening.file()))
        .isEqualTo(1);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind in ('investigate', 'assess_risk', 'renew_consent')",
                opening.file()))
        .isEqualTo(3);
    for (String word : List.of("Ylva", "900316", "Prästgatan", began.number())) {
      assertThat(
              people.count(
                  """
                  select count(*) from casework.person p, casework.file f
                   where position(? in encode(p.sealed, 'escape') || encode(f.sealed, 'escape')
                     || encode(p.number_index, 'escape') || encode(f.number_index, 'escape')) > 0
                  """,
                  word))
          .as(word)
          .isZero();
    }
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void the_same_form_sent_twice_is_one_file() {
    Road.Opening opening = walk.opening();
    Road.Began first = done(road.open(worker, opening));
    assertThat(done(road.open(worker, opening))).isEqualTo(first);
    assertThat(people.count("select count(*) from casework.person")).isEqualTo(1);
  }

  @Test
  void that_somebody_is_known_already_is_told_to_the_head_and_to_nobody_else() {
    Road.Opening first = walk.opening();
    done(road.open(worker, first));
    Road.Opening second = walk.opening();
    Viewer another = in(Role.CASEWORKER);
    done(road.open(another, second));
    assertThat(due(another, second.file())).isNotEmpty().doesNotContain(TaskKind.SAME_PERSON);
    assertThat(due(in(Role.HEAD), second.file())).contains(TaskKind.SAME_PERSON);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'same_person'"
                    + " and record = ? and role = 'head' and staff is null",
                second.file(),
                first.file()))
        .isEqualTo(1);
    walk.opened(worker, walk.opening("", DAY, DAY));
    walk.opened(worker, walk.opening("", DAY, DAY));
    assertThat(people.count("select count(*) from casework.task where kind = 'same_person'"))
        .isEqualTo(1);
  }

  private List<TaskKind> due(Viewer viewer, UUID file) {
    return switch (readings.read(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) ->
          reading.tasks().stream().map(Tasks.Task::kind).toList();
      case Opened.NotThere<Reading> _ -> throw new AssertionError("not there");
    };
  }

  // consents

  @Test
  void a_consent_is_renewed_and_taken_back_and_both_stand_in_the_log() {
    Walk.At at = walk.opened();
    done(
        road.consent(
            at.worker(), at.file(), Road.Subject.SHARE, Walk.agreed(DAY, DAY.plusDays(1))));
    done(
        road.consent(
            at.worker(), at.file(), Road.Subject.REGISTER, Walk.agreed(DAY, DAY.plusYears(1))));
    done(road.withdrawConsent(at.worker(), at.file(), Road.Subject.REGISTER));
    assertThat(
            people.count(
                "select count(*) from casework.consent where file = ? and withdrawn_at is null",
                at.file()))
        .isEqualTo(1);
    assertThat(refused(road.withdrawConsent(at.worker(), at.file(), Road.Subject.REGISTER)))
        .containsExactly("consent_stands.none");
    assertThat(
            refused(
                road.consent(
                    at.worker(),
                    at.file(),
                    Road.Subject.REGISTER,
                    Walk.agreed(DAY.minusDays(2), DAY.minusDays(1)))))
        .containsExactly("consent_stands.ended");
    assertThat(people.log(at.file()))
        .containsExactly(
            "open_file:done",
            "consent:done",
            "consent:done",
            "withdraw_consent:done",
            "withdraw_consent:refused",
            "consent:refused");
    assertThat(people.count("select version from casework.file where id = ?", at.file()))
        .isEqualTo(4);
  }

  // the intake it follows on

  /// An intake as it stands when it was concluded three days ago.
  private UUID intake(String outcome) {
    UUID id = UUID.randomUUID();
    people.byHand(
        """
        insert into intake.intake (id, way, made_by, made_at, saved_by, saved_at, state, outcome, concluded_by, concluded_at, investigation_due)
        select id, 'phone', by, at, by, at, 'concluded', outcome, by, at, case when outcome = 'opens' then at end
          from (values (cast(? as uuid), cast(? as uuid), cast(? as timestamptz), ?)) as one (id, by, at, outcome)
        """,
        id,
        UUID.randomUUID(),
        java.sql.Timestamp.from(walk.now().minus(java.time.Duration.ofDays(3))),
        outcome);
    return id;
  }

  private Road.Opening on(UUID intake, String number) {
    return new Road.Opening(
        UUID.randomUUID(),
        intake,
        "0380",
        walk.who(number, ""),
        Walk.agreed(DAY, DAY.plusMonths(6)));
  }

  private long waiting(UUID intake) {
    return people.count(
        "select count(*) from intake.intake where id = ? and taken_up_at is null", intake);
  }

  @Test
  void an_application_is_taken_up_once_and_its_days_are_told_with_the_decision() {
    UUID intake = intake("opens");
    Viewer delegate = walk.delegate();
    Walk.At at = walk.opened(delegate, on(intake, ""));
    assertThat(waiting(intake)).isZero();
    assertThat(people.log(intake)).containsExactly("take_up:done");
    Road.Opening second = on(intake, "");
    assertThat(refused(road.open(worker, second))).containsExactly("applied_for");
    assertThat(people.count("select count(*) from casework.file where id = ?", second.file()))
        .isZero();
    walk.goTo(DAY.plusDays(4));
    walk.decided(
        walk.concluded(walk.investigated(at)), se.fristad.casework.facts.SupportType.SUPPORT_TALKS);
    assertThat(walk.facts())
        .filteredOn(se.fristad.casework.facts.Decided.class::isInstance)
        .singleElement()
        .extracting(fact -> ((se.fristad.casework.facts.Decided) fact).daysFromIntake())
        .isEqualTo(7);
  }

  @Test
  void an_opening_that_is_refused_leaves_the_intake_waiting() {
    UUID intake = intake("opens");
    assertThat(refused(road.open(worker, on(intake, "19900316-2384"))))
        .containsExactly("personal_number_is_one.check_digit");
    assertThat(road.open(in(Role.HEAD), on(intake, ""))).isInstanceOf(Step.NotThere.class);
    assertThat(waiting(intake)).isEqualTo(1);
    assertThat(people.log(intake)).isEmpty();
  }

  @Test
  void an_intake_that_is_no_application_opens_no_file() {
    for (UUID intake : List.of(intake("declined"), intake("no_contact"), UUID.randomUUID())) {
      assertThat(refused(road.open(worker, on(intake, "")))).containsExactly("applied_for");
    }
    assertThat(files()).isZero();
  }
}
