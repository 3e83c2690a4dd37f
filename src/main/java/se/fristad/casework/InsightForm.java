package se.fristad.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// A party wants to see the file: part by part what it is and whom it would reveal. What reveals
/// nobody is given unless somebody says otherwise; what does is left out unless somebody has
/// weighed it.
@StaffFace
@Component
class InsightForm implements StepForm {
  private final Road road;
  private final Texts plain;

  InsightForm(Road road, TextCatalogue catalogue) {
    this.road = road;
    this.plain = catalogue.in(java.util.Locale.of("sv"));
  }

  @Override
  public String kind() {
    return "insight";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 71;
  }

  /// Also in a closed file.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    return once(texts);
  }

  @Override
  public Set<String> names() {
    return Set.of("asked_on", "by", "who", "give", "paragraph", "why", "weighing");
  }

  @Override
  public Set<String> several() {
    return Set.of("give");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty()
        .with("asked_on", at.today().toString())
        .with(
            "give",
            Insights.choices(FileParts.of(plain, at.reading())).stream()
                .filter(part -> part.reveals().isEmpty())
                .map(FilePart::key)
                .collect(Collectors.joining(",")));
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    sheet.choice(
        sheet.needed("by"),
        sheet.options(
            "casework.speaking",
            Arrays.stream(Road.Speaking.values())
                .filter(one ->
                    one != Road.Speaking.GUARDIAN
                        || at.reading().file().kind() == CaseFile.Kind.CHILD)
                .map(Road.Speaking::code)
                .toList()));
    sheet.line(sheet.field("who"), LettingForm.MOST_TO);
    sheet.day(sheet.needed("asked_on"));
    sheet.part("preview");
    sheet.list(
        sheet.demanded("give", CaseRule.PARTY_SEES_HER_MATTER),
        Insights.choices(FileParts.of(texts, at.reading())).stream()
            .map(part -> option(texts, part))
            .toList());
    sheet.part("decision");
    sheet.choice(
        sheet.demanded("paragraph", CaseRule.PARTY_SEES_HER_MATTER),
        Arrays.stream(Road.Seeing.Paragraph.values())
            .map(one ->
                Option.of(
                    one.code(),
                    texts.t(
                        "casework.ground.option",
                        texts.t("casework.paragraph." + one.code()),
                        one.law().citedOn(at.today()))))
            .toList());
    sheet.area(sheet.field("why"), 3, Insights.MOST);
    sheet.area(sheet.field("weighing"), 3, Insights.MOST);
  }

  private static Option option(Texts texts, FilePart part) {
    String label =
        texts.t(
            "casework.step.dispute.record",
            texts.t(part.kind().textKey()),
            part.dayOnly() ? texts.date(part.at()) : texts.moment(part.at()),
            Journal.beginning(part));
    return new Option(
        part.key(),
        label,
        part.reveals().isEmpty()
            ? null
            : texts.t(
                "casework.step.insight.reveals",
                part.reveals().stream()
                    .sorted()
                    .map(one ->
                        one == FilePart.Reveals.OTHERS && !part.whom().isBlank()
                            ? texts.t("casework.reveals.whom", part.whom())
                            : texts.t(one.textKey()))
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Seeing seeing =
        new Road.Seeing(
            sent.day("asked_on"),
            sent.one("by", Road.Speaking.values(), Road.Speaking::code),
            sent.text("who", LettingForm.MOST_TO),
            sent.typed().ticked("give"),
            sent.chosen("paragraph", Road.Seeing.Paragraph.values(), Road.Seeing.Paragraph::code)
                .orElse(null),
            sent.text("why", Insights.MOST),
            sent.text("weighing", Insights.MOST));
    return sent.step(() -> road.decideInsight(viewer, file, seeing));
  }
}
