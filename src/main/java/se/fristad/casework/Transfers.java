package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.MunicipalityCode;
import se.fristad.law.Deadlines;
import se.fristad.vault.Confidential;

/// A matter is moved to another municipality, or to us (*överflyttning av ärende*): asked for in
/// writing, answered at once in writing; after a month of silence, or a no, whoever asked may turn
/// to the supervisor, IVO (29 kap. 10 and 11 §§ SoL). Nothing is moved before she has been asked
/// what she wants: it is weighed by law, and written down here.
@StaffFace
@Component
class Transfers {
  private final Files files;
  private final TransferRows transfers;
  private final Tasks tasks;

  Transfers(Files files, TransferRows transfers, Tasks tasks) {
    this.files = files;
    this.transfers = transfers;
    this.tasks = tasks;
  }

  /// A request, sent or come in.
  ///
  /// @param municipality its code
  /// @param wish what she wants herself
  /// @param why why she belongs there: where she is tied, how long she needs help
  record Request(
      TransferRows.Direction direction,
      String municipality,
      LocalDate askedOn,
      Confidential wish,
      Confidential why) {}

  /// A request is sent, or has come in.
  Step<UUID> ask(Viewer viewer, UUID file, Request request) {
    return files.write(
        viewer,
        file,
        request.direction() == TransferRows.Direction.AWAY ? "ask_transfer" : "receive_transfer",
        CaseFileRule.deciding(viewer),
        hand -> {
          hand.open();
          Files.refuse(refusals(hand, request));
          UUID id = UUID.randomUUID();
          transfers.insert(
              hand.id(),
              new TransferRows.Row(
                  id,
                  request.direction(),
                  request.municipality(),
                  request.askedOn(),
                  null,
                  null,
                  null,
                  null,
                  null,
                  hand.now(),
                  hand.staff(),
                  1,
                  hand.seal(
                      id,
                      "transfer",
                      1,
                      Words.none().with("wish", request.wish()).with("why", request.why()))));
          if (request.direction() == TransferRows.Direction.AWAY) {
            tasks.add(
                hand.id(),
                TaskKind.AWAIT_TRANSFER,
                id,
                Deadlines.transferAnswered(request.askedOn()),
                hand.responsible());
          } else {
            tasks.add(
                hand.id(), TaskKind.ANSWER_TRANSFER, id, request.askedOn(), hand.responsible());
          }
          return id;
        });
  }

  private List<Refusal> refusals(Files.InHand hand, Request request) {
    List<Refusal> refusals = new ArrayList<>();
    if (transfers.of(hand.id()).stream()
        .anyMatch(row -> row.direction() == request.direction() && row.open())) {
      refusals.add(CaseRule.TRANSFER_IS_ASKED_IN_WRITING.refusal("municipality", ".once"));
    }
    if (MunicipalityCode.read(request.municipality()).isEmpty()) {
      refusals.add(Refusal.unreadable("municipality", "casework.step.transfer.municipality.none"));
    } else if (request.municipality().equals(hand.file().municipality())) {
      refusals.add(CaseRule.TRANSFER_IS_ASKED_IN_WRITING.refusal("municipality", ".same"));
    }
    if (request.askedOn().isAfter(hand.today())) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("asked_on", ".future"));
    }
    if (request.wish().isBlank()) {
      refusals.add(CaseRule.TRANSFER_IS_ASKED_IN_WRITING.refusal("wish", ".wish"));
    }
    if (request.why().isBlank()) {
      refusals.add(CaseRule.TRANSFER_IS_ASKED_IN_WRITING.refusal("why", ".why"));
    }
    return refusals;
  }

  /// Who was asked has answered, in writing.
  Step<UUID> answer(
      Viewer viewer, UUID file, UUID transfer, boolean yes, LocalDate on, Confidential words) {
    return files.write(
        viewer,
        file,
        "answer_transfer",
        CaseFileRule.deciding(viewer),
        hand -> {
          TransferRows.Row row = row(hand, transfer);
          if (row.answer() != null || row.tried() != null) {
            throw Files.refused(CaseRule.TRANSFER_IS_ANSWERED.refusal("answer", ".once"));
          }
          inOrder(hand, row.askedOn(), on, "answered_on");
          if (words.isBlank()) {
            throw Files.refused(CaseRule.TRANSFER_IS_ANSWERED.refusal("words"));
          }
          transfers.update(
              new TransferRows.Row(
                  row.id(),
                  row.direction(),
                  row.municipality(),
                  row.askedOn(),
                  on,
                  yes,
                  row.appliedOn(),
                  null,
                  null,
                  row.madeAt(),
                  row.madeBy(),
                  row.version() + 1,
                  sealed(hand, row, "answer", words)));
          tasks.done(
              hand.id(),
              row.id(),
              hand.staff(),
              hand.now(),
              TaskKind.AWAIT_TRANSFER,
              TaskKind.ANSWER_TRANSFER);
          return row.id();
        });
  }

  /// Whoever asked has turned to IVO.
  Step<UUID> apply(Viewer viewer, UUID file, UUID transfer, LocalDate on) {
    return files.write(
        viewer,
        file,
        "apply_transfer",
        CaseFileRule.deciding(viewer),
        hand -> {
          TransferRows.Row row = row(hand, transfer);
          if (row.appliedOn() != null || row.tried() != null) {
            throw Files.refused(CaseRule.TRANSFER_IS_TRIED.refusal("applied_on", ".once"));
          }
          if (!row.mayBeTried(on)) {
            throw Files.refused(CaseRule.TRANSFER_IS_TRIED.refusal("applied_on", ".early"));
          }
          inOrder(hand, row.askedOn(), on, "applied_on");
          transfers.update(
              new TransferRows.Row(
                  row.id(),
                  row.direction(),
                  row.municipality(),
                  row.askedOn(),
                  row.answeredOn(),
                  row.answer(),
                  on,
                  null,
                  null,
                  row.madeAt(),
                  row.madeBy(),
                  row.version() + 1,
                  sealed(
                      hand,
                      row,
                      "answer",
                      hand.open(row.id(), "transfer", row.version(), row.sealed())
                          .text("answer"))));
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.AWAIT_TRANSFER);
          tasks.add(
              hand.id(),
              TaskKind.AWAIT_TRIAL,
              row.id(),
              Deadlines.transferTried(on),
              hand.responsible());
          return row.id();
        });
  }

  /// IVO has decided.
  Step<UUID> tried(
      Viewer viewer, UUID file, UUID transfer, boolean moved, LocalDate on, Confidential words) {
    return files.write(
        viewer,
        file,
        "transfer_tried",
        CaseFileRule.deciding(viewer),
        hand -> {
          TransferRows.Row row = row(hand, transfer);
          LocalDate applied = row.appliedOn();
          if (applied == null || row.tried() != null) {
            throw Files.refused(CaseRule.TRANSFER_IS_TRIED.refusal("tried", ".not_asked"));
          }
          inOrder(hand, applied, on, "tried_on");
          transfers.update(
              new TransferRows.Row(
                  row.id(),
                  row.direction(),
                  row.municipality(),
                  row.askedOn(),
                  row.answeredOn(),
                  row.answer(),
                  applied,
                  on,
                  moved,
                  row.madeAt(),
                  row.madeBy(),
                  row.version() + 1,
                  sealed(hand, row, "tried", words)));
          tasks.done(
              hand.id(),
              row.id(),
              hand.staff(),
              hand.now(),
              TaskKind.AWAIT_TRIAL,
              TaskKind.ANSWER_TRANSFER);
          return row.id();
        });
  }

  private static byte[] sealed(
      Files.InHand hand, TransferRows.Row row, String name, Confidential words) {
    Words all = hand.open(row.id(), "transfer", row.version(), row.sealed()).with(name, words);
    return hand.seal(row.id(), "transfer", row.version() + 1, all);
  }

  private static void inOrder(Files.InHand hand, LocalDate earlier, LocalDate on, String field) {
    if (on.isBefore(earlier)) {
      throw Files.refused(CaseRule.TRANSFER_IS_ANSWERED.refusal(field, ".before"));
    }
    if (on.isAfter(hand.today())) {
      throw Files.refused(CaseRule.DATES_IN_ORDER.refusal(field, ".future"));
    }
  }

  private TransferRows.Row row(Files.InHand hand, UUID id) {
    return transfers
        .find(hand.id(), id)
        .orElseThrow(
            () -> Files.refused(CaseRule.TRANSFER_IS_ANSWERED.refusal("transfer", ".none")));
  }
}
