package se.fristad.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import se.fristad.centre.SupportLine.Door;
import se.fristad.page.TextCatalogue;

class CentreTest {
  @Test
  void without_configuration_it_is_uppsalas() {
    Centre centre = bound(Map.of());
    assertThat(centre.name()).isEqualTo("Nexus resurscentrum");
    assertThat(centre.phone()).isEqualTo("018-727 52 47");
    assertThat(centre.dial()).isEqualTo("0187275247");
    assertThat(centre.hours().from()).isEqualTo(LocalTime.of(9, 0));
    assertThat(centre.hours().to()).isEqualTo(LocalTime.of(16, 0));
    assertThat(centre.hours().days()).hasSize(5);
    assertThat(centre.publicName()).isEqualTo("Resurscentrum Uppsala");
  }

  @Test
  void another_centre_says_its_own() {
    Centre centre =
        bound(
            Map.of(
                "fristad.centre.name", "Lotsen",
                "fristad.centre.hours.days", "tuesday,saturday",
                "fristad.centre.hours.from", "10:30",
                "fristad.centre.hours.to", "19:00",
                "fristad.centre.emergency-social-services", "018-000 00 00"));
    assertThat(centre.name()).isEqualTo("Lotsen");
    assertThat(centre.hours().from()).isEqualTo(LocalTime.of(10, 30));
    assertThat(centre.lines(Door.SUPPORT)).extracting(SupportLine::id).contains("socialjouren");
    assertThat(centre.lines(Door.CHANGE)).extracting(SupportLine::id).contains("socialjouren");
  }

  @ParameterizedTest
  @CsvSource({
    "phone, call us",
    "emergency-social-services, none",
    "name, ' '",
    "leave-to, javascript:alert(1)",
    "leave-to, http://www.smhi.se/",
    "hours.from, '17:00'",
    "hours.days, sunday",
    "investigates-for, '0380,0180'",
    "children.tierp, here",
  })
  void a_value_that_cannot_be_right_stops_the_start(String property, String value) {
    assertThatThrownBy(() -> bound(Map.of("fristad.centre." + property, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fristad.centre");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:59:59, false",
    "2026-11-20T09:00:00, true",
    "2026-11-20T15:59:59, true",
    "2026-11-20T16:00:00, false",
    "2026-11-21T12:00:00, false",
    "2026-04-03T12:00:00, false", // Good Friday
    "2026-05-14T12:00:00, false", // Ascension Day
    "2026-06-19T12:00:00, false", // Midsummer Eve
    "2026-12-24T12:00:00, false",
    "2026-12-28T12:00:00, true",
  })
  void it_is_open_in_its_hours_on_its_days(String moment, boolean open) {
    assertThat(bound(Map.of()).hours().isOpen(stockholm(moment).toInstant())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:00:00, 2026-11-20T09:00:00",
    "2026-11-20T09:00:00, 2026-11-23T09:00:00",
    "2026-11-20T17:00:00, 2026-11-23T09:00:00",
    "2026-12-23T17:00:00, 2026-12-28T09:00:00",
    "2026-12-30T17:00:00, 2027-01-04T09:00:00",
    "2026-04-02T17:00:00, 2026-04-07T09:00:00",
    // the night when the clock is put forward
    "2026-03-27T17:00:00, 2026-03-30T09:00:00",
  })
  void a_person_is_told_when_it_opens_next(String moment, String opens) {
    assertThat(bound(Map.of()).hours().nextOpening(stockholm(moment).toInstant()))
        .isEqualTo(stockholm(opens));
  }

  @Test
  void the_centre_may_close_on_dates_of_its_own() {
    OpeningHours hours =
        bound(Map.of("fristad.centre.hours.closed", "2026-11-20,2026-11-23")).hours();
    assertThat(hours.isOpen(stockholm("2026-11-20T12:00:00").toInstant())).isFalse();
    assertThat(hours.nextOpening(stockholm("2026-11-19T17:00:00").toInstant()))
        .isEqualTo(stockholm("2026-11-24T09:00:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T06:59:59, false",
    "2026-11-20T07:00:00, true",
    "2026-11-22T20:59:59, true",
    "2026-11-20T21:00:00, false",
  })
  void a_line_with_hours_is_offered_in_them(String moment, boolean answers) {
    SupportLine line =
        SupportLines.national().stream()
            .filter(each -> each.id().equals("ratt-att-valja"))
            .findFirst()
            .orElseThrow();
    assertThat(line.answers(stockholm(moment).toInstant())).isEqualTo(answers);
  }

  @Test
  void day_and_night_is_also_midnight() {
    assertThat(bound(Map.of()).lines(Door.SUPPORT))
        .filteredOn(line -> line.answers(stockholm("2026-11-22T00:00:00").toInstant()))
        .extracting(SupportLine::id)
        .contains("emergency", "kvinnofridslinjen")
        .doesNotContain("ratt-att-valja");
  }

  @Test
  void danger_comes_first_and_each_door_has_its_own_lines() {
    Centre centre = bound(Map.of());
    assertThat(centre.lines(Door.SUPPORT))
        .extracting(SupportLine::phone)
        .containsExactly(
            "112",
            "114 14",
            "020-50 50 50",
            "020-57 70 70",
            "020-80 80 80",
            "020-55 00 00",
            "020-52 10 10");
    assertThat(centre.lines(Door.CHANGE))
        .extracting(SupportLine::dial)
        .containsExactly("112", "11414", "020555666");
  }

  @Test
  void a_number_asks_to_be_looked_up_the_day_after_its_day() {
    SupportLine line = SupportLines.national().getFirst();
    LocalDate day = line.recheckBy();
    assertThat(line.isDueForCheck(day.minusDays(1))).isFalse();
    assertThat(line.isDueForCheck(day)).isFalse();
    assertThat(line.isDueForCheck(day.plusDays(1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void every_line_has_its_name_its_sentence_and_its_source(String language) {
    var texts = TextCatalogue.ofClassPath().in(java.util.Locale.of(language));
    var lines = bound(Map.of("fristad.centre.emergency-social-services", "018-1 23 45"));
    assertThat(
            Set.of(Door.values()).stream()
                .flatMap(door -> lines.lines(door).stream())
                .flatMap(line -> Stream.of(line.nameKey(), line.aboutKey(), line.sourceKey())))
        .allMatch(texts::has);
  }

  private static ZonedDateTime stockholm(String moment) {
    return java.time.LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/Stockholm"));
  }

  private static Centre bound(Map<String, String> configuration) {
    return new Binder(new MapConfigurationPropertySource(configuration))
        .bindOrCreate("fristad.centre", Centre.class);
  }
}
