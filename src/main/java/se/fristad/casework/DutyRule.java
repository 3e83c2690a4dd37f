package se.fristad.casework;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;

/// Who sees the card of somebody in danger at night, and writes what is decided: the duty social
/// service, when the offices are shut, of whom it has looked up this night; never whoever knows the
/// person, is kin or a neighbour, and never of somebody with another identity. The file itself it
/// does not open: for that there is the emergency hour.
@StaffFace
@Component
class DutyRule implements FileRule {
  /// The kind: the file's id stands for its card.
  static final String KIND = "duty";

  private final FileRows files;
  private final NightRows rows;
  private final Centre centre;
  private final Clock clock;

  DutyRule(FileRows files, NightRows rows, Centre centre, Clock clock) {
    this.files = files;
    this.rows = rows;
    this.centre = centre;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Relation relationOf(Viewer viewer, UUID id) {
    Relation relation = known(files, viewer, id, clock);
    boolean looked = rows.looks(id, viewer.staff(), clock.instant());
    return looked ? relation : Relation.NONE;
  }

  @Override
  public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
    return may(viewer, relation, purpose, centre, clock);
  }

  private static Relation known(FileRows files, Viewer viewer, UUID id, Clock clock) {
    FileRows.Standing standing = files.standing(id, viewer.staff(), clock.instant());
    return standing.alone() ? Relation.CONFLICT_DECLARED : standing.relation();
  }

  private static boolean may(
      Viewer viewer, Relation relation, Purpose purpose, Centre centre, Clock clock) {
    return purpose == Purpose.ON_DUTY
        && viewer.role() == Role.DUTY_SOCIAL_SERVICE
        && centre.isNight(clock.instant())
        && relation != Relation.CONFLICT_DECLARED
        && relation != Relation.KIN_OR_NEIGHBOUR
        && relation != Relation.NONE;
  }

  /// Who looks a card up: the same, before she has.
  @StaffFace
  @Component
  static class Look implements FileRule {
    static final String KIND = "duty_look";

    private final FileRows files;
    private final Centre centre;
    private final Clock clock;

    Look(FileRows files, Centre centre, Clock clock) {
      this.files = files;
      this.centre = centre;
      this.clock = clock;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Relation relationOf(Viewer viewer, UUID id) {
      return known(files, viewer, id, clock);
    }

    @Override
    public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
      return may(viewer, relation, purpose, centre, clock);
    }
  }
}
