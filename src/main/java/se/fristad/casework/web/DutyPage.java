package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The duty social service's page.
///
/// @param open whether it is night: by day nothing but the receipts is there
/// @param hours until when it is night, or when the next begins, in a sentence
/// @param fields the number, why, and in words; empty by day
/// @param whys the reasons to choose among
/// @param acute the address for somebody without a file; null by day
/// @param handedOver what was handed over to the day, read or not
public record DutyPage(
    Shell shell,
    String href,
    boolean open,
    String hours,
    List<Watch> watches,
    List<Option> cards,
    List<Field> fields,
    List<Option> whys,
    @Nullable String acute,
    int most,
    Table handedOver) {
  /// Copies the lists.
  public DutyPage {
    watches = List.copyOf(watches);
    cards = List.copyOf(cards);
    fields = List.copyOf(fields);
    whys = List.copyOf(whys);
  }

  /// What the day asks for this night.
  ///
  /// @param read where it is read; null when it is read
  /// @param state that it is read, and when
  public record Watch(String sentence, String read, @Nullable String state) {}
}
