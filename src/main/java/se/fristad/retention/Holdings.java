package se.fristad.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.fristad.vault.Side;

/// What a module keeps about people, as the destruction job asks for it. Every module with such
/// tables answers with a bean.
public interface Holdings {
  /// The module, as its package is called.
  String module();

  /// The kind of file in the log: `thread`, `intake` …
  String kind();

  /// The sides on which its tables lie. The job calls the other methods on each.
  List<Side> sides();

  /// What is due for destruction on the running side, the oldest first.
  ///
  /// @param most how many at the most
  List<UUID> due(Instant now, int most);

  /// Destroys one: its key and its rows, in the running transaction. Repeating it does no harm.
  void destroy(UUID id);

  /// Removes from the running side what points at things that are no longer there, whoever
  /// destroyed them, in the running transaction.
  ///
  /// @return how many rows pointed
  default int forgetGone() {
    return 0;
  }
}
