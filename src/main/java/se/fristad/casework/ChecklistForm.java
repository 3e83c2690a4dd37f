package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// One of the lists of an investigation, with what to do about each *yes* beside it while one
/// answers. What was answered last time stands in it.
abstract class ChecklistForm implements StepForm {
  private static final int MOST = 4_000;
  private static final int MOST_WHO = 500;

  private final Road road;
  private final Checklist list;

  ChecklistForm(Road road, Checklist list) {
    this.road = road;
    this.list = list;
  }

  /// The honour context.
  @StaffFace
  @Component
  static class Honour extends ChecklistForm {
    Honour(Road road) {
      super(road, Checklist.HONOUR);
    }

    @Override
    public int order() {
      return 22;
    }
  }

  /// Digital violence.
  @StaffFace
  @Component
  static class Digital extends ChecklistForm {
    Digital(Road road) {
      super(road, Checklist.DIGITAL);
    }

    @Override
    public int order() {
      return 23;
    }
  }

  @Override
  public String kind() {
    return list.code();
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    boolean answered =
        at.reading().file().open()
            && Mappings.answered(at.reading().mappings(), list).findAny().isPresent();
    return ExposureForm.investigating(at) || answered ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(Set.of("who", "words"));
    list.items().forEach(item -> names.add(Mappings.ANSWER + item));
    return names;
  }

  @Override
  public TypedForm begun(At at) {
    Words words =
        Mappings.answered(at.reading().mappings(), list)
            .map(Reading.Seen::words)
            .findFirst()
            .orElse(Words.none());
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
    Texts texts = sheet.texts();
    sheet.notice(Tone.NEUTRAL, texts.t(text("careful")));
    for (String item : list.items()) {
      sheet.across(
          sheet.field(Mappings.ANSWER + item, text(item)),
          sheet.options(
              "casework.mapping.answer", Checklist.Answered.values(), Checklist.Answered::code));
    }
    sheet.part("more");
    sheet.area(sheet.field("who"), 2, MOST_WHO);
    sheet.area(sheet.field("words"), 4, MOST);
    sheet.part("advice");
    sheet.live(says(sheet.typed(), texts, at.today()));
  }

  private String text(String name) {
    return "casework.checklist." + list.code() + "." + name;
  }

  /// What to do about what was answered yes, what cannot wait first.
  @Override
  public List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    Checklist.Answers answers = answers(typed, new Sent(typed, today));
    List<String> says = new ArrayList<>();
    if (!answers.acute().isEmpty()) {
      says.add(texts.t(text("acute")));
    }
    answers.yes().stream()
        .map(item -> text(item) + ".advice")
        .filter(texts::has)
        .map(texts::t)
        .forEach(says::add);
    return says.isEmpty() ? List.of(texts.t("casework.checklist.nothing")) : says;
  }

  private Checklist.Answers answers(TypedForm typed, Sent sent) {
    Map<String, Checklist.Answered> answers = new HashMap<>();
    for (String item : list.items()) {
      sent.chosen(Mappings.ANSWER + item, Checklist.Answered.values(), Checklist.Answered::code)
          .ifPresent(answer -> answers.put(item, answer));
    }
    return new Checklist.Answers(
        list, answers, sent.text("who", MOST_WHO), sent.text("words", MOST));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Checklist.Answers answers = answers(sent.typed(), sent);
    return sent.step(() -> road.mapWith(viewer, file, answers));
  }
}
