package se.fristad.outgoing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// All that was agreed on how she is reached: the rule, her number, what may be said to others, and
/// the words by which two who do not see each other know each other.
///
/// The number comes out by [CallTask] only, and only with a decision that allows it.
public final class Reach {
  private static final Reach NOTHING = read(Confidential.of(""));

  private final SafeContact rule;
  private final TypedForm kept;

  private Reach(SafeContact rule, TypedForm kept) {
    this.rule = rule;
    this.kept = kept;
  }

  /// Nobody has asked her anything.
  public static Reach nothing() {
    return NOTHING;
  }

  /// What she has said in words, before there was a rule: it binds by being read, and nothing goes
  /// out by it.
  public static Reach told(Confidential note) {
    return NOTHING.with("note", note);
  }

  /// The same with what she has said in words.
  public Reach noted(Confidential note) {
    return with("note", note);
  }

  /// Reads what [#sealable] gave.
  public static Reach read(Confidential text) {
    TypedForm kept = TypedForm.read(text.reveal());
    return new Reach(rule(kept), kept);
  }

  /// As it is sealed.
  public Confidential sealable() {
    return Confidential.of(kept.text());
  }

  private static SafeContact rule(TypedForm kept) {
    if (kept.value("on").isEmpty()) {
      return new SafeContact.Unasked();
    }
    Answer call = answer(kept, "call");
    Telephone telephone =
        call == Answer.NEVER
            ? new Telephone.Never()
            : new Telephone.May(
                call == Answer.ASK_FIRST, answer(kept, "text"), kept.has("voicemail"));
    Hours hours =
        !kept.value("once").isEmpty()
            ? new Hours.Once(
                Instant.parse(kept.value("once")), Instant.parse(kept.value("once_until")))
            : kept.value("from").isEmpty()
                ? new Hours.Any()
                : new Hours.Within(
                    kept.ticked("days").stream()
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                    LocalTime.parse(kept.value("from")),
                    LocalTime.parse(kept.value("until")));
    return new SafeContact.Agreed(
        telephone,
        answer(kept, "email"),
        answer(kept, "letter"),
        hours,
        kept.has("named") ? Sender.NAMED : Sender.NEUTRAL,
        LocalDate.parse(kept.value("on")));
  }

  /// What is not said is never.
  private static Answer answer(TypedForm kept, String name) {
    return Arrays.stream(Answer.values())
        .filter(one -> one.code().equals(kept.value(name)))
        .findFirst()
        .orElse(Answer.NEVER);
  }

  /// The same with a rule.
  Reach ruledBy(SafeContact.Agreed agreed) {
    Reach next = with("on", "");
    switch (agreed.telephone()) {
      case Telephone.Never() ->
          next = next.with("call", Answer.NEVER.code()).with("text", "").with("voicemail", "");
      case Telephone.May(boolean askFirst, Answer text, boolean voicemail) ->
          next =
              next.with("call", (askFirst ? Answer.ASK_FIRST : Answer.MAY).code())
                  .with("text", text.code())
                  .with("voicemail", voicemail ? "1" : "");
    }
    next =
        next.with("days", "")
            .with("from", "")
            .with("until", "")
            .with("once", "")
            .with("once_until", "");
    next =
        switch (agreed.hours()) {
          case Hours.Any() -> next;
          case Hours.Once(Instant from, Instant until) ->
              next.with("once", from.toString()).with("once_until", until.toString());
          case Hours.Within(Set<DayOfWeek> days, LocalTime from, LocalTime until) ->
              next.with(
                      "days",
                      days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(",")))
                  .with("from", from.toString())
                  .with("until", until.toString());
        };
    return next.with("email", agreed.email().code())
        .with("letter", agreed.letter().code())
        .with("named", agreed.sender() == Sender.NAMED ? "1" : "")
        .with("on", agreed.on().toString());
  }

  /// The rule.
  public SafeContact rule() {
    return rule;
  }

  /// Whether her number is known. What it is comes out by [CallTask] only.
  public boolean hasNumber() {
    return !number().isBlank();
  }

  Confidential number() {
    return text("number");
  }

  /// What may be said to somebody else who answers; blank when nothing.
  public Confidential others() {
    return text("others");
  }

  /// What else she has said of how she is reached.
  public Confidential note() {
    return text("note");
  }

  /// The language she wants to speak, a code; empty when she has not said.
  public String language() {
    return kept.value("language").toLowerCase(Locale.ROOT);
  }

  /// The word we say, so that she knows that it is us.
  public Confidential ours() {
    return text("ours");
  }

  /// The word she says when she is not alone.
  public Confidential alone() {
    return text("alone");
  }

  /// Her own word as it is kept; empty when there is none.
  public String hers() {
    return kept.value("hers");
  }

  /// How often in a row somebody may say a word that is not hers: a slip of the tongue and a bad
  /// line, not a list of words.
  public static final int TRIES = 3;

  private static final String WORD_TRIES = "word_tries";
  private static final String WORD_AT = "word_at";
  private static final String WORD_SAME = "word_same";

  /// Her word was tried.
  ///
  /// @param same whether it was hers
  public record Tried(Instant at, boolean same) {}

  /// The same after her word was tried; counted until it agrees, or until a new word is agreed.
  public Reach tried(boolean same, Instant at) {
    return with(WORD_TRIES, same ? "" : Integer.toString(TRIES - triesLeft() + 1))
        .with(WORD_AT, at.toString())
        .with(WORD_SAME, same ? "1" : "");
  }

  /// How often her word may still be tried.
  public int triesLeft() {
    String tries = kept.value(WORD_TRIES);
    return Math.max(0, TRIES - (tries.isEmpty() ? 0 : Integer.parseInt(tries)));
  }

  /// When her word was tried last, and whether it was hers.
  public Optional<Tried> lastTried() {
    return kept.has(WORD_AT)
        ? Optional.of(new Tried(Instant.parse(kept.value(WORD_AT)), kept.has(WORD_SAME)))
        : Optional.empty();
  }

  /// The same with what is remembered of tries of the same word.
  Reach triedAs(Reach before) {
    Reach next = this;
    for (String name : List.of(WORD_TRIES, WORD_AT, WORD_SAME)) {
      next = next.with(name, before.kept.value(name));
    }
    return next;
  }

  /// The same with her number, as E.164.
  public Reach withNumber(Confidential number) {
    return with("number", number);
  }

  private Confidential text(String name) {
    return Confidential.of(kept.value(name));
  }

  TypedForm kept() {
    return kept;
  }

  /// The same after somebody else has answered her telephone, or she could not speak freely: from
  /// now on she is asked before each call.
  public Reach askedFirst() {
    return rule instanceof SafeContact.Agreed agreed && agreed.telephone() instanceof Telephone.May
        ? ruledBy(
            new SafeContact.Agreed(
                new Telephone.May(true, Answer.NEVER, false),
                agreed.email(),
                agreed.letter(),
                agreed.hours(),
                agreed.sender(),
                agreed.on()))
        : this;
  }

  /// The same after a letter has come back: from now on she is asked before each letter.
  public Reach letterAskedFirst() {
    return rule instanceof SafeContact.Agreed agreed && agreed.letter() != Answer.NEVER
        ? ruledBy(
            new SafeContact.Agreed(
                agreed.telephone(),
                agreed.email(),
                Answer.ASK_FIRST,
                agreed.hours(),
                agreed.sender(),
                agreed.on()))
        : this;
  }

  /// The rule for a call by which she wants to be reminded: then and only then, with no word to an
  /// answering machine, and never where she has said never.
  ///
  /// @param once when she wants the call
  /// @param asked the day she said so
  public SafeContact reminded(Hours.Once once, LocalDate asked) {
    Telephone telephone =
        switch (rule) {
          case SafeContact.Unasked() -> new Telephone.May(false, Answer.NEVER, false);
          case SafeContact.Agreed agreed ->
              switch (agreed.telephone()) {
                case Telephone.Never() -> new Telephone.Never();
                case Telephone.May(boolean askFirst, Answer _, boolean _) ->
                    new Telephone.May(askFirst, Answer.NEVER, false);
              };
        };
    return new SafeContact.Agreed(
        telephone, Answer.NEVER, Answer.NEVER, once, Sender.NEUTRAL, asked);
  }

  /// Whether she has said that nobody may ever call.
  public boolean isNeverCalled() {
    return rule instanceof SafeContact.Agreed agreed
        && agreed.telephone() instanceof Telephone.Never;
  }

  Reach with(String name, Confidential value) {
    return with(name, value.reveal());
  }

  Reach with(String name, String value) {
    TypedForm next = value.isEmpty() ? kept.without(name) : kept.with(name, value);
    return new Reach(rule(next), next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reach that && kept.text().equals(that.kept.text());
  }

  @Override
  public int hashCode() {
    return kept.text().hashCode();
  }

  @Override
  public String toString() {
    return "[reach]";
  }
}
