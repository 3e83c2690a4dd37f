package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fristad.centre.OpeningHours;

/// What is proposed for the acute times of a week, and what never is.
@DisplayName("The proposal for the week's acute times")
class AcuteRuleTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
  private static final Instant BEFORE = at(MONDAY.minusDays(5), 10);
  private static final UUID ALVA = new UUID(4, 1);
  private static final UUID BO = new UUID(4, 2);
  private static final UUID BLUE = new UUID(5, 1);
  private static final UUID GREEN = new UUID(5, 2);
  private static final List<Plan.Place> BOTH =
      List.of(new Plan.Place(BLUE, 1), new Plan.Place(GREEN, 1));

  private static Instant at(LocalDate date, int hour) {
    return date.atTime(hour, 0).atZone(OpeningHours.HERE).toInstant();
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
        Set.of(Way.ON_SITE, Way.PHONE),
        worker.equals(ALVA) ? Set.of("sv") : Set.of("sv", "ar"),
        Set.of(),
        room,
        LocalDate.of(2027, 1, 1),
        null);
  }

  private static Plan plan(List<Plan.Hours> hours, List<Plan.Place> rooms, Plan.Taken... taken) {
    return new Plan(
        hours, hours.stream().filter(one -> one.room() != null).toList(), rooms, List.of(taken));
  }

  private static AcuteWeek week(Plan plan, int wanted, Instant now) {
    return AcuteWeek.of(plan, InventedWeeks.OPEN, MONDAY, now, InventedWeeks.NOTICE, day -> wanted);
  }

  private static List<String> starts(List<List<AcuteTime>> proposed) {
    return proposed.stream()
        .flatMap(List::stream)
        .map(one -> one.from().atZone(OpeningHours.HERE).toLocalDateTime().toString())
        .toList();
  }

  @Test
  void what_is_proposed_is_free_for_the_worker_and_the_room_on_an_open_day_and_never_twice() {
    InventedWeeks weeks = new InventedWeeks(7, 4, 2, 0.5, 0.4, 3);
    int proposed = 0;
    for (LocalDate monday = LocalDate.of(2027, 1, 4);
        monday.getYear() == 2027;
        monday = monday.plusWeeks(1)) {
      Plan plan = weeks.plan(monday);
      AcuteWeek week =
          AcuteWeek.of(
              plan,
              InventedWeeks.OPEN,
              monday,
              InventedWeeks.now(monday),
              InventedWeeks.NOTICE,
              day -> 3);
      List<AcuteTime> all = AcuteRule.propose(week).stream().flatMap(List::stream).toList();
      proposed += all.size();
      assertThat(broken(plan, all)).as("week of %s", monday).isEmpty();
    }
    assertThat(proposed).isGreaterThan(400);
  }

  /// What is wrong with a week's times, found without what proposed them.
  static List<String> broken(Plan plan, List<AcuteTime> all) {
    List<String> broken = new ArrayList<>();
    for (AcuteTime one : all) {
      LocalDate date = one.from().atZone(OpeningHours.HERE).toLocalDate();
      LocalTime starts = one.from().atZone(OpeningHours.HERE).toLocalTime();
      LocalTime ends = one.until().atZone(OpeningHours.HERE).toLocalTime();
      if (!InventedWeeks.OPEN.isOpenOn(date)) {
        broken.add("closed " + one);
      }
      if (plan.hours().stream()
          .noneMatch(hours ->
              hours.on(date)
                  && hours.worker().equals(one.worker())
                  && !hours.starts().isAfter(starts)
                  && !hours.ends().isBefore(ends))) {
        broken.add("not her hours " + one);
      }
      if (plan.taken().stream()
          .anyMatch(taken ->
              (taken.what().equals(one.worker()) || taken.what().equals(one.room()))
                  && taken.from().isBefore(one.until())
                  && taken.until().isAfter(one.from()))) {
        broken.add("taken " + one);
      }
      if (all.stream().anyMatch(other -> other != one && other.isAgainst(one))) {
        broken.add("twice " + one);
      }
    }
    return broken;
  }

  @Test
  void it_fills_up_to_what_is_wanted_spreads_over_the_day_and_is_the_same_again() {
    Plan plan =
        plan(
            List.of(
                hours(ALVA, true, DayOfWeek.MONDAY, 9, 10, BLUE),
                hours(ALVA, false, DayOfWeek.MONDAY, 10, 16, null),
                hours(BO, false, DayOfWeek.MONDAY, 9, 16, null)),
            BOTH);
    List<List<AcuteTime>> proposed = AcuteRule.propose(week(plan, 3, BEFORE));
    assertThat(starts(proposed)).containsExactly("2027-03-08T12:00", "2027-03-08T14:00");
    assertThat(proposed.getFirst().stream().map(AcuteTime::worker))
        .as("who has one already has no more, and Arabic is spoken")
        .contains(BO);
    assertThat(AcuteRule.propose(week(plan, 3, BEFORE))).isEqualTo(proposed);
    assertThat(AcuteRule.propose(week(plan, 1, BEFORE)).getFirst()).isEmpty();
  }

  @Test
  void who_is_away_does_not_count_and_a_room_out_of_order_is_not_held() {
    Plan plan =
        plan(
            List.of(
                hours(ALVA, true, DayOfWeek.MONDAY, 9, 10, BLUE),
                hours(BO, false, DayOfWeek.MONDAY, 13, 14, null)),
            BOTH,
            new Plan.Taken(ALVA, at(MONDAY, 0), at(MONDAY, 23), true),
            new Plan.Taken(BLUE, at(MONDAY, 0), at(MONDAY, 23), true));
    AcuteWeek week = week(plan, 1, BEFORE);
    assertThat(week.days().getFirst().lost()).hasSize(1);
    assertThat(AcuteRule.propose(week).getFirst())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.worker()).isEqualTo(BO);
          assertThat(one.room()).isEqualTo(GREEN);
        });
  }

  @Test
  void without_a_room_it_is_by_telephone_and_without_anybody_free_there_is_none() {
    List<Plan.Hours> hours = List.of(hours(BO, false, DayOfWeek.TUESDAY, 9, 10, null));
    AcuteTime phone = AcuteRule.propose(week(plan(hours, List.of()), 2, BEFORE)).get(1).getFirst();
    assertThat(phone.room()).isNull();
    assertThat(phone.ways()).containsExactly(Way.PHONE);
    Instant nine = at(MONDAY.plusDays(1), 9);
    AcuteWeek booked =
        week(plan(hours, BOTH, new Plan.Taken(BO, nine, nine.plusSeconds(3600), false)), 2, BEFORE);
    assertThat(AcuteRule.propose(booked).get(1)).isEmpty();
    assertThat(booked.missing()).isEqualTo(10);
  }

  @Test
  void two_at_once_are_never_in_one_room() {
    Plan plan =
        plan(
            List.of(
                hours(ALVA, false, DayOfWeek.MONDAY, 9, 10, null),
                hours(BO, false, DayOfWeek.MONDAY, 9, 10, null)),
            List.of(new Plan.Place(BLUE, 1)));
    assertThat(AcuteRule.propose(week(plan, 2, BEFORE)).getFirst().stream().map(AcuteTime::room))
        .containsExactlyInAnyOrder(BLUE, null);
  }

  @Test
  void nothing_that_has_been_nothing_in_the_evening_and_no_closed_day() {
    Plan plan =
        plan(
            List.of(
                hours(BO, false, DayOfWeek.MONDAY, 9, 12, null),
                hours(BO, false, DayOfWeek.TUESDAY, 17, 19, null)),
            BOTH);
    assertThat(starts(AcuteRule.propose(week(plan, 3, at(MONDAY, 10)))))
        .containsExactly("2027-03-08T11:00");
    // 26 March is Good Friday, 29 March Easter Monday
    AcuteWeek easter =
        AcuteWeek.of(
            plan,
            InventedWeeks.OPEN,
            LocalDate.of(2027, 3, 29),
            BEFORE,
            InventedWeeks.NOTICE,
            day -> 3);
    assertThat(easter.days()).hasSize(4);
    assertThat(starts(AcuteRule.propose(easter))).isEmpty();
  }
}
