package se.fristad.contact.lobby.web;

import java.util.List;
import java.util.Set;
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
/// @param notes what a colleague should know
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
    @Nullable String refused,
    Notes notes) {
  /// Copies the lists.
  public GuestPage {
    facts = List.copyOf(facts);
    rooms = List.copyOf(rooms);
    abouts = List.copyOf(abouts);
    dangers = List.copyOf(dangers);
  }

  /// What a colleague should know before she opens the door.
  ///
  /// @param written for whom, and whether it is read
  /// @param id minted with the form: sent twice it is one note
  public record Notes(
      List<Written> written,
      String id,
      Field receiver,
      List<Option> receivers,
      Field dangers,
      List<Option> choices,
      Set<String> chosen,
      Field words) {
    /// Copies the lists.
    public Notes {
      written = List.copyOf(written);
      receivers = List.copyOf(receivers);
      choices = List.copyOf(choices);
      chosen = Set.copyOf(chosen);
    }
  }

  /// A note that was written.
  ///
  /// @param href where it is read, by the one for whom it is and by who wrote it
  public record Written(String text, @Nullable String href) {}

  /// A word and its answer.
  public record Fact(String word, String answer) {}
}
