package se.fristad.contact.reception;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// When somebody is taken, as a calendar file (RFC 5545).
///
/// Its words are one and the same for everything, times that lie wall to wall are one, and its ids
/// come from the secret of the address: it does not tell who or how many come, where, or what it is
/// called in our tables. Moments stand in UTC, which every calendar shows in its reader's own time;
/// so no rule of summer time lies in the file, and none can be wrong.
///
/// Written here and not by a library: it is one kind of entry with seven lines, and ical4j brings
/// 1.7 MB for recurrences and zones that we do not have. The tests read and validate it with
/// ical4j.
final class CalendarFile {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// The longest line, in octets, without its end (RFC 5545, 3.1).
  private static final int LONGEST = 75;

  private final StringBuilder text = new StringBuilder();

  private CalendarFile() {}

  /// The file.
  ///
  /// @param secret of the address
  /// @param word what every time is called
  static String of(byte[] secret, String word, List<FreeTimes.Span> taken, Instant now) {
    CalendarFile file = new CalendarFile();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Calendar//1.0//EN");
    file.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    file.line("X-PUBLISHED-TTL", "PT1H");
    // a calendar without any part is none (RFC 5545, 3.6), and on a day off she is not taken
    file.line("BEGIN", "VTIMEZONE");
    file.line("TZID", "UTC");
    file.line("BEGIN", "STANDARD");
    file.line("DTSTART", "19700101T000000");
    file.line("TZOFFSETFROM", "+0000");
    file.line("TZOFFSETTO", "+0000");
    file.line("END", "STANDARD");
    file.line("END", "VTIMEZONE");
    for (FreeTimes.Span span : joined(taken)) {
      file.line("BEGIN", "VEVENT");
      file.line("UID", id(secret, span.from()).toString());
      file.line("DTSTAMP", MOMENT.format(now));
      file.line("DTSTART", MOMENT.format(span.from()));
      file.line("DTEND", MOMENT.format(span.until()));
      file.line("SUMMARY", escaped(word));
      file.line("CLASS", "PRIVATE");
      file.line("END", "VEVENT");
    }
    file.line("END", "VCALENDAR");
    return file.text.toString();
  }

  /// Times that lie wall to wall as one.
  static List<FreeTimes.Span> joined(List<FreeTimes.Span> some) {
    List<FreeTimes.Span> joined = new ArrayList<>();
    some.stream()
        .sorted(Comparator.comparing(FreeTimes.Span::from))
        .forEach(span -> {
          if (joined.isEmpty() || joined.getLast().until().isBefore(span.from())) {
            joined.add(span);
          } else if (joined.getLast().until().isBefore(span.until())) {
            joined.set(
                joined.size() - 1, new FreeTimes.Span(joined.getLast().from(), span.until()));
          }
        });
    return joined;
  }

  private static UUID id(byte[] secret, Instant from) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      ByteBuffer made =
          ByteBuffer.wrap(
              mac.doFinal(ByteBuffer.allocate(8).putLong(from.getEpochSecond()).array()));
      return new UUID(made.getLong(), made.getLong());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC is part of every JDK", impossible);
    }
  }

  static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /// A line; a long one is folded between two signs, never within one.
  private void line(String name, String value) {
    int octets = 0;
    for (int sign : (name + ":" + value).codePoints().toArray()) {
      String one = Character.toString(sign);
      int more = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LONGEST) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(one);
      octets += more;
    }
    text.append("\r\n");
  }
}
