package se.fristad.contact.front;

/// What a page is told beside the words of its conversation.
///
/// @param typing whether one of us writes just now
/// @param newWords whether new words wait for her here, in place of the lost ones of another
///   conversation
/// @param lost whether somebody has asked for new words to this conversation
/// @param call how it stands with the call that she wished
public record Signs(boolean typing, boolean newWords, Lost lost, Call call) {
  /// Nothing.
  public static final Signs NONE = new Signs(false, false, Lost.NO, Call.NONE);

  /// How it stands with the call that she wished.
  public enum Call {
    /// She wishes none, or has been reached.
    NONE,
    /// One of us calls her; she may still say no.
    WISHED,
    /// It was tried as often as it may be, and nobody answered: nobody calls any more.
    GIVEN_UP,
    /// It went wrong in a way that must not be repeated: nobody calls until she says so.
    STOPPED;

    /// As the doors say it.
    static Call of(@org.jspecify.annotations.Nullable String code) {
      return switch (code) {
        case "wished" -> WISHED;
        case "given_up" -> GIVEN_UP;
        case "stopped" -> STOPPED;
        case null, default -> NONE;
      };
    }

    /// As the script is told it.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What has become of a wish for new words that the reader of this page may not have made.
  public enum Lost {
    /// Nobody has asked.
    NO,
    /// Somebody has asked, and has not got them.
    ASKED,
    /// Somebody has got them; the old ones lead back some days more.
    GIVEN;

    /// As the doors say it.
    static Lost of(@org.jspecify.annotations.Nullable String code) {
      return code == null ? NO : code.equals("given") ? GIVEN : ASKED;
    }
  }
}
