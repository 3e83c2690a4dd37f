package se.fristad.page;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Made-up languages of readers, and codes in addresses, ids and numbers.
public final class FuzzedLanguage {
  private FuzzedLanguage() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    List<Locale> locales = new ArrayList<>();
    for (int many = data.consumeInt(0, 6); many > 0; many--) {
      locales.add(
          data.consumeBoolean()
              ? Locale.forLanguageTag(data.consumeAsciiString(24))
              : Locale.of(data.consumeAsciiString(12), data.consumeAsciiString(6)));
    }
    Language.ofReader(locales);
    String rest = data.consumeRemainingAsString();
    Language.of(rest);
    Read.id(rest);
    Read.date(rest);
    Read.number(rest);
    Read.page(rest);
  }
}
