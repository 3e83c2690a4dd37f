package se.fristad.outgoing;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// What was agreed, in the words of the one who reads it before she lifts the telephone.
public final class ReachWords {
  private final Texts texts;

  private ReachWords(Texts texts) {
    this.texts = texts;
  }

  /// The rule, one line a question; nothing of her number or her words.
  public static List<Described> rule(Texts texts, Reach reach) {
    return new ReachWords(texts).lines(reach);
  }

  /// The rule in one sentence, for a place where only one fits.
  public static String sentence(Texts texts, Reach reach) {
    return switch (reach.rule()) {
      case SafeContact.Unasked() -> texts.t("outgoing.reach.unasked");
      case SafeContact.Agreed agreed -> new ReachWords(texts).telephone(agreed);
    };
  }

  /// Why a step is not to be taken, or what is to be done first.
  public static String why(Texts texts, Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> texts.t("outgoing.decision.allowed");
      case Decision.Refused(var why, var again) ->
          again == null
              ? texts.t("outgoing.decision." + (why == Decision.Why.NOT_NOW ? "over" : code(why)))
              : texts.t("outgoing.decision." + code(why), texts.moment(again.toInstant()));
      case Decision.AskFirst(var ask) -> texts.t("outgoing.decision." + code(ask));
    };
  }

  private List<Described> lines(Reach reach) {
    List<Described> lines = new ArrayList<>();
    switch (reach.rule()) {
      case SafeContact.Unasked() -> add(lines, "call", texts.t("outgoing.reach.unasked"));
      case SafeContact.Agreed agreed -> {
        add(lines, "call", telephone(agreed));
        boolean calls = !(agreed.telephone() instanceof Telephone.Never);
        if (calls || agreed.email() != Answer.NEVER) {
          add(lines, "hours", hours(agreed.hours()));
        }
        add(lines, "email", texts.t("outgoing.reach.answer." + agreed.email().code()));
        add(lines, "letter", texts.t("outgoing.reach.answer." + agreed.letter().code()));
        if (calls || agreed.email() != Answer.NEVER || agreed.letter() != Answer.NEVER) {
          add(
              lines,
              "named",
              texts.t("outgoing.reach.sender." + agreed.sender().name().toLowerCase(Locale.ROOT)));
        }
        add(lines, "on", texts.date(agreed.on()));
      }
    }
    said(lines, "others", reach.others());
    if (!reach.language().isEmpty()) {
      add(lines, "language", texts.languageName(reach.language()));
    }
    said(lines, "note", reach.note());
    return lines;
  }

  private String hours(Hours hours) {
    return switch (hours) {
      case Hours.Any() -> texts.t("outgoing.reach.hours.any");
      case Hours.Once(var from, var until) ->
          texts.t(
              "outgoing.reach.hours.once", texts.date(from), texts.time(from), texts.time(until));
      case Hours.Within(var days, var from, var until) ->
          texts.t(
              "outgoing.reach.hours.within",
              days(days.stream().sorted().toList()),
              texts.time(from),
              texts.time(until));
    };
  }

  private String telephone(SafeContact.Agreed agreed) {
    return switch (agreed.telephone()) {
      case Telephone.Never() -> texts.t("outgoing.reach.call.never");
      case Telephone.May(boolean askFirst, Answer text, boolean voicemail) ->
          texts.t(askFirst ? "outgoing.reach.call.ask_first" : "outgoing.reach.call.may")
              + " "
              + texts.t(
                  voicemail ? "outgoing.reach.voicemail.may" : "outgoing.reach.voicemail.never")
              + " "
              + texts.t("outgoing.reach.text." + text.code());
    };
  }

  private String days(List<DayOfWeek> days) {
    return days.size() == 7
        ? texts.t("outgoing.reach.days.all")
        : days.stream()
            .map(day -> day.getDisplayName(TextStyle.FULL, texts.locale()))
            .collect(Collectors.joining(", "));
  }

  private void said(List<Described> lines, String name, Confidential words) {
    if (!words.isBlank()) {
      add(lines, name, words.reveal());
    }
  }

  private void add(List<Described> lines, String name, String value) {
    lines.add(new Described(texts.t("outgoing.reach.line." + name), value));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
