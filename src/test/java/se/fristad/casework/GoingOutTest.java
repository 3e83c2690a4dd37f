package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.fristad.casework.GoingOut.Way;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// Nothing goes out to anybody who must never be contacted: every step of a file is gone over.
@FristadTest
@Import({Walk.class, Desk.class})
@DisplayName("Going out")
class GoingOutTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String HIS = "0701740611";
  private static final String HE = "Nabil Exempel, socialtjänsten";

  /// By which forms something goes out, and by which way; all other forms are in [#HOME].
  private static final Map<String, Set<Way>> OUT =
      Map.ofEntries(
          Map.entry("call", Set.of(Way.CALL)),
          Map.entry("letter", Set.of(Way.LETTER)),
          Map.entry("reach", Set.of(Way.REACH)),
          Map.entry("consent", Set.of(Way.SHARE)),
          Map.entry("letting", Set.of(Way.TELL)),
          Map.entry("disclosure", Set.of(Way.DISCLOSE)),
          Map.entry("accompany", Set.of(Way.ACCOMPANY)),
          Map.entry("plan", Set.of(Way.PLAN)),
          Map.entry("insight", Set.of(Way.INSIGHT)),
          Map.entry("report_child", Set.of(Way.REPORT_CHILD)),
          Map.entry("send_child_report", Set.of(Way.SEND_REPORT)),
          Map.entry("tell_reporter", Set.of(Way.TELL_REPORTER)));

  /// Those by which nothing goes to anybody but herself in the room, the court or an authority that
  /// the law names: nobody types who gets it.
  private static final Set<String> HOME =
      Set.of(
          "accompanied",
          "accompany_off",
          "acute",
          "appeal",
          "appeal_to_court",
          "ask_for_receipt",
          "assess_protection",
          "assessment",
          "called",
          "change_decision",
          "child_answer",
          "child_receipt",
          "closing",
          "communicate",
          "communicate_answer",
          "conclude_child",
          "confirm_decision",
          "conflict",
          "contact_again",
          "correct_decision",
          "correct_note",
          "danger_changed",
          "decide_on_child",
          "decision",
          "decision_notice",
          "delay",
          "digital",
          "discontinue",
          "dismissal",
          "dismiss_reassess",
          "dispute",
          "end_child_follow_up",
          "excuse_appeal",
          "exposure",
          "follow_up",
          "follow_up_plan",
          "handover",
          "honour",
          "inform",
          "investigate",
          "investigation",
          "investigation_summary",
          "lettered",
          "lift_conflict",
          "link",
          "link_change",
          "link_end",
          "note",
          "person",
          "plan_action",
          "plan_close",
          "plan_paper",
          "prolong_child",
          "prolong_preliminary",
          "protection",
          "read_night",
          "receive_child_report",
          "refuse_request",
          "reporter_asks",
          "reopening",
          "request_decision",
          "review_emergency",
          "same_person",
          "serving",
          "support",
          "support_begins",
          "support_ends",
          "support_paused",
          "support_resumed",
          "take_over",
          "tell_delay",
          "transfer_away",
          "transfer_answer",
          "transfer_apply",
          "transfer_here",
          "transfer_tried",
          "watch",
          "withdraw",
          "withdraw_letting",
          "word",
          "working_note");

  @Autowired private Road road;
  @Autowired private ChildRoad child;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private ObjectProvider<StepForm> forms;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  private UUID file = new UUID(0, 0);
  private UUID childs = new UUID(0, 0);
  private UUID received = new UUID(0, 0);
  private UUID unsent = new UUID(0, 0);

  @BeforeEach
  void aFileWithSomebodyWhoMustNeverBeContacted() {
    walk.goTo(DAY);
    karin = desk.delegate();
    file = done(road.open(karin.viewer(), walk.opening())).file();
    done(road.reach(karin.viewer(), file, reach()));
    ChildRoad.Reported here = done(child.report(karin.viewer(), file, concern("0380", "", true)));
    childs = java.util.Objects.requireNonNull(here.child());
    received = java.util.Objects.requireNonNull(here.received());
    unsent = done(child.report(karin.viewer(), file, concern("0331", "", false))).report();
    done(road.link(karin.viewer(), file, never()));
    done(road.link(karin.viewer(), childs, never()));
  }

  private static Link never() {
    return new Link(
        null,
        text("Nabil Exempel"),
        Link.Bond.FORMER_PARTNER,
        Link.Danger.DANGEROUS,
        true,
        true,
        text(""),
        text(""),
        text(HIS),
        text("Prästgatan 4"),
        Link.Source.HERSELF,
        DAY,
        text(""),
        false,
        text(""));
  }

  private static TypedForm reach() {
    return TypedForm.empty().with("call", "may").with("number", HIS).with("letter", "may");
  }

  private ChildRoad.Concern concern(String municipality, String to, boolean sent) {
    return new ChildRoad.Concern(
        new Road.Who(
            text("Alva Exempel"),
            text(Walk.number(LocalDate.of(2016, 3, 16))),
            null,
            text(""),
            text(""),
            text("Ring mormor."),
            Road.Protection.NONE,
            "sv"),
        text(""),
        ChildRoad.Exposure.WITNESSED,
        text("Hörde slagen."),
        municipality,
        walk.now(),
        sent ? walk.now() : null,
        text(to));
  }

  private Road.Agreed agreed(String how) {
    return new Road.Agreed(DAY, DAY.plusMonths(1), text(how));
  }

  private static Telling telling() {
    return new Telling(Set.of(Telling.Item.RISK), Telling.Purpose.PROTECT, Telling.Receiver.POLICE);
  }

  /// Tries to let something go out to him. A new way does not compile before it is tried here.
  private Step<?> tried(Way way) {
    Confidential him = text(HE);
    return switch (way) {
      case CALL -> road.call(karin.viewer(), file, Contacting.MUST_READ);
      case LETTER -> road.letter(karin.viewer(), file, Writing.MUST_READ, text("Hej"));
      case REACH -> road.reach(karin.viewer(), file, reach());
      case SHARE -> road.consent(karin.viewer(), file, Road.Subject.SHARE, agreed("Till " + HE));
      case TELL ->
          road.letTell(
              karin.viewer(),
              file,
              new Road.Letting(telling(), him, Road.Given.ORAL, agreed("I rummet.")));
      case DISCLOSE ->
          road.disclose(
              karin.viewer(),
              file,
              new Road.Disclosing(
                  DisclosureGround.NEEDED,
                  new Telling(
                      Set.of(Telling.Item.RISK),
                      Telling.Purpose.PROTECT,
                      DisclosureGround.NEEDED.receivers().iterator().next()),
                  him,
                  DAY,
                  text("Risken."),
                  Map.of()));
      case ACCOMPANY ->
          road.accompany(
              karin.viewer(),
              file,
              new Accompaniment(
                  Accompaniment.Occasion.COURT,
                  text("Tingsrätten"),
                  text("Prästgatan 4"),
                  walk.now().plusSeconds(90_000),
                  walk.now().plusSeconds(93_600),
                  walk.now().plusSeconds(86_400),
                  walk.now().plusSeconds(97_200),
                  karin.id(),
                  null,
                  text("Ingen känd."),
                  Accompaniment.Police.NOT_ASKED,
                  text("")));
      case PLAN ->
          road.makePlan(
              karin.viewer(),
              file,
              null,
              new Plan(
                  List.of(
                      new Plan.Goal(
                          text("Jag vill sova."),
                          Road.NeedDomain.HEALTH,
                          Set.of(),
                          List.of(
                              new Plan.Action(
                                  text("Lagar låset"),
                                  Plan.By.OTHER,
                                  null,
                                  him,
                                  DAY.plusDays(7))))),
                  text(""),
                  Plan.Agreement.YES,
                  Plan.Got.READ,
                  false,
                  text(""),
                  DAY.plusDays(30)));
      case INSIGHT ->
          road.decideInsight(
              karin.viewer(),
              childs,
              new Road.Seeing(
                  DAY, Road.Speaking.GUARDIAN, him, Set.of("x"), null, text(""), text("")));
      case REPORT_CHILD -> child.report(karin.viewer(), file, concern("0331", HE, true));
      case SEND_REPORT -> child.send(karin.viewer(), file, unsent, walk.now(), him);
      case TELL_REPORTER -> child.tellReporter(karin.viewer(), childs, received, him);
    };
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  @DisplayName("no way leads to somebody who must never be contacted")
  void no_way_leads_to_somebody_who_must_never_be_contacted(Way way) {
    String expected =
        switch (way) {
          case CALL -> "casework.step.call.against";
          case LETTER -> "casework.step.letter.against";
          case SHARE -> "never_contacted.share";
          case REACH -> "never_contacted.reach";
          case PLAN -> "never_contacted.plan";
          case TELL, DISCLOSE, ACCOMPANY, INSIGHT, REPORT_CHILD, SEND_REPORT, TELL_REPORTER ->
              "never_contacted";
        };
    assertThat(refused(tried(way))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nabil exempel", "Ring 070-174 06 11", "Prästgatan 4, 753 10"})
  void he_is_known_by_his_name_his_number_and_his_address(String to) {
    assertThat(refused(child.send(karin.viewer(), file, unsent, walk.now(), text(to))))
        .containsExactly("never_contacted");
    assertThat(people.log(file)).contains("send_child_report:refused");
  }

  @Test
  void the_page_says_it_beside_the_field_and_others_are_told() {
    String form = Desk.step(file, "letting");
    assertThat(
            karin
                .send(
                    form,
                    "items",
                    "risk",
                    "purpose",
                    "protect",
                    "receiver",
                    "police",
                    "to",
                    HE,
                    "given",
                    "oral",
                    "consent_from",
                    DAY.toString(),
                    "consent_until",
                    DAY.plusDays(3).toString(),
                    "consent_how",
                    "I rummet.")
                .body())
        .contains("Mottagaren står bland dem som aldrig får kontaktas.", HE);
    done(child.send(karin.viewer(), file, unsent, walk.now(), text("Barnenheten i kommunen")));
  }

  @Test
  @DisplayName("every form of a file is known to let something out or not")
  void every_form_of_a_file_is_known_to_let_something_out_or_not() {
    Set<String> kinds =
        forms.stream().map(StepForm::kind).collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(HOME);
    known.addAll(OUT.keySet());
    assertThat(kinds).as("a new form is to be put in OUT or HOME here").isSubsetOf(known);
    assertThat(known).as("and one that is gone is to be taken away").isSubsetOf(kinds);
    assertThat(OUT.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Way.values());
  }

  @Test
  void nobody_but_the_one_gate_asks_the_relation_map() throws IOException {
    Map<String, String> asking = new TreeMap<>();
    try (Stream<Path> sources =
        java.nio.file.Files.walk(Path.of("src/main/java/se/fristad/casework"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = java.nio.file.Files.readString(source);
        if (text.contains("links.never(")) {
          asking.put(String.valueOf(source.getFileName()), text);
        }
      }
    }
    assertThat(asking.keySet()).containsExactly("GoingOut.java");
  }
}
