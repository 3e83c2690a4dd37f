package se.fristad.contact.lobby;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
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
import se.fristad.contact.About;
import se.fristad.contact.Calls;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Wake;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.HouseCoordination;
import se.fristad.contact.reception.ReceptionTimes;
import se.fristad.vault.Confidential;
import se.fristad.vault.Sides;

/// The waiting room and who came: somebody is written down as here by a card, seated, and gone
/// again; a booked time is ticked. Never by a name.
@StaffFace
@Component
public class Lobby {
  private final LobbyRows rows;
  private final NoShowRows missing;
  private final FindingOut finding;
  private final FileDoor door;
  private final Calls calls;
  private final HouseCoordination coordination;
  private final ReceptionTimes reception;
  private final LobbyTimes times;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Lobby(
      LobbyRows rows,
      NoShowRows missing,
      FindingOut finding,
      FileDoor door,
      Calls calls,
      HouseCoordination coordination,
      ReceptionTimes reception,
      LobbyTimes times,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.missing = missing;
    this.finding = finding;
    this.door = door;
    this.calls = calls;
    this.coordination = coordination;
    this.reception = reception;
    this.times = times;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// Who comes.
  ///
  /// @param meeting the time that she has; none when she comes without one
  /// @param house into which house, when she has no time
  /// @param children how many children are with her, at most 9
  /// @param language a code of [Calls#LANGUAGES]
  public record Coming(
      Sign sign,
      @Nullable UUID meeting,
      int house,
      int children,
      String language,
      boolean interpreter) {
    /// Refuses what the form cannot send.
    public Coming {
      if (children < 0
          || children > 9
          || house < 1
          || house > 9
          || !Calls.LANGUAGES.contains(language)) {
        throw new IllegalArgumentException("nobody comes so");
      }
    }
  }

  /// A counter of a month.
  ///
  /// @param month its first day
  /// @param what `came` (`came_late` of those), `did_not_come`, `walked_in`, and what that became:
  ///   `conversation`, `intake`, `nothing`
  public record Count(LocalDate month, String what, int number) {}

  /// Who waits and who has gone today. One line in the log.
  public List<Guest> here(Viewer viewer, Queue queue) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                LobbyRule.KIND,
                "waiting_room",
                () -> rows.since(queue, day(clock.instant()), viewer.staff()),
                Guest::id));
  }

  /// The booked times of a day, and who came. One line in the log.
  public List<Expected> expected(Viewer viewer, Queue queue, LocalDate day) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                "booked_time",
                "arrivals",
                () ->
                    rows.expected(
                        queue,
                        day.atStartOfDay(OpeningHours.HERE).toInstant(),
                        day.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant(),
                        viewer.staff()),
                Expected::meeting));
  }

  /// One of those who are here. One line in the log.
  public Opened<Guest> open(Viewer viewer, Queue queue, UUID id) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(id),
                Purpose.MEETING,
                permit -> rows.find(queue, permit.id()).orElse(null)));
  }

  /// The card that is handed out next; the first one when all are out.
  public Sign nextSign(Queue queue) {
    Set<String> out = Set.copyOf(Sides.on(queue.side(), () -> rows.signs(queue)));
    return Sign.ALL.stream()
        .filter(one -> !out.contains(one.code()))
        .findFirst()
        .orElse(Sign.ALL.getFirst());
  }

  /// The cards that are free.
  public List<Sign> freeSigns(Queue queue) {
    Set<String> out = Set.copyOf(Sides.on(queue.side(), () -> rows.signs(queue)));
    return Sign.ALL.stream().filter(one -> !out.contains(one.code())).toList();
  }

  /// The rooms of this side in which nobody of this side is.
  List<LobbyRows.Room> rooms(Queue queue, UUID guest) {
    Instant now = clock.instant();
    return Sides.on(
        queue.side(),
        () ->
            rows.rooms(
                queue,
                guest,
                now,
                until(guest == null ? null : rows.meetsUntil(queue, guest).orElse(null), now)));
  }

  /// What has been counted, by month: those who came, those who did not, those who came without a
  /// time. Only numbers; nothing in them belongs to anybody any more.
  public List<Count> counted(Queue queue, YearMonth from, YearMonth until) {
    return Sides.on(queue.side(), () -> rows.counts(queue, from.atDay(1), until.atDay(1)));
  }

  /// Somebody has come. The same form sent twice is one person.
  ///
  /// @param id minted with the form
  public Opened<Arriving> come(Viewer viewer, Queue queue, UUID id, Coming coming) {
    UUID meeting = coming.meeting();
    if (meeting == null) {
      return write(
          viewer,
          queue,
          file(id),
          "walk_in",
          permit -> permit.id().equals(id) ? walkedIn(queue, id, coming) : null);
    }
    return write(
        viewer,
        queue,
        fileOf(queue, meeting, id),
        "arrive",
        permit ->
            isLocked(queue, permit, meeting, id)
                ? arrived(queue, permit, id, meeting, coming)
                : null);
  }

  private Written<Arriving> walkedIn(Queue queue, UUID id, Coming coming) {
    Instant now = clock.instant();
    try {
      if (rows.come(queue, id, coming, coming.house(), now.plus(times.stay()), now)) {
        rows.count(queue, now, "walked_in", 1);
        changed("came", id, queue, now);
      }
      return Written.plain(new Arriving.Here(id), 1);
    } catch (DuplicateKeyException signTaken) {
      return Written.refused(new Arriving.SignTaken());
    }
  }

  private Written<Arriving> arrived(
      Queue queue, Permit permit, UUID id, UUID meeting, Coming coming) {
    if (rows.isThere(queue, id)) {
      return Written.plain(new Arriving.Here(id), written(queue, permit, id));
    }
    Instant now = clock.instant();
    Expected expected = rows.expected(queue, meeting).orElse(null);
    if (expected == null
        || !permit.id().equals(expected.thread() == null ? id : expected.thread())
        || !day(expected.from()).equals(day(now))
        || expected.state() == Expected.State.CAME) {
      return Written.refused(new Arriving.NotExpected());
    }
    Instant stay = now.plus(times.stay());
    try {
      rows.come(
          queue,
          id,
          coming,
          expected.house() == 0 ? coming.house() : expected.house(),
          expected.until().isAfter(stay) ? expected.until() : stay,
          now);
    } catch (DuplicateKeyException signTaken) {
      return Written.refused(new Arriving.SignTaken());
    }
    uncount(queue, expected);
    // whoever was missed and comes after all is missed no longer
    missing.end(queue, meeting, NoShow.Outcome.WAS_HERE, permit.viewer().staff(), now);
    rows.tick(queue, meeting, Expected.State.CAME, permit.viewer().staff(), now);
    count(queue, expected, "came", 1);
    if (now.isAfter(expected.from())) {
      count(queue, expected, "came_late", 1);
    }
    changed("came", id, queue, now);
    return Written.plain(new Arriving.Here(id), written(queue, permit, id));
  }

  /// Ticks a booked time as late or as not come, or takes the tick back.
  ///
  /// @param state nothing takes it back
  public Opened<Boolean> tick(
      Viewer viewer, Queue queue, UUID meeting, Expected.@Nullable State state) {
    String act =
        switch (state) {
          case LATE -> "tick_late";
          case ABSENT -> "tick_absent";
          case CAME -> throw new IllegalArgumentException("who comes is given a card");
          case null -> "untick";
        };
    return write(
        viewer,
        queue,
        fileOf(queue, meeting, meeting),
        act,
        permit ->
            isLocked(queue, permit, meeting, meeting)
                ? ticked(queue, permit, meeting, state)
                : null);
  }

  private Written<Boolean> ticked(
      Queue queue, Permit permit, UUID meeting, Expected.@Nullable State state) {
    Instant now = clock.instant();
    Expected expected = rows.expected(queue, meeting).orElse(null);
    if (expected == null
        || !permit.id().equals(expected.thread() == null ? meeting : expected.thread())
        || !day(expected.from()).equals(day(now))
        || (state == Expected.State.ABSENT && now.isBefore(expected.from()))
        || (state != null && expected.state() == Expected.State.CAME)) {
      return Written.refused(false);
    }
    if (expected.state() != state) {
      uncount(queue, expected);
      missing.forget(queue, meeting);
      if (state == null) {
        rows.untick(queue, meeting);
      } else {
        rows.tick(queue, meeting, state, permit.viewer().staff(), now);
        if (state == Expected.State.ABSENT) {
          count(queue, expected, "did_not_come", 1);
          UUID thread = expected.thread();
          if (thread != null) {
            finding.begin(queue, meeting, thread, now);
          }
        }
      }
      changed(state == null ? "taken_back" : state.code(), meeting, queue, now);
    }
    return Written.plain(true, written(queue, permit, meeting));
  }

  /// Counts those who seek support themselves: whoever asks in her work is counted with the times.
  private void count(Queue queue, Expected expected, String what, int more) {
    if (expected.thread() != null) {
      rows.count(queue, expected.from(), what, more);
    }
  }

  /// What was counted of a tick that is changed is counted no longer.
  private void uncount(Queue queue, Expected expected) {
    Expected.State state = expected.state();
    if (state == Expected.State.ABSENT) {
      count(queue, expected, "did_not_come", -1);
    } else if (state == Expected.State.CAME) {
      count(queue, expected, "came", -1);
      Instant at = expected.at();
      if (at != null && at.isAfter(expected.from())) {
        count(queue, expected, "came_late", -1);
      }
    }
  }

  /// Seats somebody in a room, or, without one, in the waiting room again. The other side is asked
  /// before, so that its no is written as any other no; and again when it is written, so that of
  /// two who are seated at once at least one hears of the other: she goes back to where she was.
  public Opened<Seating> seat(Viewer viewer, Queue queue, UUID id, @Nullable UUID room) {
    Instant now = clock.instant();
    Seat seat = new Seat();
    boolean kept =
        room != null
            && Sides.on(queue.side(), () -> rows.placeOf(queue, id, room))
                .filter(place ->
                    coordination.isOccupied(
                        queue,
                        place.house(),
                        new FreeTimes.Span(now, until(place.meets(), now)),
                        reception.apart()))
                .isPresent();
    Opened<Seating> seated =
        write(
            viewer,
            queue,
            file(id),
            "seat",
            permit ->
                kept ? Written.refused(Seating.OCCUPIED) : seated(queue, permit, room, now, seat));
    Guest before = seat.before;
    if (room == null
        || before == null
        || !(seated instanceof Opened.Value<Seating>(Seating answer))
        || answer != Seating.SEATED
        || !coordination.isOccupied(
            queue, seat.house, new FreeTimes.Span(now, seat.until), reception.apart())) {
      return seated;
    }
    return write(
        viewer,
        queue,
        file(id),
        "unseat",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          UUID old = before.room();
          return Written.plain(
              Seating.OCCUPIED,
              rows.seat(
                  queue,
                  permit.id(),
                  old,
                  before.house(),
                  before.until(),
                  old == null ? null : now));
        });
  }

  /// How long a room is hers: until her booked time is over, a quarter of an hour at least; without
  /// one as long as a stay is reckoned.
  private Instant until(@Nullable Instant meets, Instant now) {
    if (meets == null) {
      return now.plus(times.stay());
    }
    Instant least = now.plus(Duration.ofMinutes(15));
    return meets.isAfter(least) ? meets : least;
  }

  /// Where somebody was before she was seated, carried out of the transaction.
  private static final class Seat {
    private @Nullable Guest before;
    private int house;
    private Instant until = Instant.EPOCH;
  }

  private @Nullable Written<Seating> seated(
      Queue queue, Permit permit, @Nullable UUID room, Instant now, Seat seat) {
    if (!rows.lock(queue, permit.id())) {
      return null;
    }
    Guest guest = rows.find(queue, permit.id()).orElseThrow();
    if (guest.left() != null) {
      return Written.refused(Seating.GONE);
    }
    if (room == null) {
      int version = rows.seat(queue, guest.id(), null, guest.house(), guest.until(), null);
      changed("seated", guest.id(), queue, now);
      return Written.plain(Seating.SEATED, version);
    }
    rows.lockRoom(queue, room);
    Instant until = until(rows.meetsUntil(queue, guest.id()).orElse(null), now);
    Optional<LobbyRows.Room> free =
        rows.rooms(queue, guest.id(), now, until).stream()
            .filter(one -> one.id().equals(room))
            .findFirst();
    if (free.isEmpty()) {
      return Written.refused(Seating.OCCUPIED);
    }
    try {
      int version = rows.seat(queue, guest.id(), room, free.get().house(), until, now);
      seat.before = guest;
      seat.until = until;
      seat.house = free.get().house();
      changed("seated", guest.id(), queue, now);
      return Written.plain(Seating.SEATED, version);
    } catch (DuplicateKeyException second) {
      return Written.refused(Seating.OCCUPIED);
    }
  }

  /// Somebody goes; or has not gone after all, as long as her card is still free.
  public Opened<Seating> leave(Viewer viewer, Queue queue, UUID id, boolean back) {
    return write(
        viewer,
        queue,
        file(id),
        back ? "come_back" : "leave",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          Guest guest = rows.find(queue, permit.id()).orElseThrow();
          if (back == (guest.left() == null)) {
            return Written.plain(Seating.SEATED, guest.version());
          }
          Instant now = clock.instant();
          try {
            int version =
                back
                    ? rows.back(queue, guest.id(), now.plus(times.stay()))
                    : rows.leave(queue, guest.id(), now);
            changed(back ? "back" : "left", guest.id(), queue, now);
            return Written.plain(Seating.SEATED, version);
          } catch (DuplicateKeyException signTaken) {
            return Written.refused(Seating.OCCUPIED);
          }
        });
  }

  /// What becomes of it that somebody came without a time: a conversation, logged as a visit, which
  /// may lead to an intake; or nothing.
  ///
  /// @param call the conversation's id, minted with the form
  /// @param about whom it is about; not asked when nothing becomes of it
  /// @return the conversation; nobody's when there is none
  public Opened<Optional<ThreadId>> become(
      Viewer viewer,
      Queue queue,
      UUID id,
      Guest.Became became,
      UUID call,
      @Nullable About about,
      boolean danger) {
    Guest guest =
        open(viewer, queue, id) instanceof Opened.Value<Guest>(Guest found) ? found : null;
    if (guest == null || guest.meeting() != null || guest.became() != null) {
      return write(viewer, queue, file(id), "become", permit -> null);
    }
    ThreadId thread = null;
    if (became != Guest.Became.NOTHING) {
      if (about == null) {
        throw new IllegalArgumentException("about whom is asked before");
      }
      Opened<ThreadId> logged =
          calls.log(
              viewer,
              queue,
              call,
              new Calls.Call(Channel.VISIT, about, danger, guest.language(), Confidential.of("")));
      if (!(logged instanceof Opened.Value<ThreadId>(ThreadId kept))) {
        return new Opened.NotThere<>();
      }
      thread = kept;
    }
    Optional<ThreadId> logged = Optional.ofNullable(thread);
    return write(
        viewer,
        queue,
        file(id),
        "become",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          Guest now = rows.find(queue, permit.id()).orElseThrow();
          if (now.became() != null) {
            return Written.plain(logged, now.version());
          }
          int version = rows.become(queue, permit.id(), became);
          rows.count(queue, now.came(), became.code(), 1);
          changed("became", permit.id(), queue, clock.instant());
          return Written.plain(logged, version);
        });
  }

  /// Changes with everything that the desk shows of a queue.
  long pulse(Queue queue) {
    return Sides.on(queue.side(), () -> rows.pulse(queue, day(clock.instant())));
  }

  /// The file in which it is written that somebody comes or does not: her conversation. That of
  /// somebody who asks in her work is no business of the desk's: hers stands as anybody's who comes
  /// through the door, under an id of its own.
  private FileRef fileOf(Queue queue, UUID meeting, UUID own) {
    // one that is not there is refused at the door, as one that is not for the viewer
    Expected expected = Sides.on(queue.side(), () -> rows.expected(queue, meeting).orElse(null));
    if (expected == null) {
      return new FileRef(queue.kind(), UUID.randomUUID());
    }
    UUID thread = expected.thread();
    return thread == null ? file(own) : new FileRef(queue.kind(), thread);
  }

  /// Locks the conversation, or the time of somebody who asks in her work.
  private boolean isLocked(Queue queue, Permit permit, UUID meeting, UUID own) {
    return permit.id().equals(own)
        ? rows.lockTime(queue, meeting)
        : rows.lockThread(queue, permit.id());
  }

  private int written(Queue queue, Permit permit, UUID own) {
    return permit.id().equals(own) ? 1 : rows.written(queue, permit.id());
  }

  /// When the day of a moment began.
  static Instant day(Instant now) {
    return now.atZone(OpeningHours.HERE).toLocalDate().atStartOfDay(OpeningHours.HERE).toInstant();
  }

  private void changed(String what, UUID id, Queue queue, Instant now) {
    events.publishEvent(new LobbyChanged(what, id, queue, now));
    wake.ring();
  }

  private <T> Opened<T> write(
      Viewer viewer,
      Queue queue,
      FileRef file,
      String act,
      Function<Permit, @Nullable Written<T>> work) {
    return Sides.on(queue.side(), () -> door.write(viewer, file, Purpose.MEETING, act, work));
  }

  private static FileRef file(UUID id) {
    return new FileRef(LobbyRule.KIND, id);
  }
}
