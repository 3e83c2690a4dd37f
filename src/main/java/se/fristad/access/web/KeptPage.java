package se.fristad.access.web;

import java.util.List;
import se.fristad.page.Shell;
import se.fristad.vault.Confidential;

/// Forms that were posted after the session had ended, shown to the one who wrote them.
public record KeptPage(Shell shell, List<Kept> forms) {
  /// A kept form: where it goes when she presses, and what she had written.
  public record Kept(String id, String path, String when, List<Value> values) {}

  /// One value.
  ///
  /// @param shown whether it is something she wrote or chose, not a hidden number
  public record Value(String name, Confidential text, boolean shown) {}
}
