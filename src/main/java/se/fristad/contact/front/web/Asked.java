package se.fristad.contact.front.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.front.Attachments;
import se.fristad.page.PlainText;
import se.fristad.page.TypedForm;

/// A post as it was read: at most [#MOST] bytes ever come into memory.
sealed interface Asked {
  /// The largest body. 8,000 characters of four bytes each are 96,000 bytes in a form; with the
  /// fields beside them this holds them.
  int MOST = 98_304 + 4_096;

  /// A larger body is read and thrown away up to here, so that the answer reaches a browser that is
  /// still sending.
  int THROWN_AWAY = 8 * 1024 * 1024;

  /// A form.
  record Form(Map<String, String> fields) implements Asked {
    public Form {
      fields = Map.copyOf(fields);
    }

    /// The field, or nothing written.
    String text(String name) {
      return fields.getOrDefault(name, "");
    }

    /// The fields of these names, as they were typed.
    TypedForm typed(Set<String> names) {
      TypedForm typed = TypedForm.empty();
      for (String name : names) {
        String text = PlainText.of(text(name));
        typed = text.isEmpty() ? typed : typed.with(name, text);
      }
      return typed;
    }

    /// The field as a number from 0 to a million; 0 when it is not one.
    int number(String name) {
      String text = text(name);
      return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
  }

  /// A form with a file. What is too large of it was never kept.
  @SuppressWarnings("ArrayRecordComponent")
  record WithFile(Form form, byte[] file) implements Asked {}

  /// A page that is being emptied says its token and nothing else.
  record Farewell(String token) implements Asked {}

  /// Larger than [#MOST]. Nothing of it was kept.
  record TooLarge() implements Asked {}

  /// A file that comes in so slowly that it only keeps others out. Nothing of it was kept.
  record TooSlow() implements Asked {}

  /// Neither a form nor a farewell.
  record OtherKind() implements Asked {}

  /// Not text in UTF-8, or not a form.
  record Garbled() implements Asked {}

  /// Reads a post.
  static Asked of(HttpServletRequest request) throws IOException {
    String type =
        request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    boolean form = type.startsWith("application/x-www-form-urlencoded");
    boolean plain = type.startsWith("text/plain");
    byte @Nullable [] body = body(request);
    if (body == null) {
      return new TooLarge();
    }
    if (!form && !plain) {
      return new OtherKind();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return plain ? new Farewell(text) : new Form(fields(text));
    } catch (CharacterCodingException | IllegalArgumentException notText) {
      return new Garbled();
    } finally {
      Arrays.fill(body, (byte) 0);
    }
  }

  /// Reads a form with a file: at most one file of [Attachments#MOST] bytes comes into memory.
  static Asked withFile(HttpServletRequest request) throws IOException {
    int most = Attachments.MOST + 8_192;
    InputStream in = request.getInputStream();
    if (request.getContentLengthLong() > most) {
      throwAway(in);
      return new TooLarge();
    }
    byte[] body = paced(in, most + 1);
    if (body == null) {
      return new TooSlow();
    }
    try {
      if (body.length > most) {
        throwAway(in);
        return new TooLarge();
      }
      Upload upload = Upload.of(request.getContentType(), body);
      return new WithFile(new Form(upload.fields()), upload.file());
    } catch (IllegalArgumentException notAForm) {
      return new Garbled();
    } finally {
      Arrays.fill(body, (byte) 0);
    }
  }

  /// At most so many bytes; null when they come too slowly.
  private static byte @Nullable [] paced(InputStream in, int most) throws IOException {
    long begun = System.nanoTime();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] part = new byte[16_384];
    int read = in.read(part, 0, Math.min(part.length, most));
    while (read >= 0) {
      whole.write(part, 0, read);
      if (whole.size() >= most) {
        return whole.toByteArray();
      }
      if (isTooSlow(whole.size(), Duration.ofNanos(System.nanoTime() - begun))) {
        return null;
      }
      read = in.read(part, 0, Math.min(part.length, most - whole.size()));
    }
    return whole.toByteArray();
  }

  /// Whether a file comes in more slowly than over any telephone that still gets through: after ten
  /// seconds less than 8 kB a second.
  static boolean isTooSlow(long bytes, Duration since) {
    return since.compareTo(Duration.ofSeconds(10)) > 0 && bytes < since.toSeconds() * 8_000;
  }

  /// Whether a post carries a file.
  static boolean hasFile(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    if (request.getContentLengthLong() > MOST) {
      throwAway(in);
      return null;
    }
    byte[] body = in.readNBytes(MOST + 1);
    if (body.length > MOST) {
      throwAway(in);
      return null;
    }
    return body;
  }

  private static void throwAway(InputStream in) throws IOException {
    byte[] waste = new byte[16_384];
    long seen = 0;
    int read = in.read(waste);
    while (read >= 0 && seen < THROWN_AWAY) {
      seen += read;
      read = in.read(waste);
    }
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", 64)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
