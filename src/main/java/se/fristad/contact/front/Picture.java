package se.fristad.contact.front;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A picture, decoded and written anew: what is not light and colour (place, time, telephone, a
/// small picture inside it, anything hidden behind its end) does not come along.
final class Picture {
  /// More is not decoded: a picture of a few bytes can claim to be as large as a house.
  private static final long MOST_PIXELS = 50_000_000;

  /// A JPEG is drawn in as many passes as it says, each over all of its pixels: a file of a few
  /// bytes a pass would keep us for hours. Cameras and programs make ten or so.
  private static final int MOST_PASSES = 64;

  /// The longest side of what is kept.
  private static final int MOST_SIDE = 2_000;

  static {
    ImageIO.setUseCache(false);
  }

  private Picture() {}

  /// The picture as JPEG; empty when it cannot be read or claims to be too large.
  static Optional<byte[]> anew(byte[] bytes) {
    if (passes(bytes) > MOST_PASSES) {
      return Optional.empty();
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
          return Optional.empty();
        }
        ImageReadParam smaller = reader.getDefaultReadParam();
        int step = Math.max(1, (Math.max(width, height) + MOST_SIDE - 1) / MOST_SIDE);
        smaller.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(written(upright(reader.read(0, smaller), orientation(bytes))));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      // whatever a reader of pictures says of a file that somebody has made
      return Optional.empty();
    }
  }

  /// How often a pass begins in a JPEG. In the light and colour itself these two bytes do not stand
  /// (ITU-T T.81, B.1.1.5).
  private static int passes(byte[] bytes) {
    int passes = 0;
    if (bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8) {
      for (int at = 2; at + 1 < bytes.length; at++) {
        if (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xda) {
          passes++;
        }
      }
    }
    return passes;
  }

  private static byte[] written(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, "jpeg", out)) {
      throw new IOException("no writer");
    }
    return out.toByteArray();
  }

  /// On white and as it was held: the note of how the telephone was held is not kept.
  private static BufferedImage upright(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean turned = orientation >= 5;
    BufferedImage whole =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    Graphics2D canvas = whole.createGraphics();
    canvas.setColor(java.awt.Color.WHITE);
    canvas.fillRect(0, 0, whole.getWidth(), whole.getHeight());
    canvas.drawImage(picture, turn, null);
    canvas.dispose();
    return whole;
  }

  /// How the telephone was held, from 1 to 8 (Exif 2.3, tag 0x0112); 1 when it does not say.
  static int orientation(byte[] jpeg) {
    for (int at = 2; at + 18 < Math.min(jpeg.length, 65_536); at++) {
      if (jpeg[at] == 'E' && jpeg[at + 1] == 'x' && jpeg[at + 2] == 'i' && jpeg[at + 3] == 'f') {
        ByteBuffer tiff = ByteBuffer.wrap(jpeg, at + 6, jpeg.length - at - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(first));
        for (int entry = 0; entry < Math.min(entries, 64); entry++) {
          int place = first + 2 + entry * 12;
          if (Short.toUnsignedInt(tiff.getShort(place)) == 0x0112) {
            int value = Short.toUnsignedInt(tiff.getShort(place + 8));
            return value >= 1 && value <= 8 ? value : 1;
          }
        }
        return 1;
      }
    }
    return 1;
  }
}
