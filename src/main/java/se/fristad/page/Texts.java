package se.fristad.page;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The texts of one language, and numbers, dates and lengths of time as its readers write them.
///
/// A key that stands in no message file is a fault ([UnknownText]), never an empty place on a page.
public final class Texts {
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  private final Language language;
  private final ULocale icu;
  private final Map<String, MessageFormat> formats;
  private final DateFormat date;
  private final DateFormat time;
  private final DateFormat weekday;

  Texts(Language language, Map<String, MessageFormat> formats) {
    this.language = language;
    this.icu = language.icu();
    this.formats = formats;
    // finding the pattern is dear, and ICU's finder is not for many at once: each is found here,
    // once
    this.date = pattern("yMMMMd", icu);
    this.time = pattern("Hm", icu);
    this.weekday = pattern("EEEE", icu);
  }

  private static DateFormat pattern(String parts, ULocale icu) {
    var format = DateFormat.getPatternInstance(parts, icu);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format;
  }

  /// As with [#t]: each use has its own.
  private static String written(DateFormat format, Instant moment) {
    return ((DateFormat) format.clone()).format(Date.from(moment));
  }

  /// The text of a key, with `{0}` and what follows filled in by ICU's rules. What is filled in is
  /// escaped where the page is written, not here.
  public String t(String key, Object... filled) {
    var format = formats.get(key);
    if (format == null) {
      throw new UnknownText(key);
    }
    // ICU's formats keep state while they write; each use has its own
    return ((MessageFormat) format.clone()).format(filled);
  }

  /// A text as it stands in the file, with its places.
  String pattern(String key) {
    var format = formats.get(key);
    if (format == null) {
      throw new UnknownText(key);
    }
    return format.toPattern();
  }

  /// Whether the key stands in the message files.
  public boolean has(String key) {
    return formats.containsKey(key);
  }

  /// The keys that rooms have under a name all of them may use: `log.act` finds
  /// `access.log.act.login` and `contact.log.act.answer`. So a page may show words of rooms that it
  /// does not know.
  public List<String> keysOfRooms(String name) {
    return formats.keySet().stream()
        .filter(key -> key.startsWith("." + name + ".", key.indexOf('.')))
        .sorted()
        .toList();
  }

  /// Which language these texts are.
  public Language spoken() {
    return language;
  }

  /// The language of these texts.
  public Locale locale() {
    return language.locale();
  }

  /// The language as HTML's `lang` wants it: `sv`, `en`, `ar`.
  public String language() {
    return language.tag();
  }

  /// `rtl` for languages written from right to left, else `ltr`; HTML's `dir`.
  public String direction() {
    return language.direction();
  }

  /// What a language is called in these texts: "arabiska".
  ///
  /// @param code as `ar`
  public String languageName(String code) {
    return new ULocale(code).getDisplayLanguage(icu);
  }

  /// A whole number with the reader's grouping.
  public String number(long number) {
    return NumberFormat.getIntegerInstance(icu).format(number);
  }

  /// A date written out: "19 november 2026".
  public String date(LocalDate date) {
    return written(this.date, date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// A time of day: "14:03".
  public String time(LocalTime time) {
    return written(this.time, time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC));
  }

  /// The date of a moment by the centre's clock: "19 november 2026".
  public String date(Instant moment) {
    return date(moment.atZone(HERE).toLocalDate());
  }

  /// The time of day of a moment by the centre's clock: "14:03".
  public String time(Instant moment) {
    return time(moment.atZone(HERE).toLocalTime());
  }

  /// A moment by the centre's clock: "19 november 2026 14:03".
  public String moment(Instant moment) {
    return date(moment) + " " + time(moment);
  }

  /// When something was said: the time of day when it was today, else date and time.
  public String when(Instant moment, Instant now) {
    boolean today = moment.atZone(HERE).toLocalDate().equals(now.atZone(HERE).toLocalDate());
    return today ? time(moment) : moment(moment);
  }

  /// A date in words when it is near: "i dag, torsdag", "om 2 dagar, lördag", "för 3 dagar sedan,
  /// måndag"; the written date when it is further than two weeks away. [#date] stands beside it.
  public String near(LocalDate date, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, date);
    if (Math.abs(days) > 14) {
      return date(date);
    }
    var weekday = weekday(date.getDayOfWeek());
    if (days >= 0) {
      return t("page.near.ahead", days, weekday);
    }
    return t("page.near.behind", -days, weekday);
  }

  /// How long ago something was, in words: "nyss", "för 3 minuter sedan", and the date when it was
  /// more than two weeks ago. [#moment] stands beside it.
  public String ago(Instant then, Instant now) {
    var passed = Duration.between(then, now);
    if (passed.toDays() > 14) {
      return date(then);
    }
    return passed.toMinutes() < 1 ? t("page.ago.now") : t("page.ago", duration(passed));
  }

  /// How long somebody has waited: "väntat 3 minuter".
  public String waited(Duration waited) {
    return waited.toMinutes() < 1 ? t("page.waited.now") : t("page.waited", duration(waited));
  }

  /// A length of time in its largest one or two units: "under en minut", "3 minuter", "2 timmar 5
  /// minuter", "4 dagar".
  public String duration(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes < 1) {
      return t("page.duration.less");
    }
    if (minutes < 60) {
      return t("page.duration.minutes", minutes);
    }
    if (minutes < 24 * 60) {
      return minutes % 60 == 0
          ? t("page.duration.hours", minutes / 60)
          : t("page.duration.hours", minutes / 60) + " " + t("page.duration.minutes", minutes % 60);
    }
    return t("page.duration.days", minutes / (24 * 60));
  }

  /// A day of the week as it stands in a sentence: "torsdag".
  public String weekday(DayOfWeek day) {
    var monday = LocalDate.of(2026, 11, 23);
    return written(
        weekday, monday.plusDays(day.ordinal()).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
