package se.fristad.contact.front.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/// The page's script and styles, which stand inside the document, and the policy that lets exactly
/// these run.
///
/// @param script the script's text
/// @param style the style's text
/// @param talkStyle the text of the style that only a conversation needs
/// @param policy the Content-Security-Policy of every answer of the public face
public record Inline(String script, String style, String talkStyle, String policy) {
  /// Reads them from the class path and computes their hashes.
  static Inline read() {
    String script = resource("front.js");
    String style = resource("front.css");
    String talkStyle = resource("talk.css");
    String policy =
        "default-src 'none'; script-src 'sha256-"
            + hash(script)
            + "'; style-src 'sha256-"
            + hash(style)
            + "' 'sha256-"
            + hash(talkStyle)
            + "'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
    return new Inline(script, style, talkStyle, policy);
  }

  private static String resource(String name) {
    try (InputStream file = Inline.class.getResourceAsStream("/contact/" + name)) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: contact/" + name);
      }
      return lean(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The text without indentation and without lines that only comment: they are for us, not for a
  /// telephone of ten years ago. Neither file has a text that goes over several lines.
  private static String lean(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .collect(Collectors.joining("\n"));
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
