package se.fristad.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.fristad.page.FaultListener;

/// Numbered faults for the administrator's page: a reference number, a kind, the class where it
/// happened. Never a message, never a value.
@StaffFace
@Component
public final class FaultBook implements FaultListener {
  private final StaffRows rows;
  private final OwnSide own;

  FaultBook(StaffRows rows, OwnSide own) {
    this.rows = rows;
    this.own = own;
  }

  /// One fault.
  ///
  /// @param number the reference number that the page showed
  /// @param kind a code: `page`, `event`, `timer` …
  /// @param place a class name
  public record Fault(String number, String kind, String place, Instant at) {}

  /// Puts a fault on the administrator's page.
  ///
  /// @throws IllegalArgumentException when a part is not a code: words do not fit
  public void report(String number, String kind, String place) {
    if (!number.matches("[A-Za-z0-9-]{1,40}")
        || !kind.matches("[a-z0-9_.-]{1,64}")
        || !place.matches("[A-Za-z0-9_.$-]{1,200}")) {
      throw new IllegalArgumentException("not a code: " + kind.length());
    }
    own.transaction(() -> {
      rows.reportFault(number, kind.toLowerCase(Locale.ROOT), place);
      return true;
    });
  }

  /// A page that failed, under the number it showed.
  @Override
  public void happened(String number, String place) {
    report(number, "page", place);
  }

  /// The last hundred, newest first.
  public List<Fault> latest() {
    return own.transaction(rows::faults).stream()
        .map(row -> new Fault(row.number(), row.kind(), row.place(), row.at()))
        .toList();
  }
}
