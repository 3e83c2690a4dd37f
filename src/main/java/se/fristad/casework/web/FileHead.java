package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// What stands on top of every page of a file: who, how to make contact without danger, and the
/// risk.
///
/// @param href the address of the file
/// @param number the file's own number
/// @param child whether it is a child's own
/// @param contact how to make contact without danger, in a sentence
/// @param reach the rest of it, one line a question
/// @param protection what the population register hides; null when nothing
/// @param risk the level in words, with since when and until when
public record FileHead(
    Shell shell,
    String href,
    String number,
    boolean child,
    String name,
    String state,
    String contact,
    List<Described> reach,
    @Nullable String protection,
    Tone riskTone,
    String risk,
    List<Described> riskLines) {
  /// Copies the lists.
  public FileHead {
    reach = List.copyOf(reach);
    riskLines = List.copyOf(riskLines);
  }

  /// What she is called, or the file when she has no name.
  public String title() {
    return name.isEmpty() ? called() : name;
  }

  /// What the file is called.
  public String called() {
    return shell.t(child ? "casework.file.title.child" : "casework.file.title", number);
  }
}
