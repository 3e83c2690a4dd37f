package se.fristad.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.casework.facts.CaseClosed;
import se.fristad.casework.facts.CaseFact;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.RiskAssessed;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.contact.People;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.intake.IntakeConcluded;
import se.fristad.law.PublicHolidays;

/// One road, whole: from the first word on a phone to a figure. Each step is a method, taken in a
/// real browser by whoever takes it, and seen three ways: what stands in the tables, what stands in
/// the log, what the other rooms were told. Read this first, and then [OneThreadTest].
@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  @Autowired private TestStaff staff;
  @Autowired private People people;
  @Autowired private TestEvents events;
  @Autowired private TestClock clock;
  @LocalServerPort private int port;

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private Page phone;

  /// Karin is a caseworker: she answers, receives, investigates, decides.
  @SuppressWarnings("NullAway.Init")
  private Page karin;

  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person karinHerself;

  /// Birgitta is the head: she writes down who may decide.
  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person birgittaHerself;

  /// Nils is a caseworker too, and has nothing to do with her.
  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person nilsHimself;

  /// Dana is on duty in the night.
  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person danaHerself;

  /// Johan gives the support.
  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person johanHimself;

  @SuppressWarnings("NullAway.Init")
  private UUID thread;

  @SuppressWarnings("NullAway.Init")
  private UUID intake;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  private final Map<String, Long> before = new TreeMap<>();

  @SuppressWarnings("NullAway.Init")
  private Instant began;

  @SuppressWarnings("NullAway.Init")
  RoadTest() {}

  @BeforeAll
  void theHouseIsOpen() {
    clock.reset();
    began = clock.instant();
    // whom earlier tests left waiting, so that she stands on the inbox's first page
    people.byHand("delete from contact.thread");
    // and whoever earlier tests gave her number: the night finds by it
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    // what earlier tests told is counted first
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            people.count(
                    "select count(*) from events_support.event_publication"
                        + " where listener_id like '%statistics%'")
                == 0);
    events.forget();
    for (String measure : measures()) {
      before.put(measure, counted(measure));
    }
    // the list of mandates shows the first page of those that others have given here
    people.byHand("delete from casework.mandate");
    karinHerself = staff.addWithPassword(Role.CASEWORKER);
    birgittaHerself = staff.addWithPassword(Role.HEAD);
    johanHimself = staff.addWithPassword(Role.TREATMENT_WORKER);
    nilsHimself = staff.addWithPassword(Role.CASEWORKER);
    danaHerself = staff.addWithPassword(Role.DUTY_SOCIAL_SERVICE);
    chromium = new Chromium();
    karin = logIn(karinHerself);
  }

  @AfterAll
  void close() {
    clock.reset();
    chromium.close();
  }

  @AfterEach
  void keepTheLastPage() {
    picture("last");
  }

  @Test
  void a_road_is_walked_from_the_first_word_to_a_figure() {
    sheWritesOnHerPhone();
    karinAnswersAndReceivesHer();
    sheSaysWhoSheIsAndConsents();
    theFirstRiskIsAssessed();
    aNoteIsWrittenFromWhereverOneIs();
    anInvestigationIsOpenedAndMade();
    itIsDecidedBySomebodyWithAMandate();
    sheIsToldAndKnowsTheLastDayToAppeal();
    whoInvestigatedIsRefusedToGiveTheSupport();
    somebodyElseGivesIt();
    whoHasNothingToDoWithHerFindsNothing();
    theNightSeesWhatItNeedsAndTellsTheDay();
    theDayReadsItAndTheNightSeesThat();
    theFileIsNotClosedBeforeSheIsAsked();
    sheIsAskedWhetherHerNeedWasMet();
    itIsClosedWithAnOfferToBeContactedAgain();
    andAllOfItIsCounted();
    sheComesBackAndNeedNotTellItAgain();
  }

  private void sheWritesOnHerPhone() {
    phone = chromium.window(true, 390, 800, "sv-SE");
    phone.navigate(address("/"));
    // when the centre is shut the doors stand one step further
    if (phone.locator("#write > summary").count() > 0) {
      phone.locator("#write > summary").click();
    }
    phone.locator("#write .door > summary").first().click();
    phone.locator("#begin-support").fill("Han slår mig. Jag vet inte vart jag ska ta vägen.");
    phone.locator("#write .door form button[type=submit]").first().click();
    assertThat(phone.locator("#state")).containsText("har kommit fram");

    thread = people.id("select id from contact.thread order by begun_at desc limit 1");
    // the public face owns no table and tells nothing: she is counted when somebody answers
    assertThat(people.log(thread)).isEmpty();
    assertThat(events.of(ContactBegun.class)).isEmpty();
  }

  private void karinAnswersAndReceivesHer() {
    karin.navigate(address("/staff/inbox"));
    karin.locator("#inbox-rows a[href$='" + thread + "']").first().click();
    karin
        .locator("#answer textarea[name=words]")
        .fill("Du är välkommen hit i dag. Kom när du kan.");
    karin.locator("#answer button:not([name])").last().click();
    assertThat(karin.locator(".conversation")).containsText("Du är välkommen hit");
    assertThat(phone.locator("#lines")).containsText("Du är välkommen hit");
    assertThat(people.log(thread)).contains("answer:done");
    assertThat(events.of(ContactBegun.class)).hasSize(1);
    press(karin.locator("form[action='/staff/intakes'] button"));
    press(karin.locator("form#intake button[value=rest]"));
    karin.locator("form#intake input[name=q_danger_now][value=no]").check();
    karin.locator("form#intake input[name=q_safe_to_talk][value=yes]").check();
    karin.locator("form#intake input[name=children][value=no]").check();
    karin.locator("form#intake select[name=municipality]").selectOption("0380");
    karin.locator("form#intake select[name=source]").selectOption("self");
    karin.locator("form#intake input[name=outcome][value=opens]").check();
    press(karin.locator("form#intake button[value=conclude]"));

    intake = people.id("select id from intake.intake where thread = ?", thread);
    one("select count(*) from intake.intake where id = ? and state = 'concluded'", intake);
    assertThat(people.log(intake)).contains("conclude:done");
    assertThat(events.of(IntakeConcluded.class)).hasSize(1);
  }

  private void sheSaysWhoSheIsAndConsents() {
    karin.navigate(address("/staff/intakes/" + intake));
    karin.locator("a[href='/staff/openings?intake=" + intake + "']").click();
    assertThat(karin.locator("select[name=municipality]")).hasValue("0380");
    fill("name", "Ylva Exempel");
    fill("number", "19900316-2387");
    fill("safe_contact", "Ring bara före klockan tre, och aldrig i helgen.");
    fill("telephone", "070-174 06 10");
    karin.locator("select[name=protection]").selectOption("none");
    fill("consent_until", today().plusMonths(6).toString());
    fill("consent_how", "Muntligt, i rummet.");
    send();
    refused("Personnumret stämmer");
    assertThat(karin.locator("textarea[name=safe_contact]")).hasValue(Pattern.compile("aldrig"));
    picture("opening-refused");
    none("select count(*) from casework.file where opened_by = ?", karinHerself.staff());
    fill("number", "19900316-2386");
    send();

    file = people.id("select id from casework.file where opened_by = ?", karinHerself.staff());
    assertThat(karin.url()).isEqualTo(address("/staff/files/" + file));
    assertThat(karin.locator("h1")).hasText("Ylva Exempel");
    assertThat(karin.locator(".file-head")).containsText("Ring bara före klockan tre");
    one("select count(*) from casework.consent where file = ? and withdrawn_at is null", file);
    one("select count(*) from intake.intake where id = ? and taken_up_at is not null", intake);
    assertThat(people.log(file)).contains("open_file:refused", "open_file:done");
    assertThat(people.log(intake)).contains("take_up:done");
    assertThat(events.of(CaseFact.class)).isEmpty();
  }

  private void theFirstRiskIsAssessed() {
    next("Bedöm risken");
    check("a_danger_now", "no");
    check("a_strangulation", "yes");
    check("a_weapon", "unknown");
    fill("a_estimate", "8");
    // saved as one writes; what the answers come to stands in one sentence
    assertThat(karin.locator("#step-says")).containsText("Hög risk: svaret på ”Har någon tagit");
    assertThat(karin.locator("#step-says")).containsText("8 av 10");
    assertThat(karin.locator("#step-saved")).containsText("Sparat");
    karin.navigate(address("/staff/files/" + file));
    assertThat(karin.locator(".next-steps")).containsText("Påbörjat");
    next("Bedöm risken");
    assertThat(karin.locator("input[name=a_strangulation][value=yes]")).isChecked();
    send();
    refused("Någon står för risknivån");
    check("level", "high");
    picture("assessment");
    send();

    assertThat(karin.locator(".file-head")).containsText("Hög risk");
    one("select count(*) from casework.assessment where file = ? and level = 'high'", file);
    none("select count(*) from casework.form where file = ?", file);
    assertThat(people.log(file)).contains("save_form:done", "assess:done");
    assertThat(events.of(RiskAssessed.class)).hasSize(1);
    picture("file");
  }

  private void aNoteIsWrittenFromWhereverOneIs() {
    int told = told();
    next("Skriv in samtycke");
    assertThat(karin.locator(".file-head")).containsText("Hög risk");
    karin.locator("h1").click();
    karin.keyboard().press("?");
    assertThat(karin.locator("#keys")).containsText("Skriv en anteckning i journalen");
    karin.keyboard().press("Escape");
    karin.keyboard().press("n");
    karin.keyboard().type("Hon sover hos en vän i natt.");
    karin.locator("#note button[value=send]").click();
    assertThat(karin.locator("#note")).containsText("Anteckningen skrevs");
    assertThat(karin.locator("h1")).hasText("Skriv in samtycke");

    one("select count(*) from casework.note where file = ?", file);
    assertThat(people.log(file)).contains("note:done");
    assertThat(told()).isEqualTo(told);
    karin.navigate(address("/staff/files/" + file));
    assertThat(karin.locator("#content")).containsText("Hon sover hos en vän i natt.");
  }

  private void anInvestigationIsOpenedAndMade() {
    next("Inled utredning");
    send();
    one("select count(*) from casework.investigation where file = ? and state = 'open'", file);
    assertThat(people.log(file)).contains("open_investigation:done");
    assertThat(events.of(InvestigationOpened.class)).hasSize(1);

    int told = told();
    next("Skriv klart utredningen");
    check("kinds", "physical");
    check("kinds", "control");
    fill("period", "I tre år, oftare det sista halvåret.");
    fill("own_words", "Jag vågar inte sova.");
    send();
    refused("Våldet kartlagt och behoven nedskrivna");
    assertThat(karin.locator("textarea[name=own_words]")).hasValue("Jag vågar inte sova.");
    karin.locator("select[name=p0_relation]").selectOption("partner");
    karin.locator("select[name=n0_domain]").selectOption("protection");
    check("n0_horizon", "acute");
    fill("n0_who", "Resurscentrum");
    fill("n0_words", "Någonstans att sova.");
    picture("investigation");
    send();

    one("select count(*) from casework.investigation where file = ? and state = 'concluded'", file);
    assertThat(people.log(file))
        .contains("conclude_investigation:refused", "conclude_investigation:done");
    // what was mapped is told with the decision, not before
    assertThat(told()).isEqualTo(told);
  }

  private void itIsDecidedBySomebodyWithAMandate() {
    next("Besluta");
    // nothing to say yet, and no empty box that says it
    assertThat(karin.locator("#step-says")).isHidden();
    check("applied_for", "support_talks");
    check("granted", "support_talks");
    karin.locator("input[name=ground]").first().check();
    check("children", "no");
    fill("motive", "Ylva behöver stöd för att kunna lämna, och det går inte att få på annat sätt.");
    send();
    refused("Den som beslutar har delegation");
    none("select count(*) from casework.decision where file = ?", file);
    assertThat(people.log(file)).contains("decide:refused");
    assertThat(events.of(Decided.class)).isEmpty();
    picture("decision-refused");
    birgittaGivesTheMandate();
    send();

    one(
        "select count(*) from casework.decision where file = ? and decided_by = ?",
        file,
        karinHerself.staff());
    assertThat(people.log(file)).contains("decide:refused", "decide:done");
    assertThat(events.of(Decided.class)).hasSize(1);
    assertThat(events.of(ViolenceMapped.class)).hasSize(1);
  }

  private void birgittaGivesTheMandate() {
    int told = told();
    Page birgitta = logIn(birgittaHerself);
    birgitta.navigate(address("/staff/mandates"));
    Locator form = birgitta.locator("form#step");
    form.locator("select[name=staff]").selectOption(karinHerself.staff().toString());
    form.locator("input[name=until]").fill(today().plusYears(1).toString());
    form.locator("input[name=types][value=support_talks]").check();
    press(birgitta, form.locator("button[value=send]"));
    assertThat(birgitta.locator("table")).containsText("Stödsamtal");
    birgitta.context().close();

    UUID mandate =
        people.id(
            "select id from casework.mandate where staff = ? and given_by = ?",
            karinHerself.staff(),
            birgittaHerself.staff());
    assertThat(people.log(mandate)).endsWith("give_mandate:done");
    // who may decide is no figure
    assertThat(told()).isEqualTo(told);
  }

  private void sheIsToldAndKnowsTheLastDayToAppeal() {
    int told = told();
    next("Skriv in när personen fick veta beslutet");
    send();

    one(
        "select count(*) from casework.decision where file = ? and served_on is not null"
            + " and appeal_legal >= served_on + 21",
        file);
    assertThat(people.log(file)).contains("serve_decision:done");
    // when she was told is hers and the file's, and no figure
    assertThat(told()).isEqualTo(told);
    assertThat(karin.locator("#content")).containsText("Sista dag att överklaga");
  }

  private void whoInvestigatedIsRefusedToGiveTheSupport() {
    karin.locator(".next-steps a[href*='/steps/support/']").first().click();
    check("type", "support_talks");
    fill("goal", "Att Ylva sover om nätterna.");
    check("provider", "own");
    check("horizon", "short");
    fill("begins_on", today().toString());
    karin.locator("select[name=delivered_by]").selectOption(karinHerself.staff().toString());
    send();
    refused("Den som utreder ger inte insatsen");
    none("select count(*) from casework.support where file = ?", file);
    assertThat(people.log(file))
        .contains("grant_support:refused")
        .doesNotContain("grant_support:done");
    assertThat(events.of(SupportGranted.class)).isEmpty();
    picture("support-refused");
  }

  private void somebodyElseGivesIt() {
    karin.locator("select[name=delivered_by]").selectOption(johanHimself.staff().toString());
    send();

    one(
        "select count(*) from casework.support where file = ? and delivered_by = ?",
        file,
        johanHimself.staff());
    assertThat(people.log(file)).contains("grant_support:done");
    assertThat(events.of(SupportGranted.class)).hasSize(1);

    Page johan = logIn(johanHimself);
    johan.navigate(address("/staff/files/" + file));
    assertThat(johan.locator(".file-head")).containsText("Ring bara före klockan tre");
    assertThat(johan.locator("#content")).containsText("Att Ylva sover om nätterna.");
    assertThat(johan.locator("#content")).not().containsText("Jag vågar inte sova");
    johan.context().close();
  }

  private void whoHasNothingToDoWithHerFindsNothing() {
    Page nils = logIn(nilsHimself);
    for (String path : new String[] {"", "/journal", "/plan", "/steps/note", "/why"}) {
      assertThat(status(nils, "/staff/files/" + file + path)).as(path).isEqualTo(404);
    }
    assertThat(nils.locator("body")).not().containsText("Ylva");
    nils.navigate(address("/staff/files"));
    assertThat(nils.locator("#content")).not().containsText("Ylva Exempel");
    nils.context().close();
    assertThat(people.log(file)).contains("open:not_there");
  }

  private void theNightSeesWhatItNeedsAndTellsTheDay() {
    clock.set(evening().atTime(22, 30).atZone(HERE).toInstant());
    int told = told();
    Page dana = logIn(danaHerself);
    assertThat(status(dana, "/staff/files/" + file)).isEqualTo(404);
    dana.navigate(address("/staff/duty"));
    dana.locator("input[name=value]").fill("19900316-2386");
    dana.locator("input[name=why][value=herself]").check();
    dana.locator("textarea[name=words]").fill("Hon ringer: han står utanför porten.");
    press(dana, dana.locator("form:has(input[name=value]) button"));

    assertThat(dana.locator(".file-head")).containsText("Ring bara före klockan tre");
    assertThat(dana.locator(".file-head")).containsText("Hög risk");
    assertThat(dana.locator("body")).not().containsText("Jag vågar inte sova");
    picture(dana, "night");
    dana.locator("textarea[name=words]").fill("Polisen är där. Ring henne före nio.");
    press(dana, dana.locator("form[action$='/note'] button"));
    dana.context().close();

    two("select count(*) from casework.night_event where file = ? and read_at is null", file);
    assertThat(people.log(file)).contains("look_herself:done", "tell_day:done");
    // what the night does is the file's, and no figure
    assertThat(told()).isEqualTo(told);
  }

  private void theDayReadsItAndTheNightSeesThat() {
    clock.set(evening().plusDays(1).atTime(9, 5).atZone(HERE).toInstant());
    karin.context().close();
    karin = logIn(karinHerself);
    karin.navigate(address("/staff/day"));
    assertThat(karin.locator("#content")).containsText("2 händelser i natt är olästa");
    picture("day");
    for (int unread = 2; unread > 0; unread--) {
      karin.navigate(address("/staff/day"));
      karin.locator("a[href*='/steps/read_night/']").first().click();
      check("read", "1");
      send();
    }
    none("select count(*) from casework.night_event where file = ? and read_at is null", file);
    assertThat(people.log(file)).contains("read_night:done");
    assertThat(karin.locator("#content")).containsText("Jouren skrev till dagen");
    assertThat(karin.locator("#content")).not().containsText("Någon som inte längre arbetar här");

    Page dana = logIn(danaHerself);
    dana.navigate(address("/staff/duty"));
    assertThat(dana.locator("table")).containsText("Läst");
    assertThat(dana.locator("table")).not().containsText("Oläst");
    dana.context().close();
  }

  /// The first evening to come with a working day after it.
  private LocalDate evening() {
    LocalDate evening = LocalDate.ofInstant(began, HERE).plusDays(1);
    while (!isWorkingDay(evening.plusDays(1))) {
      evening = evening.plusDays(1);
    }
    return evening;
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().getValue() < 6 && !PublicHolidays.isHoliday(day);
  }

  private void theFileIsNotClosedBeforeSheIsAsked() {
    int told = told();
    karin.locator(".next-steps a[href*='/steps/support_ends/']").first().click();
    fill("ended_on", today().toString());
    send();
    one("select count(*) from casework.support where file = ? and ended_on is not null", file);
    karin.locator(".next-steps a[href$='/steps/closing']").click();
    fill("why", "Ylva har flyttat och sover om nätterna.");
    send();
    refused("Behovet är uppföljt");
    refused("Ny kontakt erbjuds");
    none("select count(*) from casework.file where id = ? and closed_at is not null", file);
    assertThat(people.log(file)).contains("end_support:done", "close_file:refused");
    // a support is counted when it is granted, and a closing only when it is done
    assertThat(told()).isEqualTo(told);
    press(karin.locator("button[value=save]"));
  }

  private void sheIsAskedWhetherHerNeedWasMet() {
    karin.locator(".next-steps a[href$='/steps/follow_up_plan']").click();
    fill("due_on", today().toString());
    int told = told();
    send();
    one("select count(*) from casework.follow_up where file = ? and done_at is null", file);
    assertThat(people.log(file)).contains("plan_follow_up:done");
    // a plan is no figure; her answer is
    assertThat(told()).isEqualTo(told);
    karin.locator(".next-steps a[href*='/steps/follow_up/']").first().click();
    check("need_met", "yes");
    fill("words", "Ja. Jag sover nu.");
    send();

    one("select count(*) from casework.follow_up where file = ? and need_met = 'yes'", file);
    assertThat(people.log(file)).contains("follow_up:done");
    assertThat(events.of(FollowedUp.class)).hasSize(1);
  }

  private void itIsClosedWithAnOfferToBeContactedAgain() {
    // nobody is contacted again who has not been asked how that is done without danger
    next("Fråga hur vi får ta kontakt");
    check("call", "may");
    fill("number", "070-174 06 05");
    check("letter", "never");
    send();
    karin.locator(".next-steps a[href$='/steps/closing']").click();
    // what was written before she was asked is there still
    assertThat(karin.locator("textarea[name=why]")).hasValue(Pattern.compile("Ylva har flyttat"));
    check("contact", "wanted");
    fill("contact_how", "Ett samtal, före klockan tre.");
    check("again_by", "call");
    check("months", "3");
    check("months", "12");
    send();

    one("select count(*) from casework.file where id = ? and closed_at is not null", file);
    none("select count(*) from casework.task where file = ? and duty and done_at is null", file);
    one("select count(*) from casework.contact_again where file = ? and months = 3", file);
    one("select count(*) from casework.contact_again where file = ? and months = 12", file);
    assertThat(people.log(file)).contains("close_file:done");
    assertThat(events.of(CaseClosed.class)).hasSize(1);
    assertThat(karin.locator("#content")).containsText("Avslutat");
    picture("closed");
  }

  private void sheComesBackAndNeedNotTellItAgain() {
    clock.advance(Duration.ofMinutes(1));
    int told = told();
    next("Återöppna ärendet");
    check("why", "new_violence");
    fill("words", "Han har hittat henne. Hon ber om hjälp igen.");
    check("reach", "as_before");
    picture("reopening");
    send();

    one("select count(*) from casework.file where id = ? and closed_at is null", file);
    one("select count(*) from casework.reopening where file = ? and why = 'new_violence'", file);
    none("select count(*) from casework.contact_again where file = ? and state = 'waits'", file);
    assertThat(people.log(file)).contains("reopen_file:done");
    assertThat(events.of(CaseClosed.class)).hasSize(1);
    assertThat(told()).isEqualTo(told);
    // all that was told before stands there, and the danger is to be assessed today
    assertThat(karin.locator("#content")).containsText("Hon ber om hjälp igen.");
    assertThat(karin.locator("#content")).containsText("Ylva har flyttat och sover om nätterna.");
    next("Inled utredning");
    send();
    two("select count(*) from casework.investigation where file = ?", file);
    picture("reopened");
  }

  private void andAllOfItIsCounted() {
    for (String measure : measures()) {
      Awaitility.await(measure)
          .atMost(Duration.ofSeconds(20))
          .until(() -> counted(measure) == Objects.requireNonNullElse(before.get(measure), 0L) + 1);
    }
  }

  private static Set<String> measures() {
    return Set.of(
        "contacts",
        "first_answers",
        "intakes",
        "risks",
        "investigations",
        "mapped",
        "decisions",
        "outpatient",
        "follow_ups",
        "closed");
  }

  private long counted(String measure) {
    return people.count(
        "select coalesce(sum(n), 0) from statistics.counter where measure = ? and dimension = ''",
        measure);
  }

  /// How much the other rooms have been told of files. A step that tells nothing leaves it as it
  /// was.
  private int told() {
    return events.of(CaseFact.class).size();
  }

  private void one(String question, Object... values) {
    assertThat(people.count(question, values)).isOne();
  }

  private void two(String question, Object... values) {
    assertThat(people.count(question, values)).isEqualTo(2);
  }

  private int status(Page page, String path) {
    return Objects.requireNonNull(page.navigate(address(path))).status();
  }

  private void none(String question, Object... values) {
    assertThat(people.count(question, values)).isZero();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HERE);
  }

  /// From the file's page to a step that can be taken now.
  private void next(String step) {
    next(Pattern.compile("^" + step));
  }

  private void next(Pattern step) {
    karin
        .locator(".next-steps")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(step))
        .first()
        .click();
    assertThat(karin.locator("form#step")).isVisible();
  }

  private void fill(String field, String text) {
    karin.locator("form#step [name=" + field + "]").fill(text);
  }

  private void check(String field, String value) {
    karin.locator("form#step input[name=" + field + "][value='" + value + "']").check();
  }

  private void send() {
    press(karin.locator("form#step button[value=send]"));
  }

  /// Presses a button and waits for the page that it leads to.
  private void press(Locator button) {
    press(karin, button);
  }

  private static void press(Page page, Locator button) {
    page.waitForResponse(
        response -> response.request().isNavigationRequest() && response.status() != 303,
        button::click);
    page.waitForLoadState();
  }

  /// The step was not taken; the rule stands in the summary, with a paragraph.
  private void refused(String rule) {
    assertThat(karin.locator("form#step").locator(".error-summary, .notice-danger").first())
        .isVisible();
    assertThat(karin.locator("form#step"))
        .containsText(Pattern.compile(rule + ", [^)]+\\)", Pattern.DOTALL));
  }

  private Page logIn(TestStaff.Person person) {
    Page page = chromium.window(true, 1280, 900, "sv-SE");
    page.navigate(address("/staff/login"));
    Locator form = page.locator("form[action='/staff/login']");
    form.locator("input[name=name]").fill(person.login());
    form.locator("input[name=password]").fill(TestStaff.PASSWORD);
    form.locator("input[name=code]").fill(staff.digits(person.secret(), 0));
    form.locator("button").last().click();
    assertThat(page.locator(".me-who")).isVisible();
    return page;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  /// Keeps what stands on the screen in `target/pictures`; the documents' pictures are these.
  private void picture(String name) {
    picture(name, 390);
    picture(name, 1280);
  }

  private void picture(String name, int width) {
    picture(karin, name, width);
  }

  private static void picture(Page page, String name) {
    picture(page, name, 390);
    picture(page, name, 1280);
  }

  private static void picture(Page page, String name, int width) {
    page.setViewportSize(width, 900);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pictures", name + "-" + width + ".png")));
  }
}
