package se.fristad.page;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.regex.Pattern;

/// Made-up pages of information.
public final class FuzzedMarkdown {
  private static final Pattern TAG = Pattern.compile("<([a-z0-9]+)([^>]*)>");
  private static final Pattern TAGS =
      Pattern.compile("p|h[2-6]|ul|ol|li|em|strong|a|code|pre|blockquote|br|hr");
  private static final Pattern LINK =
      Pattern.compile(
          " rel=\"noreferrer\" href=\"(https://|tel:)[^\"]*\"( title=\"[^\"]*\")?| href=\"(?i)(https://|tel:)[^\"]*\"( title=\"[^\"]*\")? rel=\"noreferrer\"");

  private FuzzedMarkdown() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    Markdown.faults(text);
    TAG.matcher(Markdown.html(text, 1))
        .results()
        .forEach(tag -> {
          if (!TAGS.matcher(tag.group(1)).matches()
              || (tag.group(1).equals("a") && !LINK.matcher(tag.group(2)).matches())) {
            throw new IllegalStateException("a tag that nobody let through");
          }
        });
  }
}
