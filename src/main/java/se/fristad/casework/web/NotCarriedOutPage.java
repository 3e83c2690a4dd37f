package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// What is granted and not carried out: what the supervisor, the auditors and the council are told.
///
/// @param today in words: as of when
/// @param council by which paragraph the council is told
/// @param late each of them, for the supervisor and the auditors
/// @param untold what has been carried out, or will not be, and is to be told of
/// @param told what was told of the last three months
/// @param figures for the council: numbers only
public record NotCarriedOutPage(
    Shell shell,
    String today,
    String council,
    Table late,
    List<Notice> untold,
    Table told,
    Table figures) {
  /// Copies the list.
  public NotCarriedOutPage {
    untold = List.copyOf(untold);
  }

  /// What is to be told of.
  ///
  /// @param what in a sentence
  /// @param file where it stands
  /// @param number the number of the file
  /// @param href where it is said to be told
  /// @param on the day on which it was told
  public record Notice(String what, String file, String number, String href, Field on) {}
}
