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
import org.springframework.context.annotation.Import;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// What is written about somebody with protected personal data and leaves the house names no place:
/// it is said where it is written, with the word.
@FristadTest
@Import({Walk.class, Desk.class})
@DisplayName("Places in what is written")
class PlacesWrittenTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Set<SupportType> TALKS = Set.of(SupportType.SUPPORT_TALKS);
  private static final String NAMED = "Hon bor hos sin syster i Östhammar.";

  @Autowired private Road road;
  @Autowired private AcuteRoad acute;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Walk.At at;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void anInvestigationThatIsReady() {
    walk.goTo(DAY);
    karin = desk.delegate();
    at = walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening())));
  }

  private void isProtected() {
    done(
        road.protect(
            in(Role.HEAD),
            at.file(),
            new Road.Protecting(
                Road.Protection.PROTECTED_REGISTRATION, text(""), null, text(""), null)));
  }

  /// She says why she reads the file of somebody who is protected.
  private void says() {
    karin
        .browser()
        .postFrom(
            Desk.file(at.file()),
            Desk.file(at.file()) + "/reason",
            java.util.Map.of("why", "decision", "words", "Beslutet ska fattas i dag."));
  }

  private Road.Deciding deciding(String motive) {
    Road.Deciding some = Walk.deciding(at, TALKS, TALKS);
    return new Road.Deciding(
        some.investigation(),
        some.appliedFor(),
        some.granted(),
        some.ground(),
        text(motive),
        some.confirmed(),
        some.heard());
  }

  @Test
  void the_motive_names_no_place_and_the_word_is_said_beside_it() {
    isProtected();
    assertThat(refused(road.decide(karin.viewer(), at.file(), deciding(NAMED))))
        .containsExactly("no_place_in_print");
    says();
    Browser.Answer page =
        karin.send(
            Desk.step(at.file(), "decision", at.investigation()),
            "applied_for",
            "support_talks",
            "granted",
            "support_talks",
            "ground",
            se.fristad.law.Rules.CRIME_VICTIM_SUPPORT.key(),
            "motive",
            NAMED,
            "children",
            "no");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("texten nämner Östhammar", NAMED);
    assertThat(people.log(at.file())).contains("decide:refused");
    UUID decision =
        done(road.decide(karin.viewer(), at.file(), deciding("Hon behöver någon att tala med.")));
    assertThat(refused(road.correct(karin.viewer(), at.file(), decision, text("Rätt ort: Tierp."))))
        .containsExactly("no_place_in_print");
  }

  @Test
  void nothing_that_she_is_told_of_names_one_nor_does_an_acute_protection() {
    isProtected();
    assertThat(
            refused(
                road.communicate(
                    karin.viewer(),
                    at.file(),
                    new Road.Communicating(
                        at.investigation(), DAY, DAY.plusDays(14), true, text(NAMED)))))
        .containsExactly("no_place_in_print");
    assertThat(
            refused(
                acute.decide(
                    karin.viewer(),
                    at.file(),
                    new AcuteRoad.Acute(
                        Set.of(SupportType.SHELTER),
                        Set.of(SupportType.SHELTER),
                        walk.now(),
                        DAY,
                        AcuteRoad.Danger.NOW,
                        text("Han är i Östhammar."),
                        text(""),
                        false,
                        text(""),
                        text(""),
                        text(NAMED),
                        null,
                        text(""),
                        text("")))))
        .containsExactly("no_place_in_print");
  }

  @Test
  void a_notice_of_what_was_written_before_she_was_protected_is_not_made() {
    UUID decision = done(road.decide(karin.viewer(), at.file(), deciding(NAMED)));
    isProtected();
    says();
    Browser.Answer answer = karin.send(Desk.step(at.file(), "decision_notice", decision));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("texten nämner Östhammar");
    assertThat(people.count("select count(*) from casework.document where file = ?", at.file()))
        .isZero();
  }

  @Test
  void whoever_is_not_protected_is_told_where() {
    done(road.decide(karin.viewer(), at.file(), deciding(NAMED)));
  }
}
