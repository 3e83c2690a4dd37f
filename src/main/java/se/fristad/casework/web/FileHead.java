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
/// @param alias what she wants to be called; null when it is her name
/// @param protection as what she is protected; null when she is not
/// @param protectionMeans what that means here; null when she is not
/// @param protectionLines who has said so, and who has read it
/// @param never who must never be contacted, one line each; empty when nobody is known
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
    @Nullable String alias,
    @Nullable String protection,
    @Nullable String protectionMeans,
    List<Described> protectionLines,
    List<String> never,
    Tone riskTone,
    String risk,
    List<Described> riskLines) {
  /// Copies the lists.
  public FileHead {
    reach = List.copyOf(reach);
    never = List.copyOf(never);
    protectionLines = List.copyOf(protectionLines);
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
