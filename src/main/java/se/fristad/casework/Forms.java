package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;

/// What somebody is writing and has not sent: kept as she types, sealed, hers alone. It is no note
/// of the file and moves none of its dates.
///
/// A form of a file lies under the file's key. The form of a file that is to be opened has a key of
/// its own; its id is the file's to be.
@StaffFace
@Component
class Forms {
  /// The most that a form keeps altogether, in characters.
  static final int MOST = 60_000;

  /// The most files to be that somebody has begun and not opened: as many as her list shows.
  static final int MOST_BEGUN = 20;

  private final Files files;
  private final FileRows rows;
  private final SideKeys keys;
  private final FormRows kept;
  private final Clock clock;

  Forms(Files files, FileRows rows, SideKeys keys, FormRows kept, Clock clock) {
    this.files = files;
    this.rows = rows;
    this.keys = keys;
    this.kept = kept;
    this.clock = clock;
  }

  /// The most versions of one form that somebody has kept in as many windows.
  static final int MOST_VERSIONS = 4;

  /// A kept form.
  ///
  /// @param row names this version of it
  /// @param version how often it has been saved
  record Kept(Words words, Instant at, UUID row, int version) {}

  /// What came of saving.
  ///
  /// @param others how many other versions of the same form she has kept in other windows
  record Saved(Instant at, int others) {}

  /// Keeps what is typed so far, over what was kept before.
  ///
  /// @param kind a code of the page's: `note`, `decision`; `open` for a file that is to be opened
  /// @return when it was kept
  Step<Instant> save(Viewer viewer, UUID file, String kind, Words words) {
    return twoAtOnce(() ->
        saving(
            viewer,
            file,
            kind,
            words,
            (permit, whole) ->
                whole == null
                    ? savedOpen(permit, words)
                    : at(saved(permit, whole, kind, null, words))));
  }

  private static @Nullable Written<Instant> at(@Nullable Written<Saved> saved) {
    return saved instanceof Written.Done<Saved>(Saved value, int version, byte[] hash)
        ? new Written.Done<>(value.at(), version, hash)
        : null;
  }

  /// Keeps what is typed so far in one window; of a form that was sent meanwhile, nothing. What was
  /// written in another window since this one was drawn is not written over: both are kept.
  Step<Saved> keep(Viewer viewer, UUID file, String kind, Window window, Words words) {
    return saving(
        viewer,
        file,
        kind,
        words,
        (permit, whole) -> whole == null ? null : saved(permit, whole, kind, window, words));
  }

  /// Of two that keep the same new form at once the second finds that the first has made its key,
  /// and keeps it anew.
  static Step<Instant> twoAtOnce(Supplier<Step<Instant>> save) {
    try {
      return save.get();
    } catch (DuplicateKeyException first) {
      return save.get();
    }
  }

  private <T> Step<T> saving(
      Viewer viewer,
      UUID file,
      String kind,
      Words words,
      BiFunction<Permit, FileRows.@Nullable Whole, @Nullable Written<T>> work) {
    return files.step(
        viewer,
        file,
        "save_form",
        CaseFileRule.purposeOf(viewer),
        permit -> {
          // locked, so that what was on its way when the form was sent waits and finds it sent
          FileRows.Whole whole = rows.lock(permit.id()).orElse(null);
          boolean begins = whole == null;
          if (begins != kind.equals(OPEN) || (begins && !permit.id().equals(file))) {
            return null;
          }
          // only now: what is too much for a file that is not hers is not there either
          if (words.length() > MOST) {
            throw Files.refused(Refusal.unreadable("form", "casework.wrong.too_much"));
          }
          return work.apply(permit, whole);
        });
  }

  /// Throws one version of a form away.
  Step<UUID> dropVersion(Viewer viewer, UUID file, String kind, UUID row) {
    return files.step(
        viewer,
        file,
        "drop_form",
        CaseFileRule.purposeOf(viewer),
        permit -> {
          FileRows.Whole whole = rows.lock(permit.id()).orElse(null);
          return whole != null && kept.dropVersion(permit.id(), permit.viewer().staff(), kind, row)
              ? Written.plain(row, whole.file().version())
              : null;
        });
  }

  /// The kind of the form of a file that is to be opened.
  static final String OPEN = "open";

  /// The kind of the form of a mandate that is to be given: of no file, with a key of its own. Each
  /// head keeps one.
  static final String MANDATE = "mandate";

  /// Keeps what is typed of a mandate, in the transaction of the door.
  @Nullable Written<Instant> savedMandate(Permit permit, Words words) {
    return savedOne(permit, MANDATE, words);
  }

  /// What she has typed of a mandate, by the mandate's id to be.
  Optional<Map.Entry<UUID, Kept>> mandate(Viewer viewer) {
    return one(viewer, MANDATE);
  }

  /// Keeps what is typed of something of no file, in the transaction of the door: each keeps one of
  /// a kind.
  @Nullable Written<Instant> savedOne(Permit permit, String kind, Words words) {
    if (words.length() > MOST) {
      throw Files.refused(Refusal.unreadable("form", "casework.wrong.too_much"));
    }
    kept.dropOthers(permit.id(), permit.viewer().staff(), kind);
    return savedAlone(permit, kind, words);
  }

  /// What she has typed of it, by its id to be.
  Optional<Map.Entry<UUID, Kept>> one(Viewer viewer, String kind) {
    return kept.alone(viewer.staff(), kind).stream()
        .findFirst()
        .map(row -> Map.entry(row.id(), opening(row)));
  }

  private @Nullable Written<Saved> saved(
      Permit permit, FileRows.Whole whole, String kind, @Nullable Window window, Words words) {
    UUID about = recordOf(kind);
    if (about != null && !kept.isOf(permit.id(), about)) {
      return null;
    }
    if (window != null && kept.wasSent(window.form())) {
      throw new Files.Before();
    }
    UUID staff = permit.viewer().staff();
    List<FormRows.Row> there = kept.versions(permit.id(), kind, staff);
    try (DataKey key = keys.unwrap(permit.id(), whole.key())) {
      FormRows.Row own = own(there, window, words, key);
      if (own == null && words.length() == 0) {
        return Written.plain(new Saved(clock.instant(), there.size()), whole.file().version());
      }
      if (own == null && there.size() >= MOST_VERSIONS) {
        throw Files.refused(
            Refusal.unreadable("form", "casework.wrong.too_many_versions", MOST_VERSIONS));
      }
      UUID id = own == null ? UUID.randomUUID() : own.id();
      int version = own == null ? 1 : own.version() + 1;
      byte[] sealed = key.seal(Files.place(id, "form", version), words.sealable());
      Instant now = clock.instant();
      UUID page = window == null ? id : window.form();
      int others = own == null ? there.size() : there.size() - 1;
      return kept.keep(id, permit.id(), kind, staff, page, now, version, sealed)
          ? new Written.Done<>(new Saved(now, others), version, Files.sha256(sealed))
          : null;
    }
  }

  /// The version that may be written over: this window's own; else the one it was drawn from, when
  /// nobody has written in that since; else one that says the same.
  private static FormRows.@Nullable Row own(
      List<FormRows.Row> there, @Nullable Window window, Words words, DataKey key) {
    if (window == null) {
      return there.isEmpty() ? null : there.getFirst();
    }
    return there.stream()
        .filter(row -> row.page().equals(window.form()))
        .findFirst()
        .or(() ->
            there.stream()
                .filter(row -> row.id().equals(window.row()) && row.version() == window.version())
                .findFirst())
        .or(() -> there.stream().filter(row -> opened(row, key).isSame(words)).findFirst())
        .orElse(null);
  }

  private static Words opened(FormRows.Row row, DataKey key) {
    return Words.of(key.open(Files.place(row.id(), "form", row.version()), row.sealed()));
  }

  /// The record that a form is about: it is kept only of one that stands in the file, so that
  /// nobody fills the table with forms about what is not there.
  private static @Nullable UUID recordOf(String kind) {
    int slash = kind.indexOf('/');
    return slash < 0 ? null : UUID.fromString(kind.substring(slash + 1));
  }

  private @Nullable Written<Instant> savedOpen(Permit permit, Words words) {
    UUID id = permit.id();
    UUID staff = permit.viewer().staff();
    FormRows.Row there = kept.findOpening(id, staff).orElse(null);
    if (there == null && kept.alone(staff, OPEN).size() >= MOST_BEGUN) {
      throw Files.refused(Refusal.unreadable("form", "casework.wrong.too_many_begun", MOST_BEGUN));
    }
    return savedAlone(permit, OPEN, words);
  }

  /// Kept under a key of its own.
  private @Nullable Written<Instant> savedAlone(Permit permit, String kind, Words words) {
    UUID id = permit.id();
    UUID staff = permit.viewer().staff();
    FormRows.Row there = kept.findOpening(id, staff).orElse(null);
    int version = there == null ? 1 : there.version() + 1;
    try (DataKey key = there == null ? DataKey.random() : keys.unwrap(id, kept.key(id))) {
      byte[] sealed = key.seal(Files.place(id, "form", version), words.sealable());
      Written<Instant> done = stored(id, null, kind, staff, version, sealed);
      if (there == null && done != null) {
        kept.keep(id, keys.wrap(id, key));
      }
      return done;
    }
  }

  /// Null when somebody else's form has the id.
  private @Nullable Written<Instant> stored(
      UUID id, @Nullable UUID file, String kind, UUID staff, int version, byte[] sealed) {
    Instant now = clock.instant();
    return kept.keep(id, file, kind, staff, id, now, version, sealed)
        ? new Written.Done<>(now, version, Files.sha256(sealed))
        : null;
  }

  /// What she who has the file in hand had typed last in a form of it; empty when there is nothing.
  Optional<Kept> in(Files.InHand hand, String kind) {
    return versions(hand, kind).stream().findFirst();
  }

  /// All that she had typed in a form of it, in one window or several, the latest first.
  List<Kept> versions(Files.InHand hand, String kind) {
    return kept.versions(hand.id(), kind, hand.staff()).stream()
        .map(row ->
            new Kept(
                hand.open(row.id(), "form", row.version(), row.sealed()),
                row.at(),
                row.id(),
                row.version()))
        .toList();
  }

  /// What she who has the file in hand has begun to write in it, and when it was saved.
  Map<String, Instant> begun(Files.InHand hand) {
    return kept.begun(hand.id(), hand.staff());
  }

  /// What she had typed in a form of a file; empty when there is nothing.
  Optional<Kept> of(Viewer viewer, UUID file, String kind) {
    return switch (files.read(viewer, file, hand -> in(hand, kind))) {
      case Opened.Value<Optional<Kept>> value -> value.value();
      case Opened.NotThere<Optional<Kept>> notThere -> Optional.empty();
    };
  }

  private Kept opening(FormRows.Row row) {
    try (DataKey key = keys.unwrap(row.id(), kept.key(row.id()))) {
      return new Kept(opened(row, key), row.at(), row.id(), row.version());
    }
  }

  /// All that she has typed of files that are to be opened, by the file's id to be, the latest
  /// first.
  Map<UUID, Kept> openings(Viewer viewer) {
    Map<UUID, Kept> openings = new LinkedHashMap<>();
    kept.alone(viewer.staff(), OPEN).forEach(row -> openings.put(row.id(), opening(row)));
    return openings;
  }

  /// A step has been taken; in its transaction. By a form, its own window has been dropped already,
  /// and what stands in another stays.
  void drop(UUID file, UUID staff, String kind) {
    if (Sending.bound() == null) {
      kept.drop(file, staff, kind);
    }
  }

  /// The form of a file that is to be opened has been sent.
  void drop(UUID id, UUID staff) {
    kept.drop(id, staff);
  }
}
