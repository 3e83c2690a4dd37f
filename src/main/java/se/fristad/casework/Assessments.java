package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.assessment.Instrument;
import se.fristad.assessment.Judgement;
import se.fristad.assessment.Result;
import se.fristad.casework.facts.RiskAssessed;
import se.fristad.casework.facts.RiskLevel;

/// Risk assessments (*hot- och riskbedömning*), by the project's own form. The level that somebody
/// stands for is what counts; the form's own level, the unknowns and her own estimate stand beside
/// it. Consent or not, danger may always be assessed.
@StaffFace
@Component
class Assessments {
  private final Files files;
  private final AssessmentRows rows;
  private final DangerChanges changes;
  private final Tasks tasks;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  Assessments(
      Files files,
      AssessmentRows rows,
      DangerChanges changes,
      Tasks tasks,
      Forms forms,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.changes = changes;
    this.tasks = tasks;
    this.forms = forms;
    this.events = events;
  }

  /// Assesses the risk.
  Step<Result> assess(Viewer viewer, UUID file, Road.Assessing assessing) {
    Instrument instrument = Instrument.initialRisk();
    return files.write(
        viewer,
        file,
        "assess",
        hand -> {
          hand.open();
          Result result = result(instrument, assessing, hand);
          UUID id = UUID.randomUUID();
          String level = assessing.judgement().level().code();
          rows.insert(
              hand.id(),
              new AssessmentRows.Row(
                  id,
                  instrument.id(),
                  instrument.version(),
                  level,
                  result.unknowns(),
                  hand.staff(),
                  hand.now(),
                  result.validUntil(),
                  hand.seal(id, "assessment", 1, words(assessing, result))));
          tasks.done(
              hand.id(),
              null,
              hand.staff(),
              hand.now(),
              TaskKind.ASSESS_RISK,
              TaskKind.REASSESS_RISK);
          changes.assessed(hand);
          tasks.add(hand.id(), TaskKind.REASSESS_RISK, id, result.validUntil(), hand.responsible());
          forms.drop(hand.id(), hand.staff(), "assessment");
          events.publishEvent(
              new RiskAssessed(
                  UUID.randomUUID(),
                  hand.today(),
                  hand.file().municipality(),
                  RiskLevel.valueOf(assessing.judgement().level().name())));
          return result;
        });
  }

  private static Result result(Instrument instrument, Road.Assessing assessing, Files.InHand hand) {
    List<Refusal> refusals = new ArrayList<>();
    instrument.unreadable(assessing.answers()).stream()
        .sorted()
        .forEach(item -> refusals.add(Refusal.unreadable("a_" + item, "casework.wrong.answer")));
    Files.refuse(refusals);
    Result result = instrument.result(assessing.answers(), hand.today());
    for (Judgement.Lacking lacking : assessing.judgement().lacking(result, instrument)) {
      String field = lacking.name().toLowerCase(java.util.Locale.ROOT);
      refusals.add(CaseRule.RISK_IS_JUDGED.refusal(field, "." + field));
    }
    Files.refuse(refusals);
    return result;
  }

  private static Words words(Road.Assessing assessing, Result result) {
    Words words =
        Words.none()
            .with("form_level", result.level().code())
            .with("up_to", result.upTo().code())
            .with("reason", assessing.judgement().reason())
            .with("second", assessing.judgement().second());
    if (result.sum().isPresent()) {
      words = words.with("sum", Integer.toString(result.sum().getAsInt()));
    }
    for (Map.Entry<String, String> answer : assessing.answers().values().entrySet()) {
      words = words.with("a_" + answer.getKey(), answer.getValue());
    }
    return words;
  }
}
