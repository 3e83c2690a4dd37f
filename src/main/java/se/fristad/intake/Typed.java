package se.fristad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.Municipality;
import se.fristad.centre.MunicipalityCode;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Revealing;
import se.fristad.page.Field;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// An intake's form as it was typed, right or wrong, and what its words mean.
final class Typed {
  /// The longest note, in characters.
  static final int MOST_NOTE = 8_000;

  /// The longest of the other texts.
  static final int MOST_TEXT = 500;

  /// The most that a draft keeps altogether, so that nobody fills the table.
  static final int MOST_ALTOGETHER = 60_000;

  static final String NOTE = "note";
  static final String WHERE = "where";
  static final String NEXT_CONTACT = "next_contact";
  static final String ESTIMATE = "estimate";
  static final String CHILDREN = "children";
  static final String CHILDREN_NUMBER = "children_number";
  static final String CHILDREN_AGES = "children_ages";
  static final String EXPOSED = "exposed";
  static final String REPORT = "report";
  static final String REPORT_DATE = "report_date";
  static final String REPORT_TIME = "report_time";
  static final String REPORT_MUNICIPALITY = "report_municipality";
  static final String REPORT_REASON = "report_reason";
  static final String WAY = "way";
  static final String SOURCE = "source";
  static final String MUNICIPALITY = "municipality";
  static final String OUTCOME = "outcome";
  static final String NAMELESS = "nameless";
  static final String OBVIOUS = "obvious";
  static final String ADVICE = "advice";
  static final String OFFER_CHANNEL = "offer_channel";
  static final String OFFER_DATE = "offer_date";
  static final String OFFER_HOW = "offer_how";
  static final String PASSED_MUNICIPALITY = "passed_municipality";
  static final String PASSED_AUTHORITY = "passed_authority";

  /// The free texts with their longest lengths, in the order of the page.
  static final Map<String, Integer> TEXTS =
      new TreeMap<>(
          Map.of(
              NOTE, MOST_NOTE,
              WHERE, MOST_TEXT,
              NEXT_CONTACT, MOST_TEXT,
              CHILDREN_AGES, MOST_TEXT,
              REPORT_REASON, MOST_TEXT,
              OFFER_HOW, MOST_TEXT,
              PASSED_AUTHORITY, MOST_TEXT));

  private static final Set<String> NAMES =
      Stream.concat(
              Stream.of(Question.values()).map(Question::field),
              Stream.of(
                  NOTE,
                  WHERE,
                  NEXT_CONTACT,
                  ESTIMATE,
                  CHILDREN,
                  CHILDREN_NUMBER,
                  CHILDREN_AGES,
                  EXPOSED,
                  REPORT,
                  REPORT_DATE,
                  REPORT_TIME,
                  REPORT_MUNICIPALITY,
                  REPORT_REASON,
                  WAY,
                  SOURCE,
                  MUNICIPALITY,
                  OUTCOME,
                  NAMELESS,
                  OBVIOUS,
                  ADVICE,
                  OFFER_CHANNEL,
                  OFFER_DATE,
                  OFFER_HOW,
                  PASSED_MUNICIPALITY,
                  PASSED_AUTHORITY))
          .collect(Collectors.toUnmodifiableSet());

  private final TypedForm form;

  private Typed(TypedForm form) {
    this.form = form;
  }

  /// Nothing typed yet.
  static Typed empty() {
    return new Typed(TypedForm.empty());
  }

  /// Reads what a browser sent: only the fields of this form, without control characters.
  static Typed of(Map<String, String[]> sent) {
    return new Typed(TypedForm.of(sent, NAMES, Set.of(ADVICE)));
  }

  /// Reads what [#sealable] gave.
  static Typed of(Confidential text) {
    return new Typed(TypedForm.read(text.reveal()));
  }

  /// As it is sealed.
  Confidential sealable() {
    return Confidential.of(form.text());
  }

  /// What was typed in a field; empty when nothing was.
  String value(String name) {
    return form.value(name);
  }

  boolean ticked(String name) {
    return form.has(name);
  }

  /// What was given to one who declined.
  Set<Advice> advice() {
    Set<String> ticked = form.ticked(ADVICE);
    return Stream.of(Advice.values())
        .filter(advice -> ticked.contains(advice.code()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How far ahead somebody is asked again at the most: our own bound, not the law's.
  static final Period OFFER_AHEAD = Period.ofYears(1);

  /// The day on which she is asked again; none when it cannot be read, is not ahead, or more than a
  /// year away.
  Optional<LocalDate> offerDay(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.HERE);
    return Field.day(value(OFFER_DATE))
        .filter(day -> day.isAfter(today) && !day.isAfter(today.plus(OFFER_AHEAD)));
  }

  boolean tooMuch() {
    return form.length() > MOST_ALTOGETHER;
  }

  /// The same with the acute questions nobody answered marked as not asked.
  Typed restNotAsked() {
    TypedForm marked = form;
    for (Question question : Question.values()) {
      if (!marked.has(question.field())) {
        marked = marked.with(question.field(), Answer.NOT_ASKED.code());
      }
    }
    return new Typed(marked);
  }

  /// The same with a value given beforehand.
  Typed with(String name, String value) {
    return new Typed(form.with(name, value));
  }

  Map<Question, Answer> acute() {
    Map<Question, Answer> answers = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      Answer.of(value(question.field())).ifPresent(answer -> answers.put(question, answer));
    }
    return answers;
  }

  Optional<WayIn> way() {
    return WayIn.of(value(WAY));
  }

  Optional<Source> source() {
    return Source.of(value(SOURCE));
  }

  @Nullable String municipality() {
    return code(value(MUNICIPALITY));
  }

  Children children() {
    return switch (value(CHILDREN)) {
      case "no" -> new Children.None();
      case "unknown" -> new Children.NotKnown();
      case "yes" ->
          switch (value(EXPOSED)) {
            case "no" -> new Children.Spared();
            case "yes", "unknown" -> new Children.Exposed();
            default -> new Children.Present();
          };
      default -> new Children.Unanswered();
    };
  }

  /// @param now so that a report of tomorrow is not taken for made
  Report report(Instant now) {
    return switch (value(REPORT)) {
      case "made" -> {
        LocalDateTime at = moment(now);
        String municipality = code(value(REPORT_MUNICIPALITY));
        yield at == null || municipality == null
            ? new Report.Incomplete(at == null, municipality == null)
            : new Report.Made(at, municipality);
      }
      case "identity_unknown" -> new Report.IdentityUnknown(value(REPORT_REASON));
      default -> new Report.Unanswered();
    };
  }

  private @Nullable LocalDateTime moment(Instant now) {
    Optional<LocalDate> day = Field.day(value(REPORT_DATE));
    Optional<LocalTime> time = Field.time(value(REPORT_TIME));
    if (day.isEmpty() || time.isEmpty()) {
      return null;
    }
    LocalDateTime at = LocalDateTime.of(day.get(), time.get());
    LocalDateTime here = now.atZone(OpeningHours.HERE).toLocalDateTime();
    return at.isAfter(here.plusMinutes(1)) || at.isBefore(here.minusYears(1)) ? null : at;
  }

  /// The chosen outcome; none when nothing, or nothing of the set, was chosen, or the receiving
  /// municipality is not named.
  Optional<Outcome> outcome() {
    return switch (value(OUTCOME)) {
      case "opens" -> Optional.of(new Outcome.Opens());
      case "information_only" -> Optional.of(new Outcome.Closes(Outcome.Reason.INFORMATION_ONLY));
      case "declined" -> Optional.of(new Outcome.Closes(Outcome.Reason.DECLINED));
      case "no_contact" -> Optional.of(new Outcome.Closes(Outcome.Reason.NO_CONTACT));
      case "passed_municipality" ->
          Optional.of(
              new Outcome.PassedOn(new Outcome.Receiver.Municipality(value(PASSED_MUNICIPALITY))));
      case "passed_authority" ->
          Optional.of(new Outcome.PassedOn(new Outcome.Receiver.Authority()));
      case "passed_emergency" ->
          Optional.of(new Outcome.PassedOn(new Outcome.Receiver.Emergency()));
      default -> Optional.empty();
    };
  }

  /// What cannot be read, whatever the law says.
  List<Refusal> unreadable() {
    List<Refusal> wrong = new ArrayList<>();
    if (way().isEmpty()) {
      wrong.add(new Refusal(null, WAY, "intake.wrong.way"));
    }
    if (!value(ESTIMATE).isEmpty() && !value(ESTIMATE).matches("[0-9]|10")) {
      wrong.add(new Refusal(null, ESTIMATE, "intake.wrong.estimate"));
    }
    if (!value(CHILDREN_NUMBER).isEmpty() && !value(CHILDREN_NUMBER).matches("[1-9]|1[0-9]|20")) {
      wrong.add(new Refusal(null, CHILDREN_NUMBER, "intake.wrong.children_number"));
    }
    TEXTS.forEach((name, most) -> {
      if (form.isLonger(name, most)) {
        wrong.add(new Refusal(null, name, "intake.wrong.long"));
      }
    });
    return wrong;
  }

  /// The texts with a personal number in them.
  List<Refusal> numbered() {
    return TEXTS.keySet().stream()
        .filter(name -> Revealing.in(value(name)).contains(Revealing.PERSONAL_NUMBER))
        .map(name -> new Refusal(null, name, "intake.wrong.personal_number"))
        .toList();
  }

  static @Nullable String code(String text) {
    return Municipality.isKnown(text) ? text : null;
  }

  static Optional<Municipality> inCounty(String code) {
    return MunicipalityCode.read(code).flatMap(Municipality::inCounty);
  }

  @Override
  public String toString() {
    return "[typed]";
  }
}
