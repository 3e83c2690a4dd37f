package se.fristad.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.LetterOutcome;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// A letter that has begun: the address and the paper for as long as they hold, and what came of
/// it.
@StaffFace
@Component
class LetteredForm implements StepForm {
  /// How long one that was posted may come back.
  private static final Duration COMES_BACK = Duration.ofDays(60);

  private final Road road;
  private final Writing writing;
  private final Clock clock;

  LetteredForm(Road road, Writing writing, Clock clock) {
    this.road = road;
    this.writing = writing;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "lettered";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 1;
  }

  /// The letters of this viewer of which more can be said: those begun, and those posted, which may
  /// come back.
  static List<LetterRows.Row> open(At at) {
    return at.reading().letters().stream()
        .filter(one ->
            one.staff().equals(at.viewer().staff())
                && (one.outcome() == null || one.outcome() == LetterOutcome.POSTED))
        .toList();
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    Instant now = clock.instant();
    return open(at).stream()
        .filter(one -> one.outcome() == null || now.isBefore(one.at().plus(COMES_BACK)))
        .map(one ->
            new Offer(
                one.id(),
                one.outcome() == null
                    ? texts.t("casework.step.lettered")
                    : texts.t("casework.step.lettered.posted", texts.date(one.at()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("outcome");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Person person = at.reading().person();
    open(at).stream()
        .filter(one -> one.id().equals(at.record()))
        .findFirst()
        .flatMap(one -> writing.address(person, at.reading().never(), one, clock.instant()))
        .ifPresentOrElse(
            address -> {
              sheet.notice(Tone.INFO, texts.t("casework.step.lettered.seen"));
              if (Writing.mediated(person, at.today())) {
                sheet.notice(Tone.DANGER, texts.t("casework.step.lettered.mediated"));
              }
              sheet.told(
                  List.of(
                      new Described(texts.t("casework.step.lettered.address"), address.reveal())));
              sheet.way(
                  texts.t("casework.step.lettered.print"),
                  CasePages.FILES + at.reading().file().id() + "/letters/" + at.record());
            },
            () -> sheet.notice(Tone.NEUTRAL, texts.t("casework.step.lettered.over")));
    sheet.choice(
        sheet.needed("outcome"),
        sheet.options(
            "casework.step.lettered.outcome", LetterOutcome.values(), LetterOutcome::code));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LetterOutcome outcome = sent.one("outcome", LetterOutcome.values(), LetterOutcome::code);
    UUID letter = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.lettered(viewer, file, letter, outcome));
  }
}
