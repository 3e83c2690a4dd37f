package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// What she has been exposed to, one thing at a time; or, for one that is written, what is to stand
/// in its place.
@StaffFace
@Component
class ExposureForm implements StepForm {
  /// Its address.
  static final String KIND = "exposure";

  private static final int MOST = 4_000;
  private static final int MOST_LINE = 300;

  private final Road road;

  ExposureForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 21;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    List<Offer> offers = new ArrayList<>();
    if (investigating(at)) {
      offers.addAll(once(texts));
    }
    if (at.record() != null && at.reading().file().open()) {
      at.reading().mappings().stream()
          .filter(seen -> seen.row().id().equals(at.record()) && !seen.row().replaced())
          .filter(seen -> Mappings.isExposure(seen.words()))
          .forEach(
              seen -> offers.add(new Offer(seen.row().id(), texts.t("casework.mapping.again"))));
    }
    return offers;
  }

  /// Whether an investigation goes on in the file.
  static boolean investigating(At at) {
    return at.reading().file().open()
        && at.reading().investigations().stream()
            .anyMatch(seen -> seen.row().state() == InvestigationRows.State.OPEN);
  }

  @Override
  public Set<String> names() {
    return Set.of(
        "kind",
        "period",
        "going",
        "frequency",
        "severity",
        "who",
        "whom",
        "where",
        "consequences",
        "children",
        "own_words",
        "words",
        "source",
        "told",
        "ground",
        "protection");
  }

  @Override
  public Set<String> several() {
    return Set.of("who", "where", "consequences");
  }

  /// What is written stands in the form that takes its place. Anew, it begins as her own word.
  @Override
  public TypedForm begun(At at) {
    Words words =
        at.reading().mappings().stream()
            .filter(seen -> seen.row().id().equals(at.record()))
            .map(Reading.Seen::words)
            .findFirst()
            .orElse(
                Words.none()
                    .with("source", Provenance.Source.HERSELF.code())
                    .with("ground", Provenance.Ground.NEEDED_IN_CASE.code())
                    .with("protection", Provenance.Protection.ORDINARY.code()));
    TypedForm typed = TypedForm.empty();
    for (String name : names()) {
      if (!words.value(name).isEmpty()) {
        typed = typed.with(name, words.value(name));
      }
    }
    return typed;
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.select(
        sheet.demanded("kind", CaseRule.VIOLENCE_AND_NEEDS_MAPPED),
        sheet.options("casework.violence", ViolenceKind.values(), ViolenceKind::code));
    sheet.area(sheet.field("own_words"), 4, MOST);
    sheet.area(sheet.field("words"), 4, MOST);
    sheet.part("how");
    sheet.line(sheet.field("period"), MOST_LINE);
    sheet.across(
        sheet.needed("going"),
        sheet.options("casework.mapping.going", Exposure.Going.values(), Exposure.Going::code));
    sheet.across(
        sheet.needed("frequency"),
        sheet.options(
            "casework.mapping.frequency", Exposure.Frequency.values(), Exposure.Frequency::code));
    sheet.choice(
        sheet.needed("severity"),
        sheet.options(
            "casework.mapping.severity", Exposure.Severity.values(), Exposure.Severity::code));
    sheet.part("who");
    sheet.checks(
        sheet.demanded("who", CaseRule.VIOLENCE_AND_NEEDS_MAPPED),
        sheet.options("casework.relationship", Relationship.values(), Relationship::code));
    sheet.line(sheet.field("whom"), MOST_LINE);
    sheet.checks(
        sheet.field("where"),
        sheet.options("casework.mapping.where", Exposure.Scene.values(), Exposure.Scene::code));
    sheet.across(
        sheet.needed("children"),
        sheet.options(
            "casework.mapping.children", Exposure.Children.values(), Exposure.Children::code));
    sheet.part("consequences");
    sheet.checks(
        sheet.field("consequences"),
        sheet.options(
            "casework.mapping.consequence",
            Exposure.Consequence.values(),
            Exposure.Consequence::code));
    sheet.part("source");
    sheet.choice(
        sheet.demanded("source", CaseRule.FACT_HAS_A_SOURCE),
        sheet.options(
            "casework.mapping.source", Provenance.Source.values(), Provenance.Source::code));
    sheet.line(sheet.field("told"), MOST_LINE);
    sheet.choice(
        sheet.demanded("ground", CaseRule.FACT_HAS_A_SOURCE),
        sheet.options(
            "casework.mapping.ground", Provenance.Ground.values(), Provenance.Ground::code));
    sheet.choice(
        sheet.needed("protection"),
        sheet.options(
            "casework.mapping.protection",
            Provenance.Protection.values(),
            Provenance.Protection::code));
    sheet.notice(Tone.NEUTRAL, sheet.texts().t("casework.step.exposure.held_back"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Exposure exposure =
        new Exposure(
            sent.one("kind", ViolenceKind.values(), ViolenceKind::code),
            sent.text("period", MOST_LINE),
            sent.one("going", Exposure.Going.values(), Exposure.Going::code),
            sent.one("frequency", Exposure.Frequency.values(), Exposure.Frequency::code),
            sent.one("severity", Exposure.Severity.values(), Exposure.Severity::code),
            sent.ticked("who", Relationship.values(), Relationship::code),
            sent.text("whom", MOST_LINE),
            sent.ticked("where", Exposure.Scene.values(), Exposure.Scene::code),
            sent.ticked("consequences", Exposure.Consequence.values(), Exposure.Consequence::code),
            sent.one("children", Exposure.Children.values(), Exposure.Children::code),
            sent.text("own_words", MOST),
            sent.text("words", MOST),
            new Provenance(
                sent.one("source", Provenance.Source.values(), Provenance.Source::code),
                sent.text("told", MOST_LINE),
                sent.one("ground", Provenance.Ground.values(), Provenance.Ground::code),
                sent.one(
                    "protection", Provenance.Protection.values(), Provenance.Protection::code)));
    return sent.step(() -> road.mapViolence(viewer, file, record, exposure));
  }
}
