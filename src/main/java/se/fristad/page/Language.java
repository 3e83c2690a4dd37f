package se.fristad.page;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The sixteen languages of the public face: the one place where a language is added, with its
/// code, its own name, and whether the whole face speaks it.
///
/// The code names the message files (`contact_front_<code>.properties`), the page's address
/// (`/<code>`) and the thread; the tag stands in HTML's `lang`. Whether it is written from right to
/// left, its digits, dates and hours are ICU's.
public enum Language {
  /// The language of the house.
  SWEDISH("sv", "sv", "Svenska", Reach.WHOLE),
  /// Swedish in short sentences (*lättläst*), with texts of its own.
  EASY_SWEDISH("latt", "sv", "Lätt svenska", Reach.WHOLE),
  /// English as it is written in Europe.
  ENGLISH("en", "en-GB", "English", Reach.WHOLE),
  /// Standard Arabic.
  ARABIC("ar", "ar", "العربية", Reach.WHOLE),
  /// Somali.
  SOMALI("so", "so", "Soomaali", Reach.SAFETY),
  /// Persian, also for those who read Dari.
  PERSIAN("fa", "fa", "فارسی / دری", Reach.SAFETY),
  /// Tigrinya.
  TIGRINYA("ti", "ti", "ትግርኛ", Reach.SAFETY),
  /// Central Kurdish (Sorani), in Arabic letters.
  SORANI("ckb", "ckb", "کوردیی ناوەندی", Reach.SAFETY),
  /// Northern Kurdish (Kurmanji), in Latin letters.
  KURMANJI("kmr", "kmr", "Kurmancî", Reach.SAFETY),
  /// Turkish.
  TURKISH("tr", "tr", "Türkçe", Reach.SAFETY),
  /// Albanian.
  ALBANIAN("sq", "sq", "Shqip", Reach.SAFETY),
  /// Bosnian, also for those who read Croatian or Serbian in Latin letters.
  BOSNIAN("bs", "bs", "Bosanski / hrvatski / srpski", Reach.SAFETY),
  /// Russian.
  RUSSIAN("ru", "ru", "Русский", Reach.SAFETY),
  /// Ukrainian.
  UKRAINIAN("uk", "uk", "Українська", Reach.SAFETY),
  /// Spanish.
  SPANISH("es", "es", "Español", Reach.SAFETY),
  /// Finnish, a national minority language.
  FINNISH("fi", "fi", "Suomi", Reach.SAFETY);

  /// How much of the public face speaks a language.
  public enum Reach {
    /// All of it.
    WHOLE,
    /// The short safety set: 112, who answers, that an interpreter can be had, how to write to us.
    /// Never a page in another language under its name.
    SAFETY
  }

  /// What browsers call these languages besides their own code.
  private static final Map<String, Language> ALSO =
      Map.of(
          "ku", KURMANJI, "prs", PERSIAN, "hr", BOSNIAN, "sr", BOSNIAN, "sh", BOSNIAN, "hbs",
          BOSNIAN);

  private final String code;
  private final Locale locale;
  private final String ownName;
  private final Reach reach;

  Language(String code, String tag, String ownName, Reach reach) {
    this.code = code;
    this.locale = Locale.forLanguageTag(tag);
    this.ownName = ownName;
    this.reach = reach;
  }

  /// The code in addresses, file names and threads.
  public String code() {
    return code;
  }

  /// HTML's `lang`.
  public String tag() {
    return locale.getLanguage();
  }

  /// What it is called by those who speak it.
  public String ownName() {
    return ownName;
  }

  /// Whether the whole public face speaks it.
  public boolean isWhole() {
    return reach == Reach.WHOLE;
  }

  /// `rtl` for a language written from right to left, else `ltr`; HTML's `dir`.
  public String direction() {
    return icu().isRightToLeft() ? "rtl" : "ltr";
  }

  Locale locale() {
    return locale;
  }

  /// How ICU knows it: words, digits, dates and hours follow.
  ULocale icu() {
    return switch (this) {
      // the digits of Syria and Iraq, from where most of our readers of Arabic come
      case ARABIC -> new ULocale("ar@numbers=arab");
      // ICU knows Northern Kurdish by its older code
      case KURMANJI -> new ULocale("ku_Latn");
      case SWEDISH,
          EASY_SWEDISH,
          ENGLISH,
          SOMALI,
          PERSIAN,
          TIGRINYA,
          SORANI,
          TURKISH,
          ALBANIAN,
          BOSNIAN,
          RUSSIAN,
          UKRAINIAN,
          SPANISH,
          FINNISH ->
          ULocale.forLocale(locale);
    };
  }

  /// The language of a code.
  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /// The languages that the whole face speaks, or those that have the short safety set.
  public static List<Language> thatReach(Reach reach) {
    return Arrays.stream(values()).filter(one -> one.reach == reach).toList();
  }

  /// The first of the reader's languages that we have, in the reader's order; empty when we have
  /// none.
  public static Optional<Language> ofReader(List<Locale> wanted) {
    return wanted.stream().flatMap(locale -> read(locale).stream()).findFirst();
  }

  private static Optional<Language> read(Locale locale) {
    if (locale.getLanguage().equals("ku") && arabicLetters(locale)) {
      return Optional.of(SORANI);
    }
    Language also = ALSO.get(locale.getLanguage());
    return also != null ? Optional.of(also) : of(locale.getLanguage());
  }

  private static boolean arabicLetters(Locale locale) {
    return locale.getScript().equals("Arab")
        || locale.getCountry().equals("IQ")
        || locale.getCountry().equals("IR");
  }
}
