package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// A matter is moved to another municipality, or to us.
@FristadTest
@DisplayName("Moving a matter")
class TransferTest {
  private static final LocalDate SENT = LocalDate.of(2026, 11, 21);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 21);
  private static final String APPLY = "Ansök hos IVO";

  @Autowired private Transfers transfers;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Walk.At at;

  @BeforeEach
  void sent() {
    walk.goTo(SENT);
    walk.forget();
    karin = desk.in(Role.CASEWORKER);
    at = walk.opened(karin.viewer(), walk.opening());
  }

  private static Transfers.Request request(TransferRows.Direction direction, String code) {
    return new Transfers.Request(
        direction,
        code,
        SENT,
        text("Hon vill bo nära sin syster."),
        text("Hon bor där sedan juni."));
  }

  private UUID asked(TransferRows.Direction direction) {
    return done(transfers.ask(karin.viewer(), at.file(), request(direction, "0381")));
  }

  private long tasks(String kind, boolean open) {
    return people.count(
        "select count(*) from casework.task where file = ? and kind = ? and (done_at is null) = ?",
        at.file(),
        kind,
        open);
  }

  private String page() {
    return karin.open(Desk.file(at.file())).body();
  }

  // who may not

  @Test
  void a_colleague_and_she_who_gives_support_find_nothing() {
    UUID transfer = asked(TransferRows.Direction.AWAY);
    for (Role role : List.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER)) {
      Desk.Worker other = desk.in(role);
      assertThat(other.open(Desk.step(at.file(), "transfer_answer", transfer)).status())
          .isEqualTo(404);
      assertThat(transfers.answer(other.viewer(), at.file(), transfer, true, SENT, text("Ja.")))
          .isInstanceOf(Step.NotThere.class);
    }
  }

  // what is refused

  @Test
  void a_request_names_another_municipality_what_she_wants_and_why() {
    String href = Desk.step(at.file(), "transfer_away");
    Browser.Answer refused =
        karin.send(href, "municipality", "0380", "asked_on", "2026-11-22", "wish", " ", "why", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Ärendet hör redan till den kommunen.",
            "Skriv vad personen själv vill.",
            "Skriv varför ärendet hör hemma i den andra kommunen.",
            "29 kap. 10 § SoL",
            "value=\"2026-11-22\"");
    assertThat(
            karin
                .send(
                    href,
                    "municipality",
                    "other",
                    "code",
                    "99",
                    "asked_on",
                    "2026-11-21",
                    "wish",
                    "Ja",
                    "why",
                    "Där")
                .body())
        .contains("Välj kommun, eller skriv kommunens kod med fyra siffror.");
    assertThat(people.count("select count(*) from casework.transfer where file = ?", at.file()))
        .isZero();
    assertThat(people.log(at.file()))
        .containsSubsequence("ask_transfer:refused", "ask_transfer:refused");
  }

  @Test
  void one_request_at_a_time_in_each_direction_and_an_answer_once() {
    UUID transfer = asked(TransferRows.Direction.AWAY);
    assertThat(
            refused(
                transfers.ask(
                    karin.viewer(), at.file(), request(TransferRows.Direction.AWAY, "0305"))))
        .containsExactly("transfer_is_asked_in_writing.once");
    assertThat(
            refused(transfers.answer(karin.viewer(), at.file(), transfer, true, SENT, text(" "))))
        .containsExactly("transfer_is_answered");
    assertThat(
            refused(
                transfers.answer(
                    karin.viewer(), at.file(), transfer, true, SENT.minusDays(1), text("Ja."))))
        .containsExactly("transfer_is_answered.before");
    done(transfers.answer(karin.viewer(), at.file(), transfer, true, SENT, text("Ja.")));
    assertThat(
            refused(
                transfers.answer(karin.viewer(), at.file(), transfer, false, SENT, text("Nej."))))
        .containsExactly("transfer_is_answered.once");
    assertThat(page())
        .contains("Enköping ska ta över", "Ja, 21 november 2026")
        .doesNotContain(APPLY);
    done(transfers.ask(karin.viewer(), at.file(), request(TransferRows.Direction.HERE, "0381")));
  }

  // B-T36

  @Test
  @DisplayName(
      "B-T36: a request of 21 November without an answer by 21 December: an application to IVO is"
          + " offered")
  void no_answer_within_a_month() {
    String href = Desk.step(at.file(), "transfer_away");
    assertThat(
            karin
                .send(
                    href,
                    "municipality",
                    "0381",
                    "asked_on",
                    "2026-11-21",
                    "wish",
                    "Hon vill bo nära sin syster.",
                    "why",
                    "Hon bor där.")
                .location())
        .isEqualTo(Desk.file(at.file()));
    UUID transfer = people.id("select id from casework.transfer where file = ?", at.file());
    assertThat(
            people.count(
                "select count(*) from casework.task where record = ? and kind = 'await_transfer' and (due_at at time zone 'Europe/Stockholm')::date = '2026-12-21'",
                transfer))
        .isOne();
    assertThat(walk.facts()).isEmpty();
    for (LocalDate day : List.of(LAST.minusDays(1), LAST)) {
      walk.goTo(day);
      assertThat(page()).as(day.toString()).doesNotContain(APPLY);
      assertThat(refused(transfers.apply(karin.viewer(), at.file(), transfer, day)))
          .containsExactly("transfer_is_tried.early");
    }
    walk.goTo(LAST.plusDays(1));
    assertThat(page()).contains(APPLY, "Inget svar. Månaden gick ut 21 december 2026.");
    String apply = Desk.step(at.file(), "transfer_apply", transfer);
    assertThat(karin.open(apply).body()).contains("29 kap. 11 § SoL", "Hon bor där.");
    assertThat(karin.send(apply, "applied_on", "2026-12-22").location())
        .isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                "select count(*) from casework.transfer where id = ? and applied_on = '2026-12-22'",
                transfer))
        .isOne();
    assertThat(people.log(at.file())).contains("apply_transfer:refused", "apply_transfer:done");
    assertThat(tasks("await_transfer", true)).isZero();
    assertThat(tasks("await_trial", true)).isOne();
    assertThat(page()).contains("IVO ska besluta senast 22 mars 2027");
    assertThat(refused(transfers.apply(karin.viewer(), at.file(), transfer, walk.today())))
        .containsExactly("transfer_is_tried.once");
    done(
        transfers.tried(
            karin.viewer(), at.file(), transfer, true, walk.today(), text("Starkast anknytning.")));
    assertThat(page()).contains("Ska flyttas, 22 december 2026");
    assertThat(tasks("await_trial", true)).isZero();
  }

  @Test
  void a_month_that_ends_on_a_sunday_ends_on_monday() {
    walk.goTo(LocalDate.of(2026, 11, 20));
    Walk.At other = walk.opened(karin.viewer(), walk.opening());
    UUID transfer =
        done(
            transfers.ask(
                karin.viewer(),
                other.file(),
                new Transfers.Request(
                    TransferRows.Direction.AWAY,
                    "0180",
                    LocalDate.of(2026, 11, 20),
                    text("Ja."),
                    text("Där."))));
    walk.goTo(LocalDate.of(2026, 12, 21));
    assertThat(refused(transfers.apply(karin.viewer(), other.file(), transfer, walk.today())))
        .containsExactly("transfer_is_tried.early");
    walk.goTo(LocalDate.of(2026, 12, 22));
    done(transfers.apply(karin.viewer(), other.file(), transfer, walk.today()));
    assertThat(karin.open(Desk.file(other.file())).body()).contains("kommunen med kod 0180");
  }

  @Test
  void a_no_opens_the_way_to_ivo_at_once() {
    UUID transfer = asked(TransferRows.Direction.AWAY);
    done(transfers.answer(karin.viewer(), at.file(), transfer, false, SENT, text("Nej.")));
    assertThat(page()).contains(APPLY, "Nej, 21 november 2026");
    done(transfers.apply(karin.viewer(), at.file(), transfer, SENT));
  }

  @Test
  void what_another_municipality_asks_is_answered_at_once_and_stands_against_closing() {
    UUID transfer = asked(TransferRows.Direction.HERE);
    assertThat(page())
        .contains("Från Enköping: vi ska ta över", "Svara på begäran om överflyttning");
    assertThat(
            people.count(
                "select count(*) from casework.task where record = ? and kind = 'answer_transfer' and duty and (due_at at time zone 'Europe/Stockholm')::date = '2026-11-21'",
                transfer))
        .isOne();
    walk.goTo(LAST.plusDays(1));
    assertThat(page()).contains("Den andra kommunen har ansökt hos IVO");
    done(
        transfers.answer(
            karin.viewer(), at.file(), transfer, false, walk.today(), text("Hon vill stanna.")));
    assertThat(tasks("answer_transfer", true)).isZero();
    assertThat(people.log(at.file())).contains("receive_transfer:done", "answer_transfer:done");
  }
}
