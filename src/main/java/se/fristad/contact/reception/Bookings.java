package se.fristad.contact.reception;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.ClosedTimes;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Wake;
import se.fristad.vault.Sides;

/// Times for somebody without a name, booked by one of us: from her conversation, or while she is
/// on the telephone. Never two in one room, never a worker twice, never one who knows her, never so
/// near somebody of the other side that they could meet.
@StaffFace
@Component
public class Bookings {
  /// The most booked times that a page shows.
  static final int MOST = 500;

  private final MeetingRows rows;
  private final FileDoor door;
  private final HouseCoordination coordination;
  private final ReceptionTimes times;
  private final Predicate<LocalDate> open;
  private final ClosedTimes closed;
  private final Refusals refusals;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Bookings(
      MeetingRows rows,
      FileDoor door,
      HouseCoordination coordination,
      ReceptionTimes times,
      Centre centre,
      ClosedTimes closed,
      Refusals refusals,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.door = door;
    this.coordination = coordination;
    this.times = times;
    this.open = centre.hours()::isOpenOn;
    this.closed = closed;
    this.refusals = refusals;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// What somebody has, and what she can be offered.
  ///
  /// @param booked her times, the next one first
  /// @param free the times that are free, each moment and way once
  /// @param groups the groups to come that have a place
  /// @param need with whom the times are
  public record Offer(
      List<Booked> booked, List<FreeTimes.Time> free, List<Booked> groups, Need need, Fit fit) {
    /// Copies the lists.
    public Offer {
      booked = List.copyOf(booked);
      free = List.copyOf(free);
      groups = List.copyOf(groups);
    }
  }

  /// How far the free times are with somebody who fits.
  public enum Fit {
    /// All of them are.
    FITS,
    /// Nobody who is free speaks the language: an interpreter is needed.
    INTERPRETER,
    /// Nobody who receives knows more about it: they are with anybody.
    NOBODY_KNOWS,
    /// Neither.
    NEITHER
  }

  private record Found(List<FreeTimes.Time> times, Plan plan, Fit fit) {}

  /// What is wished.
  ///
  /// @param from the moment
  /// @param at the same by the clock on the wall, as it was typed
  /// @param minutes how long; as long as the time is when nothing is said
  /// @param worker with whom; with anybody when nobody is named
  /// @param before the time that is moved; none when it is a new one
  /// @param need with whom it may be, where nobody is named; what follows from the conversation
  ///   when nothing is said
  /// @param errand what somebody who asks in her work comes for; asked of nobody else
  public record Wish(
      Instant from,
      LocalDateTime at,
      int minutes,
      Way way,
      @Nullable UUID worker,
      @Nullable UUID before,
      @Nullable Need need,
      @Nullable Errand errand) {
    /// The same with somebody who fits.
    public Wish needing(@Nullable Need whom) {
      return new Wish(from, at, minutes, way, worker, before, whom, errand);
    }

    /// The same of somebody who asks in her work.
    public Wish comingFor(Errand what) {
      return new Wish(from, at, minutes, way, worker, before, need, what);
    }

    /// A time that somebody typed.
    public static Wish typed(
        LocalDateTime at, Way way, @Nullable UUID worker, @Nullable UUID before) {
      return new Wish(
          at.atZone(OpeningHours.HERE).toInstant(), at, 0, way, worker, before, null, null);
    }

    /// A time that was offered, by its code.
    public static Optional<Wish> offered(
        String code, @Nullable UUID worker, @Nullable UUID before) {
      Matcher parts = CODE.matcher(code);
      return parts.matches()
          ? Way.of(parts.group(1))
              .map(way -> {
                Instant from = Instant.ofEpochSecond(Long.parseLong(parts.group(2)) * 60);
                return new Wish(
                    from,
                    LocalDateTime.ofInstant(from, OpeningHours.HERE),
                    Integer.parseInt(parts.group(3)),
                    way,
                    worker,
                    before,
                    null,
                    null);
              })
          : Optional.empty();
    }
  }

  private static final Pattern CODE = Pattern.compile("([a-z_]{5,7})\\.([0-9]{6,9})\\.([0-9]{2})");

  /// Those of the times that somebody of a queue can have: acute ones are for those who seek
  /// support themselves.
  public static List<FreeTimes.Time> open(Queue queue, List<FreeTimes.Time> times) {
    return queue == Queue.PROFESSIONAL
        ? times.stream().filter(time -> !time.acute()).toList()
        : times;
  }

  /// The times of a conversation and what is free for it. One line in the log.
  public Opened<Offer> offer(Viewer viewer, Queue queue, ThreadId thread, @Nullable UUID worker) {
    return offer(viewer, queue, thread, worker, null);
  }

  /// The same with whom somebody has chosen.
  ///
  /// @param wished what follows from the conversation when nothing is chosen
  public Opened<Offer> offer(
      Viewer viewer, Queue queue, ThreadId thread, @Nullable UUID worker, @Nullable Need wished) {
    Instant now = clock.instant();
    Opened<Reckoned> reckoned = reckon(viewer, queue, thread, now);
    return switch (reckoned) {
      case Opened.NotThere<Reckoned> _ -> new Opened.NotThere<>();
      case Opened.Value<Reckoned>(Reckoned known) ->
          offer(queue, known, worker, wished == null ? known.need() : wished, now);
    };
  }

  private Opened<Offer> offer(
      Queue queue, Reckoned known, @Nullable UUID worker, Need need, Instant now) {
    Found found = offered(queue, known.plan(), worker, need, now);
    return new Opened.Value<>(
        new Offer(known.booked(), found.times(), known.groups(), need, found.fit()));
  }

  private record Reckoned(List<Booked> booked, Plan plan, List<Booked> groups, Need need) {}

  private Opened<Reckoned> reckon(Viewer viewer, Queue queue, ThreadId thread, Instant now) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                Purpose.MEETING,
                permit ->
                    rows.need(queue, permit.id())
                        .map(need ->
                            new Reckoned(
                                rows.of(queue, permit.id(), now),
                                rows.plan(queue, permit.id(), now, last(now))
                                    .apartBy(times.apart()),
                                queue == Queue.PROFESSIONAL
                                    ? List.of()
                                    : rows.groups(queue, now, last(now)).stream()
                                        .filter(one -> one.taken() < one.seats())
                                        .toList(),
                                need))
                        .orElse(null)));
  }

  /// The free times with those who fit, far enough from anybody of the other side. Whoever is named
  /// fits: one of us has judged so. Where nobody fits, the times of the others are better than
  /// none, and what is lacking is said. Asked for outside any transaction.
  private Found offered(Queue queue, Plan plan, @Nullable UUID worker, Need need, Instant now) {
    if (worker != null) {
      Plan hers = plan.only(hours -> hours.worker().equals(worker));
      return new Found(offered(queue, hers, need, now), plan, Fit.FITS);
    }
    boolean known = plan.hours().isEmpty() || plan.hours().stream().anyMatch(need::isKnownIn);
    Plan knowing = known ? plan.only(need::isKnownIn) : plan;
    Plan fitting = knowing.only(need::isSpokenIn);
    List<FreeTimes.Time> free = offered(queue, fitting, need, now);
    if (!free.isEmpty() || need.language().isEmpty()) {
      return new Found(free, fitting, known ? Fit.FITS : Fit.NOBODY_KNOWS);
    }
    return new Found(
        offered(queue, knowing, need, now), knowing, known ? Fit.INTERPRETER : Fit.NEITHER);
  }

  private List<FreeTimes.Time> offered(Queue queue, Plan plan, Need need, Instant now) {
    FreeTimes free = new FreeTimes(plan, open, now, times.notice());
    return coordination.apart(
        queue,
        open(
            queue,
            free.offered(
                free.between(today(now), today(now).plusWeeks(times.weeks())), need.language())),
        times.apart());
  }

  /// Why a wished time cannot be had: that somebody receives then who does not fit is a reason of
  /// its own.
  private FreeTimes.Why why(Queue queue, Plan plan, Found found, Wish wish, Instant now) {
    // a day that the reception has closed itself is closed, and nobody is away
    Predicate<LocalDate> kept = closed.around(queue, now)::isOpenOn;
    FreeTimes.Why anybody =
        new FreeTimes(plan, kept, now, times.notice()).why(wish.at(), wish.way(), wish.worker());
    if (wish.worker() != null) {
      return anybody;
    }
    FreeTimes.Why fitting =
        new FreeTimes(found.plan(), kept, now, times.notice()).why(wish.at(), wish.way(), null);
    return fitting == FreeTimes.Why.NOBODY && anybody != FreeTimes.Why.NOBODY
        ? FreeTimes.Why.NO_FIT
        : fitting;
  }

  /// Books a time, or moves one. The same form sent twice is one time. What is refused in the words
  /// of an occupied time is counted, whatever the cause was.
  ///
  /// @param id minted with the form
  public Opened<Booking> book(Viewer viewer, Queue queue, ThreadId thread, UUID id, Wish wish) {
    Opened<Booking> answer = decide(viewer, queue, thread, id, wish);
    if (answer instanceof Opened.Value<Booking>(Booking booking)) {
      refusals.heard(viewer, queue, thread, booking);
    }
    return answer;
  }

  private Opened<Booking> decide(Viewer viewer, Queue queue, ThreadId thread, UUID id, Wish wish) {
    Instant now = clock.instant();
    Opened<Reckoned> reckoned = reckon(viewer, queue, thread, now);
    if (!(reckoned instanceof Opened.Value<Reckoned>(Reckoned known))) {
      // the same statements as for one who may: the write finds nothing either
      return write(viewer, queue, thread, "book_time", permit -> null);
    }
    Optional<Booked> same = known.booked().stream().filter(one -> one.id().equals(id)).findFirst();
    if (same.isPresent()) {
      return new Opened.Value<>(stands(same.get()));
    }
    Booked before =
        known.booked().stream()
            .filter(one -> one.id().equals(wish.before()) && one.thread() != null)
            .filter(one -> one.from().isAfter(now))
            .findFirst()
            .orElse(null);
    if (wish.before() != null && before == null) {
      return new Opened.Value<>(new Booking.TooLate());
    }
    Instant from = wish.from();
    Optional<Booked> then =
        known.booked().stream()
            .filter(one -> before == null || !one.id().equals(before.id()))
            .filter(one -> !one.from().isAfter(from) && one.until().isAfter(from))
            .findFirst();
    if (then.isPresent()) {
      return new Opened.Value<>(new Booking.Already(then.get().from()));
    }
    Plan plan = before == null ? known.plan() : without(known.plan(), before);
    Need wishedFor = wish.need();
    Need need = wishedFor == null ? known.need() : wishedFor;
    Found found = offered(queue, plan, wish.worker(), need, now);
    List<FreeTimes.Time> free = found.times();
    Errand errand = errand(queue, wish, before);
    if (errand != null && !errand.fits(wish.way())) {
      return refused(
          viewer,
          queue,
          thread,
          FreeTimes.Why.HERE_ONLY,
          free.stream().filter(time -> errand.fits(time.way())).toList(),
          from,
          Way.ON_SITE);
    }
    List<FreeTimes.Time> wished =
        free.stream()
            .filter(time -> time.from().equals(from) && time.way() == wish.way())
            .filter(time ->
                wish.minutes() == 0
                    || Duration.between(time.from(), time.until()).toMinutes() == wish.minutes())
            .limit(1)
            .toList();
    if (wished.isEmpty()) {
      // nearest with anybody who fits: a no has an answer
      List<FreeTimes.Time> any =
          wish.worker() == null ? free : offered(queue, plan, null, need, now).times();
      return refused(
          viewer, queue, thread, why(queue, plan, found, wish, now), any, from, wish.way());
    }
    Opened<Booking> booked =
        write(
            viewer,
            queue,
            thread,
            before == null ? "book_time" : "move_time",
            permit -> put(queue, permit, id, before, wished.getFirst(), errand, free, now));
    return booked instanceof Opened.Value<Booking>(Booking.Stands stands)
        ? kept(viewer, queue, thread, stands, before, free)
        : booked;
  }

  /// What she comes for: asked of those who ask in their work. When nothing is said it stays as it
  /// was, and is advice when it is new.
  private static @Nullable Errand errand(Queue queue, Wish wish, @Nullable Booked before) {
    if (queue != Queue.PROFESSIONAL) {
      return null;
    }
    Errand said = wish.errand() == null && before != null ? before.errand() : wish.errand();
    return said == null ? Errand.CONSULTATION : said;
  }

  private @Nullable Written<Booking> put(
      Queue queue,
      Permit permit,
      UUID id,
      @Nullable Booked before,
      FreeTimes.Time time,
      @Nullable Errand errand,
      List<FreeTimes.Time> free,
      Instant now) {
    if (!rows.lock(queue, permit.id())) {
      return null;
    }
    UUID meeting = before == null ? id : before.id();
    for (FreeTimes.Choice choice : time.choices()) {
      if (meets(queue, permit.id(), choice.place(), time.from(), time.until())) {
        continue;
      }
      try {
        if (rows.put(
            queue,
            id,
            before,
            time,
            choice,
            permit.id(),
            errand,
            0,
            permit.viewer().staff(),
            now)) {
          int version = rows.written(queue, permit.id());
          events.publishEvent(new TimeBooked(meeting, permit.id(), queue, now));
          wake.ring();
          Plan.Place place = choice.place();
          return Written.plain(
              new Booking.Stands(
                  meeting,
                  time.from(),
                  time.until(),
                  time.way(),
                  place == null ? 0 : place.house()),
              version);
        }
      } catch (DuplicateKeyException second) {
        // somebody on the public face was first; the transaction is spent
        break;
      }
    }
    return Written.refused(
        new Booking.Refused(
            FreeTimes.Why.TAKEN,
            FreeTimes.nearest(without(free, time), time.from(), time.way(), NEAREST)));
  }

  /// Whether somebody of this side whom she must not meet is in a house so near a time; asked under
  /// the locks of both.
  private boolean meets(
      Queue queue, UUID thread, Plan.@Nullable Place place, Instant from, Instant until) {
    return place != null
        && rows.near(queue, thread, from, until).stream()
            .anyMatch(near ->
                near.house() == place.house()
                    && near.from().minus(times.apart()).isBefore(until)
                    && near.until().plus(times.apart()).isAfter(from));
  }

  /// The conversations that must not meet one, and whether any of their times lie too near.
  record Apart(List<UUID> others, boolean clash) {
    Apart {
      others = List.copyOf(others);
    }
  }

  /// Whom the person of a conversation must not meet. One line in the log.
  Opened<Apart> apart(Viewer viewer, Queue queue, ThreadId thread) {
    Instant now = clock.instant();
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                Purpose.MEETING,
                permit ->
                    rows.isThere(queue, permit.id())
                        ? new Apart(
                            rows.apart(queue, permit.id()),
                            rows.of(queue, permit.id(), now).stream()
                                .anyMatch(one ->
                                    one.roomId() != null
                                        && meets(
                                            queue,
                                            permit.id(),
                                            new Plan.Place(one.roomId(), one.house()),
                                            one.from(),
                                            one.until())))
                        : null));
  }

  /// What becomes of keeping two apart.
  enum KeptApart {
    /// They are kept apart, or may meet again.
    DONE,
    /// It is the same conversation.
    SAME,
    /// The other is not there for this viewer.
    UNKNOWN
  }

  /// Two of this side must not meet. The other must be there for the viewer too.
  Opened<KeptApart> keepApart(Viewer viewer, Queue queue, ThreadId thread, @Nullable UUID other) {
    boolean same = thread.value().equals(other);
    boolean there =
        other != null
            && !same
            && apart(viewer, queue, new ThreadId(other)) instanceof Opened.Value<Apart>;
    return write(
        viewer,
        queue,
        thread,
        "keep_apart",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          if (same || !there || other == null) {
            return Written.refused(same ? KeptApart.SAME : KeptApart.UNKNOWN);
          }
          rows.keepApart(queue, permit.id(), other, viewer.staff(), clock.instant());
          return Written.plain(KeptApart.DONE, rows.written(queue, permit.id()));
        });
  }

  /// They may meet after all.
  Opened<KeptApart> mayMeet(Viewer viewer, Queue queue, ThreadId thread, UUID other) {
    return write(
        viewer,
        queue,
        thread,
        "may_meet",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          return rows.mayMeet(queue, permit.id(), other)
              ? Written.plain(KeptApart.DONE, rows.written(queue, permit.id()))
              : Written.refused(KeptApart.UNKNOWN);
        });
  }

  /// How many times stand beside a refusal.
  static final int NEAREST = 3;

  /// It stands only when nobody of the other side has come so near in the meantime: both sides
  /// write first and ask then, so that of two who book at once at least one is refused.
  private Opened<Booking> kept(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      Booking.Stands stands,
      @Nullable Booked before,
      List<FreeTimes.Time> free) {
    if (stands.house() == 0
        || !coordination.isOccupied(
            queue,
            stands.house(),
            new FreeTimes.Span(stands.from(), stands.until()),
            times.apart())) {
      return new Opened.Value<>(stands);
    }
    return write(
        viewer,
        queue,
        thread,
        "cancel_time",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          if (before == null) {
            rows.undo(queue, stands.id());
          } else {
            back(queue, permit, stands.id(), before);
          }
          return Written.plain(
              new Booking.Refused(
                  FreeTimes.Why.TAKEN,
                  FreeTimes.nearest(
                      free.stream().filter(time -> !time.from().equals(stands.from())).toList(),
                      stands.from(),
                      stands.way(),
                      NEAREST)),
              rows.written(queue, permit.id()));
        });
  }

  /// A moved time goes back to where it was; when that is taken by now it is taken back, and she
  /// sees so.
  private void back(Queue queue, Permit permit, UUID id, Booked before) {
    Instant now = clock.instant();
    UUID staff = permit.viewer().staff();
    UUID room = before.roomId();
    FreeTimes.Time time =
        new FreeTimes.Time(
            before.from(), before.until(), before.way(), before.kind().equals("acute"), List.of());
    FreeTimes.Choice choice =
        new FreeTimes.Choice(
            before.worker(), room == null ? null : new Plan.Place(room, before.house()));
    boolean restored =
        rows.find(queue, id)
            .map(moved ->
                rows.put(
                    queue, id, moved, time, choice, permit.id(), before.errand(), 0, staff, now))
            .orElse(true);
    if (!restored) {
      rows.cancel(queue, id, staff, now);
    }
  }

  private Opened<Booking> refused(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      FreeTimes.Why why,
      List<FreeTimes.Time> free,
      Instant wished,
      Way way) {
    return write(
        viewer,
        queue,
        thread,
        "book_time",
        permit ->
            rows.lock(queue, permit.id())
                ? Written.refused(
                    new Booking.Refused(why, FreeTimes.nearest(free, wished, way, NEAREST)))
                : null);
  }

  /// Takes a time back: it is free again. Her place in a group, if it is one.
  public Opened<Booking> cancel(Viewer viewer, Queue queue, ThreadId thread, UUID meeting) {
    return write(
        viewer,
        queue,
        thread,
        "cancel_time",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          Instant now = clock.instant();
          Booked booked = rows.find(queue, meeting).orElse(null);
          boolean hers = booked != null && permit.id().equals(booked.thread());
          boolean done =
              booked != null
                  && (hers
                      ? booked.cancelled()
                          || rows.cancel(queue, meeting, permit.viewer().staff(), now)
                      : rows.stand(queue, meeting, permit.id()));
          if (!done || booked == null) {
            return Written.refused(new Booking.TooLate());
          }
          events.publishEvent(new TimeCancelled(meeting, permit.id(), queue, now));
          wake.ring();
          return Written.plain(stands(booked), rows.written(queue, permit.id()));
        });
  }

  /// Takes a place in a group.
  public Opened<Booking> join(Viewer viewer, Queue queue, ThreadId thread, UUID group) {
    return write(
        viewer,
        queue,
        thread,
        "join_group",
        permit -> {
          if (!rows.lock(queue, permit.id())) {
            return null;
          }
          Instant now = clock.instant();
          Booked booked = rows.find(queue, group).orElse(null);
          if (booked == null
              || queue == Queue.PROFESSIONAL
              || rows.isMetBySomebodyWhoKnowsHer(queue, group, permit.id())
              || meets(
                  queue,
                  permit.id(),
                  booked.roomId() == null ? null : new Plan.Place(booked.roomId(), booked.house()),
                  booked.from(),
                  booked.until())
              || !rows.sit(queue, group, permit.id(), permit.viewer().staff(), now)) {
            return Written.refused(new Booking.Refused(FreeTimes.Why.TAKEN, List.of()));
          }
          events.publishEvent(new TimeBooked(group, permit.id(), queue, now));
          wake.ring();
          return Written.plain(stands(booked), rows.written(queue, permit.id()));
        });
  }

  /// Whether nobody of the other side is in a house so near a time that two who must not meet
  /// could.
  boolean isApart(Queue queue, int house, FreeTimes.Span span) {
    return !coordination.isOccupied(queue, house, span, times.apart());
  }

  /// What is booked between two days, both included. One line in the log.
  public List<Booked> between(Viewer viewer, Queue queue, LocalDate first, LocalDate last) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                "booked_time",
                "booked_times",
                () ->
                    rows.between(
                        queue,
                        first.atStartOfDay(OpeningHours.HERE).toInstant(),
                        last.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant(),
                        MOST),
                Booked::id));
  }

  private static Booking stands(Booked booked) {
    return new Booking.Stands(
        booked.id(), booked.from(), booked.until(), booked.way(), booked.house());
  }

  private static List<FreeTimes.Time> without(List<FreeTimes.Time> free, FreeTimes.Time time) {
    return free.stream().filter(one -> !one.from().equals(time.from())).toList();
  }

  /// A plan in which a time that is moved is free.
  private static Plan without(Plan plan, Booked booked) {
    List<Plan.Taken> left = new ArrayList<>(plan.taken());
    left.removeIf(taken ->
        !taken.away()
            && taken.from().equals(booked.from())
            && (taken.what().equals(booked.worker()) || taken.what().equals(booked.roomId())));
    return new Plan(plan.hours(), plan.held(), plan.rooms(), left, plan.near());
  }

  private LocalDate today(Instant now) {
    return now.atZone(OpeningHours.HERE).toLocalDate();
  }

  private Instant last(Instant now) {
    return today(now)
        .plusWeeks(times.weeks())
        .plusDays(1)
        .atStartOfDay(OpeningHours.HERE)
        .toInstant();
  }

  private <T> Opened<T> write(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      String act,
      Function<Permit, @Nullable Written<T>> work) {
    return Sides.on(
        queue.side(), () -> door.write(viewer, file(queue, thread), Purpose.MEETING, act, work));
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }
}
