package se.fristad.casework;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.OpeningHours;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;

/// The one way in to what stands in a file: through the [FileDoor], with the row locked when
/// something is written, the file's key in hand for as long as the work lasts, one version more
/// after it, and a refusal that undoes everything but its own line in the log.
@StaffFace
@Component
class Files {
  static final ZoneId HERE = OpeningHours.HERE;
  private static final String MODULE = "casework";

  private final FileRows rows;
  private final FormRows forms;
  private final FileDoor door;
  private final SideKeys keys;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Files(
      FileRows rows,
      FormRows forms,
      FileDoor door,
      SideKeys keys,
      AuditLog log,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.forms = forms;
    this.door = door;
    this.keys = keys;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// A file that is open before somebody, with its key. Ends with the work it was given to.
  static final class InHand implements AutoCloseable {
    private final Viewer viewer;
    private final CaseFile file;
    private final int sealedVersion;
    private final byte[] sealed;
    private final DataKey key;
    private final Instant now;
    private byte @Nullable [] lastSealed;

    InHand(Viewer viewer, FileRows.Whole whole, DataKey key, Instant now) {
      this.viewer = viewer;
      this.file = whole.file();
      this.sealedVersion = whole.sealedVersion();
      this.sealed = whole.sealed();
      this.key = key;
      this.now = now;
    }

    CaseFile file() {
      return file;
    }

    UUID id() {
      return file.id();
    }

    Viewer viewer() {
      return viewer;
    }

    UUID staff() {
      return viewer.staff();
    }

    Instant now() {
      return now;
    }

    LocalDate today() {
      return LocalDate.ofInstant(now, HERE);
    }

    /// Refuses a step in a file that is closed.
    void open() {
      if (!file.open()) {
        throw refused(CaseRule.FILE_IS_OPEN.refusal("file"));
      }
    }

    /// Refuses a step of the adult's road in a child's file.
    void ofAdult() {
      if (file.kind() != CaseFile.Kind.ADULT) {
        throw refused(CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN.refusal("file", ".adults"));
      }
    }

    /// Refuses a step of the child's road in an adult's file.
    void ofChild() {
      if (file.kind() != CaseFile.Kind.CHILD) {
        throw refused(CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN.refusal("file", ".childs"));
      }
    }

    /// Who answers for the file; who opened it when nobody does.
    UUID responsible() {
      UUID one = file.responsible();
      return one == null ? file.openedBy() : one;
    }

    /// The file's own sealed part.
    Words words() {
      return open(file.id(), "file", sealedVersion, sealed);
    }

    /// The version that the file's own sealed part gets when it is written anew.
    int nextSealed() {
      return sealedVersion + 1;
    }

    /// Seals a record of this file for its place. The log line gets the hash of what was sealed
    /// last.
    ///
    /// @param what the table's name
    byte[] seal(UUID record, String what, int version, Words words) {
      byte[] made = key.seal(place(record, what, version), words.sealable());
      lastSealed = made;
      return made;
    }

    Words open(UUID record, String what, int version, byte[] sealedWords) {
      return Words.of(key.open(place(record, what, version), sealedWords));
    }

    Confidential openText(UUID record, String what, int version, byte[] sealedText) {
      return key.open(place(record, what, version), sealedText);
    }

    byte[] sealText(UUID record, String what, int version, Confidential text) {
      byte[] made = key.seal(place(record, what, version), text);
      lastSealed = made;
      return made;
    }

    @Override
    public void close() {
      key.close();
    }
  }

  static Place place(UUID record, String what, int version) {
    return new Place(MODULE, record, what, version);
  }

  /// Opens a file for reading, for what the viewer's role opens files for.
  <T> Opened<T> read(Viewer viewer, UUID id, Function<InHand, T> work) {
    return read(viewer, id, "open", CaseFileRule.purposeOf(viewer), work);
  }

  /// The same under a name of its own in the log.
  <T> Opened<T> read(Viewer viewer, UUID id, String act, Function<InHand, T> work) {
    return read(viewer, id, act, CaseFileRule.purposeOf(viewer), work);
  }

  /// The same for another purpose.
  <T> Opened<T> read(Viewer viewer, UUID id, Purpose purpose, Function<InHand, T> work) {
    return read(viewer, id, "open", purpose, work);
  }

  /// Reads through a door of another kind than the file's own, whose rule is told by the same id:
  /// for whoever sees a part of it and not the file.
  <T> Opened<T> read(
      Viewer viewer, FileRef door, String act, Purpose purpose, Function<InHand, T> work) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            this.door.open(
                viewer, door, purpose, act, permit -> found(permit, rows.find(permit.id()), work)));
  }

  private <T> Opened<T> read(
      Viewer viewer, UUID id, String act, Purpose purpose, Function<InHand, T> work) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            door.open(
                viewer,
                ref(id),
                purpose,
                act,
                permit ->
                    found(
                        permit,
                        rows.read(permit.id(), viewer.staff(), clock.instant())
                            .filter(whole -> !whole.unsaid()),
                        work)));
  }

  /// Begins an emergency hour in a file, through a door of its own.
  <T> Step<T> begin(Viewer viewer, UUID id, Function<InHand, T> work) {
    return beside(
        viewer, new FileRef(EmergencyRule.KIND, id), "begin_emergency", Purpose.EMERGENCY, work);
  }

  /// Asks something of a file's row for a viewer, in a transaction of its own.
  <T> T asking(Supplier<T> question) {
    T answer = Sides.on(Side.SUPPORT, () -> transaction.execute(status -> question.get()));
    if (answer == null) {
      throw new IllegalStateException("a question without an answer");
    }
    return answer;
  }

  /// Says in the log what a step in another file has done to this one; in its transaction.
  void note(InHand hand, UUID id, String act) {
    log.append(
        hand.viewer().line(act, CaseFileRule.KIND, id, Purpose.INVESTIGATING.code(), Outcome.DONE));
  }

  private <T> @Nullable T found(
      Permit permit, Optional<FileRows.Whole> whole, Function<InHand, T> work) {
    if (whole.isEmpty()) {
      return null;
    }
    try (InHand hand = hand(permit.viewer(), whole.get())) {
      rows.opened(hand.id(), hand.staff(), hand.now());
      return work.apply(hand);
    }
  }

  /// Gives a file in hand that was made in the transaction of this step.
  void inHand(Viewer viewer, FileRows.Whole whole, Consumer<InHand> work) {
    try (InHand hand = hand(viewer, whole)) {
      work.accept(hand);
    }
  }

  /// Opens a file and writes in it, as the caseworker whose it is.
  ///
  /// @param act a code for the log
  /// @param work throws [Against] (by [#refuse]) when a rule stands in the way
  <T> Step<T> write(Viewer viewer, UUID id, String act, Function<InHand, T> work) {
    return write(viewer, id, act, Purpose.INVESTIGATING, work);
  }

  <T> Step<T> write(Viewer viewer, UUID id, String act, Purpose purpose, Function<InHand, T> work) {
    return write(viewer, ref(id), act, purpose, work);
  }

  /// The same through a door of another kind than the file's own.
  <T> Step<T> write(
      Viewer viewer, FileRef door, String act, Purpose purpose, Function<InHand, T> work) {
    return step(
        viewer,
        door.kind(),
        door.id(),
        act,
        purpose,
        permit -> {
          FileRows.Whole whole = rows.lock(permit.id()).orElse(null);
          return whole == null ? null : written(permit, whole, hand -> worked(hand, work));
        });
  }

  /// The same, of what lies beside the file and is no note of it: none of its dates is moved.
  <T> Step<T> beside(
      Viewer viewer, UUID id, String act, Purpose purpose, Function<InHand, T> work) {
    return beside(viewer, ref(id), act, purpose, work);
  }

  /// The same through a door of another kind than the file's own.
  <T> Step<T> beside(
      Viewer viewer, FileRef door, String act, Purpose purpose, Function<InHand, T> work) {
    return step(
        viewer,
        door.kind(),
        door.id(),
        act,
        purpose,
        permit -> {
          FileRows.Whole whole = rows.lock(permit.id()).orElse(null);
          return whole == null
              ? null
              : written(
                  permit,
                  whole,
                  hand -> new Written.Done<>(work.apply(hand), hand.file().version(), hash(hand)));
        });
  }

  private <T> Written<T> written(
      Permit permit, FileRows.Whole whole, Function<InHand, Written<T>> work) {
    try (InHand hand = hand(permit.viewer(), whole)) {
      Sending sending = Sending.bound();
      if (sending != null) {
        send(sending, hand);
      }
      return work.apply(hand);
    }
  }

  private static byte @Nullable [] hash(InHand hand) {
    byte[] last = hand.lastSealed;
    return last == null ? null : sha256(last);
  }

  private <T> Written<T> worked(InHand hand, Function<InHand, T> work) {
    T done = work.apply(hand);
    rows.touch(hand.id(), hand.now());
    return new Written.Done<>(done, hand.file().version() + 1, hash(hand));
  }

  /// Of two that send the same form at once, the second waits for the row and finds it sent.
  private void send(Sending sending, InHand hand) {
    Confidential said = Confidential.of(sending.kind() + "?" + sending.words().reveal());
    if (!sent(sending.form(), hand.id(), said, hand.now())) {
      throw new Before();
    }
    forms.dropSent(hand.id(), hand.staff(), sending.kind(), sending.window());
  }

  /// Marks a form as sent. What was said in it is kept as a fingerprint under the side's index key,
  /// which nobody can read back: enough to know the same words again.
  ///
  /// @return false when it was sent before with the same words
  /// @throws Against when it was sent before with others
  boolean sent(UUID form, UUID file, Confidential said, Instant now) {
    UUID fingerprint = fingerprint(form, said);
    if (forms.send(form, file, now)) {
      return forms.send(fingerprint, file, now);
    }
    if (forms.wasSent(fingerprint)) {
      return false;
    }
    throw refused(Refusal.sentBefore(forms.sentAt(form, file).orElse(now), now));
  }

  private UUID fingerprint(UUID form, Confidential said) {
    ByteBuffer bytes = ByteBuffer.wrap(keys.index("sent", form + "|" + said.reveal()));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /// A step through the door, with its refusal undone and logged.
  <T> Step<T> step(
      Viewer viewer,
      UUID id,
      String act,
      Purpose purpose,
      Function<Permit, @Nullable Written<T>> work) {
    return step(viewer, CaseFileRule.KIND, id, act, purpose, work);
  }

  <T> Step<T> step(
      Viewer viewer,
      String kind,
      UUID id,
      String act,
      Purpose purpose,
      Function<Permit, @Nullable Written<T>> work) {
    try {
      Opened<T> opened =
          Sides.on(
              Side.SUPPORT, () -> door.write(viewer, new FileRef(kind, id), purpose, act, work));
      return switch (opened) {
        case Opened.Value<T> value -> new Step.Done<>(value.value());
        case Opened.NotThere<T> notThere -> new Step.NotThere<>();
      };
    } catch (Before before) {
      refused(viewer, kind, id, act, purpose);
      return new Step.Again<>();
    } catch (Against against) {
      refused(viewer, kind, id, act, purpose);
      LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
      return new Step.Refused<>(
          against.refusals.stream().map(refusal -> refusal.citedOn(today)).toList());
    }
  }

  private void refused(Viewer viewer, String kind, UUID id, String act, Purpose purpose) {
    LogLine line =
        LogLine.about(
            viewer.staff(),
            viewer.organisation(),
            viewer.role().code(),
            act,
            kind,
            id,
            purpose.code(),
            Outcome.REFUSED);
    Sides.run(Side.SUPPORT, () -> transaction.executeWithoutResult(status -> log.append(line)));
  }

  /// Writes in one more file, in the transaction of a step in another; undone with it.
  ///
  /// @throws Against when the file is not there, or not for this viewer
  <T> T within(Viewer viewer, UUID id, String act, Function<Permit, @Nullable Written<T>> work) {
    Opened<T> opened =
        Sides.on(Side.SUPPORT, () -> door.write(viewer, ref(id), Purpose.INVESTIGATING, act, work));
    return switch (opened) {
      case Opened.Value<T> value -> value.value();
      case Opened.NotThere<T> notThere ->
          throw refused(CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN.refusal("file", ".childs"));
    };
  }

  /// The same in a file that is there, locked and with its key in hand.
  <T> T alsoIn(Viewer viewer, UUID id, String act, Function<InHand, T> work) {
    return within(
        viewer,
        id,
        act,
        permit -> {
          FileRows.Whole whole = rows.lock(permit.id()).orElse(null);
          if (whole == null) {
            return null;
          }
          try (InHand hand = hand(permit.viewer(), whole)) {
            return worked(hand, work);
          }
        });
  }

  private InHand hand(Viewer viewer, FileRows.Whole whole) {
    return new InHand(viewer, whole, keys.unwrap(whole.file().id(), whole.key()), clock.instant());
  }

  /// Shows a list; what it shows stands in the log.
  <T> List<T> list(
      Viewer viewer, String kind, String filter, Supplier<List<T>> work, Function<T, UUID> id) {
    return Sides.on(Side.SUPPORT, () -> door.list(viewer, kind, filter, work, id));
  }

  static FileRef ref(UUID id) {
    return new FileRef(CaseFileRule.KIND, id);
  }

  static byte[] sha256(byte[] sealed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(sealed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  /// Undoes the step when there is anything to refuse.
  static void refuse(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new Against(refusals);
    }
  }

  /// Undoes the step.
  static Against refused(Refusal refusal) {
    return new Against(List.of(refusal));
  }

  /// Undoes the transaction: rules stand in the way.
  static final class Against extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Refusal> refusals;

    Against(List<Refusal> refusals) {
      super("a step against a rule", null, false, false);
      this.refusals = refusals;
    }
  }

  /// Undoes the transaction: the form was sent before.
  static final class Before extends RuntimeException {
    private static final long serialVersionUID = 1;

    Before() {
      super("a form sent before", null, false, false);
    }
  }
}
