package se.fristad.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// What work a step belongs to: under which heading it stands among the next steps of a file. A
/// step that none of them names stands under [#FILE].
enum Work {
  /// To reach her, and to be sure that it is she.
  CONTACT("call", "called", "letter", "lettered", "reach", "word"),
  /// What is dangerous, and who she is.
  SAFETY(
      "assessment",
      "acute",
      "reassess",
      "dismiss_reassess",
      "danger_changed",
      "link",
      "link_change",
      "link_end",
      "protection",
      "person",
      "review_emergency",
      "read_night",
      "watch"),
  /// Her children.
  CHILDREN(
      "report_child",
      "send_child_report",
      "child_receipt",
      "ask_for_receipt",
      "child_answer",
      "assess_protection",
      "decide_on_child",
      "prolong_preliminary",
      "receive_child_report",
      "conclude_child",
      "prolong_child",
      "tell_reporter",
      "reporter_asks",
      "end_child_follow_up"),
  /// What has happened, and what she needs.
  INQUIRY(
      "investigate",
      "exposure",
      "honour",
      "digital",
      "investigation",
      "investigation_summary",
      "discontinue",
      "delay",
      "tell_delay",
      "request_decision",
      "refuse_request"),
  /// What is decided.
  DECISION(
      "communicate",
      "communicate_answer",
      "decision",
      "confirm_decision",
      "decision_notice",
      "serving",
      "change_decision",
      "correct_decision",
      "appeal",
      "appeal_to_court",
      "dismissal",
      "excuse_appeal"),
  /// What she is given, the plan, and whether it helps.
  SUPPORT(
      "support",
      "support_begins",
      "support_ends",
      "support_paused",
      "support_resumed",
      "plan",
      "plan_action",
      "plan_paper",
      "plan_close",
      "accompany",
      "accompanied",
      "accompany_off",
      "follow_up_plan",
      "follow_up",
      "contact_again"),
  /// What she lets be told, and what is.
  SECRECY("consent", "withdraw", "letting", "withdraw_letting", "disclosure", "insight"),
  /// The file itself: whose it is, whether it goes on.
  FILE();

  private final Set<String> kinds;

  Work(String... kinds) {
    this.kinds = Set.of(kinds);
  }

  static Work of(String kind) {
    return Arrays.stream(values())
        .filter(work -> work.kinds.contains(kind))
        .findFirst()
        .orElse(FILE);
  }

  /// The key of its heading.
  String textKey() {
    return "casework.work." + name().toLowerCase(Locale.ROOT);
  }
}
