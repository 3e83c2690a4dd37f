package se.fristad.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every text in every language offered, read once from all
/// `messages/<module>_<language>.properties` on the class path (UTF-8, ICU message format).
///
/// Swedish is the language of the house: it is complete, and where another language lacks a text
/// the Swedish one stands. A key told twice in one language is refused at start.
public final class TextCatalogue {
  private static final Locale SWEDISH = Locale.of("sv");

  private final Map<String, Texts> languages;
  private final Map<String, Set<String>> keys;

  private TextCatalogue(Map<String, Texts> languages, Map<String, Set<String>> keys) {
    this.languages = Map.copyOf(languages);
    this.keys = keys;
  }

  /// Reads all message files of the class path.
  ///
  /// @throws IllegalStateException when a key stands twice or a text is not ICU message format
  public static TextCatalogue ofClassPath() {
    try {
      return read();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static TextCatalogue read() throws IOException {
    var patterns = new HashMap<String, Map<String, String>>();
    for (var file :
        new PathMatchingResourcePatternResolver(TextCatalogue.class.getClassLoader())
            .getResources("classpath*:messages/*_*.properties")) {
      var name = String.valueOf(file.getFilename());
      var language =
          name.substring(name.lastIndexOf('_') + 1, name.length() - ".properties".length());
      var texts = new Properties();
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
      var known = patterns.computeIfAbsent(language, any -> new TreeMap<>());
      for (var key : texts.stringPropertyNames()) {
        if (known.put(key, texts.getProperty(key)) != null) {
          throw new IllegalStateException("told twice in " + name + ": " + key);
        }
      }
    }
    var swedish = patterns.getOrDefault(SWEDISH.getLanguage(), Map.of());
    var languages = new HashMap<String, Texts>();
    var keys = new TreeMap<String, Set<String>>();
    for (var language : patterns.entrySet()) {
      var locale = Locale.forLanguageTag(language.getKey());
      var formats = formats(swedish, SWEDISH);
      formats.putAll(formats(language.getValue(), locale));
      languages.put(language.getKey(), new Texts(locale, Map.copyOf(formats)));
      keys.put(language.getKey(), new TreeSet<>(language.getValue().keySet()));
    }
    languages.computeIfAbsent("sv", none -> new Texts(SWEDISH, Map.of()));
    return new TextCatalogue(languages, keys);
  }

  private static Map<String, MessageFormat> formats(Map<String, String> patterns, Locale locale) {
    var formats = new HashMap<String, MessageFormat>();
    for (var text : patterns.entrySet()) {
      try {
        formats.put(text.getKey(), new MessageFormat(text.getValue(), ULocale.forLocale(locale)));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalStateException(
            "not a message: " + text.getKey() + " in " + locale.toLanguageTag(), wrong);
      }
    }
    return formats;
  }

  /// The texts of a language; Swedish when we do not offer it.
  public Texts in(Locale locale) {
    var texts = languages.get(locale.getLanguage());
    return texts != null ? texts : swedish();
  }

  /// The first of the reader's languages that we offer, in the reader's order; else Swedish.
  public Texts inFirstOf(List<Locale> wanted) {
    for (var locale : wanted) {
      var texts = languages.get(locale.getLanguage());
      if (texts != null) {
        return texts;
      }
    }
    return swedish();
  }

  /// The languages we have texts in, as `sv`, `en`.
  public Set<String> languages() {
    return keys.keySet();
  }

  /// The keys that stand in a language's own files, without those lent from Swedish.
  Set<String> keys(String language) {
    return keys.getOrDefault(language, Set.of());
  }

  private Texts swedish() {
    var texts = languages.get("sv");
    if (texts == null) {
      throw new IllegalStateException("no Swedish");
    }
    return texts;
  }
}
