package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The emergency hour: somebody in danger whose file is a colleague's.
@FristadTest
@DisplayName("The emergency hour")
class EmergencyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String WHY = "Hon ringer gråtande och säger att han står vid dörren.";

  @Autowired private Road road;
  @Autowired private Emergencies emergencies;
  @Autowired private LateEmergencies late;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker duty;

  private final String number = Walk.number(LocalDate.of(1990, 3, 16));
  private UUID file = new UUID(0, 0);

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    people.byHand("delete from casework.emergency");
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
    duty = desk.in(Role.DUTY_SOCIAL_SERVICE);
    file = done(road.open(karin.viewer(), walk.opening())).file();
  }

  private Browser.Answer begin(Desk.Worker worker, String value, String reason) {
    return worker
        .browser()
        .postFrom(
            EmergencyPages.HREF, EmergencyPages.HREF, Map.of("value", value, "reason", reason));
  }

  private String hour() {
    return EmergencyPages.HREF + "/" + file;
  }

  // forbidden, refused

  @ParameterizedTest
  @EnumSource(Role.class)
  void no_other_role_begins_one_and_nobody_reads_without(Role role) {
    if (role != Role.CASEWORKER && role != Role.DUTY_SOCIAL_SERVICE) {
      assertThat(emergencies.begin(in(role), text(number), text(WHY)))
          .isInstanceOf(Step.NotThere.class);
    }
    assertThat(duty.open(hour()).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from casework.emergency")).isZero();
  }

  @Test
  void without_a_reason_or_a_whole_number_nothing_is_opened_and_what_was_typed_comes_back() {
    Browser.Answer unsaid = begin(duty, number, "Bråttom");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("Utan skäl öppnas ingenting.", "Bråttom");
    Browser.Answer name = begin(duty, "Ylva Exempel", WHY);
    assertThat(name.status()).isEqualTo(422);
    assertThat(name.body()).contains("varken ett helt personnummer");
    assertThat(people.count("select count(*) from casework.emergency")).isZero();
  }

  @Test
  void whoever_has_no_file_and_whoever_may_not_be_read_of_get_one_answer_and_both_count() {
    Desk.Worker cousin = desk.in(Role.CASEWORKER);
    people.byHand(
        "insert into casework.conflict (file, staff, at, declared_by) values ('%s', '%s', now(), '%s')"
            .formatted(file, cousin.id(), cousin.id()));
    Browser.Answer notForHer = begin(cousin, number, WHY);
    Browser.Answer notThere = begin(cousin, Walk.number(LocalDate.of(1971, 1, 1)), WHY);
    assertThat(notForHer.status()).isEqualTo(notThere.status()).isEqualTo(422);
    assertThat(notForHer.body()).contains("Det finns ingen akt som kan öppnas så.");
    assertThat(notThere.body()).contains("Det finns ingen akt som kan öppnas så.");
    assertThat(begin(cousin, number, WHY).body()).contains("ingen akt som kan öppnas");
    assertThat(begin(cousin, number, WHY).body()).contains("3 gånger det senaste dygnet");
    assertThat(people.count("select count(*) from casework.emergency where file is null"))
        .isEqualTo(3);
    assertThat(people.log(file)).contains("begin_emergency:not_there");
  }

  @Test
  void of_many_asks_at_once_no_more_get_through_than_three() {
    Confidential nobody = text(Walk.number(LocalDate.of(1971, 1, 1)));
    CyclicBarrier together = new CyclicBarrier(8);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int ask = 0; ask < 8; ask++) {
        each.submit(() -> {
          together.await();
          return emergencies.begin(duty.viewer(), nobody, text(WHY));
        });
      }
    }
    assertThat(people.count("select count(*) from casework.emergency where staff = ?", duty.id()))
        .isEqualTo(Emergencies.MOST);
  }

  @Test
  void somebody_with_another_identity_is_not_opened_in_an_emergency_either() {
    done(
        road.protect(
            in(Role.HEAD),
            file,
            new Road.Protecting(Road.Protection.FICTITIOUS, text(""), null, text(""), null)));
    assertThat(begin(duty, number, WHY).status()).isEqualTo(422);
  }

  // done

  @Test
  @DisplayName("one hour, to read only, told to the head at once and reviewed")
  void one_hour_to_read_only_told_to_the_head_at_once_and_reviewed() {
    assertThat(begin(duty, number, WHY).location()).isEqualTo(hour());
    assertThat(people.log(file)).contains("begin_emergency:done");
    assertThat(events.of(EmergencyBegun.class)).anyMatch(begun -> begun.file().equals(file));
    assertThat(
            people.count(
                "select count(*) from casework.emergency where file = ? and position(convert_to('gråtande', 'UTF8') in sealed) = 0 and until_at = at + interval '60 minutes'",
                file))
        .isOne();
    assertThat(duty.open(hour()).body())
        .contains("Ylva Exempel", "Ring bara före klockan tre.", "Nödtimme: du läser")
        .doesNotContain("/steps/", "/relations");
    // nothing is written in it, and no other page of it opens
    assertThat(road.note(duty.viewer(), file, text("Hej"))).isInstanceOf(Step.NotThere.class);
    assertThat(duty.open(Desk.file(file)).status()).isEqualTo(404);
    Desk.Worker other = desk.in(Role.CASEWORKER);
    assertThat(other.open(hour()).status()).isEqualTo(404);

    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(head.open("/staff/day").body()).contains("Granska en nödtimme");
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain("Granska en nödtimme");
    UUID hourId = people.id("select id from casework.emergency");
    assertThat(karin.open(Desk.step(file, "review_emergency", hourId)).status()).isEqualTo(404);
    String review = Desk.step(file, "review_emergency", hourId);
    assertThat(head.open(review).body()).contains(WHY, "Socialjour");
    assertThat(head.send(review, "verdict", "").status()).isEqualTo(422);
    assertThat(head.send(review, "verdict", "needed").location()).isEqualTo(Desk.file(file));
    assertThat(people.count("select count(*) from casework.emergency where verdict = 'needed'"))
        .isOne();
    assertThat(people.log(file)).contains("review_emergency:done");
    assertThat(head.open("/staff/day").body()).doesNotContain("Granska en nödtimme");
    assertThat(refused(emergencies.review(head.viewer(), file, hourId, Emergencies.Verdict.NEEDED)))
        .containsExactly("casework.step.review_emergency.before");

    clock.advance(Duration.ofMinutes(60));
    assertThat(duty.open(hour()).status()).isEqualTo(404);
  }

  @Test
  void a_caseworker_writes_nothing_in_her_hour_either_and_opens_no_other_page() {
    Desk.Worker nadja = desk.in(Role.CASEWORKER);
    assertThat(begin(nadja, number, WHY).location()).isEqualTo(hour());
    assertThat(nadja.open(hour()).status()).isEqualTo(200);
    assertThat(road.note(nadja.viewer(), file, text("Hej"))).isInstanceOf(Step.NotThere.class);
    assertThat(nadja.open(Desk.file(file)).status()).isEqualTo(404);
    assertThat(nadja.open("/staff/people").body()).doesNotContain(file.toString());
    assertThat(people.count("select count(*) from casework.note where file = ?", file)).isZero();
  }

  @Test
  void a_protected_person_is_read_in_the_hour_by_its_own_reason() {
    done(
        road.protect(
            karin.viewer(),
            file,
            new Road.Protecting(
                Road.Protection.PROTECTED_REGISTRATION, text(""), null, text(""), null)));
    begin(duty, number, WHY);
    assertThat(duty.open(hour()).status()).isEqualTo(200);
    assertThat(people.count("select count(*) from casework.reading_reason where why = 'emergency'"))
        .isOne();
  }

  @Test
  void what_no_head_has_reviewed_within_a_working_day_the_log_reviewer_finds() {
    begin(duty, number, WHY);
    Sides.run(Side.SUPPORT, () -> late.sweep(clock.instant()));
    assertThat(people.log(file)).doesNotContain("emergency_unreviewed:done");
    walk.goTo(DAY.plusDays(2));
    Sides.run(Side.SUPPORT, () -> late.sweep(clock.instant()));
    Sides.run(Side.SUPPORT, () -> late.sweep(clock.instant()));
    assertThat(people.log(file)).containsOnlyOnce("emergency_unreviewed:done");
  }
}
