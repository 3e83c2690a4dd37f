package se.fristad.page;

/// Is told of each fault of ours that somebody was shown a number for.
@FunctionalInterface
public interface FaultListener {
  /// A fault.
  ///
  /// @param number as it was shown
  /// @param place the class where it happened; never a message, never a value
  void happened(String number, String place);
}
