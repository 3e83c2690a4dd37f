package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.centre.ChildCases;
import se.fristad.centre.Municipality;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// A child that may have met violence is reported (*orosanmälan*): who it is, what was seen, and
/// whether it is sent. One child a form.
@StaffFace
@Component
class ChildReportForm implements StepForm {
  private final ChildRoad road;
  private final Centre centre;

  static final Set<String> NAMES =
      Set.of(
          "name",
          "number",
          "born",
          "school",
          "safe_contact",
          "protection",
          "municipality",
          "exposure",
          "seen",
          "arose_on",
          "sent",
          "sent_on",
          "sent_time",
          "to");

  static final int MOST_LINE = 300;
  static final int MOST_WORDS = 8_000;

  ChildReportForm(ChildRoad road, Centre centre) {
    this.road = road;
    this.centre = centre;
  }

  @Override
  public String kind() {
    return "report_child";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.CHILDREN_ALONG);
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
  public TypedForm begun(At at) {
    return TypedForm.empty().with("arose_on", at.today().toString());
  }

  /// Where the report goes, and what it starts.
  @Override
  public List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    return says(centre, typed, texts);
  }

  static List<String> says(Centre centre, TypedForm typed, Texts texts) {
    String municipality = typed.value("municipality");
    if (municipality.isEmpty()) {
      return List.of();
    }
    return List.of(
        texts.t(
            centre.childCases(municipality) == ChildCases.HERE
                ? "casework.step.report_child.here"
                : "casework.step.report_child.elsewhere"));
  }

  static List<Option> municipalities(Texts texts) {
    return Stream.concat(
            Municipality.ofUppsalaCounty().stream()
                .map(one -> Option.of(one.code().code(), one.name())),
            Stream.of(Option.of(Municipality.ELSEWHERE, texts.t("casework.municipality.unknown"))))
        .toList();
  }

  /// What was typed, as a concern; of this form and of a child's file that is to be opened.
  static ChildRoad.Concern concern(Sent sent) {
    LocalDate arose = sent.day("arose_on");
    Instant at = null;
    if (sent.value("sent").equals("now")) {
      at = sent.moment("sent_on", "sent_time");
    } else if (!sent.value("sent").equals("later")) {
      sent.refuse(Refusal.unreadable("sent", "casework.wrong.choose"));
    }
    return new ChildRoad.Concern(
        new Road.Who(
            sent.text("name", MOST_LINE),
            sent.text("number", 40),
            sent.dayOrNone("born"),
            Confidential.of(""),
            Confidential.of(""),
            sent.text("safe_contact", MOST_LINE),
            OpeningForm.read(sent),
            ""),
        sent.text("school", MOST_LINE),
        sent.one("exposure", ChildRoad.Exposure.values(), ChildRoad.Exposure::code),
        sent.text("seen", MOST_WORDS),
        sent.value("municipality"),
        arose.atStartOfDay(Files.HERE).toInstant(),
        at,
        sent.text("to", MOST_LINE));
  }

  /// The steps about the reports that were made in a file, each with its child.
  static List<Offer> made(At at, Texts texts, String kind, Predicate<ReportRows.Row> which) {
    return reports(at)
        .filter(seen -> seen.row().made() && seen.row().elsewhere() && which.test(seen.row()))
        .map(seen ->
            new Offer(
                seen.row().id(),
                texts.t("casework.step." + kind + ".of", seen.words().value("name"))))
        .toList();
  }

  /// The steps about the reports that have come in about a child, each with its day.
  static List<Offer> received(At at, Texts texts, String kind, Predicate<ReportRows.Row> which) {
    return reports(at)
        .filter(seen -> seen.row().received() && which.test(seen.row()))
        .map(seen ->
            new Offer(
                seen.row().id(),
                texts.t(
                    "casework.step." + kind + ".of",
                    texts.date(LocalDate.ofInstant(seen.row().aroseAt(), Files.HERE)))))
        .toList();
  }

  /// Which report a step is about: the child, when it was made, what it says.
  static List<Described> about(Texts texts, At at) {
    return at.reading().reports().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .map(seen -> about(texts, at, seen))
        .orElse(List.of());
  }

  private static List<Described> about(Texts texts, At at, Reading.Seen<ReportRows.Row> seen) {
    String name = seen.words().value("name");
    Instant sent = seen.row().sentAt();
    String to = seen.words().value("to");
    List<Described> lines = new ArrayList<>();
    lines.add(
        new Described(
            texts.t("casework.report.child"),
            name.isEmpty() ? at.reading().person().name().reveal() : name));
    lines.add(
        new Described(
            texts.t("casework.report.sent"),
            sent == null ? texts.t("casework.report.not-sent") : texts.moment(sent)));
    if (!to.isBlank()) {
      lines.add(new Described(texts.t("casework.report.to"), to));
    }
    lines.add(
        new Described(
            texts.t("casework.exposure." + seen.words().value("exposure")),
            seen.words().value("seen")));
    return lines;
  }

  private static Stream<Reading.Seen<ReportRows.Row>> reports(At at) {
    return at.reading().file().open() ? at.reading().reports().stream() : Stream.of();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    child(sheet);
    concern(sheet);
    sheet.part("sent");
    sheet.live(says(sheet.typed(), sheet.texts(), at.today()));
    sheet.choice(
        sheet.demanded("sent", CaseRule.CHILD_IS_REPORTED),
        sheet.options("casework.step.report_child.sent", List.of("now", "later")));
    sheet.day(sheet.field("sent_on"));
    sheet.time(sheet.field("sent_time"));
    sheet.line(sheet.field("to"), MOST_LINE);
  }

  /// Who the child is.
  static void child(Sheet sheet) {
    sheet.part("child");
    sheet.line(sheet.demanded("name", CaseRule.WRITTEN_IN_WORDS), MOST_LINE);
    sheet.digits(sheet.field("number"), 40);
    sheet.day(sheet.field("born"));
    sheet.line(sheet.field("school"), MOST_LINE);
    sheet.area(sheet.field("safe_contact"), 2, MOST_LINE);
    OpeningForm.register(sheet);
    sheet.select(sheet.needed("municipality"), municipalities(sheet.texts()));
  }

  /// What it may have met.
  static void concern(Sheet sheet) {
    sheet.part("concern");
    sheet.choice(
        sheet.needed("exposure"),
        sheet.options("casework.exposure", ChildRoad.Exposure.values(), ChildRoad.Exposure::code));
    sheet.area(sheet.demanded("seen", CaseRule.WRITTEN_IN_WORDS), 5, MOST_WORDS);
    sheet.day(sheet.needed("arose_on"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    ChildRoad.Concern concern = concern(sent);
    return sent.step(() -> road.report(viewer, file, concern));
  }
}
