package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// Acute protection before an investigation, decided on in the file of somebody in danger (*akut
/// skydd*).
@StaffFace
@Component
class AcuteForm implements StepForm {
  static final String KIND = "acute";

  static final Set<String> NAMES =
      Set.of(
          "wanted",
          "own_words",
          "danger",
          "risk",
          "children",
          "children_words",
          "childs_best",
          "granted",
          "from_on",
          "from_at",
          "until_on",
          "motive",
          "afterwards",
          "no_investigation",
          "agreed");

  static final Set<String> SEVERAL = Set.of("wanted", "granted");

  /// As they are offered: the safest first.
  private static final List<SupportType> ORDER =
      List.of(SupportType.SHELTER, SupportType.TEMPORARY_HOUSING, SupportType.GUIDANCE);

  private static final int MOST = 4_000;
  private static final int MOST_LINE = 1_000;

  private final AcuteRoad road;
  private final MandateRows mandates;

  AcuteForm(AcuteRoad road, MandateRows mandates) {
    this.road = road;
    this.mandates = mandates;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 12;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ACUTE_ENDS);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return NAMES;
  }

  @Override
  public Set<String> several() {
    return SEVERAL;
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("from_on", at.today().toString());
  }

  /// What it is drawn for.
  ///
  /// @param investigated whether an investigation goes on
  /// @param agreed whether a consent to the file stands
  record For(LocalDate today, boolean investigated, boolean agreed) {}

  @Override
  public void draw(Sheet sheet, At at) {
    DecisionForm.mandate(sheet, mandates.of(at.viewer().staff(), at.today()));
    draw(
        sheet,
        new For(
            at.today(),
            at.reading().investigations().stream()
                .map(Reading.Seen::row)
                .anyMatch(row ->
                    row.state() == InvestigationRows.State.OPEN
                        || (row.state() == InvestigationRows.State.CONCLUDED && !row.decided())),
            at.reading().consents().stream()
                .map(Reading.Seen::row)
                .anyMatch(row ->
                    row.subject().equals(Road.Subject.REGISTER.code()) && row.stands(at.today()))));
  }

  /// Draws its fields, wherever it is decided.
  static void draw(Sheet sheet, For who) {
    List<Option> kinds =
        sheet.options("casework.acute.kind", ORDER.stream().map(SupportType::code).toList());
    sheet.part("wants");
    sheet.list(sheet.demanded("wanted", CaseRule.DECISION_SAYS_WHAT), kinds);
    sheet.area(sheet.field("own_words"), 3, MOST);
    if (!who.agreed()) {
      sheet.area(sheet.demanded("agreed", CaseRule.CONSENT_STANDS), 2, ConsentForm.MOST_HOW);
    }
    sheet.part("risk");
    sheet.across(
        sheet.demanded("danger", CaseRule.ACUTE_RISK_IS_SAID),
        sheet.options("casework.acute.danger", AcuteRoad.Danger.values(), AcuteRoad.Danger::code));
    sheet.area(sheet.demanded("risk", CaseRule.ACUTE_RISK_IS_SAID), 3, MOST);
    sheet.part("children");
    sheet.across(
        sheet.demanded("children", CaseRule.CHILDS_BEST_INTEREST),
        sheet.options("casework.step.decision.children", List.of("yes", "no")));
    sheet.area(sheet.field("children_words"), 2, MOST_LINE);
    sheet.area(sheet.field("childs_best"), 3, MOST);
    sheet.part("decides");
    sheet.list(sheet.needed("granted"), kinds);
    sheet.day(sheet.needed("from_on"));
    sheet.time(sheet.needed("from_at"));
    sheet.day(sheet.demanded("until_on", CaseRule.ACUTE_IS_FOR_A_TIME));
    sheet.area(sheet.demanded("motive", CaseRule.MOTIVE_IS_GIVEN), 5, DecisionForm.MOST_MOTIVE);
    sheet.live(says(sheet.texts(), sheet.typed()));
    if (!who.investigated()) {
      sheet.part("after");
      sheet.choice(
          sheet.demanded("afterwards", CaseRule.INVESTIGATED_AFTER_ACUTE),
          sheet.options(
              "casework.acute.afterwards",
              AcuteRoad.Afterwards.values(),
              AcuteRoad.Afterwards::code));
      sheet.area(sheet.field("no_investigation"), 2, MOST_LINE);
    }
  }

  @Override
  public List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    return says(texts, typed);
  }

  /// What the answers come to: granted, partly or denied.
  private static List<String> says(Texts texts, TypedForm typed) {
    Set<String> wanted = typed.ticked("wanted");
    Set<String> granted = typed.ticked("granted");
    if (wanted.isEmpty()) {
      return List.of();
    }
    String outcome =
        granted.isEmpty() ? "denied" : granted.containsAll(wanted) ? "granted" : "partly";
    return List.of(texts.t("casework.acute.becomes." + outcome));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    AcuteRoad.Acute acute = read(sent);
    return sent.step(() -> road.decide(viewer, file, acute));
  }

  /// What was typed, as something to decide on.
  static AcuteRoad.Acute read(Sent sent) {
    Instant from = sent.moment("from_on", "from_at");
    return new AcuteRoad.Acute(
        sent.ticked("wanted", SupportType.values(), SupportType::code),
        sent.ticked("granted", SupportType.values(), SupportType::code),
        from,
        sent.dayOrNone("until_on"),
        sent.chosen("danger", AcuteRoad.Danger.values(), AcuteRoad.Danger::code).orElse(null),
        sent.text("risk", MOST),
        sent.text("own_words", MOST),
        sent.has("children") ? sent.value("children").equals("yes") : null,
        sent.text("children_words", MOST_LINE),
        sent.text("childs_best", MOST),
        sent.text("motive", DecisionForm.MOST_MOTIVE),
        sent.chosen("afterwards", AcuteRoad.Afterwards.values(), AcuteRoad.Afterwards::code)
            .orElse(null),
        sent.text("no_investigation", MOST_LINE),
        sent.text("agreed", ConsentForm.MOST_HOW));
  }
}
