package se.fristad.casework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.ReachWords;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// A call: first how it is to be done; the number comes when that was read and answered.
@StaffFace
@Component
class CallForm implements StepForm {
  private static final String READ = "read";
  private final Road road;
  private final Contacting contacting;
  private final Clock clock;

  CallForm(Road road, Contacting contacting, Clock clock) {
    this.road = road;
    this.contacting = contacting;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "call";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 11;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return (at.reading().file().open()
                || ContactsAgain.isDue(at.reading(), Road.Again.By.CALL, at.today()))
            && at.reading().person().hasNumber()
            && CalledForm.open(at).isEmpty()
        ? once(texts)
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of(READ);
  }

  @Override
  public Set<String> several() {
    return Set.of(READ);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Person person = at.reading().person();
    Decision decision = contacting.decision(person, at.reading().never(), clock.instant(), null);
    sheet.notice(
        switch (decision) {
          case Decision.Allowed _ -> Tone.SUCCESS;
          case Decision.AskFirst _ -> Tone.WARN;
          case Decision.Refused _ -> Tone.DANGER;
        },
        ReachWords.why(texts, decision));
    if (decision instanceof Decision.Refused) {
      return;
    }
    List<Option> asked = new ArrayList<>();
    for (String one : List.of("rule", "hidden", "quiet")) {
      asked.add(Option.of(one, texts.t("casework.step.call.read." + one)));
    }
    if (decision instanceof Decision.AskFirst) {
      asked.add(Option.of("yes", texts.t("casework.step.call.read.yes")));
    }
    sheet.checks(sheet.needed(READ), asked);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    return sent.step(() -> road.call(viewer, file, sent.typed().ticked(READ)));
  }
}
