package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// A file that is to be opened: who she is, and that she agrees; or a child's own.
///
/// @param href where the form is sent
/// @param kind whose its texts are: `open`, or `open_child`
/// @param file minted with the form; the file's id to be
/// @param intake the intake it follows on; empty when she applied in another way
/// @param from what it follows on, in words; null when she applied in another way
/// @param other the way to the other kind of file; null when there is none
/// @param begun others that she who writes has begun: addresses and their words
/// @param saved when it was saved last, in words
/// @param against what stands against it as a whole
public record OpenPage(
    Shell shell,
    String href,
    String kind,
    String file,
    String intake,
    @Nullable String from,
    @Nullable Option other,
    List<Option> begun,
    String saved,
    List<String> against,
    List<Part> parts) {
  /// Copies the lists.
  public OpenPage {
    begun = List.copyOf(begun);
    against = List.copyOf(against);
    parts = List.copyOf(parts);
  }

  /// The key of one of its texts.
  public String text(String end) {
    return "casework.step." + kind + end;
  }

  /// Every field, for the summary of what is wrong.
  public List<Field> fields() {
    return Part.fields(parts);
  }
}
