package se.fristad.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.Waiting;
import se.fristad.intake.web.ServicePanelPage;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// Beside a conversation: the series of support that came out of it, and which may be begun.
@Order(30)
@StaffFace
@Component
class ServicePanel implements ConversationPanel {
  private final Services services;

  ServicePanel(Services services) {
    this.services = services;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    if (conversation.queue() != Queue.SUPPORT) {
      return Optional.empty();
    }
    UUID thread = conversation.thread().value();
    LocalDate today = services.today();
    Map<UUID, ServiceType> types =
        services.types().stream().collect(Collectors.toMap(ServiceType::id, type -> type));
    List<Option> going = new ArrayList<>();
    for (Service.Row row : services.ofThread(viewer, thread)) {
      ServiceType type = types.get(row.type());
      going.add(
          Option.of(
              ServicePages.LIST + "/" + row.id(),
              shell.t(
                  "intake.service.of-thread",
                  type == null ? "" : type.name(),
                  shell.t(row.named() ? "intake.service.named" : "intake.service.anonymous"),
                  row.sessions())));
    }
    List<Option> begin =
        viewer.role() == Role.HEAD
            ? List.of()
            : types.values().stream()
                .filter(type -> type.mayBeGiven(today))
                .map(type ->
                    Option.of(
                        ServicePages.LIST + "/new?type=" + type.id() + "&thread=" + thread,
                        shell.t("intake.service.begin", type.name())))
                .toList();
    return going.isEmpty() && begin.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("intake/service-panel", new ServicePanelPage(shell, going, begin)));
  }
}
