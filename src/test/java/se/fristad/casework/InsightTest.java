package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// A party wants to see her file: what it would reveal, what is left out, and what she gets.
@FristadTest
@DisplayName("A party's insight")
class InsightTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
  private static final Pattern CHOICE =
      Pattern.compile("name=\"give\" value=\"([^\"]+)\"( checked)?");

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker head;

  @SuppressWarnings("NullAway.Init")
  private Walk.At at;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    head = desk.in(Role.HEAD);
    at = walk.decided(SupportType.SUPPORT_TALKS);
  }

  private Road.Noting noting(String text, Road.Mark... marks) {
    return new Road.Noting(text(text), Set.of(marks), text("systern Mira"));
  }

  private UUID note(String text, Road.Mark... marks) {
    return done(road.note(at.worker(), at.file(), noting(text, marks)));
  }

  private String form() {
    return Desk.step(at.file(), "insight");
  }

  /// The parts of the form, all of them or those ticked beforehand.
  private Set<String> parts(boolean ticked) {
    Set<String> parts = new TreeSet<>();
    Matcher choice = CHOICE.matcher(head.open(form()).body());
    while (choice.find()) {
      if (!ticked || choice.group(2) != null) {
        parts.add(choice.group(1));
      }
    }
    return parts;
  }

  private static Road.Seeing seeing(
      Set<String> given, Road.Seeing.@Nullable Paragraph paragraph, String why, String weighing) {
    return new Road.Seeing(
        MONDAY, Road.Speaking.SELF, text(""), given, paragraph, text(why), text(weighing));
  }

  private Step<UUID> decide(Road.Seeing seeing) {
    return road.decideInsight(head.viewer(), at.file(), seeing);
  }

  private static Set<String> without(Set<String> all, Object one) {
    Set<String> fewer = new TreeSet<>(all);
    fewer.remove(one.toString());
    return fewer;
  }

  private long decided() {
    return people.count("select count(*) from casework.insight where file = ?", at.file());
  }

  // forbidden

  @Test
  void nobody_but_whose_it_is_and_the_head_decides_or_prints_and_of_no_other_file() {
    Set<String> parts = parts(true);
    UUID insight =
        done(decide(seeing(parts, Road.Seeing.Paragraph.PARTY, "Mannens uppgifter.", "")));
    String print = Desk.file(at.file()) + "/insights/" + insight;
    assertThat(head.open(print).status()).isEqualTo(200);
    for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.RECEPTION}) {
      assertThat(desk.in(role).open(print).status()).as(role.code()).isEqualTo(404);
      assertThat(road.decideInsight(in(role), at.file(), seeing(parts, null, "", "")))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
    }
    Walk.At other = walk.decided(SupportType.SUPPORT_TALKS);
    assertThat(head.open(Desk.file(other.file()) + "/insights/" + insight).status()).isEqualTo(404);
    assertThat(head.open(Desk.file(at.file()) + "/insights/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(head.open(Desk.file(at.file()) + "/insights/x").status()).isEqualTo(404);
    // a part of another file is not in this one, whoever's it is
    Set<String> hers = new TreeSet<>(parts);
    hers.add(other.decision().toString());
    assertThat(refused(decide(seeing(hers, Road.Seeing.Paragraph.PARTY, "x", ""))))
        .containsExactly("party_sees_her_matter.gone");
  }

  // refused

  @Test
  void what_is_left_out_needs_a_paragraph_and_words_and_a_decision_is_never_left_out() {
    Set<String> all = parts(false);
    Set<String> given = parts(true);
    assertThat(refused(decide(seeing(given, null, "", ""))))
        .containsExactly("party_sees_her_matter.paragraph", "party_sees_her_matter.why");
    assertThat(
            refused(
                decide(
                    seeing(
                        without(given, at.decision()), Road.Seeing.Paragraph.PARTY, "Skäl.", ""))))
        .containsExactly("party_sees_her_matter.decision");
    assertThat(refused(decide(seeing(all, null, "", ""))))
        .containsExactly("party_sees_her_matter.weighing");
    assertThat(refused(decide(seeing(given, Road.Seeing.Paragraph.GUARDIAN, "Skäl.", ""))))
        .containsExactly("guardian_sees_no_harm.not_guardian");
    assertThat(
            refused(
                decide(
                    new Road.Seeing(
                        MONDAY.plusDays(1),
                        Road.Speaking.GUARDIAN,
                        text("En far"),
                        Set.of(),
                        Road.Seeing.Paragraph.PARTY,
                        text("Skäl."),
                        text("")))))
        .containsExactly("dates_in_order.future", "party_sees_her_matter.no_guardian");
    assertThat(decided()).isZero();
    assertThat(people.log(at.file())).contains("decide_insight:refused");
  }

  // done

  @Test
  void what_would_reveal_somebody_is_shown_and_not_ticked_and_the_rest_is() {
    note("Hon kom hit.");
    UUID mira = note("Systern Mira vet var hon bor.", Road.Mark.OTHERS);
    UUID police = note("Polisen ringde.", Road.Mark.POLICE);
    UUID place = note("Hon bor hos Siri.", Road.Mark.PLACE);
    String page = head.open(form()).body();
    assertThat(page)
        .contains("Röjer: Om någon annan: systern Mira", "Röjer: Polisen", "Röjer: Skyddad plats");
    Set<String> ticked = parts(true);
    assertThat(parts(false))
        .contains(mira.toString(), police.toString(), place.toString(), at.investigation() + ".p");
    assertThat(ticked)
        .doesNotContain(
            mira.toString(), police.toString(), place.toString(), at.investigation() + ".p")
        .contains(at.decision().toString(), at.investigation().toString());
  }

  @Test
  void what_was_mapped_is_a_part_of_its_own_and_what_the_police_said_of_it_is_left_out() {
    Walk.At going = walk.investigated();
    for (Provenance.Source source :
        new Provenance.Source[] {Provenance.Source.HERSELF, Provenance.Source.POLICE_BY_MOUTH}) {
      boolean police = source == Provenance.Source.POLICE_BY_MOUTH;
      done(
          road.mapViolence(
              going.worker(),
              going.file(),
              null,
              new Exposure(
                  ViolenceKind.PHYSICAL,
                  text("Sedan i höstas"),
                  Exposure.Going.ON,
                  Exposure.Frequency.WEEKLY,
                  Exposure.Severity.SERIOUS,
                  Set.of(Relationship.FORMER_PARTNER),
                  text(""),
                  Set.of(Exposure.Scene.HOME),
                  Set.of(),
                  Exposure.Children.NONE,
                  text(police ? "" : "Han knuffade mig."),
                  text(police ? "Han har vapen hemma." : ""),
                  new Provenance(
                      source,
                      text(police ? "En utredare" : ""),
                      Provenance.Ground.NEEDED_IN_CASE,
                      Provenance.Protection.ORDINARY))));
    }
    String page = head.open(Desk.step(going.file(), "insight")).body();
    assertThat(page).contains("Kartlagt våld", "Röjer: Polisen");
    assertThat(head.open(Desk.file(going.file()) + "/print").body())
        .contains("Han knuffade mig.", "utelämnad: Polisen")
        .doesNotContain("vapen");
    String token = head.open("/staff/roles").token();
    assertThat(
            head.browser()
                .post(
                    Desk.file(going.file()) + "/find", Map.of("_form", token, "words", "knuffade"))
                .body())
        .contains("<mark>knuffade</mark>", "<h2>Kartlagt våld</h2>");
  }

  @Test
  void in_part_she_gets_what_was_given_with_what_she_disputed_and_is_told_what_was_not() {
    UUID note = note("Hon dricker varje kväll.");
    done(
        road.dispute(
            at.worker(),
            at.file(),
            new Road.Disputing(
                note, Road.Speaking.SELF, text("Att hon dricker"), text("Aldrig."))));
    note("Polisen ringde om hans vapen.", Road.Mark.POLICE);
    List<String> fields = new ArrayList<>(List.of("by", "self", "asked_on", MONDAY.toString()));
    fields.addAll(List.of("paragraph", "party", "why", "Uppgifter om någon annans säkerhet."));
    Map<String, String> form = head.form(head.open(form()), fields.toArray(String[]::new));
    // a browser sends each tick by itself
    StringBuilder body = new StringBuilder(Browser.encode(form));
    parts(true).forEach(part -> body.append("&give=").append(part));
    Browser.Answer sent =
        head.browser()
            .send("POST", form(), body.toString(), Map.of("Sec-Fetch-Site", "same-origin"));
    assertThat(sent.status()).isEqualTo(303);
    UUID insight = people.id("select id from casework.insight where file = ?", at.file());
    assertThat(
            people.text("select outcome || paragraph from casework.insight where id = ?", insight))
        .isEqualTo("partlyparty");
    assertThat(people.log(at.file())).contains("decide_insight:done");
    String print = Desk.file(at.file()) + "/insights/" + insight;
    assertThat(head.open(Desk.file(at.file())).body())
        .contains("Partsinsyn", "En del lämnades", "10 kap. 3 § OSL (2009:400)", print);
    walk.goTo(MONDAY.plusDays(3));
    note("Skrivet efteråt.");
    Browser.Answer paper = head.open(print);
    assertThat(paper.body())
        .contains(
            "utelämnade med stöd av 10 kap. 3 § OSL (2009:400): Uppgifter om någon annans säkerhet.",
            "kan överklagas till kammarrätten")
        .containsSubsequence("Hon dricker varje kväll.", "Personen säger emot", "Aldrig.")
        .doesNotContain("vapen", "Skrivet efteråt.", "Mannen hon lämnat", "Prästgatan", "Kommun");
    assertThat(people.log(at.file())).contains("print_insight:read");
  }

  @Test
  void given_whole_needs_no_paragraph_and_what_reveals_somebody_needs_to_be_weighed() {
    UUID insight =
        done(decide(seeing(parts(false), null, "", "Mannens uppgifter är redan kända för henne.")));
    assertThat(
            people.count(
                "select count(*) from casework.insight where id = ? and outcome = 'given' and paragraph is null",
                insight))
        .isOne();
    assertThat(head.open(Desk.file(at.file()) + "/insights/" + insight).body())
        .contains("Mannen hon lämnat")
        .doesNotContain("utelämnad", "redan kända för henne");
  }
}
