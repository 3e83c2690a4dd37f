package se.fristad.contact;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// Draws the pages of a document as pictures, in memory: nothing of the document runs, asks or
/// calls out in a worker's browser. At most two at once, and no page larger than a screen.
@StaffFace
@Component
class PageDrawing {
  /// More pages are not shown.
  static final int MOST_PAGES = 30;

  private static final float MOST_PIXELS = 1_600;
  private static final float DOTS = 110;
  private static final float POINTS = 72;

  static {
    ImageIO.setUseCache(false);
    // the list of the machine's fonts, which nobody looks for in a home directory of ours
    System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir", "."));
  }

  private final Semaphore atOnce = new Semaphore(2);

  /// How many pages can be shown; 0 when the document cannot be read.
  int pages(byte[] document) {
    return open(document, pdf -> Optional.of(Math.min(MOST_PAGES, pdf.getNumberOfPages())))
        .orElse(0);
  }

  /// A page as JPEG, from 1; empty when there is none or it cannot be drawn.
  Optional<byte[]> page(byte[] document, int page) {
    return open(
        document,
        pdf -> {
          if (page < 1 || page > Math.min(MOST_PAGES, pdf.getNumberOfPages())) {
            return Optional.empty();
          }
          PDRectangle box = pdf.getPage(page - 1).getCropBox();
          float longest = Math.max(box.getWidth(), box.getHeight());
          if (longest < 1) {
            return Optional.empty();
          }
          float scale = Math.min(DOTS / POINTS, MOST_PIXELS / longest);
          try {
            BufferedImage drawn = new PDFRenderer(pdf).renderImage(page - 1, scale, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            return ImageIO.write(drawn, "jpeg", out)
                ? Optional.of(out.toByteArray())
                : Optional.empty();
          } catch (IOException unreadable) {
            return Optional.empty();
          }
        });
  }

  private <T> Optional<T> open(byte[] document, Function<PDDocument, Optional<T>> work) {
    atOnce.acquireUninterruptibly();
    try (PDDocument pdf =
        Loader.loadPDF(document, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      return work.apply(pdf);
    } catch (IOException | RuntimeException unreadable) {
      // whatever a reader of documents says of a file that somebody has made
      return Optional.empty();
    } finally {
      atOnce.release();
    }
  }
}
