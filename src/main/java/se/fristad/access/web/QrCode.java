package se.fristad.access.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A QR code (ISO/IEC 18004) drawn on the server: byte mode, error correction L, versions 1 to 9,
/// mask 0. Enough for an authenticator's address, and nothing is loaded from anywhere.
///
/// @param size modules on each side, without the quiet zone of four
/// @param path SVG's `d`: one unit per dark module
public record QrCode(int size, String path) {
  private static final int[] DATA = {0, 19, 34, 55, 80, 108, 136, 156, 194, 232};
  private static final int[] CORRECTION = {0, 7, 10, 15, 20, 26, 18, 20, 24, 30};
  private static final int[] BLOCKS = {0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
  private static final int[][] ALIGNMENT = {
    {}, {}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}
  };

  /// The code of a text; null when it is longer than 230 bytes.
  public static @Nullable QrCode of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int version = 1; version <= 9; version++) {
      if (bytes.length + 2 <= DATA[version]) {
        return new Drawing(version).draw(interleaved(bytes, version));
      }
    }
    return null;
  }

  private static byte[] interleaved(byte[] text, int version) {
    byte[] data = new byte[DATA[version]];
    // mode 0100, eight bits of length, the bytes, four bits of end; all shifted by half a byte
    data[0] = (byte) (0x40 | text.length >> 4);
    int carry = text.length & 15;
    for (int i = 0; i < text.length; i++) {
      data[i + 1] = (byte) (carry << 4 | (text[i] & 0xff) >> 4);
      carry = text[i] & 15;
    }
    data[text.length + 1] = (byte) (carry << 4);
    for (int i = text.length + 2; i < data.length; i++) {
      data[i] = (byte) ((i - text.length) % 2 == 0 ? 0xec : 0x11);
    }
    int blocks = BLOCKS[version];
    int length = data.length / blocks;
    int correction = CORRECTION[version];
    byte[] all = new byte[data.length + blocks * correction];
    for (int block = 0; block < blocks; block++) {
      byte[] rest = remainder(data, block * length, length, correction);
      for (int i = 0; i < length; i++) {
        all[i * blocks + block] = data[block * length + i];
      }
      for (int i = 0; i < correction; i++) {
        all[data.length + i * blocks + block] = rest[i];
      }
    }
    return all;
  }

  private static byte[] remainder(byte[] data, int from, int length, int correction) {
    byte[] divisor = new byte[correction];
    divisor[correction - 1] = 1;
    int root = 1;
    for (int i = 0; i < correction; i++) {
      for (int j = 0; j < correction; j++) {
        divisor[j] = (byte) times(divisor[j] & 0xff, root);
        if (j + 1 < correction) {
          divisor[j] ^= divisor[j + 1];
        }
      }
      root = times(root, 2);
    }
    byte[] rest = new byte[correction];
    for (int i = from; i < from + length; i++) {
      int factor = (data[i] ^ rest[0]) & 0xff;
      System.arraycopy(rest, 1, rest, 0, correction - 1);
      rest[correction - 1] = 0;
      for (int j = 0; j < correction; j++) {
        rest[j] ^= (byte) times(divisor[j] & 0xff, factor);
      }
    }
    return rest;
  }

  /// Multiplication in GF(2^8) modulo 0x11d.
  private static int times(int a, int b) {
    int product = 0;
    for (int bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >>> 7) * 0x11d);
      product ^= ((b >>> bit) & 1) * a;
    }
    return product;
  }

  private static final class Drawing {
    private final int version;
    private final int size;
    private final boolean[][] dark;
    private final boolean[][] fixed;

    Drawing(int version) {
      this.version = version;
      this.size = version * 4 + 17;
      this.dark = new boolean[size][size];
      this.fixed = new boolean[size][size];
    }

    QrCode draw(byte[] codewords) {
      for (int i = 0; i < size; i++) {
        fix(6, i, i % 2 == 0);
        fix(i, 6, i % 2 == 0);
      }
      finder(3, 3);
      finder(size - 4, 3);
      finder(3, size - 4);
      int[] centres = ALIGNMENT[version];
      for (int i = 0; i < centres.length; i++) {
        for (int j = 0; j < centres.length; j++) {
          boolean corner =
              (i == 0 && j == 0)
                  || (i == 0 && j == centres.length - 1)
                  || (i == centres.length - 1 && j == 0);
          if (!corner) {
            alignment(centres[i], centres[j]);
          }
        }
      }
      format();
      version();
      fill(codewords);
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          if (dark[y][x]) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new QrCode(size, path.toString());
    }

    private void fix(int x, int y, boolean value) {
      dark[y][x] = value;
      fixed[y][x] = true;
    }

    private void finder(int x, int y) {
      for (int dy = -4; dy <= 4; dy++) {
        for (int dx = -4; dx <= 4; dx++) {
          int ring = Math.max(Math.abs(dx), Math.abs(dy));
          if (x + dx >= 0 && x + dx < size && y + dy >= 0 && y + dy < size) {
            fix(x + dx, y + dy, ring != 2 && ring != 4);
          }
        }
      }
    }

    private void alignment(int x, int y) {
      for (int dy = -2; dy <= 2; dy++) {
        for (int dx = -2; dx <= 2; dx++) {
          fix(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
        }
      }
    }

    private void format() {
      int data = 1 << 3; // level L, mask 0
      int rest = data;
      for (int i = 0; i < 10; i++) {
        rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
      }
      int bits = (data << 10 | rest) ^ 0x5412;
      for (int i = 0; i <= 5; i++) {
        fix(8, i, bit(bits, i));
      }
      fix(8, 7, bit(bits, 6));
      fix(8, 8, bit(bits, 7));
      fix(7, 8, bit(bits, 8));
      for (int i = 9; i < 15; i++) {
        fix(14 - i, 8, bit(bits, i));
      }
      for (int i = 0; i < 8; i++) {
        fix(size - 1 - i, 8, bit(bits, i));
      }
      for (int i = 8; i < 15; i++) {
        fix(8, size - 15 + i, bit(bits, i));
      }
      fix(8, size - 8, true);
    }

    private void version() {
      if (version < 7) {
        return;
      }
      int rest = version;
      for (int i = 0; i < 12; i++) {
        rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
      }
      int bits = version << 12 | rest;
      for (int i = 0; i < 18; i++) {
        fix(size - 11 + i % 3, i / 3, bit(bits, i));
        fix(i / 3, size - 11 + i % 3, bit(bits, i));
      }
    }

    private void fill(byte[] codewords) {
      int at = 0;
      for (int right = size - 1; right >= 1; right -= 2) {
        if (right == 6) {
          right = 5;
        }
        for (int vertical = 0; vertical < size; vertical++) {
          for (int j = 0; j < 2; j++) {
            int x = right - j;
            boolean upward = ((right + 1) & 2) == 0;
            int y = upward ? size - 1 - vertical : vertical;
            if (!fixed[y][x]) {
              boolean value = at < codewords.length * 8 && bit(codewords[at >> 3], 7 - (at & 7));
              at++;
              dark[y][x] = value ^ ((x + y) % 2 == 0);
            }
          }
        }
      }
    }

    private static boolean bit(int bits, int number) {
      return ((bits >>> number) & 1) != 0;
    }
  }
}
