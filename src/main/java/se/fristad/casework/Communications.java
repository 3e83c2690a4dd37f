package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// Before a decision to her disadvantage she is told of what it will rest on, and can answer within
/// a fixed time, in writing or orally (*kommunicering*, 25 § FL, 14 kap. 8 § SoL).
@StaffFace
@Component
class Communications {
  private final Files files;
  private final Protections protections;
  private final CommunicationRows rows;
  private final InvestigationRows investigations;
  private final Tasks tasks;

  Communications(
      Files files,
      Protections protections,
      CommunicationRows rows,
      InvestigationRows investigations,
      Tasks tasks) {
    this.files = files;
    this.protections = protections;
    this.rows = rows;
    this.investigations = investigations;
    this.tasks = tasks;
  }

  /// She is told.
  Step<UUID> send(Viewer viewer, UUID file, Road.Communicating told) {
    return files.write(
        viewer,
        file,
        "communicate",
        hand -> {
          hand.open();
          InvestigationRows.Row investigation =
              investigations.find(hand.id(), told.investigation()).orElse(null);
          if (investigation == null || investigation.state() != InvestigationRows.State.CONCLUDED) {
            throw Files.refused(CaseRule.DECISION_AFTER_INVESTIGATION.refusal("investigation"));
          }
          List<Refusal> refusals = refusals(hand, told);
          refusals.addAll(protections.inPrint(hand, "words", told.words()));
          Files.refuse(refusals);
          UUID id = UUID.randomUUID();
          rows.insert(
              hand.id(),
              new CommunicationRows.Row(
                  id,
                  investigation.id(),
                  told.sentOn(),
                  told.answerBy(),
                  null,
                  hand.now(),
                  hand.staff(),
                  1,
                  hand.seal(id, "communication", 1, Words.none().with("words", told.words()))));
          tasks.add(hand.id(), TaskKind.AWAIT_ANSWER, id, told.answerBy(), hand.staff());
          return id;
        });
  }

  private static List<Refusal> refusals(Files.InHand hand, Road.Communicating told) {
    List<Refusal> refusals = new ArrayList<>();
    if (told.sentOn().isAfter(hand.today())) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("sent_on", ".future"));
    }
    if (!told.answerBy().isAfter(told.sentOn())) {
      refusals.add(CaseRule.COMMUNICATED_BEFORE.refusal("answer_by", ".time"));
    }
    if (told.words().isBlank()) {
      refusals.add(CaseRule.COMMUNICATED_BEFORE.refusal("words", ".words"));
    }
    if (!told.orally()) {
      refusals.add(CaseRule.MAY_SPEAK_TO_THE_BOARD.refusal("orally"));
    }
    return refusals;
  }

  /// She has answered; also that she has nothing to add.
  Step<UUID> answer(
      Viewer viewer, UUID file, UUID communication, LocalDate on, Confidential words) {
    return files.write(
        viewer,
        file,
        "communicate_answer",
        hand -> {
          CommunicationRows.Row row =
              rows.find(hand.id(), communication)
                  .orElseThrow(() ->
                      Files.refused(
                          CaseRule.COMMUNICATED_BEFORE.refusal("answered_on", ".not_here")));
          if (row.answeredOn() != null) {
            throw Files.refused(CaseRule.COMMUNICATED_BEFORE.refusal("answered_on", ".once"));
          }
          if (on.isBefore(row.sentOn())) {
            throw Files.refused(CaseRule.COMMUNICATED_BEFORE.refusal("answered_on", ".before"));
          }
          if (on.isAfter(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("answered_on", ".future"));
          }
          if (words.isBlank()) {
            throw Files.refused(CaseRule.COMMUNICATED_BEFORE.refusal("words", ".answer"));
          }
          int version = row.version() + 1;
          Words all =
              hand.open(row.id(), "communication", row.version(), row.sealed())
                  .with("answer", words);
          rows.answered(row.id(), on, version, hand.seal(row.id(), "communication", version, all));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.AWAIT_ANSWER);
          return row.id();
        });
  }
}
