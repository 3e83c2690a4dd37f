package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final Pattern DRAWN =
      Pattern.compile("<text class=\"chart-value\"[^>]*>([^<]*)</text>");
  private static final Pattern CELL = Pattern.compile("<td class=\"numeric\">([^<]*)</td>");

  private final PatternsPage page =
      PatternsPage.sample(TextCatalogue.ofClassPath().in(Locale.of("sv")));

  @Test
  void the_table_under_bars_tells_the_numbers_that_are_drawn() {
    var html = bars();
    assertThat(all(CELL, html)).isEqualTo(all(DRAWN, html)).contains("&lt;5", "0");
    assertThat(all(CELL, html)).hasSameSizeAs(page.bars().bars());
  }

  @Test
  void a_number_that_may_not_be_told_is_hatched_and_never_nought() {
    assertThat(bars()).containsOnlyOnce("class=\"suppressed\" fill=\"url(#pattern-bars-hatch)\"");
    var line = page.line();
    assertThat(line.gaps()).containsExactly(new LineChart.Gap(line.labelAt(2), null));
    assertThat(line.segments(line.series().get(1))).hasSize(9);
  }

  @Test
  void the_table_under_a_line_tells_every_number_of_every_line() {
    var html = line();
    var cells = all(CELL, html);
    var expected = new ArrayList<String>();
    for (int month = 0; month < 12; month++) {
      for (var series : page.line().series()) {
        var value = page.line().at(series, month);
        expected.add(value == null ? "&lt;5" : value.toString());
      }
    }
    assertThat(cells).isEqualTo(expected);
    assertThat(html.split("class=\"point point-", -1)).hasSize(23 + 2 + 1);
  }

  @Test
  void pictures_have_a_name_and_a_description() {
    assertThat(bars())
        .contains("<title id=\"pattern-bars-title\">")
        .contains("<desc id=\"pattern-bars-desc\">")
        .contains("aria-labelledby=\"pattern-bars-title pattern-bars-desc\"");
  }

  @Test
  void the_part_of_a_list_that_is_shown_is_counted_from_one() {
    var middle = Paging.of(2, 25, 200, at -> "?p=" + at);
    assertThat(middle).isEqualTo(new Paging(26, 50, 200, "?p=1", "?p=3"));
    assertThat(middle.skipped()).isEqualTo(25);
    assertThat(Paging.of(99, 25, 26, at -> "?p=" + at))
        .isEqualTo(new Paging(26, 26, 26, "?p=1", null));
    assertThat(Paging.of(1, 25, 0, at -> "")).isEqualTo(new Paging(0, 0, 0, null, null));
  }

  private String bars() {
    return draw("page/chart-bars.jte", page.bars());
  }

  private String line() {
    return draw("page/chart-line.jte", page.line());
  }

  private String draw(String template, Object chart) {
    return Fragments.drawn(template, Map.of("texts", page.shell().texts(), "chart", chart));
  }

  private static List<String> all(Pattern pattern, String html) {
    return pattern.matcher(html).results().map(found -> found.group(1)).toList();
  }
}
