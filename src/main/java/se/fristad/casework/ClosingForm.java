package se.fristad.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// Closing (*avslut*): why, and whether she wants to be contacted again. What is left to do is said
/// before anybody tries.
@StaffFace
@Component
class ClosingForm implements StepForm {
  private static final int MOST_WHY = 2_000;
  private static final int MOST_HOW = 1_000;

  /// What she can have answered; that she has not been asked is no answer.
  private static final Road.Contact[] ANSWERS = {
    Road.Contact.WANTED, Road.Contact.DECLINED, Road.Contact.NOT_REACHED
  };

  private final Road road;

  ClosingForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "closing";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("why", "follow_up", "contact", "contact_how", "again_by", "months");
  }

  @Override
  public Set<String> several() {
    return Set.of("months");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    // what the refusal says already is not said twice
    (sheet.against().isEmpty() ? left(at) : List.<String>of())
        .forEach(what ->
            sheet.notice(
                Tone.WARN, texts.t(CaseRule.NOTHING_LEFT_TO_DO.textKey() + ".sentence." + what)));
    sheet.area(sheet.demanded("why", CaseRule.WRITTEN_IN_WORDS), 4, MOST_WHY);
    sheet.part("asked");
    sheet.tick(sheet.field("follow_up"), texts.t("casework.step.closing.follow_up.declined"));
    sheet.choice(
        sheet.demanded("contact", CaseRule.CONTACT_IS_OFFERED),
        sheet.options("casework.step.closing.contact", ANSWERS, Road.Contact::code));
    sheet.area(sheet.field("contact_how"), 2, MOST_HOW);
    if (at.reading().file().kind() == CaseFile.Kind.ADULT) {
      again(sheet, at);
    }
  }

  /// How and when she may be asked how it went: what her rule does not let be done says so.
  private static void again(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    sheet.part("again");
    sheet.across(
        sheet.field("again_by"),
        Arrays.stream(Road.Again.By.values())
            .map(by ->
                Option.of(
                    by.code(),
                    texts.t(
                        ContactsAgain.allows(at.reading().person().reach(), by)
                            ? "casework.again.by." + by.code()
                            : "casework.again.not." + by.code())))
            .toList());
    sheet.checks(
        sheet.field("months"),
        Road.Again.MONTHS.stream()
            .sorted()
            .map(months ->
                Option.of(
                    Integer.toString(months),
                    texts.t(
                        "casework.again.months",
                        months,
                        texts.date(at.today().plusMonths(months)))))
            .toList());
  }

  /// What the step would be refused for.
  private static List<String> left(At at) {
    Reading reading = at.reading();
    List<String> left = new ArrayList<>();
    reading.tasks().stream()
        .map(Tasks.Task::kind)
        .filter(TaskKind::duty)
        .map(TaskKind::code)
        .distinct()
        .forEach(left::add);
    if (reading.investigations().stream()
        .map(Reading.Seen::row)
        .anyMatch(row ->
            row.state() == InvestigationRows.State.OPEN
                || (row.state() == InvestigationRows.State.CONCLUDED && !row.decided()))) {
      left.add("investigation");
    }
    if (reading.supports().stream()
        .anyMatch(seen -> SupportBeginsForm.goesOn(seen.row(), at.today()))) {
      left.add("support");
    }
    if (reading.supports().stream()
        .map(Reading.Seen::row)
        .anyMatch(row -> row.endedOn() == null && !SupportBeginsForm.goesOn(row, at.today()))) {
      left.add("support_waits");
    }
    return left;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Again.By by =
        sent.chosen("again_by", Road.Again.By.values(), Road.Again.By::code).orElse(null);
    Set<Integer> months =
        Road.Again.MONTHS.stream()
            .filter(one -> sent.typed().ticked("months").contains(Integer.toString(one)))
            .collect(Collectors.toSet());
    Road.Closing closing =
        new Road.Closing(
            sent.text("why", MOST_WHY),
            sent.has("follow_up"),
            sent.chosen("contact", ANSWERS, Road.Contact::code).orElse(Road.Contact.NOT_OFFERED),
            sent.text("contact_how", MOST_HOW),
            by == null ? null : new Road.Again(by, months));
    return sent.step(() -> road.close(viewer, file, closing));
  }
}
