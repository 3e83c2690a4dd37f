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
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.SafeContact;
import se.fristad.outgoing.Sender;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// A call that has begun: the number for as long as it holds, what to say, and how it went.
@StaffFace
@Component
class CalledForm implements StepForm {
  private final Road road;
  private final Contacting contacting;
  private final Clock clock;

  CalledForm(Road road, Contacting contacting, Clock clock) {
    this.road = road;
    this.contacting = contacting;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "called";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 1;
  }

  /// The calls that this viewer has begun and not said the end of.
  static List<CallRows.Row> open(At at) {
    return at.reading().calls().stream()
        .filter(one -> one.staff().equals(at.viewer().staff()) && one.outcome() == null)
        .toList();
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return open(at).stream()
        .map(one -> new Offer(one.id(), texts.t("casework.step.called")))
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
        .flatMap(one -> contacting.number(person, at.reading().never(), one, clock.instant()))
        .ifPresentOrElse(
            number ->
                sheet.notice(Tone.INFO, texts.t("casework.step.called.number", number.reveal())),
            () -> sheet.notice(Tone.NEUTRAL, texts.t("casework.step.called.over")));
    sheet.told(say(texts, person.reach()));
    sheet.choice(
        sheet.needed("outcome"),
        sheet.options("outgoing.reach.outcome", CallOutcome.values(), CallOutcome::code));
  }

  private static List<Described> say(Texts texts, Reach reach) {
    List<Described> lines = new ArrayList<>();
    boolean named =
        reach.rule() instanceof SafeContact.Agreed rule && rule.sender() == Sender.NAMED;
    lines.add(
        new Described(
            texts.t("casework.step.called.first"),
            texts.t(named ? "outgoing.say.named.hello" : "outgoing.say.neutral.hello")));
    if (!reach.ours().isBlank()) {
      lines.add(new Described(texts.t("casework.step.called.ours"), reach.ours().reveal()));
    }
    if (!reach.alone().isBlank()) {
      lines.add(new Described(texts.t("casework.step.called.alone"), reach.alone().reveal()));
    }
    lines.add(
        new Described(
            texts.t("casework.step.called.other"),
            reach.others().isBlank()
                ? texts.t("outgoing.say.neutral.other")
                : reach.others().reveal()));
    return lines;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    CallOutcome outcome = sent.one("outcome", CallOutcome.values(), CallOutcome::code);
    UUID call = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.called(viewer, file, call, outcome));
  }
}
