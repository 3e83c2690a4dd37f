package se.fristad.audit;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a [Verification] found, in plain sentences, Swedish or English: read at a terminal by
/// somebody who may have to act on it tonight.
final class VerdictInWords {
  private VerdictInWords() {}

  /// The closing sentence, with the counts.
  static String sentence(Verification.Verdict verdict, Locale locale) {
    if (verdict.findings().size() >= Verification.MOST_FINDINGS) {
      return say(locale, "audit.verify.fails.many", Verification.MOST_FINDINGS);
    }
    return verdict.passes()
        ? say(locale, "audit.verify.passes", verdict.lines(), verdict.seals(), verdict.unsealed())
        : say(locale, "audit.verify.fails", verdict.findings().size());
  }

  /// The finding in one plain sentence, Swedish or English.
  static String sentence(Finding finding, Locale locale) {
    return switch (finding) {
      case Finding.Altered(long line, Instant at, long seal) ->
          at == null
              ? say(locale, "audit.verify.altered.unreadable", line, seal)
              : say(locale, "audit.verify.altered", line, time(at), seal);
      case Finding.Added(long line, Instant at) ->
          say(locale, "audit.verify.added", line, time(at));
      case Finding.Doubled(long line, long original) ->
          say(locale, "audit.verify.doubled", line, original);
      case Finding.Removed(long line, long seal, Instant sealedAt) ->
          say(locale, "audit.verify.removed", line, seal, time(sealedAt));
      case Finding.SealAltered(long seal) -> say(locale, "audit.verify.seal.altered", seal);
      case Finding.SealRemoved(long seal) -> say(locale, "audit.verify.seal.removed", seal);
      case Finding.SegmentAltered(int segment) ->
          say(locale, "audit.verify.segment.altered", segment);
      case Finding.CutTail(long seal, long last, Instant at, long known) ->
          say(locale, "audit.verify.cut", last, seal, known, time(at));
      case Finding.OtherHistory(long seal, Instant at) ->
          say(locale, "audit.verify.other.history", seal, time(at));
      case Finding.CheckpointAltered(int row) ->
          say(locale, "audit.verify.checkpoint.altered", row);
    };
  }

  private static String time(Instant at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
        .withZone(ZoneId.of("Europe/Stockholm"))
        .format(at);
  }

  private static String say(Locale locale, String key, Object... arguments) {
    boolean swedish = locale.getLanguage().equals("sv");
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "messages.audit",
            Locale.of(swedish ? "sv" : "en"),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    // Numbers of lines are names, not amounts: no spaces between thousands.
    Object[] plain =
        Arrays.stream(arguments).map(a -> a instanceof Number n ? n.toString() : a).toArray();
    return new MessageFormat(texts.getString(key), locale).format(plain);
  }
}
