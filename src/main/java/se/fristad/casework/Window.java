package se.fristad.casework;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Read;

/// A form as it stands open in one window of one device: minted with the page, and of what had been
/// kept it was drawn. By it two windows of the same worker are told apart, so that neither writes
/// over what was written in the other.
///
/// @param form minted with the page: the same form sent twice is one step
/// @param row the kept version that it was drawn from; null when it was drawn empty
/// @param version how that version stood then
record Window(UUID form, @Nullable UUID row, int version) {
  private static final Pattern DRAWN_FROM =
      Pattern.compile("([0-9a-f-]{36})~([0-9a-f-]{36})~([0-9]{1,9})");

  /// A new one, drawn of what was kept.
  static Window of(Forms.@Nullable Kept kept) {
    return of(UUID.randomUUID(), kept);
  }

  private static Window of(UUID form, Forms.@Nullable Kept kept) {
    return kept == null ? new Window(form, null, 0) : new Window(form, kept.row(), kept.version());
  }

  /// One that was drawn of nothing kept.
  static Window of(UUID form) {
    return new Window(form, null, 0);
  }

  /// As the page sends it; a new one when it is none of ours.
  static Window read(String sent) {
    Matcher drawn = DRAWN_FROM.matcher(sent);
    if (!drawn.matches()) {
      return of(Read.id(sent).orElseGet(UUID::randomUUID));
    }
    UUID form = Read.id(drawn.group(1)).orElseGet(UUID::randomUUID);
    UUID row = Read.id(drawn.group(2)).orElse(null);
    return row == null ? of(form) : new Window(form, row, Integer.parseInt(drawn.group(3)));
  }

  /// The same form, minted anew: what was sent of it stands.
  Window anew() {
    return new Window(UUID.randomUUID(), row, version);
  }

  /// As the page sends it.
  String sent() {
    return row == null ? form.toString() : form + "~" + row + "~" + version;
  }
}
