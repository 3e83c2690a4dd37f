package se.fristad.casework;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Answer;
import se.fristad.outgoing.ReachForm;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// How she may be reached without danger (*säker kontakt*), asked anew.
@StaffFace
@Component
class ReachStep implements StepForm {
  private final Road road;

  ReachStep(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "reach";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 12;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() || ContactsAgain.waiting(at.reading()) != null
        ? once(texts)
        : List.of();
  }

  @Override
  public Set<String> names() {
    return ReachForm.NAMES;
  }

  @Override
  public Set<String> several() {
    return ReachForm.SEVERAL;
  }

  @Override
  public TypedForm begun(At at) {
    return ReachForm.begun(at.reading().person().reach());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<Option> answers = sheet.options("outgoing.reach.answer", Answer.values(), Answer::code);
    sheet.partNamed(texts.t("outgoing.reach.part.phone"));
    sheet.across(field(sheet, "call").needed(), answers);
    sheet.digits(field(sheet, "number"), ReachForm.MOST_WORD);
    sheet.tick(field(sheet, "voicemail"), texts.t("outgoing.reach.field.voicemail.yes"));
    sheet.across(field(sheet, "text"), answers);
    sheet.partNamed(texts.t("outgoing.reach.part.when"));
    sheet.checks(
        field(sheet, "days"),
        Arrays.stream(DayOfWeek.values())
            .map(day -> Option.of(day.name(), day.getDisplayName(TextStyle.FULL, texts.locale())))
            .toList());
    sheet.time(field(sheet, "from"));
    sheet.time(field(sheet, "until"));
    sheet.partNamed(texts.t("outgoing.reach.part.other"));
    sheet.across(field(sheet, "email"), answers);
    sheet.across(field(sheet, "letter"), answers);
    sheet.partNamed(texts.t("outgoing.reach.part.say"));
    sheet.tick(field(sheet, "named"), texts.t("outgoing.reach.field.named.yes"));
    sheet.area(field(sheet, "others"), 2, ReachForm.MOST_TEXT);
    sheet.partNamed(texts.t("outgoing.reach.part.words"));
    sheet.line(field(sheet, "ours"), ReachForm.MOST_WORD);
    sheet.line(field(sheet, "hers"), ReachForm.MOST_WORD);
    sheet.line(field(sheet, "alone"), ReachForm.MOST_WORD);
    sheet.area(field(sheet, "note"), 3, ReachForm.MOST_TEXT);
  }

  private static Field field(Sheet sheet, String name) {
    return sheet.field(name, "outgoing.reach.field." + name);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    return sent.step(() -> road.reach(viewer, file, sent.typed()));
  }
}
