package se.fristad.contact.front.web;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;
import se.fristad.contact.front.CallTimes;
import se.fristad.contact.front.Signs;
import se.fristad.page.Language;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The one document of the public face: what stands on it whatever it shows, and what it shows. The
/// first screen is always in it. The conversation stands beside it when there is one, and comes as
/// a part of its own (`contact/front-room`) to a script whose reader begins to write.
///
/// @param texts the reader's language
/// @param house who answers and when, right now
/// @param inline script and style
/// @param token the secret of this page for those without a script; the script mints its own
/// @param form the signed number of the forms on this page
/// @param shown what it shows
/// @param times when somebody can be called
public record FrontPage(
    Texts texts,
    House house,
    Inline inline,
    String token,
    String form,
    Shown shown,
    List<CallTimes.Offered> times) {
  /// Copies the list.
  public FrontPage {
    times = List.copyOf(times);
  }

  /// A text of this face.
  public String t(String key, Object... filled) {
    return texts.t("contact.front." + key, filled);
  }

  /// A text of the short safety set, which every language has.
  public String safety(String key, Object... filled) {
    return texts.t("contact.safety." + key, filled);
  }

  /// Whether the whole face speaks the reader's language.
  public boolean isWhole() {
    return texts.spoken().isWhole();
  }

  /// The code of the reader's language, as it stands in addresses and forms.
  public String code() {
    return texts.spoken().code();
  }

  /// The languages that the whole face speaks.
  public List<Language> whole() {
    return Language.thatReach(Language.Reach.WHOLE);
  }

  /// The languages that have the short safety set.
  public List<Language> others() {
    return Language.thatReach(Language.Reach.SAFETY);
  }

  /// The two sentences that say before the first word when we cannot keep silent.
  public List<String> limits(Entrance entrance) {
    String own =
        switch (entrance) {
          case YOUNG -> "limits.young.";
          case PROFESSIONAL -> "limits.professional.";
          case SUPPORT, WORRIED, CHANGE -> "limits.";
        };
    return List.of(t(own + 1), t(own + 2));
  }

  /// A new random id for the words that this form will carry.
  public String id() {
    return UUID.randomUUID().toString();
  }

  /// The first screen, or an empty one for the script to show later.
  public First first() {
    return shown instanceof First first ? first : First.EMPTY;
  }

  /// The conversation, or an empty one for the script to fill.
  public Talk talk() {
    return switch (shown) {
      case Talk talk -> talk;
      case Calling calling -> calling.talk();
      case Recognising recognising -> recognising.talk();
      case Timing timing -> timing.talk();
      case First _, Info _, Safety _, Notice _ -> Talk.EMPTY;
    };
  }

  /// The wish to be called as it was typed, if it was sent and refused.
  public Calling calling() {
    return shown instanceof Calling calling ? calling : Calling.NONE;
  }

  /// The question for lost words as it was typed, if it was sent and refused.
  public Recognising recognising() {
    return shown instanceof Recognising recognising ? recognising : Recognising.NONE;
  }

  /// The times to choose among, if they were asked for.
  public @Nullable Times booking() {
    return shown instanceof Timing timing ? timing.times() : null;
  }

  /// A time to be called, in the reader's words.
  public String when(CallTimes.Offered time) {
    return time.code().equals("today")
        ? t("wish.today", texts.time(time.until().toLocalTime()))
        : t(
            "wish.day",
            texts.weekday(time.from().getDayOfWeek()),
            texts.date(time.from().toLocalDate()),
            texts.time(time.from().toLocalTime()),
            texts.time(time.until().toLocalTime()));
  }

  /// A notice, if this is one.
  public @Nullable Notice notice() {
    return shown instanceof Notice notice ? notice : null;
  }

  /// Whether the first screen is shown.
  public boolean isFirst() {
    return shown instanceof First;
  }

  /// A page of information, if this is one.
  public @Nullable Info info() {
    return shown instanceof Info info ? info : null;
  }

  /// Whether the short safety set is shown.
  public boolean isSafety() {
    return shown instanceof Safety;
  }

  /// Whether the conversation is shown.
  public boolean isTalk() {
    return shown instanceof Talk
        || shown instanceof Calling
        || shown instanceof Recognising
        || shown instanceof Timing;
  }

  /// The facts that this face tells, as they are now.
  ///
  /// @param name a name that outs nobody; also the title
  /// @param hours when we answer, in words
  /// @param open whether we answer now
  /// @param opens when we open next, in words
  /// @param phone our own telephone
  /// @param others who answers when we do not
  /// @param always who answers at any hour
  /// @param inside who else answers at a door, if the first screen does not show it already
  /// @param pages what can be read, by the code of the door
  /// @param target where leaving leads
  /// @param demonstration whether nobody reads here
  /// @param warnSeconds idle time until the page asks whether she is there
  /// @param endSeconds idle time until the page closes itself
  public record House(
      String name,
      String hours,
      boolean open,
      String opens,
      Phone phone,
      List<Phone> others,
      List<Phone> always,
      Map<Entrance, List<Phone>> inside,
      Map<String, List<Link>> pages,
      URI target,
      boolean demonstration,
      long warnSeconds,
      long endSeconds) {
    public House {
      others = List.copyOf(others);
      always = List.copyOf(always);
      inside = Map.copyOf(inside);
      pages = Map.copyOf(pages);
    }

    /// What can be read at a door; [se.fristad.centre.PublicPage#EVERYONE] for what belongs to
    /// none.
    public List<Link> pages(String door) {
      return pages.getOrDefault(door, List.of());
    }

    /// Who else answers at a door.
    public List<Phone> inside(Entrance entrance) {
      return inside.getOrDefault(entrance, List.of());
    }
  }

  /// Something to read.
  public record Link(String title, String href) {}

  /// A telephone number.
  ///
  /// @param name whose it is
  /// @param shown as people write it
  /// @param dial as a telephone wants it
  public record Phone(String name, String shown, String dial) {}

  /// What a page shows.
  public sealed interface Shown {}

  /// The first screen.
  ///
  /// @param door the door that stands open, if one does
  /// @param back whether the way back stands open
  /// @param error the sentence beside the field of the open door
  /// @param draft what was typed
  /// @param alone whether this door is the whole page
  public record First(
      @Nullable Entrance door,
      boolean back,
      @Nullable String error,
      Confidential draft,
      boolean alone)
      implements Shown {
    private static final Confidential NOTHING = Confidential.of("");
    static final First EMPTY = new First(null, false, null, NOTHING, false);

    /// A page of one door.
    static First door(Entrance entrance) {
      return new First(entrance, false, null, NOTHING, true);
    }

    /// What was typed at a door, and the sentence beside it.
    static First written(Entrance entrance, String error, Confidential draft) {
      return new First(entrance, false, error, draft, false);
    }

    /// The way back, and the sentence beside it.
    static First back(String error) {
      return new First(null, true, error, NOTHING, false);
    }

    /// Whether this door stands open.
    public boolean opens(Entrance entrance) {
      return door == entrance;
    }
  }

  /// A page of information (*informationssida*), or that it is not there in the reader's language.
  ///
  /// @param number which
  /// @param title what it is called
  /// @param html its text, tamed; null when it is not there in this language
  /// @param checked when it was read through
  public record Info(int number, String title, @Nullable String html, String checked)
      implements Shown {}

  /// The short safety set, in a language that the whole face does not speak.
  public record Safety() implements Shown {}

  /// The conversation.
  ///
  /// @param queue its door
  /// @param lines what is shown of it, oldest first
  /// @param from messages up to this one are shown only on request
  /// @param state what has happened and what happens next
  /// @param offer whether words that lead back are offered
  /// @param phrase the words, shown once
  /// @param error the sentence beside the field
  /// @param draft what was typed
  /// @param signs what stands beside the words: new words, or that somebody has asked for new ones
  public record Talk(
      Queue queue,
      List<Bubble> lines,
      int from,
      String state,
      boolean offer,
      @Nullable Confidential phrase,
      @Nullable String error,
      Confidential draft,
      Signs signs)
      implements Shown {
    static final Talk EMPTY =
        new Talk(
            Queue.SUPPORT, List.of(), 0, "", false, null, null, Confidential.of(""), Signs.NONE);

    public Talk {
      lines = List.copyOf(lines);
    }
  }

  /// The conversation with a wish to be called that was refused: what was typed, and for a field's
  /// name what is wrong with it.
  public record Calling(Talk talk, TypedForm typed, Map<String, String> wrong) implements Shown {
    static final Calling NONE = new Calling(Talk.EMPTY, TypedForm.empty(), Map.of());

    /// Copies the map.
    public Calling {
      wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    /// Whether it was refused.
    public boolean refused() {
      return !wrong.isEmpty();
    }
  }

  /// The conversation with a question for lost words that was refused: what was typed, and for a
  /// field's name what is wrong with it.
  public record Recognising(Talk talk, TypedForm typed, Map<String, String> wrong)
      implements Shown {
    static final Recognising NONE = new Recognising(Talk.EMPTY, TypedForm.empty(), Map.of());

    /// Copies the map.
    public Recognising {
      wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    /// Whether it was refused.
    public boolean refused() {
      return !wrong.isEmpty();
    }
  }

  /// The conversation with the times to choose among.
  public record Timing(Talk talk, Times times) implements Shown {}

  /// The times to choose among, in the reader's words.
  ///
  /// @param had the time that she has, or that one of us took back; nothing when there is none
  /// @param hers whether she has one that she can change
  /// @param errand what she comes for when she asks in her work, as it was or is asked first
  /// @param groups the free times, by how they are
  /// @param none what to do when nothing is free
  /// @param error the sentence beside the field
  /// @param remind the reminder of her time
  public record Times(
      @Nullable String had,
      boolean hers,
      String errand,
      List<TimeGroup> groups,
      @Nullable String none,
      @Nullable String error,
      Remind remind) {
    /// Copies the list.
    public Times {
      groups = List.copyOf(groups);
    }
  }

  /// The reminder of her time: asked for, and never given by itself.
  ///
  /// @param state how it stands; nothing when none was asked for
  /// @param windows when she can be called; none when it is too near, or she has no time
  /// @param open whether somebody may still call
  /// @param number what was typed and refused
  /// @param wrong for a field's name the sentence beside it
  public record Remind(
      @Nullable String state,
      List<TimeOption> windows,
      boolean open,
      String number,
      Map<String, String> wrong) {
    /// There is no time to be reminded of.
    public static final Remind NONE = new Remind(null, List.of(), false, "", Map.of());

    /// Copies them.
    public Remind {
      windows = List.copyOf(windows);
      wrong = Map.copyOf(wrong);
    }
  }

  /// Free times of one kind: today's acute ones, here, by telephone, by video.
  public record TimeGroup(String label, List<TimeOption> times) {
    /// Copies the list.
    public TimeGroup {
      times = List.copyOf(times);
    }
  }

  /// A free time, as a form sends it and as it is read.
  public record TimeOption(String code, String label) {}

  /// One message.
  ///
  /// @param seq its place
  /// @param mine whether she wrote it
  /// @param at when, as the reader writes times
  /// @param words what it says
  public record Bubble(int seq, boolean mine, String at, Confidential words) {}

  /// A page with one thing to say.
  ///
  /// @param title what it is
  /// @param text what to do
  /// @param numbers whether telephone numbers belong here
  public record Notice(String title, String text, boolean numbers) implements Shown {}
}
