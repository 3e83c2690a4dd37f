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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The people around somebody, and that nobody reaches one who must never be contacted.
@FristadTest
@DisplayName("The relation map")
class RelationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String HIS = "070-174 06 11";

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  private UUID file = new UUID(0, 0);

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
    file = done(road.open(karin.viewer(), walk.opening())).file();
  }

  private static Link link(
      String name, Link.Bond bond, Link.Danger danger, boolean never, String telephone) {
    return link(name, bond, danger, never, telephone, "");
  }

  static Link link(
      String name,
      Link.Bond bond,
      Link.Danger danger,
      boolean never,
      String telephone,
      String address) {
    return new Link(
        null,
        text(name),
        bond,
        danger,
        never,
        never,
        text(bond == Link.Bond.OTHER_RELATIVE ? "Irak" : ""),
        text(""),
        text(telephone),
        text(address),
        Link.Source.HERSELF,
        DAY,
        text(""),
        false,
        text(""));
  }

  private static TypedForm reach(String number) {
    return TypedForm.empty().with("call", "may").with("number", number).with("letter", "may");
  }

  // forbidden, refused

  @Test
  void only_whose_the_file_is_writes_in_the_map_and_a_colleague_finds_none() {
    Link his = link("Nabil Exempel", Link.Bond.FORMER_PARTNER, Link.Danger.DANGEROUS, true, "");
    for (Role role : Role.values()) {
      if (role != Role.HEAD) {
        assertThat(road.link(in(role), file, his)).isInstanceOf(Step.NotThere.class);
      }
    }
    UUID link = done(road.link(karin.viewer(), file, his));
    assertThat(road.changeLink(in(Role.CASEWORKER), file, link, his))
        .isInstanceOf(Step.NotThere.class);
    assertThat(road.endLink(in(Role.CASEWORKER), file, link, text("Nej")))
        .isInstanceOf(Step.NotThere.class);
    Desk.Worker colleague = desk.in(Role.CASEWORKER);
    Browser.Answer notForHer = colleague.open(Desk.file(file) + "/relations");
    Browser.Answer notThere = colleague.open(Desk.file(UUID.randomUUID()) + "/relations");
    assertThat(notForHer.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
  }

  @Test
  void what_is_wrong_is_said_beside_the_field_and_comes_back() {
    Browser.Answer empty =
        karin.send(
            Desk.step(file, "link"),
            "name",
            " ",
            "number",
            "811218-9875",
            "telephone",
            "12",
            "on",
            "2026-12-24",
            "words",
            "Hotar <b>henne</b> 🙂");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Hotar &lt;b&gt;henne&lt;/b&gt; 🙂", "811218-9875");
    Browser.Answer chosen =
        karin.send(
            Desk.step(file, "link"),
            "name",
            " ",
            "bond",
            "in_law",
            "danger",
            "dangerous",
            "source",
            "police",
            "number",
            "811218-9875",
            "telephone",
            "12",
            "on",
            "2026-12-24");
    assertThat(chosen.body())
        .contains("Skriv ett namn, eller vad personen kallar hen.", "kontrollsiffran");
    assertThat(people.count("select count(*) from casework.link")).isZero();
    assertThat(people.log(file)).contains("link:refused");
  }

  // done

  @Test
  void the_map_is_a_picture_and_its_list_with_danger_safety_source_and_day_on_each() {
    assertThat(karin.open(Desk.file(file) + "/relations").body())
        .contains("Ingen är inskriven än")
        .doesNotContain("<svg class=\"relation-picture");
    assertThat(
            karin
                .send(
                    Desk.step(file, "link"),
                    "name",
                    "Nabil <b>Exempel</b>",
                    "bond",
                    "former_partner",
                    "danger",
                    "dangerous",
                    "violent",
                    "1",
                    "never",
                    "1",
                    "source",
                    "police",
                    "on",
                    "2026-11-20",
                    "telephone",
                    HIS)
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("link:done");
    assertThat(events.of(LinkChanged.class)).anyMatch(changed -> changed.file().equals(file));
    assertThat(
            people.count(
                "select count(*) from casework.link where position(convert_to('Nabil', 'UTF8') in sealed) = 0"))
        .isOne();
    done(
        road.link(
            karin.viewer(),
            file,
            link("Farbror i Basra", Link.Bond.OTHER_RELATIVE, Link.Danger.UNCERTAIN, false, "")));
    UUID friend =
        done(
            road.link(
                karin.viewer(), file, link("Mona", Link.Bond.FRIEND, Link.Danger.SAFE, false, "")));
    String page = karin.open(Desk.file(file) + "/relations").body();
    assertThat(page)
        .containsSubsequence(
            "3 personer runt personen: 1 är farlig, 1 är trygg, 1 får aldrig kontaktas.",
            "role=\"img\"",
            "<title id=\"relations-title\">Personer runt Ylva Exempel</title>",
            "<desc id=\"relations-desc\">",
            "node-dangerous",
            "1. Nabil &lt;b&gt;Exempel&lt;/b&gt;",
            "F.d. partner",
            "Farlig",
            "Får aldrig kontaktas",
            "Polisen, 20 november 2026",
            "2. Farbror i Basra",
            "Irak",
            "3. Mona",
            "Trygg")
        .doesNotContain("style=");
    // on top of every page of the file
    for (String href : List.of(Desk.file(file), Desk.step(file, "call"), Desk.step(file, "note"))) {
      assertThat(karin.open(href).body())
          .as(href)
          .containsSubsequence("Får aldrig kontaktas", "Nabil", "partner");
    }
    assertThat(karin.open(Desk.file(file)).body()).contains("Relationskarta: 3 personer, 1 farlig");

    Browser.Answer change = karin.open(Desk.step(file, "link_change", friend));
    assertThat(change.body()).contains("value=\"Mona\"");
    assertThat(
            karin
                .send(
                    Desk.step(file, "link_change", friend),
                    "name",
                    "Mona",
                    "bond",
                    "friend",
                    "danger",
                    "dangerous",
                    "source",
                    "ourselves",
                    "on",
                    "2026-11-23",
                    "words",
                    "Berättar vidare.")
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(karin.open(Desk.file(file) + "/relations").body())
        .contains("2 är farliga", "Berättar vidare.");
    assertThat(karin.send(Desk.step(file, "link_end", friend), "why", " ").status()).isEqualTo(422);
    karin.send(Desk.step(file, "link_end", friend), "why", "Har flyttat.");
    assertThat(karin.open(Desk.file(file) + "/relations").body())
        .containsSubsequence("Inte längre nära", "Mona", "Har flyttat.");
    assertThat(people.log(file)).contains("change_link:done", "end_link:refused", "end_link:done");
  }

  @Test
  @DisplayName("whoever must never be contacted is reached by no call, whichever way she said it")
  void whoever_must_never_be_contacted_is_reached_by_no_call() {
    // the number that she gave turns out to be his
    done(road.reach(karin.viewer(), file, reach("0701740611")));
    UUID begun = done(road.call(karin.viewer(), file, Contacting.MUST_READ));
    assertThat(karin.open(Desk.step(file, "called", begun)).body()).contains("+46701740611");
    UUID his =
        done(
            road.link(
                karin.viewer(),
                file,
                link("Nabil", Link.Bond.FORMER_PARTNER, Link.Danger.DANGEROUS, true, HIS)));
    assertThat(karin.open(Desk.step(file, "called", begun)).body()).doesNotContain("46701740611");
    done(road.called(karin.viewer(), file, begun, se.fristad.outgoing.CallOutcome.NO_ANSWER));
    walk.goTo(DAY.plusDays(1));
    assertThat(karin.open(Desk.step(file, "call")).body())
        .contains("hör till någon som aldrig får kontaktas")
        .doesNotContain("name=\"read\"");
    assertThat(refused(road.call(karin.viewer(), file, Contacting.MUST_READ)))
        .containsExactly("casework.step.call.against");
    assertThat(refused(road.reach(karin.viewer(), file, reach("+46 70 174 06 11"))))
        .containsExactly("never_contacted.reach");
    // that he is not near any more is no reason to call
    done(road.endLink(karin.viewer(), file, his, text("Har flyttat.")));
    assertThat(refused(road.call(karin.viewer(), file, Contacting.MUST_READ)))
        .containsExactly("casework.step.call.against");
    assertThat(people.log(file)).contains("call:refused", "agree_reach:refused");
  }

  @Test
  void whoever_must_never_be_contacted_is_reached_by_no_letter_and_named_in_no_consent() {
    done(road.reach(karin.viewer(), file, reach("0701740699")));
    UUID letter = done(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej")));
    done(
        road.link(
            karin.viewer(),
            file,
            link(
                "Nabil Exempel",
                Link.Bond.PARTNER,
                Link.Danger.DANGEROUS,
                true,
                "",
                "PRÄSTGATAN 4, lgh 1102, Uppsala")));
    assertThat(karin.open(Desk.step(file, "lettered", letter)).body()).doesNotContain("Prästgatan");
    assertThat(refused(road.print(karin.viewer(), file, letter)))
        .containsExactly("casework.step.lettered.over");
    done(road.lettered(karin.viewer(), file, letter, se.fristad.outgoing.LetterOutcome.NOT_POSTED));
    assertThat(refused(road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej"))))
        .containsExactly("casework.step.letter.against");
    assertThat(
            refused(
                road.consent(
                    karin.viewer(),
                    file,
                    Road.Subject.SHARE,
                    new Road.Agreed(
                        DAY,
                        DAY.plusMonths(1),
                        Confidential.of("Till skolan och till nabil  exempel.")))))
        .containsExactly("never_contacted.share");
  }

  @Test
  void whoever_gives_support_is_told_of_the_danger_and_of_nobody_else() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Desk.Worker tilda = desk.in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, tilda.id())));
    done(
        road.link(
            at.worker(),
            at.file(),
            link("Nabil", Link.Bond.PARTNER, Link.Danger.DANGEROUS, true, "")));
    done(
        road.link(
            at.worker(), at.file(), link("Mona", Link.Bond.FRIEND, Link.Danger.SAFE, false, "")));
    String page = tilda.open(Desk.file(at.file()) + "/relations").body();
    assertThat(page).contains("Nabil").doesNotContain("Mona", "/steps/link");
    assertThat(tilda.open(Desk.file(at.file())).body()).contains("Nabil");
  }

  @Test
  void thirty_people_stand_in_the_picture_by_number() {
    for (int i = 0; i < 30; i++) {
      done(
          road.link(
              karin.viewer(),
              file,
              link(
                  "Släkting med ett mycket långt namn nummer " + i,
                  Link.Bond.OTHER_RELATIVE,
                  Link.Danger.UNCERTAIN,
                  false,
                  "")));
    }
    assertThat(karin.open(Desk.file(file) + "/relations").body())
        .contains("30 personer runt personen", ">30</text>", "nummer 29");
  }
}
