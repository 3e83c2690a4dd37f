package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

  /// A kept form.
  record Kept(Words words, Instant at) {}

  /// Keeps what is typed so far.
  ///
  /// @param kind a code of the page's: `note`, `decision`; `open` for a file that is to be opened
  /// @return when it was kept
  Step<Instant> save(Viewer viewer, UUID file, String kind, Words words) {
    return save(viewer, file, kind, null, words);
  }

  /// Keeps what is typed so far; of a form that was sent meanwhile, nothing.
  ///
  /// @param form minted with the form
  Step<Instant> save(Viewer viewer, UUID file, String kind, @Nullable UUID form, Words words) {
    return twoAtOnce(() -> saving(viewer, file, kind, form, words));
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

  private Step<Instant> saving(
      Viewer viewer, UUID file, String kind, @Nullable UUID form, Words words) {
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
          return whole == null ? savedOpen(permit, words) : saved(permit, whole, kind, form, words);
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

  private @Nullable Written<Instant> saved(
      Permit permit, FileRows.Whole whole, String kind, @Nullable UUID form, Words words) {
    UUID about = recordOf(kind);
    if (about != null && !kept.isOf(permit.id(), about)) {
      return null;
    }
    if (form != null && kept.wasSent(form)) {
      throw new Files.Before();
    }
    UUID staff = permit.viewer().staff();
    FormRows.Row there = kept.find(permit.id(), kind, staff).orElse(null);
    UUID id = there == null ? UUID.randomUUID() : there.id();
    int version = there == null ? 1 : there.version() + 1;
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), whole.key())) {
      sealed = key.seal(Files.place(id, "form", version), words.sealable());
    }
    return stored(id, permit.id(), kind, staff, version, sealed);
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
    return kept.keep(id, file, kind, staff, now, version, sealed)
        ? new Written.Done<>(now, version, Files.sha256(sealed))
        : null;
  }

  /// What she who has the file in hand had typed in a form of it; empty when there is nothing.
  Optional<Kept> in(Files.InHand hand, String kind) {
    return kept.find(hand.id(), kind, hand.staff())
        .map(row -> new Kept(hand.open(row.id(), "form", row.version(), row.sealed()), row.at()));
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
      return new Kept(
          Words.of(key.open(Files.place(row.id(), "form", row.version()), row.sealed())), row.at());
    }
  }

  /// All that she has typed of files that are to be opened, by the file's id to be, the latest
  /// first.
  Map<UUID, Kept> openings(Viewer viewer) {
    Map<UUID, Kept> openings = new LinkedHashMap<>();
    kept.alone(viewer.staff(), OPEN).forEach(row -> openings.put(row.id(), opening(row)));
    return openings;
  }

  /// A form of a file has been sent; in the transaction of the step.
  void drop(UUID file, UUID staff, String kind) {
    kept.drop(file, staff, kind);
  }

  /// The form of a file that is to be opened has been sent.
  void drop(UUID id, UUID staff) {
    kept.drop(id, staff);
  }
}
