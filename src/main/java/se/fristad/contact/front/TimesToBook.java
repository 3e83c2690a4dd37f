package se.fristad.contact.front;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.centre.Centre;
import se.fristad.centre.KeptHours;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.Errand;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.HouseCoordination;
import se.fristad.contact.reception.Need;
import se.fristad.contact.reception.Plan;
import se.fristad.contact.reception.ReceptionTimes;
import se.fristad.contact.reception.Way;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;

/// Somebody without a name books a time, moves it, takes it back, sees it: with her open page, or
/// with the words that lead back to it. She chooses when and how; whom she meets is decided here,
/// and never somebody who knows her.
@PublicOnly
@Component
public class TimesToBook {
  /// The most times that a page offers for each way.
  private static final int MOST = 60;

  /// How many of those who are free are tried before a time is taken.
  private static final int TRIES = 8;

  private static final Pattern CODE = Pattern.compile("([a-z_]{5,7})\\.([0-9]{6,9})\\.[0-9]{2}");
  private final Doors doors;
  private final ReceptionTimes times;
  private final OpeningHours hours;
  private final Wake wake;
  private final Clock clock;

  TimesToBook(Doors doors, ReceptionTimes times, Centre centre, Wake wake, Clock clock) {
    this.doors = doors;
    this.times = times;
    this.hours = centre.hours();
    this.wake = wake;
    this.clock = clock;
  }

  /// A time that she has.
  ///
  /// @param house which house; 0 when it is not here
  /// @param cancelled whether one of us has taken it back
  /// @param reminder how it stands with the reminder; nothing when none was asked for
  /// @param link where she sees us by video; nothing when it is not written yet
  /// @param errand what she comes for when she asks in her work; nothing for all others
  /// @param speaks the languages of whoever receives her
  public record Had(
      UUID id,
      Way way,
      int house,
      boolean group,
      Instant from,
      Instant until,
      boolean cancelled,
      @Nullable Nudge reminder,
      @Nullable Confidential link,
      @Nullable Errand errand,
      Set<String> speaks) {
    /// Copies the set.
    public Had {
      speaks = Set.copyOf(speaks);
    }
  }

  /// How it stands with the reminder of a time.
  ///
  /// @param state a code of [se.fristad.contact.Reminder.State], or `moved`
  public record Nudge(String state, Instant from, Instant until) {
    /// Whether somebody may still call.
    public boolean isOpen() {
      return Set.of("asked", "to_call", "moved").contains(state);
    }
  }

  /// Whom the times are with, at the door of the young.
  public enum Young {
    /// She did not come by it.
    NO,
    /// With those who are used to the young.
    KNOWN,
    /// None of those has a time: with anybody.
    ANYBODY
  }

  /// What she has, and what she can choose among.
  public record Offer(@Nullable Had had, List<FreeTimes.Time> free, Young young) {
    /// Copies the list.
    public Offer {
      free = List.copyOf(free);
    }
  }

  /// Why a chosen time cannot be had, as it is told to her.
  public enum Why {
    /// It has been.
    PAST,
    /// The centre is closed that day.
    CLOSED,
    /// Whoever comes with somebody can only be met here.
    HERE,
    /// It is taken.
    TAKEN
  }

  /// What became of her choice.
  public sealed interface Chosen {
    /// It is hers.
    record Stands(Had had) implements Chosen {}

    /// It cannot be had; these are the nearest.
    ///
    /// @param why that it has been or that the day is closed is said; whatever else it is, she is
    ///   told in the words of an occupied time
    record Taken(Why why, List<FreeTimes.Time> nearest) implements Chosen {
      /// Copies the list.
      public Taken {
        nearest = List.copyOf(nearest);
      }
    }

    /// Nothing was chosen.
    record Nothing() implements Chosen {}

    /// The visit has ended, and nothing was booked.
    record Gone() implements Chosen {}
  }

  /// How one finds to a house.
  public String house(int house) {
    return times.way(house);
  }

  /// Whether there is more than one house, so that it must be said which.
  public boolean hasHouses() {
    return times.houses().size() > 1;
  }

  /// Her time, and the times to choose among. A sign of life.
  ///
  /// @return nothing when the visit has ended
  public Optional<Offer> offer(Queue queue, VisitToken token, String read) {
    String language = Need.spoken(read);
    if (doors.visited(queue, token.hash()).isEmpty()) {
      return Optional.empty();
    }
    Had had = had(queue, token).orElse(null);
    Found found = found(queue, token, language, clock.instant());
    Young young =
        doors.entrance(queue, token.hash()).filter(one -> one == Entrance.YOUNG).isEmpty()
            ? Young.NO
            : found.known() ? Young.KNOWN : Young.ANYBODY;
    return Optional.of(
        new Offer(
            had, some(found.free().stream().filter(one -> !isHers(had, one)).toList()), young));
  }

  private static boolean isHers(@Nullable Had had, FreeTimes.Time time) {
    return had != null
        && !had.cancelled()
        && had.from().equals(time.from())
        && had.way() == time.way();
  }

  /// The time that she has, if she has one.
  public Optional<Had> had(Queue queue, VisitToken token) {
    return doors.booked(queue, token.hash()).stream()
        .findFirst()
        .map(one -> one.link() == null ? one.had() : linked(queue, token, one));
  }

  private Had linked(Queue queue, VisitToken token, Doors.Booked one) {
    Had had = one.had();
    byte[] link = one.link();
    return doors
        .visitKey(queue, token.hash())
        .map(way -> {
          try (DataKey visit = token.key();
              DataKey key = visit.unwrap(way.wrapped(), way.thread().toString())) {
            return link == null
                ? had
                : new Had(
                    had.id(),
                    had.way(),
                    had.house(),
                    had.group(),
                    had.from(),
                    had.until(),
                    had.cancelled(),
                    had.reminder(),
                    key.open(new Place("contact", had.id(), "link", one.linkVersion()), link),
                    had.errand(),
                    had.speaks());
          }
        })
        .orElse(had);
  }

  /// Those with whom her door is known best; with anybody when they have no time at all. Nobody is
  /// left without one because of whom it would be with, and who speaks her language comes first.
  private Found found(Queue queue, VisitToken token, String language, Instant now) {
    List<FreeTimes.Time> known = free(queue, token, language, now, false);
    return known.isEmpty()
        ? new Found(free(queue, token, language, now, true), false)
        : new Found(known, true);
  }

  /// @param known whether they are with those with whom her door is known best
  private record Found(List<FreeTimes.Time> free, boolean known) {}

  private List<FreeTimes.Time> free(
      Queue queue, VisitToken token, String language, Instant now, boolean anybody) {
    LocalDate today = now.atZone(OpeningHours.HERE).toLocalDate();
    LocalDate last = today.plusWeeks(times.weeks());
    Plan plan =
        doors
            .slots(
                queue,
                token.hash(),
                now,
                last.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant(),
                anybody)
            .apartBy(times.apart());
    FreeTimes free = new FreeTimes(plan, hours::isOpenOn, now, times.notice());
    return coordination()
        .apart(
            queue,
            Bookings.open(queue, free.offered(free.between(today, last), language)),
            times.apart());
  }

  /// The other side is asked through its own door, which says yes or no.
  private HouseCoordination coordination() {
    return (asking, house, spans) ->
        doors.occupied(HouseCoordination.otherOf(asking), house, spans);
  }

  private static List<FreeTimes.Time> some(List<FreeTimes.Time> free) {
    Map<Way, Integer> counted = new EnumMap<>(Way.class);
    List<FreeTimes.Time> some = new ArrayList<>();
    for (FreeTimes.Time time : free) {
      if (counted.merge(time.way(), 1, Integer::sum) <= MOST) {
        some.add(time);
      }
    }
    return some;
  }

  /// She chooses a time; if she has one already it becomes this one. Sent twice it is one time.
  ///
  /// @param id minted with the form
  /// @param code of the time, as it was offered
  /// @param said what she comes for when she asks in her work; asked of nobody else
  public Chosen choose(
      Queue queue, VisitToken token, UUID id, String code, String said, String language) {
    Errand errand =
        queue == Queue.PROFESSIONAL ? Errand.of(said).orElse(Errand.CONSULTATION) : null;
    Chosen chosen = decide(queue, token, id, code, errand, Need.spoken(language));
    // as when one of us asks for her: every refusal counts, whatever its cause (`Refusals`)
    switch (chosen) {
      case Chosen.Stands _ -> doors.refused(queue, token.hash(), false);
      case Chosen.Taken taken -> {
        if (taken.why() == Why.TAKEN) {
          doors.refused(queue, token.hash(), true);
        }
      }
      case Chosen.Nothing _, Chosen.Gone _ -> {}
    }
    return chosen;
  }

  private Chosen decide(
      Queue queue,
      VisitToken token,
      UUID id,
      String code,
      @Nullable Errand errand,
      String language) {
    if (doors.visited(queue, token.hash()).isEmpty()) {
      return new Chosen.Gone();
    }
    Matcher parts = CODE.matcher(code);
    Optional<Way> way = parts.matches() ? Way.of(parts.group(1)) : Optional.empty();
    if (way.isEmpty()) {
      return new Chosen.Nothing();
    }
    Instant wished = Instant.ofEpochSecond(Long.parseLong(parts.group(2)) * 60);
    Optional<Had> had = had(queue, token).filter(one -> !one.cancelled() && !one.group());
    if (had.isPresent()
        && had.get().from().equals(wished)
        && had.get().way() == way.get()
        && had.get().errand() == errand) {
      return new Chosen.Stands(had.get());
    }
    List<FreeTimes.Time> free = found(queue, token, language, clock.instant()).free();
    if (errand != null && !errand.fits(way.get())) {
      return new Chosen.Taken(
          Why.HERE,
          FreeTimes.nearest(
              free.stream().filter(one -> errand.fits(one.way())).toList(),
              wished,
              Way.ON_SITE,
              3));
    }
    Optional<FreeTimes.Time> time =
        free.stream().filter(one -> one.code().equals(code)).findFirst();
    if (time.isPresent()) {
      for (FreeTimes.Choice choice : time.get().choices().stream().limit(TRIES).toList()) {
        switch (doors.book(
            queue,
            token.hash(),
            id,
            had.map(Had::id).orElse(null),
            time.get(),
            choice,
            errand,
            times.apart())) {
          case "ok" -> {
            return kept(queue, token, time.get(), choice, free);
          }
          case "gone" -> {
            return new Chosen.Gone();
          }
          default -> {}
        }
      }
    }
    return new Chosen.Taken(why(queue, wished), nearest(free, wished, way.get()));
  }

  private Why why(Queue queue, Instant wished) {
    Instant now = clock.instant();
    if (!wished.isAfter(now)) {
      return Why.PAST;
    }
    KeptHours kept = new KeptHours(hours, doors.closures(queue, now));
    return kept.isOpenOn(wished.atZone(OpeningHours.HERE).toLocalDate()) ? Why.TAKEN : Why.CLOSED;
  }

  private static List<FreeTimes.Time> nearest(List<FreeTimes.Time> free, Instant wished, Way way) {
    return FreeTimes.nearest(
        free.stream().filter(one -> !one.from().equals(wished)).toList(), wished, way, 3);
  }

  /// It stands only when nobody of the other side has come so near in the meantime: both sides
  /// write first and ask then, so that of two who book at once at least one is refused.
  private Chosen kept(
      Queue queue,
      VisitToken token,
      FreeTimes.Time time,
      FreeTimes.Choice choice,
      List<FreeTimes.Time> free) {
    Optional<Had> had = had(queue, token).filter(one -> !one.cancelled());
    if (had.isEmpty()) {
      return new Chosen.Taken(Why.TAKEN, nearest(free, time.from(), time.way()));
    }
    Plan.Place place = choice.place();
    if (place != null
        && coordination()
            .isOccupied(
                queue,
                place.house(),
                new FreeTimes.Span(time.from(), time.until()),
                times.apart())) {
      doors.unbook(queue, token.hash(), had.get().id());
      return new Chosen.Taken(Why.TAKEN, nearest(free, time.from(), time.way()));
    }
    wake.ring();
    return new Chosen.Stands(had.get());
  }

  /// What became of her taking her time back.
  public sealed interface TakenBack {
    /// It is free again for somebody else.
    record Free() implements TakenBack {}

    /// It has begun, or she has none.
    record TooLate() implements TakenBack {}

    /// The visit has ended, and nothing was taken back.
    record Gone() implements TakenBack {}
  }

  /// She takes her time back.
  public TakenBack takeBack(Queue queue, VisitToken token) {
    if (doors.visited(queue, token.hash()).isEmpty()) {
      return new TakenBack.Gone();
    }
    Optional<Had> had = had(queue, token).filter(one -> !one.cancelled() && !one.group());
    if (had.isEmpty()) {
      return new TakenBack.TooLate();
    }
    String answer = doors.unbook(queue, token.hash(), had.get().id());
    wake.ring();
    return switch (answer) {
      case "ok" -> new TakenBack.Free();
      case "gone" -> new TakenBack.Gone();
      default -> new TakenBack.TooLate();
    };
  }
}
