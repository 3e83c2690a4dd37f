package se.fristad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// One test for each rule, of the same name; the refusal first.
@DisplayName("Rules of the intake")
class IntakeRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @Test
  void ACUTE_QUESTIONS_ANSWERED() {
    assertThat(fields(whole("q_weapon", ""))).containsExactly("q_weapon");
    assertThat(fields(whole("q_danger_now", "not_asked"))).containsExactly("q_danger_now");
    assertThat(fields(whole("q_weapon", "maybe"))).containsExactly("q_weapon");
    assertThat(fields(whole("q_weapon", "not_asked"))).isEmpty();
    assertThat(fields(whole("q_danger_now", "not_asked", "outcome", "no_contact"))).isEmpty();
  }

  @Test
  void CHILDREN_ANSWERED_BEFORE_OUTCOME() {
    assertThat(fields(whole("children", ""))).containsExactly("children");
    assertThat(fields(whole("children", "yes"))).containsExactly("exposed");
    assertThat(fields(whole("children", "unknown"))).isEmpty();
    assertThat(fields(whole("children", "yes", "exposed", "no"))).isEmpty();
  }

  @Test
  void REPORT_OF_CONCERN_BEFORE_OUTCOME() {
    assertThat(fields(exposed())).containsExactly("report");
    assertThat(fields(exposed("report", "made")))
        .containsExactly("report_date", "report_municipality");
    assertThat(fields(exposed("report", "identity_unknown"))).containsExactly("report_reason");
    assertThat(fields(exposed("report", "identity_unknown", "report_reason", "Ville inte säga")))
        .isEmpty();
    assertThat(fields(made("2026-11-21", "09:55", "0380"))).isEmpty();
  }

  @Test
  void not_known_whether_a_child_was_exposed_counts_as_that_it_may_be_so() {
    assertThat(fields(exposed("exposed", "unknown"))).containsExactly("report");
  }

  @Test
  void every_outcome_is_refused_while_the_report_is_unanswered() {
    for (String outcome :
        new String[] {
          "opens",
          "information_only",
          "declined",
          "no_contact",
          "passed_municipality",
          "passed_authority",
          "passed_emergency"
        }) {
      assertThat(fields(exposed("outcome", outcome))).as(outcome).contains("report");
    }
  }

  @Test
  void a_report_is_made_neither_tomorrow_nor_in_a_municipality_that_does_not_exist() {
    assertThat(fields(made("2026-11-21", "10:02", "0380"))).containsExactly("report_date");
    assertThat(fields(made("2026-11-22", "09:00", "0380"))).containsExactly("report_date");
    assertThat(fields(made("2025-11-20", "09:00", "0380"))).containsExactly("report_date");
    assertThat(fields(made("igår", "09:00", "0380"))).containsExactly("report_date");
    assertThat(fields(made("2026-11-21", "09:00", "1234"))).containsExactly("report_municipality");
  }

  @Test
  void INFORMATION_ONLY_IS_OBVIOUS() {
    assertThat(fields(whole("outcome", "information_only"))).containsExactly("obvious");
    assertThat(fields(whole("outcome", "information_only", "obvious", "1"))).isEmpty();
  }

  @Test
  void DECLINED_GETS_ADVICE() {
    assertThat(fields(whole("outcome", "declined"))).contains("advice");
    assertThat(fields(declined("advice", "protection,others"))).containsExactly("advice");
    assertThat(fields(declined())).isEmpty();
  }

  @Test
  void DECLINED_IS_ASKED_AGAIN() {
    assertThat(fields(declined("offer_channel", ""))).containsExactly("offer_channel");
    assertThat(fields(declined("offer_channel", "email"))).containsExactly("offer_channel");
    assertThat(fields(declined("offer_how", ""))).containsExactly("offer_how");
    assertThat(fields(declined("offer_date", ""))).containsExactly("offer_date");
    assertThat(fields(declined("offer_date", "2026-11-21")))
        .as("today")
        .containsExactly("offer_date");
    assertThat(fields(declined("offer_date", "2026-11-22"))).as("tomorrow").isEmpty();
    assertThat(fields(declined("offer_date", "2027-11-21"))).as("in a year").isEmpty();
    assertThat(fields(declined("offer_date", "2027-11-22"))).containsExactly("offer_date");
    assertThat(fields(declined("offer_channel", "herself", "offer_date", ""))).isEmpty();
    assertThat(fields(declined("offer_channel", "herself", "offer_how", "")))
        .containsExactly("offer_how");
    assertThat(fields(whole("outcome", "no_contact", "offer_channel", ""))).isEmpty();
  }

  private static Map<String, String[]> declined(String... fields) {
    String[] all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "outcome", "declined",
                    "advice", "protection,others,again",
                    "offer_channel", "telephone",
                    "offer_date", "2026-12-01",
                    "offer_how", "Ring före tre"),
                java.util.stream.Stream.of(fields))
            .toArray(String[]::new);
    return whole(all);
  }

  @Test
  void PASSED_ON_NAMES_RECEIVER() {
    assertThat(fields(whole("outcome", "passed_municipality")))
        .containsExactly("passed_municipality");
    assertThat(fields(whole("outcome", "passed_authority"))).containsExactly("passed_authority");
    assertThat(fields(whole("outcome", "passed_municipality", "passed_municipality", "0319")))
        .isEmpty();
    assertThat(fields(whole("outcome", "passed_emergency"))).isEmpty();
  }

  @Test
  void OUTCOME_IS_CHOSEN() {
    assertThat(fields(whole("outcome", ""))).containsExactly("outcome");
    assertThat(fields(whole("outcome", "deleted"))).containsExactly("outcome");
  }

  @Test
  void a_personal_number_may_not_stand_in_an_intake_without_a_name() {
    assertThat(fields(whole("note", "Hon är 19121212-1212"))).containsExactly("note");
    assertThat(
            IntakeRule.refusals(Typed.of(whole("note", "Hon är 19121212-1212")), false, false, NOW))
        .isEmpty();
  }

  @Test
  void eight_thousand_characters_are_a_note_and_one_more_is_not() {
    assertThat(fields(whole("note", "🌻".repeat(8_000)))).isEmpty();
    assertThat(fields(whole("note", "🌻".repeat(8_001)))).containsExactly("note");
    assertThat(fields(whole("where", "x".repeat(501)))).containsExactly("where");
  }

  @Test
  void an_estimate_is_a_whole_number_from_nought_to_ten() {
    for (String wrong : new String[] {"11", "-1", "3,5", "tre", "٣"}) {
      assertThat(fields(whole("estimate", wrong))).as(wrong).containsExactly("estimate");
    }
    assertThat(fields(whole("estimate", "10"))).isEmpty();
  }

  @Test
  void what_was_typed_comes_back_as_it_was() {
    String text = "rad ett\nrad två & = % 🌻 مرحبا <b>";
    Typed typed = Typed.of(whole("note", text));
    assertThat(Typed.of(typed.sealable()).value("note")).isEqualTo(text);
    assertThat(typed.toString()).isEqualTo("[typed]");
  }

  private static List<String> fields(Map<String, String[]> form) {
    return IntakeRule.refusals(Typed.of(form), true, true, NOW).stream()
        .map(Refusal::field)
        .toList();
  }

  private static Map<String, String[]> exposed(String... changed) {
    Map<String, String[]> form = whole("children", "yes", "exposed", "yes");
    return changed(form, changed);
  }

  private static Map<String, String[]> made(String date, String time, String municipality) {
    return exposed(
        "report",
        "made",
        "report_date",
        date,
        "report_time",
        time,
        "report_municipality",
        municipality);
  }

  /// A form that may be concluded, with these values instead.
  static Map<String, String[]> whole(String... changed) {
    Map<String, String[]> form = new HashMap<>();
    for (Question question : Question.values()) {
      form.put(question.field(), new String[] {"no"});
    }
    form.put("way", new String[] {"chat"});
    form.put("children", new String[] {"no"});
    form.put("outcome", new String[] {"opens"});
    return changed(form, changed);
  }

  private static Map<String, String[]> changed(Map<String, String[]> form, String... changed) {
    for (int i = 0; i < changed.length; i += 2) {
      form.put(changed[i], new String[] {changed[i + 1]});
    }
    return form;
  }
}
