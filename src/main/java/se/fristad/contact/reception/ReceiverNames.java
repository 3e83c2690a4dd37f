package se.fristad.contact.reception;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.contact.Queue;
import se.fristad.page.Shell;
import se.fristad.vault.Confidential;

/// The names of those who receive, in the order of the alphabet.
@StaffFace
@Component
class ReceiverNames {
  private final Receptions receptions;
  private final StaffNames names;

  ReceiverNames(Receptions receptions, StaffNames names) {
    this.receptions = receptions;
    this.names = names;
  }

  /// By the id under which the reception knows them.
  Map<UUID, String> of(Shell shell, Queue queue) {
    List<Receptions.Receiver> receivers = receptions.receivers(queue);
    Map<UUID, Confidential> found =
        names.of(receivers.stream().map(Receptions.Receiver::staff).collect(Collectors.toSet()));
    Map<UUID, String> workers = new HashMap<>();
    for (Receptions.Receiver one : receivers) {
      Confidential name = found.get(one.staff());
      workers.put(one.id(), name == null ? shell.t("contact.inbox.colleague") : name.reveal());
    }
    return workers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
  }
}
