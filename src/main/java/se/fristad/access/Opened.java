package se.fristad.access;

/// What the door answers. *Not there* and *not for you* are one answer; the difference is known to
/// nobody but the log.
public sealed interface Opened<T> {
  /// The file was opened.
  ///
  /// @param value what the work made of it, handed out after the transaction was committed
  record Value<T>(T value) implements Opened<T> {
    /// The value is not printed.
    @Override
    public String toString() {
      return "[opened]";
    }
  }

  /// There is nothing to see.
  record NotThere<T>() implements Opened<T> {}
}
