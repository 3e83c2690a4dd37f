package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Somebody who waits: seat her, say what became of it, that she has gone.
///
/// @param sign her card
/// @param href where each act is posted, before its name
/// @param facts what is known, each a word and its answer
/// @param conversation the conversation that her time belongs to, or that came of it
/// @param room the rooms in which she can be seated
/// @param asksBecame whether it is to be said what becomes of it that she came without a time
/// @param call minted with the form: sent twice it is one conversation
/// @param refused why something was not done
public record GuestPage(
    Shell shell,
    String sign,
    String back,
    String href,
    List<Fact> facts,
    @Nullable String conversation,
    boolean gone,
    Field room,
    List<Option> rooms,
    boolean seated,
    boolean asksBecame,
    String call,
    Field about,
    List<Option> abouts,
    Field danger,
    List<Option> dangers,
    @Nullable String refused) {
  /// Copies the lists.
  public GuestPage {
    facts = List.copyOf(facts);
    rooms = List.copyOf(rooms);
    abouts = List.copyOf(abouts);
    dangers = List.copyOf(dangers);
  }

  /// A word and its answer.
  public record Fact(String word, String answer) {}
}
