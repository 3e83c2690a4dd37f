package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;

/// Kin and neighbours, by marks.
@FristadTest
@DisplayName("Kin and neighbours")
class KinTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker head;

  private final String hers = Walk.number(LocalDate.of(1990, 3, 16));

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    people.byHand("delete from casework.mark");
    people.byHand("delete from casework.mark_met");
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
    head = desk.in(Role.HEAD);
  }

  /// A street that others' tests live in.
  @AfterEach
  void nobodyIsKin() {
    people.byHand("delete from casework.mark");
  }

  private Browser.Answer declare(Desk.Worker worker, String kind, String value) {
    return worker
        .browser()
        .postFrom(KinPages.HREF, KinPages.HREF, Map.of("kind", kind, "value", value));
  }

  @Test
  void what_is_no_number_and_no_street_is_said_and_comes_back() {
    assertThat(declare(karin, "number", "811218-9875").body())
        .contains("kontrollsiffran", "811218-9875");
    assertThat(declare(karin, "street", "Uppsala").body())
        .contains("Skriv gata och nummer", "value=\"Uppsala\"");
    assertThat(declare(karin, "", hers).status()).isEqualTo(422);
    assertThat(people.count("select count(*) from casework.mark")).isZero();
  }

  @Test
  void a_mark_is_kept_that_nobody_reads_and_lies_beside_no_person() {
    assertThat(declare(karin, "number", hers).location()).isEqualTo(KinPages.HREF);
    declare(karin, "street", "Prästgatan 4 B, Uppsala");
    assertThat(karin.open(KinPages.HREF).body())
        .contains("Ett personnummer, 23 november 2026", "En gatuadress, 23 november 2026")
        .doesNotContain(hers, "Prästgatan");
    done(road.open(desk.in(Role.CASEWORKER).viewer(), walk.opening()));
    assertThat(
            people.count(
                "select count(*) from casework.mark m join casework.person p on m.mark in (p.number_index, p.street_index)"))
        .isZero();
    assertThat(
            people.count(
                "select count(*) from audit.line where act = 'declare_kin' and subject is null"))
        .isPositive();
  }

  @Test
  @DisplayName("whoever is kin is refused to open, and only the head is told")
  void whoever_is_kin_is_refused_to_open_and_only_the_head_is_told() {
    declare(karin, "number", hers);
    assertThat(refused(road.open(karin.viewer(), walk.opening()))).containsExactly("not_for_kin");
    assertThat(people.count("select count(*) from casework.person")).isZero();
    // the same when she has a file already: it is no way to find out
    UUID file = done(road.open(desk.in(Role.CASEWORKER).viewer(), walk.opening())).file();
    assertThat(refused(road.open(karin.viewer(), walk.opening()))).containsExactly("not_for_kin");
    assertThat(
            people.count(
                "select count(*) from casework.conflict where file = ? and staff = ? and by_mark",
                file,
                karin.id()))
        .isOne();
    assertThat(events.of(FileConflictChanged.class))
        .anyMatch(changed -> changed.file().equals(file) && changed.standing());
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(404);
    assertThat(head.open(Desk.file(file)).body()).contains("släkt eller granne");
    assertThat(karin.open("/staff/day").body()).doesNotContain("Någon ville öppna en akt");
    String day = head.open("/staff/day").body();
    assertThat(day).contains("Någon ville öppna en akt för en släkting eller granne");
    String met = day.replaceAll("(?s).*action=\"(/staff/kin/met/[0-9a-f-]{36})\".*", "$1");
    assertThat(karin.browser().postFrom("/staff/day", met, Map.of()).status()).isEqualTo(404);
    assertThat(head.browser().postFrom("/staff/day", met, Map.of()).location())
        .isEqualTo("/staff/day");
    assertThat(people.count("select count(*) from casework.mark_met where seen_by = ?", head.id()))
        .isOne();
  }

  @Test
  void a_mark_that_comes_later_shuts_the_file_and_the_head_gives_it_to_somebody_else() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    UUID others =
        done(road.open(
                desk.in(Role.CASEWORKER).viewer(),
                walk.opening(Walk.number(LocalDate.of(1971, 1, 1)), DAY, DAY.plusMonths(6))))
            .file();
    assertThat(declare(karin, "street", "prästgatan 4, Uppsala").location())
        .isEqualTo(KinPages.HREF);
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(404);
    assertThat(
            people.count(
                "select count(*) from casework.conflict where by_mark and file in (?, ?)",
                file,
                others))
        .isEqualTo(2);
    assertThat(head.open("/staff/day").body())
        .contains("Lämna över: den ansvariga är släkt eller granne");
    UUID next = desk.in(Role.CASEWORKER).id();
    done(road.handOver(head.viewer(), file, Walk.handing(next)));
    assertThat(head.open("/staff/day").body()).doesNotContain("Lämna över: den ansvariga");
    assertThat(refused(road.handOver(head.viewer(), file, Walk.handing(karin.id()))))
        .containsExactly("casework.step.handover.conflict");
  }

  @Test
  void his_sister_finds_the_file_as_little_as_hers() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    Desk.Worker sister = desk.in(Role.TREATMENT_WORKER);
    String his = Walk.number(LocalDate.of(1985, 5, 5));
    declare(sister, "number", his);
    done(
        road.link(
            karin.viewer(),
            file,
            new Link(
                null,
                text("Nabil"),
                Link.Bond.PARTNER,
                Link.Danger.DANGEROUS,
                true,
                true,
                text(""),
                text(his),
                text(""),
                text(""),
                Link.Source.HERSELF,
                DAY,
                text(""),
                false,
                text(""))));
    assertThat(
            people.count(
                "select count(*) from casework.conflict where file = ? and staff = ? and by_mark",
                file,
                sister.id()))
        .isOne();
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain("släkt eller granne");
  }
}
