package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.ChildReported;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The forms of the child's road, asked for without a script.
@FristadTest
class ChildPagesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestClock clock;
  @Autowired private AskingForReceipts asking;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  @BeforeEach
  void aFileOfKarins() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    file = walk.opened(karin.viewer(), walk.opening()).file();
    walk.forget();
  }

  private static String[] reporting(String municipality, String... more) {
    String[] fields = {
      "name", "Alva <b>Exempel</b> 🙂",
      "number", Walk.number(LocalDate.of(2016, 6, 1)),
      "school", "Valsätraskolan",
      "safe_contact", "Ring mormor.",
      "protection", "none",
      "municipality", municipality,
      "exposure", "witnessed",
      "seen", "Hörde <i>slagen</i>.",
      "arose_on", "2026-11-23",
      "sent", "now",
      "sent_on", "2026-11-23",
      "sent_time", "09:30",
      "to", "Mottagningen, telefon"
    };
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  private long reports(String where) {
    return people.count("select count(*) from casework.report where " + where);
  }

  private UUID childs() {
    return people.id("select id from casework.file where kind = 'child'");
  }

  private UUID report(String part) {
    return people.id("select id from casework.report where part = ?", part);
  }

  private void done(Browser.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  @Test
  void a_child_is_reported_elsewhere_its_receipt_asked_for_and_the_units_dates_shown_as_theirs() {
    String href = Desk.step(file, "report_child");
    assertThat(karin.open(Desk.file(file)).body())
        .containsSubsequence("Nästa steg", "href=\"" + href + "\"", "Anmäl ett barn");
    assertThat(karin.open(href).body())
        .contains("oavsett vad föräldern tycker", "19 kap. 1 § SoL (2025:400)", "Tierp");
    done(karin.send(href, reporting("0360")));
    assertThat(reports("part = 'made' and sent_at is not null")).isOne();
    assertThat(people.log(file)).contains("report_child:done");
    assertThat(walk.facts()).singleElement().isInstanceOf(ChildReported.class);
    String receipt = Desk.step(file, "child_receipt", report("made"));
    assertThat(karin.open(Desk.file(file)).body())
        .contains(
            "Kvitto på orosanmälan ska ha kommit",
            "Orosanmälningar härifrån",
            "Alva &lt;b&gt;Exempel&lt;/b&gt; 🙂",
            "Har sett eller hört våld",
            "Inget kvitto än",
            "href=\"" + receipt + "\"")
        .doesNotContain("Fråga efter kvittot");
    walk.goTo(LocalDate.of(2026, 11, 25));
    Sides.run(Side.SUPPORT, () -> asking.sweep(clock.instant()));
    assertThat(karin.open("/staff/day").body())
        .contains("Fråga enheten efter kvittot på orosanmälan");
    String ask = Desk.step(file, "ask_for_receipt", report("made"));
    assertThat(karin.send(ask).body())
        .contains("Skriv vem du frågade", "14 kap. 3 § SoL (2025:400)");
    done(karin.send(ask, "asked", "Anna, ringer upp"));
    Browser.Answer early = karin.send(receipt, "receipt_on", "2026-11-20", "receipt_from", "Anna");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body())
        .containsSubsequence("error-summary", "#f-receipt_on", "innan anmälan gjordes", "Anna");
    done(karin.send(receipt, "receipt_on", "2026-11-25", "receipt_from", "Anna, enheten"));
    String answer = Desk.step(file, "child_answer", report("made"));
    assertThat(karin.send(answer, "outcome_on", "x").body())
        .contains("Välj ett av svaren.", "Skriv dagen som år");
    done(
        karin.send(
            answer,
            "outcome",
            "opened",
            "outcome_on",
            "2026-11-25",
            "protection_on",
            "2026-11-24"));
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Enhetens egen uppgift", "Inledd 25 november 2026", "Anna, enheten")
        .doesNotContain(answer, receipt);
  }

  @Test
  void what_is_wrong_stands_beside_the_field_with_its_rule_and_nothing_is_lost() {
    String href = Desk.step(file, "report_child");
    Browser.Answer wrong =
        karin.send(
            href,
            reporting(
                "0360", "number", "20160601-1234", "seen", " ", "to", "", "sent_time", "25:00"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Skriv klockslaget", "value=\"20160601-1234\"");
    Browser.Answer ruled =
        karin.send(href, reporting("0360", "number", "20160601-1234", "seen", " ", "to", ""));
    assertThat(ruled.body())
        .contains(
            "kontrollsiffran",
            "Skriv vad barnet har sett",
            "Skriv vilken enhet",
            "value=\"Alva &lt;b>Exempel&lt;/b> 🙂\"",
            "Anmälan går till kommunens barnenhet");
    assertThat(
            karin
                .send(href, reporting("0360", "number", Walk.number(LocalDate.of(1990, 1, 1))))
                .body())
        .contains("18 år eller äldre", "3 kap. 1 § SoL (2025:400)");
    assertThat(reports("true")).isZero();
    assertThat(people.log(file)).contains("report_child:refused");
    assertThat(walk.facts()).isEmpty();
  }

  @Test
  void reported_here_the_child_has_its_own_page_where_protection_is_assessed_and_it_is_decided() {
    done(karin.send(Desk.step(file, "report_child"), reporting("0380")));
    UUID child = childs();
    assertThat(karin.open(Desk.file(file)).body())
        .contains("href=\"" + Desk.file(child) + "\"", "Till den egna barnenheten");
    String own = karin.open(Desk.file(child)).body();
    assertThat(own)
        .contains(
            "Barnets akt 2026-",
            "Ring mormor.",
            "Bedöm barnets behov av omedelbart skydd",
            "20 kap. 1 § SoL",
            "20 kap. 2 § SoL",
            "Anmälningar om barnet",
            "Valsätraskolan")
        .doesNotContain("Inled utredning", "steps/consent", "steps/support");
    UUID report = report("received");
    String decide = Desk.step(child, "decide_on_child", report);
    Browser.Answer no = karin.send(decide, "decision", "not_opened", "why", "");
    assertThat(no.status()).isEqualTo(422);
    assertThat(no.body())
        .contains(
            "Bedöm behovet av omedelbart skydd innan",
            "Skriv varför ingen utredning inleds, eller inled den.",
            "HSLF-FS 2022:39");
    String protect = Desk.step(child, "assess_protection", report);
    assertThat(
            karin.send(protect, "needed", "yes", "protection_words", "Pappan har nyckel.").body())
        .contains("Skriv vad som görs.", "Pappan har nyckel.");
    done(
        karin.send(
            protect,
            "needed",
            "yes",
            "measures",
            "Barnet är hos mormor.",
            "protection_words",
            "Pappan har nyckel."));
    assertThat(reports("protection_on = '2026-11-23'")).isOne();
    String longer = Desk.step(child, "prolong_preliminary", report);
    assertThat(
            karin
                .send(longer, "reasons", "special", "longer_why", "x", "until", "2027-01-01")
                .body())
        .contains("bara förlängas om det finns synnerliga skäl", "20 kap. 2 § SoL (2025:400)");
    done(karin.send(decide, "decision", "opened"));
    assertThat(people.log(child)).endsWith("decide_on_child:done");
    assertThat(karin.open(Desk.file(child)).body())
        .contains("Slutför barnets utredning", "Inledd 23 november 2026");
    UUID investigation = people.id("select id from casework.investigation where file = ?", child);
    String conclude = Desk.step(child, "conclude_child", investigation);
    assertThat(karin.send(conclude, "ending", "no_support").body())
        .contains("Skriv vad barnet själv tycker", "3 kap. 2 § SoL (2025:400)");
    done(
        karin.send(
            conclude,
            "ending",
            "no_support",
            "opinion",
            "Jag vill bo hos mormor.",
            "investigation_words",
            "Inget mer behövs.",
            "follow_up",
            "1"));
    assertThat(karin.open("/staff/day").status()).isEqualTo(200);
    done(karin.send(Desk.step(child, "end_child_follow_up"), "followed", "Det går bra."));
    done(karin.send(Desk.step(child, "reporter_asks", report), "asked_on", "2026-11-23"));
    done(karin.send(Desk.step(child, "tell_reporter", report), "told", "Muntligt."));
    done(
        karin.send(
            Desk.step(child, "receive_child_report"),
            "reporter",
            "by_duty",
            "who",
            "Kuratorn",
            "exposure",
            "suffered",
            "seen",
            "Ett blåmärke.",
            "reached_on",
            "2026-11-23",
            "reached_time",
            "09:00"));
    assertThat(reports("part = 'received'")).isEqualTo(2);
  }

  @Test
  void my_day_and_the_file_say_how_many_reported_children_nobody_has_answered_for() {
    Desk.Worker head = desk.in(Role.HEAD);
    String none = "Inget anmält barn väntar på kvitto eller beslut";
    assertThat(karin.open("/staff/day").body()).contains(none);
    assertThat(head.open("/staff/day").body()).contains(none);
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain(none);
    done(karin.send(Desk.step(file, "report_child"), reporting("0380")));
    done(
        karin.send(
            Desk.step(file, "report_child"),
            reporting("0360", "number", Walk.number(LocalDate.of(2018, 6, 1)), "sent", "later")));
    UUID child = childs();
    // two reports on the same child are one child
    done(
        karin.send(
            Desk.step(child, "receive_child_report"),
            "reporter",
            "by_duty",
            "exposure",
            "suffered",
            "seen",
            "Ett blåmärke.",
            "reached_on",
            "2026-11-23",
            "reached_time",
            "09:50"));
    assertThat(karin.open("/staff/day").body())
        .containsSubsequence(
            "2 anmälda barn är inte utredda än",
            "Barn som ingen har svarat för",
            "Att anmälan skickas",
            "Vårt beslut om utredning");
    assertThat(head.open("/staff/day").body()).contains("2 anmälda barn är inte utredda än");
    assertThat(head.open("/staff/day").body()).contains(Desk.file(child), Desk.file(file));
    assertThat(karin.open(Desk.file(file)).body()).contains("2 anmälda barn är inte utredda än");
    assertThat(karin.open(Desk.file(child)).body()).contains("Barnet är inte utrett än");
    assertThat(desk.in(Role.CASEWORKER).open("/staff/day").body())
        .as("a colleague's are not hers")
        .contains(none);
    assertThat(desk.in(Role.TREATMENT_WORKER).open("/staff/day").body())
        .doesNotContain(none, "inte utredda än");

    UUID received =
        people.id(
            "select id from casework.report where part = 'received' order by arose_at limit 1");
    done(karin.send(Desk.step(child, "decide_on_child", received), "decision", "opened"));
    assertThat(karin.open(Desk.file(child)).body()).contains(none);
    assertThat(karin.open("/staff/day").body())
        .contains("Ett anmält barn är inte utrett än", "Att anmälan skickas")
        .doesNotContain("Vårt beslut om utredning");
    UUID made =
        people.id("select id from casework.report where part = 'made' and handled = 'elsewhere'");
    done(
        karin.send(
            Desk.step(file, "send_child_report", made),
            "sent_on",
            "2026-11-23",
            "sent_time",
            "09:55",
            "to",
            "Mottagningen"));
    assertThat(karin.open("/staff/day").body()).contains("Kvitto från kommunens barnenhet");
    done(
        karin.send(
            Desk.step(file, "child_receipt", made),
            "receipt_on",
            "2026-11-23",
            "receipt_from",
            "Anna"));
    assertThat(karin.open("/staff/day").body()).contains(none);
    assertThat(karin.open(Desk.file(file)).body()).contains(none);
  }

  @Test
  void nothing_is_asked_that_the_step_does_not_need() {
    assertThat(karin.open(Desk.step(file, "assessment")).body())
        .as("no second person, where the instrument asks for none")
        .contains("Din bedömning")
        .doesNotContain("second_person");
  }

  @Test
  void a_colleague_and_other_roles_find_the_page_that_is_not_there() {
    done(karin.send(Desk.step(file, "report_child"), reporting("0380")));
    UUID child = childs();
    String protect = Desk.step(child, "assess_protection", report("received"));
    Browser.Answer hers = karin.open(protect);
    for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD}) {
      Desk.Worker other = desk.in(role);
      assertThat(other.open(protect).status()).as(role.code()).isEqualTo(404);
      assertThat(other.open(Desk.step(file, "report_child")).status()).isEqualTo(404);
      var form = other.form(hers, "needed", "no", "protection_words", "x");
      form.put("_form", other.open("/staff/roles").token());
      assertThat(other.browser().post(protect, form).status()).as(role.code()).isEqualTo(404);
    }
    assertThat(reports("protection_on is not null")).isZero();
  }
}
