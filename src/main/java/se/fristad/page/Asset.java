package se.fristad.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One of the three files the staff face loads; a centre with an accent colour of its own has a
/// fourth, made at start. They hold nothing about anyone and may be kept by the browser under the
/// hash of their content.
public final class Asset {
  /// Where the files are served.
  public static final String ROOT = "/staff/assets/";

  private static final Map<String, Asset> ALL = new LinkedHashMap<>();

  static {
    for (var asset :
        List.of(
            new Asset("fristad.css", "text/css;charset=UTF-8", "/staff/fristad.css"),
            new Asset("staff.js", "text/javascript;charset=UTF-8", "/staff/staff.js"),
            new Asset(
                "htmx.js",
                "text/javascript;charset=UTF-8",
                "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"))) {
      ALL.put(asset.name, asset);
    }
  }

  private final String name;
  private final String contentType;
  private final byte[] bytes;
  private final String hash;

  private Asset(String name, String contentType, String resource) {
    this(name, contentType, read(resource));
  }

  private Asset(String name, String contentType, byte[] bytes) {
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes;
    try {
      hash =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
              .substring(0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// One that stands on no class path.
  static Asset made(String name, String contentType, String text) {
    return new Asset(name, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] read(String resource) {
    try (var stream = Asset.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing on the class path: " + resource);
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// All of them.
  public static List<Asset> all() {
    return List.copyOf(ALL.values());
  }

  /// The one with this name.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Asset named(String name) {
    var asset = ALL.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such asset");
    }
    return asset;
  }

  /// Its name, as `fristad.css`.
  public String name() {
    return name;
  }

  /// Its media type.
  public String contentType() {
    return contentType;
  }

  /// The first 64 bits of the SHA-256 of its content, in hexadecimal.
  public String hash() {
    return hash;
  }

  /// Its address with the hash.
  public String href() {
    return ROOT + name + "?v=" + hash;
  }

  /// Its content; a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Its content as text.
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
