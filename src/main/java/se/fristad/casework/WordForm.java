package se.fristad.casework;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.ReachForm;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Her own word (*kodord*), said by whoever calls or answers: all that is told of it is whether it
/// agrees. What came of the last try stands where the step stands, on the file's page.
@StaffFace
@Component
class WordForm implements StepForm {
  private static final String SAID = "said";
  private final Road road;
  private final Clock clock;

  WordForm(Road road, Clock clock) {
    this.road = road;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "word";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 13;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    Reach reach = at.reading().person().reach();
    if (!at.reading().file().open() || reach.hers().isEmpty()) {
      return List.of();
    }
    String label =
        reach
            .lastTried()
            .map(last -> {
              String when = texts.when(last.at(), clock.instant());
              return last.same()
                  ? texts.t("casework.step.word.same", when)
                  : reach.triesLeft() == 0
                      ? texts.t("casework.step.word.over", when)
                      : texts.t("casework.step.word.differs", when, reach.triesLeft());
            })
            .orElseGet(() -> texts.t("casework.step.word"));
    return List.of(new Offer(null, label));
  }

  @Override
  public Set<String> names() {
    return Set.of(SAID);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Reach reach = at.reading().person().reach();
    reach
        .lastTried()
        .ifPresent(last ->
            sheet.notice(
                last.same() ? Tone.SUCCESS : Tone.WARN,
                texts.t(
                    "casework.step.word.last." + (last.same() ? "same" : "differs"),
                    texts.when(last.at(), clock.instant()))));
    sheet.notice(
        reach.triesLeft() == 0 ? Tone.DANGER : Tone.NEUTRAL,
        reach.triesLeft() == 0
            ? texts.t("casework.step.word.locked")
            : texts.t("casework.step.word.left", reach.triesLeft()));
    sheet.line(sheet.needed(SAID), ReachForm.MOST_WORD);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Confidential said = sent.text(SAID, ReachForm.MOST_WORD);
    if (said.isBlank()) {
      sent.refuse(Refusal.unreadable(SAID, "casework.step.word.empty"));
    }
    return sent.step(() -> road.word(viewer, file, said));
  }
}
