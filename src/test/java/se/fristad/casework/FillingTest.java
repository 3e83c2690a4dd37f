package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.page.Markdown;

/// What is filled in is text and nothing else, and what nothing is said of is left out.
class FillingTest {
  @Test
  void a_paragraph_without_anything_to_fill_in_is_left_out_and_so_is_its_heading() {
    String template = "# Beslut\n\n## Barn\n\n{{childs_best}}\n\n## Varför\n\nDärför: {{motive}}\n";
    assertThat(Filling.filled(template, Map.of("motive", "hon är rädd", "childs_best", " ")))
        .isEqualTo("# Beslut\n\n## Varför\n\nDärför: hon är rädd\n");
    assertThat(Filling.filled(template, Map.of("childs_best", "Trygghet")))
        .isEqualTo("# Beslut\n\n## Barn\n\nTrygghet\n");
  }

  @Test
  void a_heading_above_another_that_has_something_under_it_stays() {
    assertThat(Filling.filled("# A\n\n## B\n\n### C\n\n{{x}}\n\n## D\n\n{{y}}", Map.of("x", "1")))
        .isEqualTo("# A\n\n## B\n\n### C\n\n1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# rubrik",
        "<b>fet</b>",
        "[här](https://example.org)",
        "- punkt",
        "1. först",
        "*viktigt* _mycket_ `kod`",
        "    indraget",
        "> citat",
        "![bild](https://example.org/a.png)",
        "& &amp; \\ | ~",
        "{{motive}}"
      })
  void her_words_are_words_whatever_signs_stand_in_them(String said) {
    String html = Markdown.html(Filling.filled("{{own_words}}", Map.of("own_words", said)), 0);
    assertThat(html).startsWith("<p>").endsWith("</p>\n");
    assertThat(html.substring(3, html.length() - 5)).doesNotContain("<");
    assertThat(
            html.substring(3, html.length() - 5)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"))
        .isEqualTo(said.strip());
  }

  @Test
  void each_line_stands_on_its_own_and_each_paragraph_too() {
    assertThat(
            Markdown.html(Filling.filled("{{needs}}", Map.of("needs", "Skydd\nBostad\n\nMer")), 0))
        .isEqualTo("<p>Skydd<br />\nBostad</p>\n<p>Mer</p>\n");
  }

  @Test
  void what_cannot_be_filled_in_is_named() {
    assertThat(Filling.unknown("{{motive}} {{ day }}", List.of("motive", "day"))).isEmpty();
    assertThat(Filling.unknown("{{motiv}} {{Motive}} {{", List.of("motive")))
        .containsExactly("{{motiv}}", "{{Motive}}", "{{");
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void the_programs_own_templates_keep_what_they_must_and_name_nothing_else(DocumentKind kind) {
    String shipped = kind.shipped();
    assertThat(Filling.unknown(shipped, kind.names())).isEmpty();
    assertThat(Filling.names(shipped)).containsAll(kind.needed());
    assertThat(Markdown.faults(shipped)).isEmpty();
    Map<String, String> all =
        kind.names().stream().collect(Collectors.toMap(name -> name, name -> "x" + name));
    assertThat(Filling.filled(shipped, all)).doesNotContain("{{", "}}");
  }
}
