package se.fristad.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A letter on A4, with the address where a window envelope has its window. Latin, Greek and
/// Cyrillic letters; a script that the font does not have is refused before ([#cannot]).
public final class LetterPaper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float SIZE = 11;
  private static final float LINE = 15;
  private static final float LEFT = 71;
  private static final float RIGHT = 524;
  private static final float BOTTOM = 71;
  private static final float WINDOW_LEFT = 297;
  private static final float WINDOW_TOP = 842 - 142;
  private static final float BODY_TOP = 842 - 284;

  private LetterPaper() {}

  /// The characters of a text that cannot be printed, each once; empty when all can.
  public static String cannot(String text) {
    try (PDDocument document = new PDDocument()) {
      PDFont font = font(document);
      StringBuilder missing = new StringBuilder();
      text.codePoints()
          .filter(point -> point != '\n' && point != '\t')
          .distinct()
          .filter(point -> !prints(font, point))
          .forEach(missing::appendCodePoint);
      return missing.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean prints(PDFont font, int point) {
    try {
      font.encode(Character.toString(point));
      return true;
    } catch (IllegalArgumentException | IOException missing) {
      return false;
    }
  }

  static byte[] of(String sender, String to, LocalDate day, String words) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDFont font = font(document);
      document.getDocumentCatalog().setLanguage("sv");
      Sheet sheet = new Sheet(document, font);
      if (!sender.isEmpty()) {
        sheet.at(LEFT, 842 - 71, List.of(sender));
      }
      sheet.at(WINDOW_LEFT, WINDOW_TOP, wrapped(font, to, RIGHT - WINDOW_LEFT));
      sheet.at(LEFT, BODY_TOP + 2 * LINE, List.of(day.toString()));
      sheet.flow(wrapped(font, words, RIGHT - LEFT));
      sheet.close();
      document.save(out);
      return out.toByteArray();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static PDFont font(PDDocument document) throws IOException {
    try (InputStream file = LetterPaper.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: a font");
      }
      return PDType0Font.load(document, file, true);
    }
  }

  /// Lines that are no wider than this; a word that is wider stands on a line of its own, cut.
  private static List<String> wrapped(PDFont font, String text, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.replace('\t', ' ').split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        String rest = word;
        if (width(font, line + " " + rest) > width && !line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        }
        while (width(font, rest) > width) {
          int fits = rest.length();
          while (width(font, rest.substring(0, fits)) > width) {
            fits = rest.offsetByCodePoints(fits, -1);
          }
          lines.add(rest.substring(0, fits));
          rest = rest.substring(fits);
        }
        line.append(line.isEmpty() ? "" : " ").append(rest);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static float width(PDFont font, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * SIZE;
  }

  /// Pages, one after the other.
  private static final class Sheet {
    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream page;

    Sheet(PDDocument document, PDFont font) throws IOException {
      this.document = document;
      this.font = font;
      this.page = begun();
    }

    private PDPageContentStream begun() throws IOException {
      PDPage next = new PDPage(PDRectangle.A4);
      document.addPage(next);
      return new PDPageContentStream(document, next);
    }

    void at(float x, float y, List<String> lines) throws IOException {
      float down = y;
      for (String line : lines) {
        page.beginText();
        page.setFont(font, SIZE);
        page.newLineAtOffset(x, down);
        page.showText(line);
        page.endText();
        down -= LINE;
      }
    }

    void flow(List<String> lines) throws IOException {
      float down = BODY_TOP;
      for (String line : lines) {
        if (down < BOTTOM) {
          page.close();
          page = begun();
          down = 842 - 71;
        }
        at(LEFT, down, List.of(line));
        down -= LINE;
      }
    }

    void close() throws IOException {
      page.close();
    }
  }
}
