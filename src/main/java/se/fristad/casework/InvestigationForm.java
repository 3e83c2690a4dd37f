package se.fristad.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.page.Field;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// An investigation is ready: what has happened, who has done it, in her own words, and what is
/// needed (A-INV-03, A-INV-05 to A-INV-09).
@StaffFace
@Component
class InvestigationForm implements StepForm {
  /// The longest of the texts, in characters.
  static final int MOST = 8_000;

  /// The longest of the texts of one row.
  static final int MOST_ROW = 500;

  private static final int MOST_PERPETRATORS = 10;
  private static final int MOST_NEEDS = 15;
  private static final List<String> PERPETRATOR = List.of("relation", "words");
  private static final List<String> NEED = List.of("domain", "horizon", "who", "words");

  private final Road road;

  InvestigationForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "investigation";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return open(at, texts.t("casework.step.investigation"));
  }

  /// The investigations of a file that go on.
  static List<Offer> open(At at, String label) {
    return at.reading().file().open()
        ? at.reading().investigations().stream()
            .filter(seen -> seen.row().state() == InvestigationRows.State.OPEN)
            .map(seen -> new Offer(seen.row().id(), label))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(Set.of("kinds", "period", "words", "own_words"));
    for (int i = 0; i < MOST_PERPETRATORS; i++) {
      names.addAll(row("p", i, PERPETRATOR));
    }
    for (int i = 0; i < MOST_NEEDS; i++) {
      names.addAll(row("n", i, NEED));
    }
    return names;
  }

  @Override
  public Set<String> several() {
    return Set.of("kinds");
  }

  private static List<String> row(String rows, int number, List<String> names) {
    return names.stream().map(name -> name(rows, number, name)).toList();
  }

  private static String name(String rows, int number, String name) {
    return rows + number + "_" + name;
  }

  /// The rows in which something is written.
  private static List<Integer> used(TypedForm typed, String rows, int most, List<String> names) {
    return IntStream.range(0, most)
        .filter(number -> row(rows, number, names).stream().anyMatch(typed::has))
        .boxed()
        .toList();
  }

  /// How many rows are shown: one more than are written in.
  private static int shown(TypedForm typed, String rows, int most, List<String> names) {
    List<Integer> used = used(typed, rows, most, names);
    return used.isEmpty() ? 1 : Math.min(most, used.getLast() + 2);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    sheet.beside("perpetrators", name("p", 0, "relation"));
    sheet.beside("needs", name("n", 0, "domain"));
    sheet.part("violence");
    sheet.checks(
        sheet.demanded("kinds", CaseRule.VIOLENCE_AND_NEEDS_MAPPED),
        sheet.options("casework.violence", ViolenceKind.values(), ViolenceKind::code));
    sheet.area(sheet.field("period"), 3, MOST);
    sheet.area(sheet.field("words"), 6, MOST);
    sheet.area(sheet.field("own_words"), 4, MOST);
    sheet.part("perpetrators");
    for (int i = 0; i < shown(sheet.typed(), "p", MOST_PERPETRATORS, PERPETRATOR); i++) {
      sheet.row(texts.t("casework.step.investigation.perpetrator", i + 1));
      Field relation = field(sheet, "p", i, "relation");
      sheet.select(
          i == 0 ? relation.needed() : relation,
          sheet.options("casework.relationship", Relationship.values(), Relationship::code));
      sheet.line(field(sheet, "p", i, "words"), MOST_ROW);
    }
    sheet.more(texts.t("casework.step.investigation.more.perpetrator"));
    sheet.part("needs");
    for (int i = 0; i < shown(sheet.typed(), "n", MOST_NEEDS, NEED); i++) {
      sheet.row(texts.t("casework.step.investigation.need", i + 1));
      Field domain = field(sheet, "n", i, "domain");
      sheet.select(
          i == 0 ? domain.needed() : domain,
          sheet.options("casework.need", Road.NeedDomain.values(), Road.NeedDomain::code));
      Field horizon = field(sheet, "n", i, "horizon");
      sheet.across(
          i == 0 ? horizon.needed() : horizon,
          sheet.options("casework.horizon", Road.Horizon.values(), Road.Horizon::code));
      sheet.line(field(sheet, "n", i, "who"), MOST_ROW);
      sheet.area(field(sheet, "n", i, "words"), 2, MOST_ROW);
    }
    sheet.more(texts.t("casework.step.investigation.more.need"));
  }

  private static Field field(Sheet sheet, String rows, int number, String name) {
    return sheet.field(
        name(rows, number, name), "casework.step.investigation." + rows + "_" + name, number + 1);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    TypedForm typed = sent.typed();
    List<Road.Perpetrator> perpetrators = new ArrayList<>();
    for (int i : used(typed, "p", MOST_PERPETRATORS, PERPETRATOR)) {
      perpetrators.add(
          new Road.Perpetrator(
              sent.one(name("p", i, "relation"), Relationship.values(), Relationship::code),
              sent.text(name("p", i, "words"), MOST_ROW)));
    }
    List<Road.Need> needs = new ArrayList<>();
    for (int i : used(typed, "n", MOST_NEEDS, NEED)) {
      needs.add(
          new Road.Need(
              sent.one(name("n", i, "domain"), Road.NeedDomain.values(), Road.NeedDomain::code),
              sent.one(name("n", i, "horizon"), Road.Horizon.values(), Road.Horizon::code),
              sent.text(name("n", i, "who"), MOST_ROW),
              sent.text(name("n", i, "words"), MOST_ROW)));
    }
    Road.Mapping mapping =
        new Road.Mapping(
            sent.ticked("kinds", ViolenceKind.values(), ViolenceKind::code),
            perpetrators,
            sent.text("period", MOST),
            sent.text("words", MOST),
            sent.text("own_words", MOST),
            needs);
    return record == null
        ? new Step.NotThere<>()
        : sent.step(() -> road.concludeInvestigation(viewer, file, record, mapping));
  }
}
