package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.reception.FreeTimes.Free;
import se.fristad.contact.reception.FreeTimes.Why;

/// Which times are free: weeks, leave, rooms, acute times, holidays and the nights in which the
/// clock is moved.
@DisplayName("Free times")
class FreeTimesTest {
  /// A Monday.
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

  private static final Instant EARLY = at(MONDAY, 8, 0);
  private static final UUID ALVA = new UUID(4, 1);
  private static final UUID BO = new UUID(4, 2);
  private static final UUID BLUE = new UUID(5, 1);
  private static final UUID GREEN = new UUID(5, 2);
  private static final Plan.Place BLUE_ROOM = new Plan.Place(BLUE, 1);
  private static final Plan.Place GREEN_ROOM = new Plan.Place(GREEN, 1);
  private static final Predicate<LocalDate> OPEN =
      new OpeningHours(
              Set.of(
                  DayOfWeek.MONDAY,
                  DayOfWeek.TUESDAY,
                  DayOfWeek.WEDNESDAY,
                  DayOfWeek.THURSDAY,
                  DayOfWeek.FRIDAY),
              LocalTime.of(9, 0),
              LocalTime.of(16, 0),
              Set.of(LocalDate.of(2027, 3, 10)))
          ::isOpenOn;

  private static Instant at(LocalDate date, int hour, int minute) {
    return date.atTime(hour, minute).atZone(OpeningHours.HERE).toInstant();
  }

  private static Plan.Hours hours(
      UUID worker, boolean acute, DayOfWeek day, int from, int until, @Nullable UUID room) {
    return new Plan.Hours(
        worker,
        acute,
        day,
        LocalTime.of(from, 0),
        LocalTime.of(until, 0),
        60,
        Set.of(Way.values()),
        Set.of("sv"),
        Set.of(),
        room,
        LocalDate.of(2027, 1, 1),
        null);
  }

  private static FreeTimes reckon(Plan plan) {
    return new FreeTimes(plan, OPEN, EARLY, Duration.ofHours(1));
  }

  private static Plan plan(List<Plan.Hours> hours, List<Plan.Place> rooms, Plan.Taken... taken) {
    return new Plan(
        hours, hours.stream().filter(one -> one.room() != null).toList(), rooms, List.of(taken));
  }

  private static List<String> starts(List<Free> free) {
    return free.stream()
        .map(one -> one.from().atZone(OpeningHours.HERE).toLocalDateTime().toString())
        .toList();
  }

  @Test
  void a_week_gives_its_times_and_what_is_taken_is_not_among_them() {
    Plan plan =
        plan(
            List.of(hours(ALVA, false, DayOfWeek.MONDAY, 9, 12, null)),
            List.of(BLUE_ROOM),
            new Plan.Taken(ALVA, at(MONDAY, 10, 0), at(MONDAY, 11, 0), false));
    assertThat(starts(reckon(plan).between(MONDAY, MONDAY.plusDays(7))))
        .containsExactly(
            "2027-03-08T09:00",
            "2027-03-08T11:00",
            "2027-03-15T09:00",
            "2027-03-15T10:00",
            "2027-03-15T11:00");
  }

  @Test
  void who_is_on_leave_for_weeks_has_no_times_and_is_back_the_day_after() {
    Plan plan =
        plan(
            List.of(hours(ALVA, false, DayOfWeek.MONDAY, 9, 10, null)),
            List.of(),
            new Plan.Taken(ALVA, at(MONDAY, 0, 0), at(MONDAY.plusWeeks(2), 0, 0), true));
    FreeTimes free = reckon(plan);
    assertThat(starts(free.between(MONDAY, MONDAY.plusWeeks(2))))
        .containsExactly("2027-03-22T09:00");
    assertThat(free.why(LocalDateTime.of(2027, 3, 15, 9, 0), Way.PHONE, null)).isEqualTo(Why.AWAY);
  }

  @Test
  void holidays_and_the_centres_closed_days_have_no_times() {
    Plan plan =
        plan(
            List.of(
                hours(ALVA, false, DayOfWeek.WEDNESDAY, 9, 10, null),
                hours(ALVA, false, DayOfWeek.FRIDAY, 9, 10, null)),
            List.of());
    // 10 March is closed by the centre, 26 March is Good Friday
    assertThat(starts(reckon(plan).between(MONDAY, LocalDate.of(2027, 3, 27))))
        .containsExactly(
            "2027-03-12T09:00", "2027-03-17T09:00", "2027-03-19T09:00", "2027-03-24T09:00");
    assertThat(reckon(plan).why(LocalDateTime.of(2027, 3, 26, 9, 0), Way.PHONE, null))
        .isEqualTo(Why.CLOSED_DAY);
  }

  @Test
  void an_acute_time_is_released_on_its_day_and_holds_its_room_until_then() {
    LocalDate tuesday = MONDAY.plusDays(1);
    Plan plan =
        plan(
            List.of(
                hours(ALVA, true, DayOfWeek.MONDAY, 9, 10, BLUE),
                hours(ALVA, true, DayOfWeek.TUESDAY, 9, 10, BLUE),
                hours(BO, false, DayOfWeek.TUESDAY, 9, 11, null)),
            List.of(BLUE_ROOM));
    FreeTimes free = reckon(plan);
    List<Free> found = free.between(MONDAY, tuesday);
    assertThat(found.stream().filter(Free::acute).map(Free::from))
        .containsExactly(at(MONDAY, 9, 0));
    assertThat(found.stream().filter(one -> one.from().equals(at(tuesday, 9, 0))).map(Free::ways))
        .as("the only room is held for the acute time")
        .containsExactly(Set.of(Way.PHONE, Way.VIDEO));
    assertThat(
            found.stream()
                .filter(one -> one.from().equals(at(tuesday, 10, 0)))
                .flatMap(one -> one.rooms().stream()))
        .containsExactly(BLUE_ROOM);
    assertThat(free.why(LocalDateTime.of(2027, 3, 9, 9, 0), Way.ON_SITE, ALVA))
        .isEqualTo(Why.HELD_BACK);
  }

  @Test
  void a_room_that_is_taken_or_out_of_order_is_not_offered_and_the_telephone_still_is() {
    Plan plan =
        plan(
            List.of(hours(ALVA, false, DayOfWeek.MONDAY, 9, 11, null)),
            List.of(BLUE_ROOM, GREEN_ROOM),
            new Plan.Taken(BLUE, at(MONDAY, 9, 30), at(MONDAY, 9, 45), false),
            new Plan.Taken(GREEN, at(MONDAY, 0, 0), at(MONDAY.plusDays(1), 0, 0), true));
    List<Free> found = reckon(plan).between(MONDAY, MONDAY);
    assertThat(found.getFirst().ways()).containsExactlyInAnyOrder(Way.PHONE, Way.VIDEO);
    assertThat(found.getLast().rooms()).containsExactly(BLUE_ROOM);
    assertThat(reckon(plan).why(LocalDateTime.of(2027, 3, 8, 9, 0), Way.ON_SITE, null))
        .isEqualTo(Why.NO_ROOM);
  }

  @Test
  void an_ordinary_time_is_booked_with_notice_and_nothing_that_has_been_is_offered() {
    Plan plan =
        plan(List.of(hours(ALVA, false, DayOfWeek.MONDAY, 9, 12, null)), List.of(BLUE_ROOM));
    FreeTimes late = new FreeTimes(plan, OPEN, at(MONDAY, 9, 30), Duration.ofHours(1));
    assertThat(starts(late.between(MONDAY, MONDAY))).containsExactly("2027-03-08T11:00");
    assertThat(late.why(LocalDateTime.of(2027, 3, 8, 9, 0), Way.PHONE, null)).isEqualTo(Why.PAST);
    assertThat(late.why(LocalDateTime.of(2027, 3, 8, 13, 0), Way.PHONE, null))
        .isEqualTo(Why.NOBODY);
  }

  @Test
  void the_night_in_which_an_hour_is_missing_has_no_times_in_it_and_the_double_hour_has_two() {
    Predicate<LocalDate> always = date -> true;
    LocalDate spring = LocalDate.of(2027, 3, 28);
    LocalDate autumn = LocalDate.of(2027, 10, 31);
    Plan plan = plan(List.of(hours(ALVA, false, DayOfWeek.SUNDAY, 1, 4, null)), List.of(BLUE_ROOM));
    FreeTimes free = new FreeTimes(plan, always, EARLY, Duration.ZERO);
    assertThat(starts(free.between(spring, spring)))
        .containsExactly("2027-03-28T01:00", "2027-03-28T03:00");
    assertThat(free.why(LocalDateTime.of(2027, 3, 28, 2, 0), Way.PHONE, null))
        .isEqualTo(Why.NO_SUCH_HOUR);
    assertThat(starts(free.between(autumn, autumn)))
        .containsExactly(
            "2027-10-31T01:00", "2027-10-31T02:00", "2027-10-31T02:00", "2027-10-31T03:00");
    assertThat(free.between(autumn, autumn))
        .allMatch(one -> Duration.between(one.from(), one.until()).equals(Duration.ofHours(1)));
  }

  @Test
  void hours_that_have_ended_or_not_begun_give_nothing() {
    Plan.Hours some = hours(ALVA, false, DayOfWeek.MONDAY, 9, 10, null);
    Plan.Hours short_ =
        new Plan.Hours(
            ALVA,
            false,
            DayOfWeek.MONDAY,
            some.starts(),
            some.ends(),
            60,
            some.ways(),
            some.speaks(),
            Set.of(),
            null,
            MONDAY.plusDays(7),
            MONDAY.plusDays(7));
    assertThat(
            starts(reckon(plan(List.of(short_), List.of())).between(MONDAY, MONDAY.plusDays(21))))
        .containsExactly("2027-03-15T09:00");
  }

  @Test
  void who_speaks_her_language_is_tried_first_and_then_who_has_least() {
    Plan.Hours arabic =
        new Plan.Hours(
            BO,
            false,
            DayOfWeek.MONDAY,
            LocalTime.of(9, 0),
            LocalTime.of(10, 0),
            60,
            Set.of(Way.PHONE),
            Set.of("sv", "ar"),
            Set.of(),
            null,
            LocalDate.of(2027, 1, 1),
            null);
    Plan plan =
        plan(
            List.of(hours(ALVA, false, DayOfWeek.MONDAY, 9, 10, null), arabic),
            List.of(),
            new Plan.Taken(BO, at(MONDAY, 13, 0), at(MONDAY, 14, 0), false));
    FreeTimes free = reckon(plan);
    List<Free> found = free.between(MONDAY, MONDAY);
    assertThat(first(free.offered(found, "ar"))).isEqualTo(BO);
    assertThat(first(free.offered(found, "so"))).isEqualTo(ALVA);
  }

  @Test
  void each_worker_is_tried_with_another_room_and_every_pair_is_known_while_they_are_few() {
    Plan.Place green = new Plan.Place(UUID.randomUUID(), 1);
    Plan plan =
        plan(
            List.of(
                hours(ALVA, false, DayOfWeek.MONDAY, 9, 10, null),
                hours(BO, false, DayOfWeek.MONDAY, 9, 10, null)),
            List.of(BLUE_ROOM, green));
    FreeTimes free = reckon(plan);
    List<FreeTimes.Choice> choices =
        free.offered(free.between(MONDAY, MONDAY), "sv").stream()
            .filter(time -> time.way() == Way.ON_SITE)
            .findFirst()
            .orElseThrow()
            .choices();
    assertThat(choices).doesNotHaveDuplicates().hasSize(4);
    assertThat(choices.get(0).place()).isNotEqualTo(choices.get(1).place());
    assertThat(choices.get(0).worker()).isNotEqualTo(choices.get(1).worker());
  }

  private static UUID first(List<FreeTimes.Time> offered) {
    return offered.stream()
        .filter(time -> time.way() == Way.PHONE)
        .findFirst()
        .orElseThrow()
        .choices()
        .getFirst()
        .worker();
  }

  @Test
  void the_nearest_to_a_wish_are_named_in_their_order_each_moment_once() {
    Plan plan =
        plan(List.of(hours(ALVA, false, DayOfWeek.MONDAY, 9, 16, null)), List.of(BLUE_ROOM));
    FreeTimes free = reckon(plan);
    List<FreeTimes.Time> nearest =
        FreeTimes.nearest(
            free.offered(free.between(MONDAY, MONDAY), "sv"), at(MONDAY, 12, 30), Way.VIDEO, 3);
    assertThat(nearest.stream().map(FreeTimes.Time::from))
        .containsExactly(at(MONDAY, 11, 0), at(MONDAY, 12, 0), at(MONDAY, 13, 0));
    assertThat(nearest).allMatch(time -> time.way() == Way.VIDEO);
  }
}
