package se.fristad.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
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
/// Staff read Swedish and English; where English lacks a text the Swedish one stands. The other
/// languages of the public face are lent nothing: what one of them does not say is a fault, never
/// Swedish words under another language's name. A key told twice in one language is refused at
/// start, and so is a file in a language that [Language] does not name.
public final class TextCatalogue {
  /// The languages in which everything is said, staff pages too.
  private static final List<Language> OF_THE_HOUSE = List.of(Language.SWEDISH, Language.ENGLISH);

  private final Map<Language, Texts> languages;
  private final Map<Language, Set<String>> keys;

  private TextCatalogue(Map<Language, Texts> languages, Map<Language, Set<String>> keys) {
    this.languages = Map.copyOf(languages);
    this.keys = Map.copyOf(keys);
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
    var patterns = new EnumMap<Language, Map<String, String>>(Language.class);
    for (var language : Language.values()) {
      patterns.put(language, new TreeMap<>());
    }
    for (var file :
        new PathMatchingResourcePatternResolver(TextCatalogue.class.getClassLoader())
            .getResources("classpath*:messages/*_*.properties")) {
      var name = String.valueOf(file.getFilename());
      var code = name.substring(name.lastIndexOf('_') + 1, name.length() - ".properties".length());
      var language =
          Language.of(code)
              .orElseThrow(() -> new IllegalStateException("not a language of ours: " + name));
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
    var languages = new EnumMap<Language, Texts>(Language.class);
    var keys = new EnumMap<Language, Set<String>>(Language.class);
    for (var language : patterns.entrySet()) {
      var formats = new HashMap<String, MessageFormat>();
      if (OF_THE_HOUSE.contains(language.getKey())) {
        formats.putAll(
            formats(patterns.getOrDefault(Language.SWEDISH, Map.of()), Language.SWEDISH));
      }
      formats.putAll(formats(language.getValue(), language.getKey()));
      languages.put(language.getKey(), new Texts(language.getKey(), Map.copyOf(formats)));
      keys.put(language.getKey(), new TreeSet<>(language.getValue().keySet()));
    }
    return new TextCatalogue(languages, keys);
  }

  private static Map<String, MessageFormat> formats(
      Map<String, String> patterns, Language language) {
    var formats = new HashMap<String, MessageFormat>();
    for (var text : patterns.entrySet()) {
      try {
        formats.put(text.getKey(), new MessageFormat(text.getValue(), language.icu()));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalStateException(
            "not a message: " + text.getKey() + " in " + language.code(), wrong);
      }
    }
    return formats;
  }

  /// The texts of a language.
  public Texts in(Language language) {
    var texts = languages.get(language);
    if (texts == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return texts;
  }

  /// The texts of a language of the house; Swedish for every other.
  public Texts in(Locale locale) {
    return inFirstOf(List.of(locale));
  }

  /// The first of the reader's languages that is one of the house's, in the reader's order; else
  /// Swedish. For the public face [Language#ofReader] decides.
  public Texts inFirstOf(List<Locale> wanted) {
    for (var locale : wanted) {
      for (var language : OF_THE_HOUSE) {
        if (language.tag().equals(locale.getLanguage())) {
          return in(language);
        }
      }
    }
    return in(Language.SWEDISH);
  }

  /// A text as it stands in the file, with its places.
  public String pattern(Language language, String key) {
    return in(language).pattern(key);
  }

  /// The keys that stand in a language's own files, without those lent from Swedish.
  public Set<String> keys(Language language) {
    return keys.getOrDefault(language, Set.of());
  }
}
