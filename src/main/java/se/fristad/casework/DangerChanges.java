package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// When something may have changed the danger the file asks for a new assessment, the same day: the
/// page says what has happened, and the asking ends by the assessment, or by a reason. Some of it
/// is written by whoever hears it; what the program sees itself it asks about itself.
@StaffFace
@Component
class DangerChanges {
  private static final String WHAT = "danger_change";

  private final Files files;
  private final DangerChangeRows rows;
  private final AssessmentRows assessments;
  private final Tasks tasks;
  private final ApplicationEventPublisher events;

  DangerChanges(
      Files files,
      DangerChangeRows rows,
      AssessmentRows assessments,
      Tasks tasks,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.assessments = assessments;
    this.tasks = tasks;
    this.events = events;
  }

  /// Somebody has heard of something: whoever answers for the file, or whoever gives support in it.
  Step<UUID> note(
      Viewer viewer, UUID file, Road.DangerEvent what, LocalDate on, Confidential words) {
    return files.write(
        viewer,
        file,
        "danger_changed",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          hand.open();
          List<Refusal> refusals = new ArrayList<>();
          if (on.isAfter(hand.today())) {
            refusals.add(CaseRule.DATES_IN_ORDER.refusal("on", ".future"));
          }
          if (words.isBlank()) {
            refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("words", ".danger"));
          }
          if (!what.written()) {
            refusals.add(Refusal.unreadable("what", "casework.wrong.choose"));
          }
          Files.refuse(refusals);
          return asking(hand, what, on, words);
        });
  }

  /// The program has seen something, in the transaction of the step that did it. Before the first
  /// assessment there is nothing to assess anew.
  void seen(Files.InHand hand, Road.DangerEvent what, Confidential words) {
    if (hand.file().risk() != null) {
      asking(hand, what, hand.today(), words);
    }
  }

  /// Violence that goes on or is feared was mapped, on a later day than the risk was assessed: what
  /// she told on the day of the assessment is in it.
  void violence(Files.InHand hand) {
    assessments.of(hand.id()).stream()
        .map(AssessmentRows.Row::madeAt)
        .max(Comparator.naturalOrder())
        .filter(made -> LocalDate.ofInstant(made, Files.HERE).isBefore(hand.today()))
        .ifPresent(
            made -> asking(hand, Road.DangerEvent.NEW_VIOLENCE, hand.today(), Confidential.of("")));
  }

  private UUID asking(Files.InHand hand, Road.DangerEvent what, LocalDate on, Confidential words) {
    Words said = Words.none().with("what", what.code()).with("on", on).with("words", words);
    // said twice it is one thing to assess
    for (DangerChangeRows.Row row : rows.of(hand.id())) {
      if (row.asks() && hand.open(row.id(), WHAT, row.version(), row.sealed()).isSame(said)) {
        return row.id();
      }
    }
    UUID id = UUID.randomUUID();
    rows.insert(
        hand.id(),
        new DangerChangeRows.Row(
            id,
            hand.staff(),
            hand.now(),
            DangerChangeRows.State.ASKS,
            null,
            null,
            1,
            hand.seal(id, WHAT, 1, said)));
    tasks.add(hand.id(), TaskKind.REASSESS_NOW, id, hand.today(), hand.responsible());
    events.publishEvent(new DangerChanged(hand.id(), id, hand.now()));
    return id;
  }

  /// The risk was assessed, in the transaction of that.
  void assessed(Files.InHand hand) {
    if (rows.asks(hand.id())) {
      rows.assessed(hand.id(), hand.staff(), hand.now());
      tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.REASSESS_NOW);
    }
  }

  /// No new assessment is needed, and it is said why.
  Step<UUID> dismiss(Viewer viewer, UUID file, UUID change, Confidential why) {
    return files.write(
        viewer,
        file,
        "dismiss_reassess",
        hand -> {
          hand.open();
          DangerChangeRows.Row row =
              rows.find(hand.id(), change)
                  .filter(DangerChangeRows.Row::asks)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.DANGER_IS_ASSESSED_ANEW.refusal("why", ".answered")));
          if (why.isBlank()) {
            throw Files.refused(CaseRule.DANGER_IS_ASSESSED_ANEW.refusal("why"));
          }
          int version = row.version() + 1;
          Words words = hand.open(row.id(), WHAT, row.version(), row.sealed()).with("why", why);
          rows.dismiss(
              row.id(),
              hand.staff(),
              hand.now(),
              version,
              hand.seal(row.id(), WHAT, version, words));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.REASSESS_NOW);
          events.publishEvent(new DangerChanged(hand.id(), row.id(), hand.now()));
          return row.id();
        });
  }

  /// Whether something asks, in a file that somebody has in hand.
  boolean asks(Files.InHand hand) {
    return rows.asks(hand.id());
  }

  /// All of a file, opened, the latest first.
  List<Reading.Seen<DangerChangeRows.Row>> of(Files.InHand hand) {
    return rows.of(hand.id()).stream()
        .map(row -> new Reading.Seen<>(row, hand.open(row.id(), WHAT, row.version(), row.sealed())))
        .toList();
  }
}
