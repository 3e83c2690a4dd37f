package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedFormTest {
  private static final Set<String> NAMES = Set.of("note", "needs", "date");

  private static TypedForm sent(String name, String... values) {
    return TypedForm.of(Map.of(name, values), NAMES, Set.of("needs"));
  }

  @Test
  void what_is_kept_comes_back_as_it_was_typed() {
    String text = "rad ett\nrad två\t& = % + 🌻 مرحبا <b>";
    TypedForm back = TypedForm.read(sent("note", text).with("date", "2026-11-21").text());
    assertThat(back.value("note")).isEqualTo(text);
    assertThat(back.value("date")).isEqualTo("2026-11-21");
    assertThat(TypedForm.read(TypedForm.empty().text()).has("note")).isFalse();
  }

  @Test
  void a_field_that_the_form_does_not_have_is_thrown_away() {
    TypedForm typed = sent("_form", "a token");
    assertThat(typed.has("_form")).isFalse();
    assertThat(typed.text()).isEmpty();
  }

  @Test
  void of_a_field_sent_twice_the_first_counts_unless_more_may_be_ticked() {
    assertThat(sent("note", "a", "b").value("note")).isEqualTo("a");
    assertThat(sent("needs", "talk", "care").ticked("needs"))
        .containsExactlyInAnyOrder("talk", "care");
    assertThat(TypedForm.empty().ticked("needs")).isEmpty();
  }

  @Test
  void what_nobody_types_on_purpose_is_not_kept() {
    assertThat(sent("note", "  a\u0000b\r\nc\u0007\ud800  ").value("note")).isEqualTo("ab\nc");
    assertThat(sent("note", " \r\n ").has("note")).isFalse();
  }

  @Test
  void an_emoji_is_one_character() {
    assertThat(sent("note", "🌻".repeat(5)).isLonger("note", 5)).isFalse();
    assertThat(sent("note", "🌻".repeat(6)).isLonger("note", 5)).isTrue();
  }

  @Test
  void nothing_of_it_is_printed() {
    assertThat(sent("note", "hon heter Anna")).hasToString("[typed]");
  }
}
