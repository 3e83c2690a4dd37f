package se.fristad.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Templates;
import se.fristad.page.Unchanged;

class RepliesTest {
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Replying())
          .setCustomReturnValueHandlers(new ReplyReturn(new Templates()))
          .build();

  /// Answers in the two ways that are no page.
  @Controller
  static final class Replying {
    @PostMapping("/staff/form")
    Reply form() {
      return SeeOther.to("/staff/form?done=1");
    }

    @GetMapping("/staff/rows")
    Reply rows() {
      return new Unchanged();
    }
  }

  @Test
  void a_form_that_was_taken_leads_to_a_page_that_reload_asks_for_again() throws Exception {
    var answer = mvc.perform(post("/staff/form")).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/staff/form?done=1");
    assertThat(answer.getContentAsString()).isEmpty();
  }

  @Test
  void when_nothing_is_new_nothing_is_sent() throws Exception {
    var answer = mvc.perform(get("/staff/rows")).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(answer.getContentAsString()).isEmpty();
  }

  @Test
  void nobody_is_led_away_from_here() {
    for (String foreign :
        List.of("https://example.com/", "//example.com/", "javascript:alert(1)", "", "staff")) {
      assertThatThrownBy(() -> SeeOther.to(foreign))
          .as(foreign)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_cannot_be_read_is_nothing() {
    for (String none : List.of("", "x", "1-1-1-1-1", "g".repeat(36), "0", "-1", "1e9", "२")) {
      assertThat(Read.id(none)).as(none).isEmpty();
      assertThat(Read.date(none)).as(none).isEmpty();
      assertThat(Read.number(none)).as(none).isZero();
      assertThat(Read.page(none)).as(none).isEqualTo(1);
    }
    assertThat(Read.number("999999999")).isEqualTo(999_999_999);
    assertThat(Read.number("1000000000")).isZero();
    assertThat(Read.date("2026-02-29")).isEmpty();
  }
}
