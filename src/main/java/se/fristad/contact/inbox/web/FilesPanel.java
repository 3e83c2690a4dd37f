package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Shell;

/// What she has sent beside her words.
///
/// @param mayTake whether this viewer may take a document out as it was sent
public record FilesPanel(Shell shell, List<File> files, boolean mayTake) {
  /// Copies the list.
  public FilesPanel {
    files = List.copyOf(files);
  }

  /// A file.
  ///
  /// @param pictures the addresses of its pictures; none when it cannot be shown
  /// @param original the address of the document as it was sent; empty for a picture
  public record File(String title, List<String> pictures, String original) {
    /// Copies the list.
    public File {
      pictures = List.copyOf(pictures);
    }
  }
}
