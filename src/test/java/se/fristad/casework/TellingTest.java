package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.Telling.Item;
import se.fristad.casework.Telling.Purpose;
import se.fristad.casework.Telling.Receiver;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// A consent as an object that others ask: item, receiver, purpose, until, and taken back at once.
@FristadTest
@DisplayName("What she lets be told")
class TellingTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
  private static final Telling MINUTES =
      new Telling(Set.of(Item.NEEDS, Item.SUPPORT), Purpose.COORDINATE, Receiver.HEALTH_CARE);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    file = done(road.open(karin.viewer(), walk.opening())).file();
  }

  private static Road.Letting letting(Telling telling, LocalDate from, LocalDate until) {
    return new Road.Letting(
        telling,
        text("Region Uppsala, akuten"),
        Road.Given.ORAL,
        new Road.Agreed(from, until, text("I rummet.")));
  }

  private UUID lets(LocalDate from, LocalDate until) {
    return done(road.letTell(karin.viewer(), file, letting(MINUTES, from, until)));
  }

  private Leave leave(Telling telling) {
    return done(road.mayTell(karin.viewer(), file, telling));
  }

  private long renewals() {
    return people.count(
        "select count(*) from casework.task where file = ? and kind = 'renew_disclosure' and done_at is null",
        file);
  }

  @Test
  void nobody_whose_the_file_is_not_is_answered_or_writes_a_consent_down() {
    lets(MONDAY, MONDAY.plusDays(30));
    for (Role role : Role.values()) {
      if (role != Role.HEAD) {
        assertThat(road.mayTell(in(role), file, MINUTES))
            .as(role.code())
            .isInstanceOf(Step.NotThere.class);
      }
      assertThat(road.letTell(in(role), file, letting(MINUTES, MONDAY, MONDAY)))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
    }
    assertThat(people.count("select count(*) from casework.consent where subject = 'disclose'"))
        .isOne();
  }

  @Test
  void a_consent_without_items_receiver_words_or_days_in_order_is_refused() {
    assertThat(
            refused(
                road.letTell(
                    karin.viewer(),
                    file,
                    new Road.Letting(
                        new Telling(Set.of(), Purpose.CARE, Receiver.SCHOOL),
                        text(" "),
                        Road.Given.WRITTEN,
                        new Road.Agreed(MONDAY, MONDAY.minusDays(1), text(""))))))
        .containsExactly(
            "dates_in_order.consent",
            "written_in_words.consent",
            "consent_to_tell_stands.items",
            "consent_to_tell_stands.to");
    assertThat(
            refused(
                road.letTell(
                    karin.viewer(),
                    file,
                    letting(MINUTES, MONDAY.minusDays(9), MONDAY.minusDays(1)))))
        .containsExactly("consent_stands.ended");
    assertThat(people.log(file)).contains("consent:refused").doesNotContain("consent:done");
  }

  @Test
  void it_holds_from_its_first_day_to_its_last_for_what_she_said_and_nothing_more() {
    UUID consent = lets(MONDAY, MONDAY.plusDays(10));
    assertThat(leave(MINUTES)).isEqualTo(new Leave.Given(consent, MONDAY.plusDays(10)));
    Telling less = new Telling(Set.of(Item.NEEDS), Purpose.COORDINATE, Receiver.HEALTH_CARE);
    assertThat(leave(less)).isInstanceOf(Leave.Given.class);
    Telling more =
        new Telling(Set.of(Item.NEEDS, Item.WHEREABOUTS), Purpose.COORDINATE, Receiver.HEALTH_CARE);
    assertThat(leave(more)).isEqualTo(new Leave.Narrower());
    assertThat(leave(new Telling(Set.of(Item.NEEDS), Purpose.HOUSING, Receiver.HEALTH_CARE)))
        .isEqualTo(new Leave.Narrower());
    assertThat(leave(new Telling(Set.of(Item.NEEDS), Purpose.COORDINATE, Receiver.SCHOOL)))
        .isEqualTo(new Leave.Unasked());
    walk.goTo(MONDAY.plusDays(10));
    assertThat(leave(MINUTES)).isInstanceOf(Leave.Given.class);
    assertThat(renewals()).isZero();
    walk.goTo(MONDAY.plusDays(11));
    assertThat(leave(MINUTES)).isEqualTo(new Leave.Ended(MONDAY.plusDays(10)));
    assertThat(people.log(file)).contains("check_consent:read", "consent:done");
  }

  @Test
  @DisplayName(
      "B-T23 a consent that expired yesterday: sending minutes is blocked and a renewal task is created")
  void by_a_consent_that_ended_yesterday_nothing_is_sent_and_she_is_to_be_asked_again() {
    lets(MONDAY, MONDAY.plusDays(10));
    walk.goTo(MONDAY.plusDays(11));
    assertThat(leave(MINUTES)).isEqualTo(new Leave.Ended(MONDAY.plusDays(10)));
    assertThat(renewals()).isOne();
    assertThat(people.log(file)).contains("consent_ended:done");
    // asked once more it is the same task
    leave(MINUTES);
    assertThat(renewals()).isOne();
    assertThat(karin.open("/staff/day").body())
        .contains("Fråga om något fortfarande får lämnas ut");
    // she agrees again: it may be sent, and nothing is left to ask
    lets(MONDAY.plusDays(11), MONDAY.plusDays(40));
    assertThat(leave(MINUTES)).isInstanceOf(Leave.Given.class);
    assertThat(renewals()).isZero();
  }

  @Test
  void what_she_takes_back_ends_at_once_and_nobody_asks_her_again_for_it() {
    UUID consent = lets(MONDAY, MONDAY.plusDays(90));
    String form = Desk.step(file, "withdraw_letting", consent);
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Det här får lämnas ut", "Region Uppsala, akuten", "tar tillbaka samtycket");
    assertThat(karin.send(form).status()).isEqualTo(303);
    assertThat(leave(MINUTES)).isEqualTo(new Leave.Withdrawn(MONDAY));
    assertThat(renewals()).isZero();
    assertThat(people.log(file)).contains("withdraw_consent:done");
    assertThat(refused(road.withdrawLetting(karin.viewer(), file, consent)))
        .containsExactly("consent_stands.none");
    assertThat(refused(road.withdrawLetting(karin.viewer(), file, UUID.randomUUID())))
        .containsExactly("consent_stands.none");
    assertThat(karin.open(Desk.file(file)).body()).contains("Återtaget");
  }

  @Test
  void the_form_says_what_is_missing_beside_its_field_and_keeps_what_was_typed_sealed() {
    String form = Desk.step(file, "letting");
    Browser.Answer wrong = karin.send(form, "to", "Polisen Uppsala", "consent_how", "I rummet.");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Välj ett av svaren.", "Polisen Uppsala");
    Browser.Answer none =
        karin.send(
            form,
            "receiver",
            "police",
            "to",
            "Polisen Uppsala",
            "purpose",
            "protect",
            "given",
            "oral",
            "consent_until",
            MONDAY.plusDays(5).toString(),
            "consent_from",
            MONDAY.toString(),
            "consent_how",
            "I rummet.");
    assertThat(none.body()).contains("Kryssa i vad som får lämnas.", "12 kap. 2 § OSL (2009:400)");
    assertThat(
            karin
                .send(
                    form,
                    "receiver",
                    "police",
                    "to",
                    "Polisen Uppsala",
                    "items",
                    "risk",
                    "purpose",
                    "protect",
                    "given",
                    "oral",
                    "consent_from",
                    MONDAY.toString(),
                    "consent_until",
                    MONDAY.plusDays(5).toString(),
                    "consent_how",
                    "I rummet.")
                .status())
        .isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from casework.consent where position('police'::bytea in sealed) > 0"))
        .isZero();
    assertThat(leave(new Telling(Set.of(Item.RISK), Purpose.PROTECT, Receiver.POLICE)))
        .isInstanceOf(Leave.Given.class);
  }
}
