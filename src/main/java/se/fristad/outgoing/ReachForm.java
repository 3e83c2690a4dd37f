package se.fristad.outgoing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The questions of how she may be reached, wherever they are asked: on her own page, beside the
/// conversation, in a file.
public final class ReachForm {
  /// The fields.
  public static final Set<String> NAMES =
      Set.of(
          "number",
          "call",
          "text",
          "email",
          "letter",
          "voicemail",
          "days",
          "from",
          "until",
          "named",
          "others",
          "note",
          "hers",
          "ours",
          "alone",
          "language");

  /// Those of them in which more than one may be ticked.
  public static final Set<String> SEVERAL = Set.of("days");

  /// The longest word, in characters.
  public static final int MOST_WORD = 80;

  /// The longest text, in characters.
  public static final int MOST_TEXT = 500;

  private ReachForm() {}

  /// What was typed, read.
  public sealed interface Read {
    /// It can be kept.
    record Fit(Reach reach) implements Read {}

    /// Something cannot be read.
    ///
    /// @param wrong for a field's name the key of the sentence beside it
    record Unfit(Map<String, String> wrong) implements Read {
      /// Copies the map.
      public Unfit {
        wrong = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
      }
    }
  }

  /// What stands in the form before anybody has typed: all that was said, but neither her number
  /// nor her word.
  public static TypedForm begun(Reach reach) {
    return reach.kept().without("number").without("hers").without("on");
  }

  /// Reads it. A number and a word of hers that are left empty stay as they were.
  ///
  /// @param before what was agreed before
  /// @param keep keeps her word; empty when too many wait
  public static Read read(
      TypedForm typed,
      Reach before,
      LocalDate today,
      Function<Confidential, Optional<String>> keep) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Answer call = answer(typed, "call");
    if (call == null) {
      wrong.put("call", "outgoing.reach.wrong.call");
    }
    Answer text = or(answer(typed, "text"));
    if (call == Answer.NEVER && text != Answer.NEVER) {
      wrong.put("text", "outgoing.reach.wrong.never");
    }
    if (call == Answer.NEVER && typed.has("voicemail")) {
      wrong.put("voicemail", "outgoing.reach.wrong.never");
    }
    Hours hours = hours(typed, wrong);
    if (hours instanceof Hours.Any
        && before.rule() instanceof SafeContact.Agreed said
        && said.hours() instanceof Hours.Once once) {
      // the one time that she chose is not widened by fields that nobody filled in
      hours = once;
    }
    for (String name : Set.of("others", "note")) {
      if (typed.isLonger(name, MOST_TEXT)) {
        wrong.put(name, "outgoing.reach.wrong.long");
      }
    }
    for (String name : Set.of("hers", "ours", "alone")) {
      if (typed.isLonger(name, MOST_WORD)) {
        wrong.put(name, "outgoing.reach.wrong.long-word");
      }
    }
    if (typed.has("ours") && typed.value("ours").equalsIgnoreCase(typed.value("hers"))) {
      wrong.put("ours", "outgoing.reach.wrong.same");
    }
    Confidential number = before.number();
    if (typed.has("number")) {
      number =
          TelephoneNumber.read(Confidential.of(typed.value("number")))
              .orElseGet(() -> {
                wrong.put("number", "outgoing.reach.wrong.number");
                return Confidential.of("");
              });
    }
    String hers = before.hers();
    if (wrong.isEmpty() && typed.has("hers")) {
      hers =
          keep.apply(Confidential.of(typed.value("hers")))
              .orElseGet(() -> {
                wrong.put("hers", "outgoing.reach.wrong.busy");
                return "";
              });
    }
    if (call == null || hours == null || !wrong.isEmpty()) {
      return new Read.Unfit(wrong);
    }
    Telephone telephone =
        call == Answer.NEVER
            ? new Telephone.Never()
            : new Telephone.May(call == Answer.ASK_FIRST, text, typed.has("voicemail"));
    Reach reach =
        Reach.nothing()
            .with("number", number)
            .with("hers", hers)
            .with("others", typed.value("others"))
            .with("note", typed.value("note"))
            .with("ours", typed.value("ours"))
            .with("alone", typed.value("alone"))
            .with("language", typed.value("language"));
    if (!typed.has("hers")) {
      // a rule that is saved again gives nobody new tries of the same word
      reach = reach.triedAs(before);
    }
    return new Read.Fit(
        reach.ruledBy(
            new SafeContact.Agreed(
                telephone,
                or(answer(typed, "email")),
                or(answer(typed, "letter")),
                hours,
                typed.has("named") ? Sender.NAMED : Sender.NEUTRAL,
                today)));
  }

  /// Her wish to be called at a time that she has chosen; what is not said is no.
  ///
  /// @param once the time she chose; null when it is none of those that were offered
  public static Read wish(
      TypedForm typed,
      Reach before,
      Hours.@Nullable Once once,
      LocalDate today,
      Function<Confidential, Optional<String>> keep) {
    TypedForm asked =
        typed
            .without("days")
            .without("from")
            .without("until")
            .without("text")
            .without("email")
            .without("letter")
            .with("call", Answer.MAY.code());
    Read read = read(asked, Reach.nothing(), today, keep);
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!typed.has("number")) {
      wrong.put("number", "outgoing.reach.wrong.number-needed");
    }
    if (once == null) {
      wrong.put("when", "outgoing.reach.wrong.when");
    }
    return switch (read) {
      case Read.Unfit(Map<String, String> more) -> {
        wrong.putAll(more);
        yield new Read.Unfit(wrong);
      }
      case Read.Fit(Reach reach) -> {
        if (once == null || !wrong.isEmpty()) {
          yield new Read.Unfit(wrong);
        }
        SafeContact.Agreed rule = (SafeContact.Agreed) reach.rule();
        Reach wished =
            reach.ruledBy(
                new SafeContact.Agreed(
                    rule.telephone(), rule.email(), rule.letter(), once, rule.sender(), today));
        // what stood before and was not asked now is not taken away
        for (String name : Set.of("others", "language")) {
          wished = wished.with(name, before.kept().value(name));
        }
        yield new Read.Fit(typed.has("hers") ? wished : wished.triedAs(before));
      }
    };
  }

  private static @Nullable Hours hours(TypedForm typed, Map<String, String> wrong) {
    Set<DayOfWeek> days = new TreeSet<>();
    Set<String> ticked = typed.ticked("days");
    Arrays.stream(DayOfWeek.values()).filter(day -> ticked.contains(day.name())).forEach(days::add);
    if (days.isEmpty() && !typed.has("from") && !typed.has("until")) {
      return new Hours.Any();
    }
    Optional<LocalTime> from = Field.time(typed.value("from"));
    Optional<LocalTime> until = Field.time(typed.value("until"));
    if (from.isEmpty()) {
      wrong.put("from", "outgoing.reach.wrong.time");
    }
    if (until.isEmpty()) {
      wrong.put("until", "outgoing.reach.wrong.time");
    }
    if (days.isEmpty()) {
      wrong.put("days", "outgoing.reach.wrong.days");
    }
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      wrong.put("until", "outgoing.reach.wrong.order");
    }
    return from.isEmpty() || until.isEmpty() || wrong.containsKey("until") || days.isEmpty()
        ? null
        : new Hours.Within(days, from.get(), until.get());
  }

  private static @Nullable Answer answer(TypedForm typed, String name) {
    return Arrays.stream(Answer.values())
        .filter(one -> one.code().equals(typed.value(name)))
        .findFirst()
        .orElse(null);
  }

  private static Answer or(@Nullable Answer answer) {
    return answer == null ? Answer.NEVER : answer;
  }
}
