package se.fristad.contact.front;

/// What a page is told beside the words of its conversation.
///
/// @param typing whether one of us writes just now
/// @param newWords whether new words wait for her here, in place of the lost ones of another
///   conversation
/// @param lost whether somebody has asked for new words to this conversation
public record Signs(boolean typing, boolean newWords, Lost lost) {
  /// Nothing.
  public static final Signs NONE = new Signs(false, false, Lost.NO);

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
