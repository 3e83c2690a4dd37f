package se.fristad.contact;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What is packed in a document, unpacked to nowhere and counted: two megabytes can unpack to as
/// many as the machine has, and whoever reads the document unpacks them into memory.
final class Packed {
  /// One part of a document: a page of A4 at 400 dots and all colours is 46 MB.
  private static final long MOST_OF_ONE = 64L << 20;

  private static final long MOST = 512L << 20;
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

  private Packed() {}

  /// Whether one part, or all of them, unpack to more than we read.
  static boolean isTooMuch(byte[] pdf) {
    long all = 0;
    byte[] waste = new byte[65_536];
    // without the two bytes before it, which the reader of documents does not look at either
    try (Inflater inflater = new Inflater(true)) {
      for (int at = after(pdf, 0); at >= 0; at = after(pdf, at)) {
        int begins = at + (at < pdf.length && pdf[at] == '\r' ? 1 : 0);
        begins += begins < pdf.length && pdf[begins] == '\n' ? 3 : 2;
        if (begins >= pdf.length) {
          return false;
        }
        inflater.reset();
        inflater.setInput(pdf, begins, pdf.length - begins);
        long one = unpacked(inflater, waste);
        all += one;
        if (one > MOST_OF_ONE || all > MOST) {
          return true;
        }
      }
    }
    return false;
  }

  private static long unpacked(Inflater inflater, byte[] waste) {
    long size = 0;
    try {
      while (!inflater.finished() && size <= MOST_OF_ONE) {
        int more = inflater.inflate(waste);
        if (more == 0) {
          return size;
        }
        size += more;
      }
    } catch (DataFormatException notPacked) {
      return size;
    }
    return size;
  }

  /// The place behind the next word that begins a part; -1 when there is none.
  private static int after(byte[] pdf, int from) {
    for (int at = from; at + STREAM.length <= pdf.length; at++) {
      int same = 0;
      while (same < STREAM.length && pdf[at + same] == STREAM[same]) {
        same++;
      }
      if (same == STREAM.length) {
        return at + STREAM.length;
      }
    }
    return -1;
  }
}
