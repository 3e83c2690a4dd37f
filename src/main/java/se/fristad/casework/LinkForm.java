package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// Somebody around her is written into the relation map.
@StaffFace
@Component
class LinkForm implements StepForm {
  /// Its address.
  static final String KIND = "link";

  static final Set<String> NAMES =
      Set.of(
          "name",
          "bond",
          "danger",
          "violent",
          "never",
          "country",
          "number",
          "telephone",
          "address",
          "source",
          "on",
          "words");

  private static final int MOST_NAME = 200;
  private static final int MOST_LINE = 40;
  private static final int MOST_TEXT = 500;
  private static final int MOST_WORDS = 2_000;

  private final Road road;

  LinkForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 65;
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
    return TypedForm.empty().with("on", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    draw(sheet);
  }

  /// The fields, of one that is new and of one that is changed.
  static void draw(Sheet sheet) {
    Texts texts = sheet.texts();
    sheet.line(sheet.demanded(field(sheet, "name"), CaseRule.WRITTEN_IN_WORDS), MOST_NAME);
    sheet.select(
        field(sheet, "bond").needed(),
        sheet.options("casework.link.bond", Link.Bond.values(), Link.Bond::code));
    sheet.choice(
        field(sheet, "danger").needed(),
        sheet.options("casework.link.danger", Link.Danger.values(), Link.Danger::code));
    sheet.tick(field(sheet, "violent"), texts.t("casework.step.link.violent.yes"));
    sheet.tick(field(sheet, "never"), texts.t("casework.step.link.never.yes"));
    sheet.partNamed(texts.t("casework.step.link.part.source"));
    sheet.choice(
        field(sheet, "source").needed(),
        sheet.options("casework.link.source", Link.Source.values(), Link.Source::code));
    sheet.day(field(sheet, "on").needed());
    sheet.area(field(sheet, "words"), 3, MOST_WORDS);
    sheet.partNamed(texts.t("casework.step.link.part.where"));
    sheet.line(field(sheet, "country"), MOST_NAME);
    sheet.line(field(sheet, "number"), MOST_LINE);
    sheet.line(field(sheet, "telephone"), MOST_LINE);
    sheet.line(field(sheet, "address"), MOST_TEXT);
  }

  private static se.fristad.page.Field field(Sheet sheet, String name) {
    return sheet.field(name, "casework.step.link." + name);
  }

  /// What stands in it of one that is written down.
  static TypedForm typed(Link link) {
    TypedForm typed =
        TypedForm.empty()
            .with("name", link.name().reveal())
            .with("bond", link.bond().code())
            .with("danger", link.danger().code())
            .with("country", link.country().reveal())
            .with("number", link.number().reveal())
            .with("telephone", link.telephone().reveal())
            .with("address", link.address().reveal())
            .with("source", link.source().code())
            .with("on", link.on().toString())
            .with("words", link.words().reveal());
    if (link.violent()) {
      typed = typed.with("violent", "1");
    }
    return link.never() ? typed.with("never", "1") : typed;
  }

  /// What was typed.
  static Link read(Sent sent) {
    return new Link(
        null,
        sent.text("name", MOST_NAME),
        sent.one("bond", Link.Bond.values(), Link.Bond::code),
        sent.one("danger", Link.Danger.values(), Link.Danger::code),
        sent.has("violent"),
        sent.has("never"),
        sent.text("country", MOST_NAME),
        sent.text("number", MOST_LINE),
        sent.text("telephone", MOST_LINE),
        sent.text("address", MOST_TEXT),
        sent.one("source", Link.Source.values(), Link.Source::code),
        sent.day("on"),
        sent.text("words", MOST_WORDS),
        false,
        Confidential.of(""));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Link link = read(sent);
    return sent.step(() -> road.link(viewer, file, link));
  }
}
