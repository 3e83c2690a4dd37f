package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import se.fristad.centre.Centre;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicLines;
import se.fristad.centre.PublicPage;
import se.fristad.contact.front.HoursNow;
import se.fristad.page.TextCatalogue;

/// What the first screen says of a centre that is not Uppsala's.
class CentreFactsTest {
  private static final TextCatalogue TEXTS = TextCatalogue.ofClassPath();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sv | monday,tuesday,wednesday,thursday,friday | vardagar 10:30–19:00
          sv | tuesday,saturday                         | tisdag, lördag 10:30–19:00
          sv | tuesday,wednesday,thursday,friday        | tisdag till fredag 10:30–19:00
          en | saturday,tuesday                         | Tuesday, Saturday 10:30–19:00
          en | monday,wednesday,thursday                | Monday, Wednesday, Thursday 10:30–19:00
          """)
  void the_hours_are_said_with_the_days_on_which_somebody_is_there(
      String language, String days, String said) {
    FrontPage.House house =
        facts(
            language,
            Map.of(
                "fristad.centre.hours.days", days,
                "fristad.centre.hours.from", "10:30",
                "fristad.centre.hours.to", "19:00"));
    assertThat(house.hours().replace("\u2060", "")).isEqualTo(said);
  }

  @Test
  void the_door_for_those_who_want_to_change_has_the_line_that_the_first_screen_does_not_show() {
    FrontPage.House house = facts("sv", Map.of());
    assertThat(house.inside(se.fristad.contact.Entrance.CHANGE))
        .extracting(FrontPage.Phone::name)
        .containsExactly("Välj att sluta");
    assertThat(house.others())
        .extracting(FrontPage.Phone::name)
        .doesNotContain("Välj att sluta")
        .contains("Kvinnofridslinjen, dygnet runt");
  }

  private static FrontPage.House facts(String language, Map<String, String> settings) {
    Centre centre =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("fristad.centre", Centre.class);
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    return new CentreFacts(
            centre,
            unchanged(centre, clock),
            new HoursNow(List::of, centre.hours(), clock),
            clock,
            false,
            Duration.ofMinutes(20),
            Duration.ofMinutes(30))
        .now(TEXTS.in(Locale.of(language)));
  }

  /// Nobody has changed a number or written a page.
  private static PublicWords unchanged(Centre centre, Clock clock) {
    return new PublicWords(
        new PublicWords.Source() {
          @Override
          public List<PublicLine> lines() {
            return PublicLines.unchanged(centre);
          }

          @Override
          public List<PublicPage> pages() {
            return List.of();
          }
        },
        centre,
        clock);
  }
}
