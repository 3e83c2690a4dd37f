package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// The duty social service at night: the card of somebody in danger, what is decided, and what the
/// day reads in the morning.
@FristadTest
@Import({Walk.class, Desk.class})
@DisplayName("The duty social service")
class DutyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String WHY = "Hon står på Resecentrum och vågar inte gå hem.";
  private static final String SECRET = "Ett ord ur journalen som jouren inte behöver.";

  @Autowired private Road road;
  @Autowired private AcuteRoad acute;
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
    done(road.note(karin.viewer(), file, text(SECRET)));
    at(22, 10);
  }

  private void at(int hour, int minute) {
    clock.set(DAY.atTime(hour, minute).atZone(Files.HERE).toInstant());
  }

  private void morning() {
    clock.set(DAY.plusDays(1).atTime(9, 5).atZone(Files.HERE).toInstant());
  }

  private String card() {
    return DutyPages.HREF + "/" + file;
  }

  private Browser.Answer look(Desk.Worker worker, String value, String why, String words) {
    return worker
        .browser()
        .postFrom(
            DutyPages.HREF, DutyPages.HREF, Map.of("value", value, "why", why, "words", words));
  }

  private long unread() {
    return people.count(
        "select count(*) from casework.night_event where file = ? and read_at is null", file);
  }

  // forbidden

  @ParameterizedTest
  @EnumSource(Role.class)
  void no_other_role_looks_a_card_up(Role role) {
    if (role != Role.DUTY_SOCIAL_SERVICE) {
      assertThat(acute.look(in(role), text(number), AcuteRoad.Looking.HERSELF, text(WHY)))
          .isNotInstanceOf(Step.Done.class);
      assertThat(acute.decideAtNight(in(role), file, protecting()))
          .isInstanceOf(Step.NotThere.class);
      assertThat(acute.tellDay(in(role), file, text(WHY))).isInstanceOf(Step.NotThere.class);
    }
    assertThat(unread()).isZero();
  }

  @Test
  void whose_card_she_has_not_looked_up_is_not_there_nor_can_anything_be_written() {
    assertThat(duty.open(card()).status()).isEqualTo(404);
    assertThat(acute.decideAtNight(duty.viewer(), file, protecting()))
        .isInstanceOf(Step.NotThere.class);
    assertThat(acute.tellDay(duty.viewer(), file, text(WHY))).isInstanceOf(Step.NotThere.class);
    assertThat(duty.open(Desk.file(file)).status()).isEqualTo(404);
    look(duty, number, "herself", WHY);
    assertThat(desk.in(Role.DUTY_SOCIAL_SERVICE).open(card()).status())
        .as("a colleague's look is not hers")
        .isEqualTo(404);
  }

  @Test
  void by_day_the_page_is_closed_but_for_the_receipts() {
    look(duty, number, "herself", WHY);
    assertThat(duty.open(card()).status()).isEqualTo(200);
    morning();
    assertThat(duty.open(DutyPages.HREF).body())
        .contains("Jouren är stängd", "Det du har lämnat till dagen", "Jouren öppnade kortet")
        .doesNotContain("name=\"value\"");
    assertThat(duty.open(card()).status()).isEqualTo(404);
    assertThat(duty.open(AcuteOpeningPages.HREF).location()).isEqualTo(DutyPages.HREF);
    long before = people.count("select count(*) from casework.night_event");
    assertThat(acute.look(duty.viewer(), text(number), AcuteRoad.Looking.POLICE, text(WHY)))
        .isInstanceOf(Step.NotThere.class);
    assertThat(acute.tellDay(duty.viewer(), file, text(WHY))).isInstanceOf(Step.NotThere.class);
    assertThat(people.count("select count(*) from casework.night_event")).isEqualTo(before);
  }

  @Test
  void whoever_has_no_card_and_whoever_she_may_not_see_get_one_answer() {
    people.byHand(
        "insert into casework.conflict (file, staff, at, declared_by) values ('%s', '%s', now(), '%s')"
            .formatted(file, duty.id(), duty.id()));
    Browser.Answer notForHer = look(duty, number, "herself", WHY);
    Browser.Answer notThere = look(duty, Walk.number(LocalDate.of(1971, 1, 1)), "herself", WHY);
    assertThat(notForHer.status()).isEqualTo(notThere.status()).isEqualTo(422);
    assertThat(notForHer.body()).contains("inget kort som kan öppnas så", "Resecentrum");
    assertThat(notThere.body()).contains("inget kort som kan öppnas så");
    assertThat(unread()).isZero();
    assertThat(people.log(file)).contains("look_herself:not_there");
  }

  @Test
  void somebody_with_another_identity_has_no_card() {
    done(
        road.protect(
            in(Role.HEAD),
            file,
            new Road.Protecting(Road.Protection.FICTITIOUS, text(""), null, text(""), null)));
    assertThat(look(duty, number, "herself", WHY).status()).isEqualTo(422);
  }

  @Test
  void a_card_is_seen_for_twelve_hours_at_most_however_long_the_night_is() {
    clock.set(DAY.plusDays(5).atTime(7, 0).atZone(Files.HERE).toInstant());
    look(duty, number, "herself", WHY);
    clock.set(DAY.plusDays(5).atTime(18, 59).atZone(Files.HERE).toInstant());
    assertThat(duty.open(card()).status()).isEqualTo(200);
    clock.set(DAY.plusDays(5).atTime(19, 1).atZone(Files.HERE).toInstant());
    assertThat(duty.open(card()).status()).isEqualTo(404);
  }

  // refused

  @ParameterizedTest
  @ValueSource(strings = {"Ylva Exempel", "070-174 06 05", "19900316"})
  void nobody_is_found_by_a_name_a_telephone_or_half_a_number(String value) {
    Browser.Answer answer = look(duty, value, "herself", WHY);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("varken ett helt personnummer", value);
  }

  @Test
  void without_a_reason_no_card_opens_and_nothing_typed_is_lost() {
    Browser.Answer unsaid = look(duty, number, "", "Kort");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("Välj ett av svaren.", number);
    assertThat(look(duty, number, "police", "Kort").body()).contains("Skriv vad som har hänt.");
    assertThat(unread()).isZero();
  }

  // done

  @Test
  @DisplayName("the card shows what is needed and nothing else; the day is told of the look")
  void the_card_shows_what_is_needed_and_the_day_is_told() {
    assertThat(look(duty, number, "police", WHY).location()).isEqualTo(card());
    assertThat(people.log(file)).contains("look_police:done");
    assertThat(events.of(NightHappened.class))
        .anyMatch(one -> one.file().equals(file) && one.what().equals("looked"));
    assertThat(
            people.count(
                "select count(*) from casework.night_event where file = ? and what = 'looked' and night = ? and until_at <= at + interval '12 hours' and position(convert_to('Resecentrum', 'UTF8') in sealed) = 0",
                file,
                java.sql.Date.valueOf(DAY)))
        .isOne();
    assertThat(duty.open(card()).body())
        .contains(
            "Ylva Exempel",
            "Ring bara före klockan tre.",
            "Risken är inte bedömd",
            "inget skyddat boende nu",
            "Inget beslut ger stöd nu.")
        .doesNotContain(SECRET, "Prästgatan", CasePages.FILES);
    assertThat(people.log(file)).contains("open:read");

    morning();
    String day = karin.open("/staff/day").body();
    assertThat(day).contains("1 händelse i natt är oläst", "Jouren öppnade kortet", "Har väntat");
    assertThat(desk.in(Role.HEAD).open("/staff/day").body()).contains("Jouren öppnade kortet");
    assertThat(desk.in(Role.CASEWORKER).open("/staff/day").body())
        .doesNotContain("i natt är oläst");
  }

  @Test
  @DisplayName("the day reads, and the duty sees the receipt")
  void the_day_reads_and_the_duty_sees_that() {
    look(duty, number, "herself", WHY);
    assertThat(
            duty.browser()
                .postFrom(
                    card(),
                    card() + "/note",
                    Map.of("words", "", "form", UUID.randomUUID().toString()))
                .body())
        .contains("Skriv vad den andra behöver veta.");
    String form = UUID.randomUUID().toString();
    Map<String, String> note = Map.of("words", "Ring henne före nio.", "form", form);
    duty.browser().postFrom(card(), card() + "/note", note);
    duty.browser().postFrom(card(), card() + "/note", note);
    assertThat(
            people.count(
                "select count(*) from casework.night_event where file = ? and what = 'note'", file))
        .as("a double click is one")
        .isOne();
    assertThat(people.log(file)).contains("tell_day:done");
    assertThat(unread()).isEqualTo(2);

    morning();
    UUID event =
        people.id(
            "select id from casework.night_event where what = 'note' and file = '" + file + "'");
    String read = Desk.step(file, "read_night", event);
    assertThat(desk.in(Role.CASEWORKER).open(read).status()).isEqualTo(404);
    assertThat(karin.open(read).body()).contains("Ring henne före nio.");
    assertThat(karin.send(read).body()).contains("Kryssa för att du har läst.");
    assertThat(unread()).isEqualTo(2);
    assertThat(karin.send(read, "read", "1").location()).isEqualTo(Desk.file(file));
    assertThat(unread()).isOne();
    assertThat(
            people.count(
                "select count(*) from casework.night_event where id = ? and read_by = ?",
                event,
                karin.id()))
        .isOne();
    assertThat(people.log(file)).contains("read_night:done");
    assertThat(events.of(NightRead.class)).anyMatch(one -> one.event().equals(event));
    assertThat(duty.open(DutyPages.HREF).body()).contains("Läst", "Oläst");
    assertThat(karin.open("/staff/day").body())
        .contains("1 händelse i natt är oläst")
        .doesNotContain("händelser i natt är olästa");
  }

  @Test
  @DisplayName("the day asks the night to watch, and sees that it is read")
  void the_day_asks_the_night_to_watch() {
    walk.goTo(DAY);
    String watch = Desk.step(file, "watch");
    assertThat(karin.send(watch, "night", DAY.minusDays(1).toString(), "words", "x").body())
        .contains("Välj en kväll från i dag");
    assertThat(
            karin.send(watch, "night", DAY.toString(), "words", "Han släpps i kväll.").location())
        .isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("watch:done");
    assertThat(duty.open(DutyPages.HREF).body())
        .contains("Jouren är stängd")
        .doesNotContain("Läs och kvittera");
    UUID event =
        people.id(
            "select id from casework.night_event where what = 'watch' and file = '" + file + "'");
    assertThat(acute.receiveWatch(duty.viewer(), event)).isInstanceOf(Step.NotThere.class);

    at(17, 0);
    assertThat(duty.open(DutyPages.HREF).body())
        .contains("Läs och kvittera")
        .doesNotContain("Han släpps i kväll.");
    Browser.Answer read =
        duty.browser().postFrom(DutyPages.HREF, DutyPages.HREF + "/watch/" + event, Map.of());
    assertThat(read.location()).isEqualTo(card());
    assertThat(duty.open(card()).body()).contains("Han släpps i kväll.");
    assertThat(people.log(file)).contains("look_day:done");
    assertThat(
            people.count(
                "select count(*) from casework.night_event where id = ? and read_by = ?",
                event,
                duty.id()))
        .isOne();
    assertThat(karin.open(watch).body()).contains("läst av jouren");
    // tomorrow's night does not see it
    clock.set(DAY.plusDays(1).atTime(17, 0).atZone(Files.HERE).toInstant());
    assertThat(duty.open(DutyPages.HREF).body()).contains("Dagen har inte bett om något");
  }

  private AcuteRoad.Acute protecting() {
    return new AcuteRoad.Acute(
        Set.of(SupportType.SHELTER, SupportType.GUIDANCE),
        Set.of(SupportType.SHELTER),
        clock.instant(),
        LocalDate.ofInstant(clock.instant(), Files.HERE).plusDays(3),
        AcuteRoad.Danger.NOW,
        text("Han letar efter henne."),
        text("Jag vill sova någonstans."),
        false,
        text(""),
        text(""),
        text("Hon kan inte vara hemma i natt."),
        AcuteRoad.Afterwards.INVESTIGATION,
        text(""),
        text("Hon sa ja i telefon."));
  }

  private static String[] fields(Map<String, String> more) {
    return more.entrySet().stream()
        .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
        .toArray(String[]::new);
  }

  private static final Map<String, String> PROTECTED =
      Map.ofEntries(
          Map.entry("wanted", "shelter"),
          Map.entry("granted", "shelter"),
          Map.entry("danger", "now"),
          Map.entry("risk", "Han letar efter henne."),
          Map.entry("children", "no"),
          Map.entry("from_on", DAY.toString()),
          Map.entry("from_at", "22:00"),
          Map.entry("until_on", DAY.plusDays(3).toString()),
          Map.entry("motive", "Hon kan inte vara hemma i natt."),
          Map.entry("agreed", "Hon sa ja i telefon."),
          Map.entry("afterwards", "investigation"));

  @Test
  @DisplayName("with a mandate the duty decides at night; the day reads what and why")
  void the_duty_decides_and_the_day_reads_what_and_why() {
    look(duty, number, "herself", WHY);
    String form = card() + "/acute";
    Browser.Answer none = duty.send(form, fields(PROTECTED));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("Du har ingen delegation i dag", "Han letar efter henne.");
    walk.mandate(duty.viewer(), AcuteRoad.KINDS, DAY, DAY.plusDays(1));
    assertThat(duty.send(form, fields(PROTECTED)).location()).isEqualTo(card() + "?said=decided");
    assertThat(
            people.count(
                "select count(*) from casework.decision where file = ? and decided_by = ? and acute_until = ?",
                file,
                duty.id(),
                java.sql.Date.valueOf(DAY.plusDays(3))))
        .isOne();
    assertThat(people.log(file)).contains("decide_acute:refused", "decide_acute:done");
    assertThat(events.of(AcuteProtectionDecided.class)).anyMatch(one -> one.file().equals(file));
    assertThat(duty.open(card()).body()).contains("Akut, till och med", "Skyddat boende");
    // it is to be told by the day, not by the night
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'serve_decision' and staff = ? and due_at > ?",
                file,
                karin.id(),
                java.sql.Timestamp.from(DAY.plusDays(1).atStartOfDay(Files.HERE).toInstant())))
        .isOne();
    morning();
    UUID event =
        people.id(
            "select id from casework.night_event where what = 'decided' and file = '" + file + "'");
    assertThat(karin.open(Desk.step(file, "read_night", event)).body())
        .contains("Hon kan inte vara hemma i natt.", "Skyddat boende", "Han letar efter henne.");
  }

  @Test
  @DisplayName("somebody without a name is protected, and the head gives the file out")
  void somebody_without_a_name_is_protected_and_the_head_gives_the_file_out() {
    walk.mandate(duty.viewer(), AcuteRoad.KINDS, DAY, DAY.plusDays(1));
    Browser.Answer page = duty.open(AcuteOpeningPages.HREF);
    String id = page.hidden("form");
    Map<String, String> typed = new java.util.TreeMap<>(PROTECTED);
    typed.put("municipality", "0380");
    typed.put("_form", page.token());
    typed.put("form", id);
    Browser.Answer nameless = duty.browser().post(AcuteOpeningPages.HREF, typed);
    assertThat(nameless.status()).isEqualTo(422);
    assertThat(nameless.body()).contains("Han letar efter henne.");
    typed.put("alias", "Kvinnan från Resecentrum");
    String href = DutyPages.HREF + "/" + id + "?said=decided";
    assertThat(duty.browser().post(AcuteOpeningPages.HREF, typed).location()).isEqualTo(href);
    assertThat(duty.browser().post(AcuteOpeningPages.HREF, typed).location()).isEqualTo(href);
    UUID made = UUID.fromString(id);
    assertThat(
            people.count(
                "select count(*) from casework.decision d join casework.file f on f.id = d.file join casework.person p on p.id = f.person where d.file = ? and f.responsible is null and p.reserve_index is not null",
                made))
        .isOne();
    assertThat(people.log(made)).contains("open_file:done");
    assertThat(duty.open(href).body()).contains("Kvinnan från Resecentrum", "Beslutet är fattat");
    assertThat(
            people.text(
                "select string_agg(kind, ', ' order by kind) from casework.task where file = ? and done_at is null",
                made))
        .isEqualTo(
            "acute_ends, assess_risk, give_out, investigate, read_register, renew_consent, serve_decision");
    morning();
    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(head.open("/staff/day").body())
        .contains("Jouren beslutade om akut skydd", "Ingen svarar för akten");
    done(road.handOver(head.viewer(), made, Walk.handing(karin.id())));
    assertThat(karin.open("/staff/day").body()).contains("Jouren beslutade om akut skydd");
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and staff = ? and kind = 'investigate' and done_at is null",
                made,
                karin.id()))
        .isOne();
  }

  @Test
  void by_day_a_caseworker_opens_a_file_with_it_and_it_is_hers() {
    walk.goTo(DAY);
    Desk.Worker nadja = desk.delegate();
    Browser.Answer page = nadja.open(AcuteOpeningPages.HREF);
    Map<String, String> typed = new java.util.TreeMap<>(PROTECTED);
    typed.put("municipality", "0331");
    typed.put("name", "Disa Exempel");
    typed.put("from_at", "09:30");
    typed.put("_form", page.token());
    typed.put("form", page.hidden("form"));
    Browser.Answer made = nadja.browser().post(AcuteOpeningPages.HREF, typed);
    assertThat(made.location()).isEqualTo(CasePages.FILES + page.hidden("form"));
    UUID hers = UUID.fromString(page.hidden("form"));
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and responsible = ?",
                hers,
                nadja.id()))
        .isOne();
    assertThat(people.count("select count(*) from casework.night_event where file = ?", hers))
        .isZero();
  }
}
