package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Those around somebody: a picture and its list.
///
/// @param add the way to write one more down; null for whoever may not, or in a closed file
/// @param picture null when nobody is written down
/// @param near those who are near, numbered as in the picture
/// @param before those who are not near any more
public record RelationPage(
    Shell shell,
    FileHead head,
    String summary,
    @Nullable Option add,
    @Nullable RelationPicture picture,
    List<Near> near,
    List<Near> before) {
  /// Copies the lists.
  public RelationPage {
    near = List.copyOf(near);
    before = List.copyOf(before);
  }

  /// One of them.
  ///
  /// @param number the number in the picture; 0 for one who is not in it
  /// @param danger a code: `dangerous`, `uncertain`, `safe`
  /// @param ways to write it down anew, and to end it
  public record Near(
      int number,
      String name,
      String bond,
      String danger,
      String dangerWord,
      boolean never,
      List<Described> lines,
      List<Option> ways) {
    /// Copies the lists.
    public Near {
      lines = List.copyOf(lines);
      ways = List.copyOf(ways);
    }
  }
}
