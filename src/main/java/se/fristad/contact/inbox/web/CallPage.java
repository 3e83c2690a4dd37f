package se.fristad.contact.inbox.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// A call: first how it is to be done, then, when that was read and answered, the number.
///
/// @param href the conversation's own address
/// @param version of the rule that is shown
/// @param call the call that this page makes, whatever happens on the way
/// @param rule what was agreed, one line a question
/// @param says what the gate says now
/// @param may whether the number may be asked for
/// @param read what is to be answered before it
/// @param asked what is to be read
/// @param ticked what was ticked
/// @param number the number; null before it may be shown
/// @param before our calls so far
/// @param hasWord whether a word of hers is kept
/// @param word what was told of a word that was tried; null when none was
/// @param left how often a word may still be tried; null when it may not
public record CallPage(
    Shell shell,
    String href,
    int version,
    String call,
    List<Described> rule,
    String says,
    Tone tone,
    boolean may,
    Field read,
    List<Option> asked,
    Set<String> ticked,
    @Nullable Number number,
    List<Described> before,
    boolean hasWord,
    @Nullable String word,
    @Nullable String left) {
  /// Copies the lists.
  public CallPage {
    rule = List.copyOf(rule);
    asked = List.copyOf(asked);
    ticked = Set.copyOf(ticked);
    before = List.copyOf(before);
  }

  /// The number, and what is said with it.
  ///
  /// @param say what to say and not to say, first to last
  /// @param outcomes what can come of it
  /// @param outcome the field in which that is said
  public record Number(
      Confidential digits, List<Described> say, List<Option> outcomes, Field outcome) {
    /// Copies the lists.
    public Number {
      say = List.copyOf(say);
      outcomes = List.copyOf(outcomes);
    }

    /// Nothing of it is printed.
    @Override
    public String toString() {
      return "[number]";
    }
  }
}
