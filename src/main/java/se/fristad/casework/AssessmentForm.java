package se.fristad.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.assessment.Instrument.Item;
import se.fristad.assessment.Judgement;
import se.fristad.assessment.Level;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// The risk is assessed (*hot- och riskbedömning*) by the project's own form: every question, also
/// those with no answer; what they come to, in one sentence; then the level that somebody stands
/// for.
@StaffFace
@Component
class AssessmentForm implements StepForm {
  /// The longest text, in characters.
  static final int MOST = 500;

  private static final String LEVEL = "level";
  private static final String REASON = "reason";
  private static final String SECOND = "second_person";

  private final Road road;
  private final Clock clock;

  AssessmentForm(Road road, Clock clock) {
    this.road = road;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "assessment";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ASSESS_RISK, TaskKind.REASSESS_RISK, TaskKind.REASSESS_NOW);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Stream.concat(
            items().map(item -> RiskWords.ANSWER + item.id()), Stream.of(LEVEL, REASON, SECOND))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Item> items() {
    return Instrument.initialRisk().sections().stream()
        .flatMap(section -> section.items().stream());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Instrument instrument = Instrument.initialRisk();
    RiskWords words = new RiskWords(instrument, sheet.texts());
    words.text("note").ifPresent(note -> sheet.notice(Tone.NEUTRAL, note));
    at.reading().dangerChanges().stream()
        .filter(seen -> seen.row().asks())
        .forEach(seen ->
            sheet.notice(
                Tone.WARN,
                sheet
                    .texts()
                    .t(
                        "casework.danger.asks",
                        sheet.texts().t("casework.danger." + seen.words().value("what")),
                        sheet
                            .texts()
                            .date(LocalDate.ofInstant(seen.row().notedAt(), Files.HERE)))));
    for (Instrument.Section section : instrument.sections()) {
      sheet.partNamed(words.told(section.id()));
      section.items().forEach(item -> draw(sheet, words, item));
    }
    sheet.part("judgement");
    sheet.live(says(sheet.typed(), sheet.texts(), at.today()));
    sheet.choice(
        sheet.demanded(LEVEL, CaseRule.RISK_IS_JUDGED),
        sheet.options("assessment.level", Level.values(), Level::code));
    sheet.area(sheet.field(REASON), 3, MOST);
    // asked only by an instrument that has a second person judge what is lowered
    if (instrument.secondPersonToLower() || sheet.typed().has(SECOND)) {
      sheet.line(sheet.field(SECOND), MOST);
    }
  }

  private static void draw(Sheet sheet, RiskWords words, Item item) {
    Field field =
        sheet.field(
            RiskWords.ANSWER + item.id(),
            words.told(item.id()),
            words.text(item.id() + ".hint").orElse(null));
    switch (item.kind()) {
      case CHOICE ->
          sheet.across(
              field.needed(),
              item.options().stream()
                  .map(option -> Option.of(option, words.option(item, option)))
                  .toList());
      case SCALE -> sheet.digits(field, 3);
      case TEXT -> sheet.area(field, 2, MOST);
    }
  }

  @Override
  public List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    Instrument instrument = Instrument.initialRisk();
    Answers answers = answers(typed);
    if (answers.values().isEmpty() || !instrument.unreadable(answers).isEmpty()) {
      return List.of(texts.t("casework.step.assessment.nothing"));
    }
    List<String> says = new ArrayList<>();
    says.add(texts.t("casework.step.assessment.so-far"));
    says.addAll(
        new RiskWords(instrument, texts).sentences(answers, instrument.result(answers, today)));
    return says;
  }

  private static Answers answers(TypedForm typed) {
    return new Answers(
        items()
            .filter(item -> typed.has(RiskWords.ANSWER + item.id()))
            .collect(
                Collectors.toMap(Item::id, item -> typed.value(RiskWords.ANSWER + item.id()))));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    items()
        .filter(item -> item.kind() == Instrument.Kind.TEXT)
        .forEach(item -> sent.text(RiskWords.ANSWER + item.id(), MOST));
    Level level =
        sent.chosen(LEVEL, Level.values(), Level::code)
            .orElseGet(() -> {
              LocalDate today = LocalDate.ofInstant(clock.instant(), Files.HERE);
              sent.refuse(CaseRule.RISK_IS_JUDGED.refusal(LEVEL, ".level", today));
              return Level.HIGH;
            });
    Judgement judgement =
        new Judgement(level, sent.text(REASON, MOST).reveal(), sent.text(SECOND, MOST).reveal());
    return sent.step(
        () -> road.assess(viewer, file, new Road.Assessing(answers(sent.typed()), judgement)));
  }
}
