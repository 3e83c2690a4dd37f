package se.fristad.vault;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/// The keys of one owner: wrapping keys, the HPKE pairs of its queue, one index key. Immutable; a
/// turn makes a new one.
///
/// On disk: a properties text, sealed whole under the master key with the owner's name as
/// associated data, in `keys/<owner>.keyset`.
record Keyset(String owner, List<Entry> entries) {
  /// What a key is for. The names stand in the files.
  enum Kind {
    /// Wraps the data keys of records.
    WRAP,
    /// The pair of the side's first letterbox.
    QUEUE,
    /// The pair of the letterbox for those who meet violence in their work.
    PROFESSIONAL,
    /// Makes blind indexes.
    INDEX;

    /// Whether it is a pair to whose public half the public face seals.
    boolean isPair() {
      return this == QUEUE || this == PROFESSIONAL;
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String id, Kind kind, Instant made, byte[] secret) {}

  Keyset {
    entries = List.copyOf(entries);
  }

  static Keyset fresh(String owner, Instant now) {
    return new Keyset(owner, List.of(random(Kind.INDEX, now), random(Kind.WRAP, now)));
  }

  static Entry random(Kind kind, Instant now) {
    return new Entry(UUID.randomUUID().toString(), kind, now, DataKey.random().bytes());
  }

  Entry newest(Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind == kind)
        .max(Comparator.comparing(Entry::made))
        .orElseThrow(() ->
            new IllegalStateException("the keyset of " + owner + " has no key of kind " + kind));
  }

  boolean has(Kind kind) {
    return entries.stream().anyMatch(entry -> entry.kind == kind);
  }

  Optional<Entry> find(String id) {
    return entries.stream().filter(entry -> entry.id.equals(id)).findFirst();
  }

  Keyset with(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Keyset(owner, more);
  }

  Keyset without(List<Entry> erased) {
    return new Keyset(owner, entries.stream().filter(entry -> !erased.contains(entry)).toList());
  }

  void save(Path keys, MasterKey master) {
    Properties lines = new Properties();
    for (Entry entry : entries) {
      lines.setProperty(
          entry.id,
          entry.kind + " " + entry.made + " " + Base64.getEncoder().encodeToString(entry.secret));
    }
    StringWriter text = new StringWriter();
    try (DataKey key = master.open()) {
      lines.store(text, null);
      SecretFiles.write(
          file(keys, owner),
          key.encryptRaw(text.toString().getBytes(StandardCharsets.UTF_8), owner));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Keyset load(Path keys, String owner, MasterKey master) {
    Properties lines = new Properties();
    try (DataKey key = master.open()) {
      byte[] text = key.decryptRaw(SecretFiles.read(file(keys, owner)), owner);
      lines.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    List<Entry> entries = new ArrayList<>();
    for (String id : lines.stringPropertyNames()) {
      List<String> parts = List.of(lines.getProperty(id).split(" ", 3));
      entries.add(
          new Entry(
              id,
              Kind.valueOf(parts.get(0)),
              Instant.parse(parts.get(1)),
              Base64.getDecoder().decode(parts.get(2))));
    }
    return new Keyset(owner, entries);
  }

  static Path file(Path keys, String owner) {
    return keys.resolve(owner + ".keyset");
  }

  @Override
  public String toString() {
    return "[keyset of " + owner + "]";
  }
}
