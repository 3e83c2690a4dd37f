package se.fristad.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.Screenings;
import se.fristad.contact.Waiting;
import se.fristad.intake.web.IntakeForm;
import se.fristad.intake.web.PanelPage;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// The intake beside its conversation, so that nothing is typed twice and no other window is
/// needed.
@StaffFace
@Component
class IntakePanel implements ConversationPanel {
  private final Intakes intakes;
  private final Screenings screenings;

  IntakePanel(Intakes intakes, Screenings screenings) {
    this.intakes = intakes;
    this.screenings = screenings;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    if (conversation.queue() != Queue.SUPPORT) {
      return Optional.empty();
    }
    UUID thread = conversation.thread().value();
    List<Intake.Row> made = intakes.ofThread(viewer, thread);
    List<PanelPage.Done> concluded =
        made.stream().flatMap(row -> done(shell, row).stream()).toList();
    Optional<Intake.Row> draft =
        made.stream().filter(row -> row.stage() instanceof Intake.Stage.Draft).findFirst();
    IntakeForm form =
        draft
            .filter(row -> viewer.role() != Role.HEAD)
            .flatMap(row -> form(viewer, shell, row.id()))
            .orElse(null);
    return Optional.of(
        View.of(
            "intake/panel",
            new PanelPage(
                shell,
                form,
                form == null && draft.isPresent(),
                concluded,
                thread.toString(),
                way(conversation).code(),
                UUID.randomUUID().toString(),
                viewer.role() != Role.HEAD,
                form == null
                    && draft.isEmpty()
                    && screenings.has(conversation.queue(), conversation.thread()))));
  }

  private static WayIn way(Waiting conversation) {
    return switch (conversation.handling().channel()) {
      case CHAT -> WayIn.CHAT;
      case PHONE -> WayIn.PHONE;
      case VISIT -> WayIn.VISIT;
    };
  }

  private Optional<IntakeForm> form(Viewer viewer, Shell shell, UUID id) {
    return switch (intakes.read(viewer, id)) {
      case Opened.Value<Intake> opened ->
          Optional.of(
              Forms.of(
                  shell,
                  opened.value().row(),
                  Seen.now(opened.value().row()),
                  opened.value().typed(),
                  List.of(),
                  null));
      case Opened.NotThere<Intake> notThere -> Optional.empty();
    };
  }

  private static Optional<PanelPage.Done> done(Shell shell, Intake.Row row) {
    return switch (row.stage()) {
      case Intake.Stage.Draft draft -> Optional.empty();
      case Intake.Stage.Concluded concluded ->
          Optional.of(
              new PanelPage.Done(
                  shell.t(
                      "intake.panel.done",
                      shell.t("intake.outcome." + concluded.outcome()),
                      shell.texts().moment(concluded.at())),
                  "/staff/intakes/" + row.id()));
    };
  }
}
