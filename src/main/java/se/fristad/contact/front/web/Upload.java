package se.fristad.contact.front.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form with one file in it (RFC 7578), read in memory and nowhere else. What the file is called
/// is not read.
record Upload(Map<String, String> fields, byte[] file) {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?");
  private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([a-z]{1,20})\"");
  private static final int MOST_PARTS = 16;
  private static final int MOST_FIELD = 1_000;

  Upload {
    fields = Map.copyOf(fields);
  }

  /// Reads a body.
  ///
  /// @throws IllegalArgumentException when it is no such form
  static Upload of(String contentType, byte[] body) {
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find()) {
      throw new IllegalArgumentException("no boundary");
    }
    byte[] line = ("--" + found.group(1)).getBytes(StandardCharsets.US_ASCII);
    Map<String, String> fields = new LinkedHashMap<>();
    byte[] file = new byte[0];
    int at = next(body, line, 0);
    for (int part = 0; part < MOST_PARTS && at >= 0; part++) {
      int begins = at + line.length;
      int ends = next(body, line, begins);
      if (ends < 0) {
        break;
      }
      int head = next(body, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), begins);
      if (head < 0 || head + 4 > ends - 2) {
        throw new IllegalArgumentException("a part without a head");
      }
      String said = new String(body, begins, head - begins, StandardCharsets.ISO_8859_1);
      Matcher name = NAME.matcher(said);
      if (!name.find()) {
        throw new IllegalArgumentException("a part without a name");
      }
      byte[] value = Arrays.copyOfRange(body, head + 4, ends - 2);
      if (name.group(1).equals("file")) {
        file = value;
      } else if (value.length <= MOST_FIELD) {
        fields.putIfAbsent(name.group(1), text(value));
      }
      at = ends;
    }
    return new Upload(fields, file);
  }

  private static String text(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException notText) {
      throw new IllegalArgumentException("not text", notText);
    }
  }

  private static int next(byte[] body, byte[] sought, int from) {
    for (int at = from; at <= body.length - sought.length; at++) {
      int same = 0;
      while (same < sought.length && body[at + same] == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return at;
      }
    }
    return -1;
  }
}
