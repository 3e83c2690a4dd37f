package se.fristad.outgoing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import se.fristad.page.Markdown;

/// A document on A4 as PDF/UA-1 (ISO 14289-1): tagged, titled, in Swedish, with its font in it, so
/// that somebody who cannot see it has it read out in the right order. What it is made of is the
/// Markdown of a template that has been filled in.
///
/// Its words have only the letters that [LetterPaper#cannot] finds in the font.
public final class TaggedPaper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 24mm 24mm 24mm;
        @bottom-right { content: counter(page) ' (' counter(pages) ')'; font-family: 'Paper'; font-size: 9pt; } }
      body { font-family: 'Paper'; font-size: 11pt; line-height: 1.4; color: #000; }
      h1 { font-size: 20pt; font-weight: normal; margin: 0 0 10pt 0; line-height: 1.2; }
      h2 { font-size: 14pt; font-weight: normal; margin: 16pt 0 4pt 0; line-height: 1.25; page-break-after: avoid; }
      h3 { font-size: 12pt; font-weight: normal; margin: 12pt 0 3pt 0; page-break-after: avoid; }
      p { margin: 0 0 7pt 0; orphans: 2; widows: 2; }
      ul, ol { margin: 0 0 7pt 0; padding-left: 18pt; }
      li { margin: 0 0 3pt 0; }
      strong, em { font-weight: normal; font-style: normal; text-decoration: underline; }
      a { color: #000; }
      .sender { font-size: 10pt; border-bottom: 0.5pt solid #000; padding-bottom: 6pt; margin-bottom: 22pt; }
      """;

  static {
    // its own log would name what it lays out
    XRLog.setLoggingEnabled(false);
  }

  private TaggedPaper() {}

  /// The document.
  ///
  /// @param title what a reader's program calls it; says nothing about anybody
  /// @param sender who it is from, in one line; empty for nobody
  /// @param markdown the filled-in template
  public static byte[] of(String title, String sender, String markdown) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePdfUaAccessibility(true);
      builder.useFont(TaggedPaper::font, "Paper", 400, FontStyle.NORMAL, true);
      builder.withProducer("");
      builder.withHtmlContent(page(title, sender, markdown), null);
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static InputStream font() {
    InputStream file = TaggedPaper.class.getResourceAsStream(FONT);
    if (file == null) {
      throw new IllegalStateException("missing from the program: a font");
    }
    return file;
  }

  private static String page(String title, String sender, String markdown) {
    return """
    <!DOCTYPE html>
    <html lang="sv"><head><title>%s</title><meta name="description" content="%s" /><style>%s</style></head>
    <body>%s%s</body></html>
    """
        .formatted(
            escaped(title),
            escaped(title),
            STYLE,
            sender.isEmpty() ? "" : "<p class=\"sender\">" + escaped(sender) + "</p>",
            Markdown.html(readable(markdown), 0));
  }

  /// Without what no XML may hold.
  private static String readable(String text) {
    return text.codePoints()
        .filter(point -> point >= ' ' || point == '\n' || point == '\t')
        .filter(
            point -> point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String escaped(String text) {
    return readable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
