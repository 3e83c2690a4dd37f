package se.fristad.contact;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
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

  /// A picture within a page that claims to be larger is left out.
  private static final long MOST_PIXELS_WITHIN = 50_000_000;

  /// How long anybody waits for a document, and how long one page is drawn.
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private static final Duration LONGEST_PAGE = Duration.ofSeconds(8);

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
            BufferedImage drawn = new Drawing(pdf).renderImage(page - 1, scale, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            return ImageIO.write(drawn, "jpeg", out)
                ? Optional.of(out.toByteArray())
                : Optional.empty();
          } catch (IOException unreadable) {
            return Optional.empty();
          }
        });
  }

  /// Whatever is in the document, the one who asks has an answer in the end: what takes too long,
  /// too much or too deep cannot be shown. Who made it may have wanted just that: that nobody can
  /// open the conversation any more.
  private <T> Optional<T> open(byte[] document, Function<PDDocument, Optional<T>> work) {
    if (Packed.isTooMuch(document)) {
      return Optional.empty();
    }
    try {
      if (!atOnce.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      FutureTask<Optional<T>> drawing = new FutureTask<>(() -> apart(document, work));
      // of its own: what does not end keeps one place of two, and no request
      Thread.ofPlatform().daemon().name("page-drawing").start(drawing);
      return drawing.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unreadable) {
      // it took too long, or went so deep that the stack was full
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private <T> Optional<T> apart(byte[] document, Function<PDDocument, Optional<T>> work) {
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

  /// Draws until its time is over, and no picture larger than we take from anybody.
  private static final class Drawing extends PDFRenderer {
    private final long begun = System.nanoTime();

    Drawing(PDDocument pdf) {
      super(pdf);
      setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (System.nanoTime() - begun > LONGEST_PAGE.toNanos()) {
            throw new IllegalStateException("takes too long");
          }
          super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
          if ((long) image.getWidth() * image.getHeight() <= MOST_PIXELS_WITHIN) {
            super.drawImage(image);
          }
        }
      };
    }
  }
}
