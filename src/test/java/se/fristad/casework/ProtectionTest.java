package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.outgoing.LetterOutcome;
import se.fristad.page.TypedForm;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;

/// Protected personal data in three levels: what each changes, and that it fails closed.
@FristadTest
@DisplayName("Protected personal data")
class ProtectionTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
  private static final String ADDRESS = "Prästgatan 4";
  private static final String WHY = "Hon har ringt och ska ha svar.";

  @Autowired private Road road;
  @Autowired private ChildRoad childRoad;
  @Autowired private Readings readings;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private JdbcClient sql;
  @Autowired private SideKeys keys;
  @Autowired private PlatformTransactionManager transactions;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
  }

  private Road.Who who(Road.Protection protection, String address) {
    return new Road.Who(
        text("Ylva Exempel"),
        text(Walk.number(LocalDate.of(1990, 3, 16))),
        null,
        text(""),
        text(address),
        text("Ring bara före klockan tre."),
        protection,
        "sv");
  }

  private UUID opened(Road.Protection protection, String address) {
    Road.Opening some = walk.opening();
    return done(road.open(
            karin.viewer(),
            new Road.Opening(some.file(), null, "0331", who(protection, address), some.register())))
        .file();
  }

  private UUID opened(Road.Protection protection) {
    return opened(protection, "");
  }

  private void reason(Desk.Worker worker, UUID file) {
    assertThat(
            worker
                .browser()
                .postFrom(
                    Desk.file(file),
                    Desk.file(file) + "/reason",
                    java.util.Map.of("why", "contact", "words", WHY))
                .location())
        .isEqualTo(Desk.file(file));
  }

  // forbidden, refused

  @ParameterizedTest
  @EnumSource(
      value = Road.Protection.class,
      names = {"UNCHECKED", "SECRECY_MARK", "PROTECTED_REGISTRATION"})
  @DisplayName("B-T31 a read of a protected file without a reason is denied and logged")
  void a_read_of_a_protected_file_without_a_reason_is_denied_and_logged(Road.Protection level) {
    UUID file = opened(level);
    Browser.Answer asked = karin.open(Desk.file(file));
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.body())
        .contains("Varför läser du akten?")
        .doesNotContain("Ylva", "1990", "Ring bara", "Heby");
    assertThat(people.log(file)).endsWith("open:not_there");
    for (String kind : new String[] {"note", "person", "protection", "letter"}) {
      assertThat(karin.open(Desk.step(file, kind)).status()).as(kind).isEqualTo(403);
    }
    String reason = Desk.file(file) + "/reason";
    Browser.Answer empty =
        karin
            .browser()
            .postFrom(
                Desk.file(file), reason, java.util.Map.of("why", "contact", "words", " kort "));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Skriv med några ord varför du läser akten nu.", "kort");
    assertThat(
            karin
                .browser()
                .postFrom(Desk.file(file), reason, java.util.Map.of("why", "", "words", WHY))
                .status())
        .isEqualTo(422);
    assertThat(people.count("select count(*) from casework.reading_reason")).isZero();

    // a colleague is not even asked
    Desk.Worker colleague = desk.in(Role.CASEWORKER);
    Browser.Answer notForHer = colleague.open(Desk.file(file));
    Browser.Answer notThere = colleague.open(Desk.file(UUID.randomUUID()));
    assertThat(notForHer.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
    assertThat(
            colleague
                .browser()
                .postFrom("/staff/people", reason, java.util.Map.of("why", "other", "words", WHY))
                .status())
        .isEqualTo(404);

    reason(karin, file);
    assertThat(people.log(file)).contains("say_reason:refused", "say_reason:done");
    assertThat(
            people.count(
                "select count(*) from casework.reading_reason where file = ? and staff = ? and position(convert_to('svar', 'UTF8') in sealed) = 0",
                file,
                karin.id()))
        .isOne();
    assertThat(karin.open(Desk.file(file)).body()).contains("Ylva Exempel");
    clock.advance(Duration.ofMinutes(30));
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("B-T27 a register that is down or late leaves somebody protected until checked")
  void a_register_that_is_down_leaves_somebody_protected_until_checked() {
    UUID file = opened(Road.Protection.NONE, ADDRESS);
    UUID person = people.id("select person from casework.file");
    PersonRows down =
        new PersonRows(
            sql,
            keys,
            one -> {
              throw new IllegalStateException("no answer within the time");
            });
    assertThat(treated(down, person)).isEqualTo(Road.Protection.UNCHECKED);
    PersonRows other =
        new PersonRows(
            sql,
            keys,
            one -> new PopulationRegister.Said.Says(Road.Protection.SECRECY_MARK, MONDAY));
    assertThat(treated(other, person)).isEqualTo(Road.Protection.SECRECY_MARK);
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(200);

    // by hand: it did not answer
    done(road.protect(karin.viewer(), file, protecting(Road.Protection.UNCHECKED)));
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(403);
    assertThat(people.count("select count(*) from casework.person where guard = 'reason'")).isOne();
    assertThat(refused(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej"))))
        .containsExactly("register_is_read.letter");
    assertThat(karin.open("/staff/day").body())
        .contains("Läs folkbokföringen och skriv in vad den säger");
    done(road.protect(karin.viewer(), file, protecting(Road.Protection.NONE)));
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(200);
  }

  private Road.Protection treated(PersonRows rows, UUID person) {
    Road.Protection treated =
        Sides.on(
            Side.SUPPORT,
            () ->
                new TransactionTemplate(transactions)
                    .execute(status -> rows.find(person).orElseThrow().treatedAs(MONDAY)));
    return treated == null ? Road.Protection.NONE : treated;
  }

  @Test
  @DisplayName("B-T27 what was read thirty days ago holds, and the day after nothing is sent")
  void what_was_read_thirty_days_ago_holds_and_the_day_after_nothing_is_sent() {
    UUID file = opened(Road.Protection.NONE, ADDRESS);
    done(road.reach(karin.viewer(), file, letters()));
    walk.goTo(MONDAY.plusDays(30));
    UUID letter = done(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej")));
    done(road.lettered(karin.viewer(), file, letter, LetterOutcome.NOT_POSTED));
    walk.goTo(MONDAY.plusDays(31));
    assertThat(refused(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej"))))
        .containsExactly("register_is_read.letter");
    assertThat(karin.open(Desk.file(file)).body()).contains("Folkbokföringen är inte läst");
    assertThat(karin.open(Desk.step(file, "letter")).body())
        .contains("Ingen har läst folkbokföringen de senaste 30 dagarna.")
        .doesNotContain(ADDRESS, "name=\"words\"");
  }

  @Test
  @DisplayName("B-T26 skyddad folkbokföring: no address, no municipality, the agency forwards")
  void protected_in_the_register_means_no_address_no_municipality_and_forwarded_letters()
      throws IOException {
    Road.Opening some = walk.opening();
    assertThat(
            refused(
                road.open(
                    karin.viewer(),
                    new Road.Opening(
                        some.file(),
                        null,
                        "0331",
                        who(Road.Protection.PROTECTED_REGISTRATION, ADDRESS),
                        some.register()))))
        .containsExactly("address_is_the_registers");
    UUID file = opened(Road.Protection.NONE, ADDRESS);
    assertThat(karin.open(Desk.file(file)).body()).contains("Heby");
    done(road.reach(karin.viewer(), file, letters()));
    assertThat(
            karin.send(Desk.step(file, "protection"), "level", "protected_registration").location())
        .isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("protect:done");
    assertThat(events.of(ProtectionChanged.class)).anyMatch(changed -> changed.file().equals(file));
    reason(karin, file);
    String page = karin.open(Desk.file(file)).body();
    assertThat(page)
        .contains("Skyddad folkbokföring", "Visas inte: personuppgifterna är skyddade")
        .doesNotContain("Heby", ADDRESS);
    assertThat(karin.open("/staff/people").body()).doesNotContain("Heby", "Ylva");
    String form = karin.open(Desk.step(file, "person")).body();
    assertThat(form)
        .containsPattern("id=\"f-address\"[^>]* disabled")
        .doesNotContain("name=\"address\"");
    Browser.Answer sent =
        karin.send(Desk.step(file, "person"), "name", "Ylva Exempel", "address", ADDRESS);
    assertThat(sent.status()).isEqualTo(422);
    assertThat(sent.body()).contains("Adressen får inte skrivas in");

    assertThat(
            refused(
                road.letter(
                    karin.viewer(),
                    file,
                    Writing.MUST_READ,
                    text("Vi ses i Östhammar, inte på Ekebys torg."))))
        .containsExactly("no_place_in_print");
    Browser.Answer named =
        karin.send(
            Desk.step(file, "letter"), "read", "rule,plain,opens", "words", "Vi ses i Östhammar.");
    assertThat(named.status()).isEqualTo(422);
    assertThat(named.body()).contains("texten nämner Östhammar", "Vi ses i Östhammar.");
    UUID letter =
        done(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Din tid är klockan tio.")));
    assertThat(karin.open(Desk.step(file, "lettered", letter)).body())
        .contains("Skatteverket", "403 20 Göteborg")
        .doesNotContain(ADDRESS);
    byte[] paper = done(road.print(karin.viewer(), file, letter));
    try (PDDocument document = Loader.loadPDF(paper)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Ylva Exempel", "19900316-2386", "klockan tio")
          .doesNotContain(ADDRESS, "Heby", "Göteborg");
    }
    // what was taken away is gone, also when the protection has ended
    done(road.lettered(karin.viewer(), file, letter, LetterOutcome.NOT_POSTED));
    done(road.protect(in(Role.HEAD), file, protecting(Road.Protection.NONE)));
    assertThat(refused(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej"))))
        .containsExactly("casework.step.letter.no-address");
  }

  private static TypedForm letters() {
    return TypedForm.empty().with("call", "never").with("letter", "may");
  }

  private static Road.Protecting protecting(Road.Protection level) {
    return new Road.Protecting(level, text(""), null, text(""), null);
  }

  @Test
  void a_mark_of_secrecy_is_written_down_whole_and_only_the_head_takes_it_away() {
    UUID file = opened(Road.Protection.NONE, ADDRESS);
    done(road.reach(karin.viewer(), file, letters()));
    Browser.Answer half = karin.send(Desk.step(file, "protection"), "level", "secrecy_mark");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.body())
        .contains(
            "vilken bestämmelse markeringen bygger på",
            "vilken dag markeringen gjordes",
            "vilken myndighet som har gjort markeringen",
            "5 kap. 5 § OSL");
    assertThat(
            karin
                .send(
                    Desk.step(file, "protection"),
                    "level",
                    "secrecy_mark",
                    "provision",
                    "22 kap. 1 §",
                    "set_on",
                    "2027-03-01",
                    "authority",
                    "Skatteverket")
                .location())
        .isEqualTo(Desk.file(file));
    reason(karin, file);
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Sekretessmarkering", "22 kap. 1 §", "1 mars 2027", "Skatteverket");
    UUID letter = done(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej.")));
    assertThat(karin.open(Desk.step(file, "lettered", letter)).body())
        .contains("403 20 Göteborg")
        .doesNotContain(ADDRESS);

    assertThat(refused(road.protect(karin.viewer(), file, protecting(Road.Protection.NONE))))
        .containsExactly("register_is_read.less");
    assertThat(refused(road.protect(karin.viewer(), file, protecting(Road.Protection.FICTITIOUS))))
        .containsExactly("new_identity_is_the_heads");
    done(road.protect(in(Role.HEAD), file, protecting(Road.Protection.NONE)));
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(200);
  }

  @Test
  void another_identity_is_the_heads_alone_and_is_never_joined_with_the_one_before() {
    UUID file = opened(Road.Protection.NONE);
    Desk.Worker head = desk.in(Role.HEAD);
    done(road.protect(head.viewer(), file, protecting(Road.Protection.FICTITIOUS)));
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(404);
    assertThat(karin.open("/staff/people").body()).doesNotContain(file.toString());
    assertThat(karin.open("/staff/day").body()).doesNotContain(file.toString());
    assertThat(road.note(karin.viewer(), file, text("Hej"))).isInstanceOf(Step.NotThere.class);
    assertThat(head.open(Desk.file(file)).status()).isEqualTo(403);
    reason(head, file);
    assertThat(head.open(Desk.file(file)).body()).contains("Fingerade personuppgifter");

    // the same number again joins nothing, for nobody
    opened(Road.Protection.NONE);
    assertThat(people.count("select count(*) from casework.task where kind = 'same_person'"))
        .isZero();
    assertThat(
            refused(
                road.changePerson(
                    head.viewer(),
                    file,
                    new Road.Who(
                        text("Ylva Exempel"),
                        text(Walk.number(LocalDate.of(1991, 3, 16))),
                        null,
                        text(""),
                        text(""),
                        text(""),
                        Road.Protection.UNCHECKED,
                        "sv"))))
        .containsExactly("new_identity_is_the_heads.beside");
  }

  @Test
  void a_child_of_the_household_is_suggested_the_same_and_read_with_a_reason_till_confirmed() {
    UUID file = opened(Road.Protection.NONE);
    UUID child =
        Objects.requireNonNull(
            done(childRoad.report(
                    karin.viewer(),
                    file,
                    new ChildRoad.Concern(
                        new Road.Who(
                            text("Alva Exempel"),
                            text(Walk.number(LocalDate.of(2016, 6, 1))),
                            null,
                            text(""),
                            text(""),
                            text(""),
                            Road.Protection.NONE,
                            ""),
                        text("Valsätraskolan"),
                        ChildRoad.Exposure.WITNESSED,
                        text("Hörde slagen."),
                        "0380",
                        walk.now(),
                        walk.now(),
                        text("Mottagningen"))))
                .child());
    assertThat(karin.open(Desk.file(child)).status()).isEqualTo(200);
    done(road.protect(karin.viewer(), file, protecting(Road.Protection.PROTECTED_REGISTRATION)));
    assertThat(people.log(child)).contains("suggest_protection:done");
    assertThat(karin.open(Desk.file(child)).status()).isEqualTo(403);
    assertThat(karin.open("/staff/day").body()).contains("Bekräfta om barnet också");
    reason(karin, child);
    assertThat(karin.open(Desk.step(child, "protection")).body())
        .contains("Någon i samma hushåll har: Skyddad folkbokföring")
        .containsPattern("value=\"protected_registration\"[^>]* checked");
    done(road.protect(karin.viewer(), child, protecting(Road.Protection.NONE)));
    assertThat(karin.open(Desk.file(child)).status()).isEqualTo(200);
    assertThat(
            people.count(
                "select count(*) from casework.task where kind = 'confirm_protection' and done_at is null"))
        .isZero();
  }
}
