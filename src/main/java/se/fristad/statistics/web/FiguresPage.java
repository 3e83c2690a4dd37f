package se.fristad.statistics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.BarChart;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.LineChart;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The figures of a period, cut from its release.
///
/// @param done what has just been done; null when nothing
/// @param nothing why there is nothing to see; null when there is
/// @param heading which period and which place
/// @param made when the release was made, how much it hides and how that was proved
/// @param keys the four numbers that the steering group asks for
/// @param files where the same release is had as a file; empty when there is none
/// @param waiting the periods that have no release yet, in words
/// @param held why none of them can be made now; null when they can
/// @param mayRelease whether this reader may make them
public record FiguresPage(
    Shell shell,
    @Nullable String done,
    Field year,
    List<Option> years,
    Field quarter,
    List<Option> quarters,
    Field municipality,
    List<Option> municipalities,
    @Nullable Empty nothing,
    String heading,
    List<String> made,
    List<Key> keys,
    List<Section> sections,
    List<File> files,
    List<String> waiting,
    @Nullable String held,
    boolean mayRelease) {
  /// Copies the lists.
  public FiguresPage {
    years = List.copyOf(years);
    quarters = List.copyOf(quarters);
    municipalities = List.copyOf(municipalities);
    made = List.copyOf(made);
    keys = List.copyOf(keys);
    sections = List.copyOf(sections);
    files = List.copyOf(files);
    waiting = List.copyOf(waiting);
  }

  /// A number with its name.
  ///
  /// @param number as it is released
  /// @param hidden whether that is a sign and no number
  /// @param inWords whether a sentence stands there: why there is no such number
  /// @param own the number itself, for the one who answers for what it counts; null for everyone
  ///   else, and when it is released as it is
  public record Key(
      String label, String number, boolean hidden, boolean inWords, @Nullable String own) {}

  /// Whether this reader sees a number that is not released.
  public boolean showsOwn() {
    return keys.stream().anyMatch(key -> key.own() != null);
  }

  /// Charts that belong together.
  ///
  /// @param sentences what is not told here, and where it is
  public record Section(
      String title,
      List<String> sentences,
      @Nullable LineChart line,
      List<BarChart> bars,
      @Nullable Link link) {
    /// Copies the lists.
    public Section {
      sentences = List.copyOf(sentences);
      bars = List.copyOf(bars);
    }
  }

  /// Where something leads.
  public record Link(String label, String href) {}

  /// A file.
  public record File(String label, String href, String about) {}
}
