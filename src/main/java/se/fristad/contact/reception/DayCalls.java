package se.fristad.contact.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.CallDue;
import se.fristad.contact.Queue;
import se.fristad.contact.Reaching;
import se.fristad.contact.inbox.CallLines;
import se.fristad.page.Shell;

/// The calls that somebody has wished, as tasks of a day: of the one who will ring, and of the
/// whole house when nobody has taken it. What was not done stands in today until somebody has said
/// what came of it, and a call that is too late stands before everybody.
@StaffFace
@Component
class DayCalls {
  private final Reaching reaching;
  private final CallLines lines;
  private final Clock clock;

  DayCalls(Reaching reaching, CallLines lines, Clock clock) {
    this.reaching = reaching;
    this.lines = lines;
    this.clock = clock;
  }

  /// Whose tasks are shown.
  sealed interface Whose {
    /// Everybody's.
    record Everybodys() implements Whose {}

    /// Of one who receives, by her id of the staff register.
    record Hers(UUID staff) implements Whose {}

    /// A room's: it rings nobody.
    record Nobodys() implements Whose {}
  }

  /// A call and the day in which it stands.
  record OnDay(LocalDate day, CallLines.Line line) {}

  /// The calls of some days, both included. One line in the log.
  List<OnDay> between(
      Shell shell, Viewer viewer, Queue queue, LocalDate first, LocalDate last, Whose whose) {
    if (whose instanceof Whose.Nobodys) {
      return List.of();
    }
    LocalDate today = clock.instant().atZone(OpeningHours.HERE).toLocalDate();
    List<CallDue> shown =
        reaching.due(viewer, queue).stream()
            .filter(one -> isFor(whose, one))
            .filter(one -> {
              LocalDate day = day(one, today);
              return !day.isBefore(first) && !day.isAfter(last);
            })
            .toList();
    return lines.of(shell, viewer, shown).stream()
        .map(line -> new OnDay(day(line.due(), today), line))
        .toList();
  }

  private boolean isFor(Whose whose, CallDue one) {
    return switch (whose) {
      case Whose.Everybodys _ -> true;
      case Whose.Hers(UUID staff) -> staff.equals(one.owner()) || reaching.isLate(one);
      case Whose.Nobodys _ -> false;
    };
  }

  /// The day of a call; what is left of days gone by stands in today.
  private static LocalDate day(CallDue one, LocalDate today) {
    LocalDate wished = one.from().atZone(OpeningHours.HERE).toLocalDate();
    return wished.isBefore(today) ? today : wished;
  }

  /// Whose tasks, by what the page is asked to show: one who receives, or else a room.
  static Whose whose(@Nullable UUID shown, List<Receptions.Receiver> receivers) {
    return shown == null
        ? new Whose.Everybodys()
        : receivers.stream()
            .filter(one -> one.id().equals(shown))
            .findFirst()
            .<Whose>map(one -> new Whose.Hers(one.staff()))
            .orElseGet(Whose.Nobodys::new);
  }
}
