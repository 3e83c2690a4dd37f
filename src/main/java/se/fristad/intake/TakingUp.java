package se.fristad.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.Reaching;
import se.fristad.contact.ThreadId;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// An intake that was concluded as an application is taken up: a file is opened on it, and it waits
/// for no investigation any more (14 kap. 2 § SoL). Which file, this room does not know.
@StaffFace
@Component
public class TakingUp {
  private final Intakes intakes;
  private final IntakeRows rows;
  private final FileDoor door;
  private final Reaching reaching;
  private final IntakeConflictRows conflicts;
  private final Clock clock;

  TakingUp(
      Intakes intakes,
      IntakeRows rows,
      FileDoor door,
      Reaching reaching,
      IntakeConflictRows conflicts,
      Clock clock) {
    this.intakes = intakes;
    this.rows = rows;
    this.door = door;
    this.reaching = reaching;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /// What a file may know of its intake.
  ///
  /// @param municipality the official code; null when nobody told it
  public record Taken(Instant concludedAt, @Nullable String municipality) {}

  /// What a file that is to be opened may know; not there when the intake was not concluded as an
  /// application, is taken up already, or is not for this viewer.
  public Opened<Taken> read(Viewer viewer, UUID intake) {
    return Sides.on(
        Side.SUPPORT,
        () -> door.open(viewer, ref(intake), Purpose.SCREENING, permit -> waiting(permit)));
  }

  /// Takes it up, in the transaction of the one who opens the file.
  public Opened<Taken> takeUp(Viewer viewer, UUID intake) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            door.write(
                viewer,
                ref(intake),
                Purpose.SCREENING,
                "take_up",
                permit -> {
                  Taken taken = waiting(permit);
                  return taken == null || !rows.takeUp(permit.id(), clock.instant())
                      ? null
                      : new Written.Done<>(taken, version(permit), null);
                }));
  }

  /// For whom of us an intake is not there, since they know the person; for the one who opens a
  /// file on it, in her transaction, so that the file is not there for them either.
  public List<UUID> notFor(UUID intake) {
    return conflicts.of(intake).stream().map(IntakeConflictRows.Row::staff).toList();
  }

  /// What was agreed in the conversation of an intake on how she is reached, as it is kept there;
  /// nothing when there was none, or it is gone.
  public Optional<Confidential> reach(Viewer viewer, UUID intake) {
    UUID thread =
        Sides.on(Side.SUPPORT, () -> rows.find(intake).map(Intake.Row::thread).orElse(null));
    return thread == null
        ? Optional.empty()
        : reaching.text(viewer, Queue.SUPPORT, new ThreadId(thread));
  }

  /// What a child's file that is to be opened may know of the intake in which its need was learned.
  ///
  /// @param waits it was concluded as an application that nobody has taken up: it may be the
  ///   child's own
  /// @param municipality whose board has the report, else where the intake belongs; null when
  ///   neither is known
  /// @param reportedAt when the report was made; null when none was
  public record Learned(
      Instant concludedAt,
      boolean waits,
      @Nullable String municipality,
      @Nullable Instant reportedAt) {}

  /// What was learned of a child; not there when the intake is not concluded, or is not for this
  /// viewer.
  public Opened<Learned> learned(Viewer viewer, UUID intake) {
    return intakes.read(viewer, intake) instanceof Opened.Value<Intake>(Intake read)
            && read.row().stage() instanceof Intake.Stage.Concluded concluded
        ? new Opened.Value<>(learned(read, concluded))
        : new Opened.NotThere<>();
  }

  static Learned learned(Intake intake, Intake.Stage.Concluded concluded) {
    boolean waits = concluded.investigationDue() != null;
    return intake.typed().report(concluded.at()) instanceof Report.Made made
        ? new Learned(
            concluded.at(),
            waits,
            made.municipality(),
            made.at().atZone(OpeningHours.HERE).toInstant())
        : new Learned(concluded.at(), waits, intake.row().municipality(), null);
  }

  /// A child is reported on what was learned in an intake, in the transaction of the one who opens
  /// the child's file. Not there when the intake is not concluded, or is not for this viewer.
  ///
  /// @param own whether the intake is the child's own: then it is taken up, and is not there when
  ///   somebody has taken it up before
  public Opened<Taken> concern(Viewer viewer, UUID intake, boolean own) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            door.write(
                viewer,
                ref(intake),
                Purpose.SCREENING,
                "report_child",
                permit -> {
                  Intake.Row row = rows.find(permit.id()).orElse(null);
                  if (row == null || !(row.stage() instanceof Intake.Stage.Concluded concluded)) {
                    return null;
                  }
                  if (own && !rows.takeUp(permit.id(), clock.instant())) {
                    return null;
                  }
                  return Written.plain(
                      new Taken(concluded.at(), row.municipality()), row.version());
                }));
  }

  private int version(Permit permit) {
    return rows.find(permit.id()).map(Intake.Row::version).orElse(1);
  }

  private @Nullable Taken waiting(Permit permit) {
    Intake.Row row = rows.find(permit.id()).orElse(null);
    return row != null
            && row.stage() instanceof Intake.Stage.Concluded concluded
            && concluded.investigationDue() != null
        ? new Taken(concluded.at(), row.municipality())
        : null;
  }

  private static FileRef ref(UUID intake) {
    return new FileRef(IntakeFileRule.KIND, intake);
  }
}
