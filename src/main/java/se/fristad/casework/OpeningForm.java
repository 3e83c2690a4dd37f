package se.fristad.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.Municipality;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// The form of a file that is to be opened: who she is, how to reach her without danger, and that
/// she agrees.
final class OpeningForm {
  static final String KIND = "open";
  static final String INTAKE = "intake";
  static final String NAME = "name";

  static final Set<String> NAMES =
      Set.of(
          INTAKE,
          NAME,
          "alias",
          "number",
          "reserve",
          "born",
          "telephone",
          "address",
          "safe_contact",
          "as_in_conversation",
          "protection",
          "language",
          "municipality",
          "consent_from",
          "consent_until",
          "consent_how");

  static final int MOST_NAME = 200;
  static final int MOST_LINE = 40;
  static final int MOST_TEXT = 500;

  /// The languages that are asked for most, and then another.
  static final List<String> LANGUAGES =
      List.of(
          "sv", "ar", "en", "so", "ti", "prs", "fa", "ku", "tr", "uk", "ru", "pl", "es", "fr", "bs",
          "sq", "th", "zh", "vi", "ur", "bn", "am", "ro");

  private OpeningForm() {}

  /// What stands in it before anybody has typed.
  static TypedForm begun(LocalDate today, @Nullable UUID intake, @Nullable String municipality) {
    TypedForm typed =
        TypedForm.empty().with("consent_from", today.toString()).with("language", "sv");
    if (intake != null) {
      typed = typed.with(INTAKE, intake.toString());
    }
    return municipality == null ? typed : typed.with("municipality", municipality);
  }

  static void draw(Sheet sheet) {
    Texts texts = sheet.texts();
    sheet.part("who");
    sheet.line(sheet.demanded(NAME, CaseRule.WRITTEN_IN_WORDS), MOST_NAME);
    sheet.line(sheet.field("alias"), MOST_NAME);
    sheet.line(sheet.field("number"), MOST_LINE);
    sheet.tick(sheet.field("reserve"), texts.t("casework.step.person.reserve.yes"));
    sheet.day(sheet.field("born"));
    sheet.select(
        sheet.needed("municipality"),
        Stream.concat(
                Municipality.ofUppsalaCounty().stream()
                    .map(one -> Option.of(one.code().code(), one.name())),
                Stream.of(
                    Option.of(Municipality.ELSEWHERE, texts.t("casework.municipality.unknown"))))
            .toList());
    sheet.select(
        sheet.field("language"),
        LANGUAGES.stream().map(code -> Option.of(code, texts.languageName(code))).toList());
    sheet.part("reach");
    sheet.area(sheet.field("safe_contact"), 3, MOST_TEXT);
    if (sheet.typed().has(INTAKE)) {
      sheet.tick(
          sheet.field("as_in_conversation"), texts.t("casework.step.open.as_in_conversation.yes"));
    }
    sheet.line(sheet.field("telephone"), MOST_LINE);
    sheet.line(sheet.field("address"), MOST_TEXT);
    register(sheet);
    sheet.part("consent");
    sheet.day(sheet.needed("consent_from"));
    sheet.day(sheet.demanded("consent_until", CaseRule.CONSENT_STANDS));
    sheet.area(sheet.demanded("consent_how", CaseRule.WRITTEN_IN_WORDS), 3, ConsentForm.MOST_HOW);
  }

  /// What somebody has read in the population register just now; nothing chosen is not read.
  static void register(Sheet sheet) {
    sheet.select(
        sheet.field("protection", "casework.step.open.protection"),
        Arrays.stream(Road.Protection.values())
            .filter(one -> one != Road.Protection.FICTITIOUS)
            .map(one ->
                Option.of(
                    one.code(), sheet.texts().t("casework.step.protection.level." + one.code())))
            .toList());
  }

  static Road.Protection read(Sent sent) {
    return sent.chosen("protection", Road.Protection.values(), Road.Protection::code)
        .orElse(Road.Protection.UNCHECKED);
  }

  /// What was typed, as a file to open.
  static Road.Opening read(UUID file, @Nullable UUID intake, Sent sent) {
    Road.Who who =
        new Road.Who(
            sent.text(NAME, MOST_NAME),
            sent.text("number", MOST_LINE),
            sent.dayOrNone("born"),
            sent.text("telephone", MOST_LINE),
            sent.text("address", MOST_TEXT),
            sent.text("safe_contact", MOST_TEXT),
            read(sent),
            LANGUAGES.contains(sent.value("language")) ? sent.value("language") : "",
            sent.text("alias", MOST_NAME),
            sent.has("reserve"));
    Road.Agreed agreed =
        new Road.Agreed(
            sent.day("consent_from"),
            sent.day("consent_until"),
            sent.text("consent_how", ConsentForm.MOST_HOW));
    return new Road.Opening(
        file, intake, sent.value("municipality"), who, agreed, sent.has("as_in_conversation"));
  }
}
