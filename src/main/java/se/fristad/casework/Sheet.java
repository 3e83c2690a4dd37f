package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fristad.casework.web.Input;
import se.fristad.casework.web.Part;
import se.fristad.page.ByLaw;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// The sheet on which a [StepForm] draws: each field with its label, its hint, what was typed and
/// what is wrong with it, found by the field's name.
///
/// ```java
/// sheet.day(sheet.needed("from"));
/// sheet.part("how");
/// sheet.area(sheet.demanded("how", CaseRule.WRITTEN_IN_WORDS), 3, 500);
/// ```
final class Sheet {
  private final Texts texts;
  private final String key;
  private final TypedForm typed;
  private final List<Refusal> refusals;
  private final LocalDate today;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> drawn = new HashSet<>();
  private final Map<String, String> beside = new HashMap<>();
  private Part part = new Part(null, null, false, List.of());
  private List<Input> inputs = new ArrayList<>();

  Sheet(Texts texts, String kind, TypedForm typed, List<Refusal> refusals, LocalDate today) {
    this.texts = texts;
    this.key = "casework.step." + kind;
    this.typed = typed;
    this.refusals = refusals;
    this.today = today;
  }

  Texts texts() {
    return texts;
  }

  TypedForm typed() {
    return typed;
  }

  /// What is refused of several fields together stands beside one of them. To be said before the
  /// field is drawn.
  void beside(String refused, String field) {
    beside.put(refused, field);
  }

  /// A field that may be left out.
  Field field(String name) {
    return field(name, key + "." + name);
  }

  /// A field with a text of another key: one of several rows of the same kind.
  Field field(String name, String textKey, Object... filled) {
    String hint = textKey + ".hint";
    return field(name, texts.t(textKey, filled), texts.has(hint) ? texts.t(hint, filled) : null);
  }

  /// A field whose words stand elsewhere.
  Field field(String name, String label, @Nullable String hint) {
    drawn.add(name);
    Field field = Field.of(name, label).withValue(typed.value(name));
    if (hint != null) {
      field = field.withHint(hint);
    }
    return refusals.stream()
        .filter(refusal -> beside.getOrDefault(refusal.field(), refusal.field()).equals(name))
        .findFirst()
        .map(refusal -> sentence(texts, refusal))
        .map(field::withError)
        .orElse(field);
  }

  /// A field that must be answered.
  Field needed(String name) {
    return field(name).needed();
  }

  /// A field that a rule demands.
  Field demanded(String name, CaseRule rule) {
    return demanded(field(name), rule);
  }

  /// A field that a rule demands.
  Field demanded(Field field, CaseRule rule) {
    return field.demandedBy(
        new ByLaw(rule.law().citedOn(today), texts.t(rule.law().textKey() + ".sentence")));
  }

  /// What is wrong, with the name of the rule and its paragraph.
  static String sentence(Texts texts, Refusal refusal) {
    CaseRule rule = refusal.rule();
    String said = refusal.said(texts);
    return rule == null
        ? said
        : texts.t("casework.refused", said, texts.t(rule.textKey()), refusal.cited());
  }

  /// A new part, with its heading and if there is one its hint.
  void part(String name) {
    part(texts.t(key + ".part." + name), key + ".part." + name + ".hint", false);
  }

  /// A new part that is closed until somebody opens it.
  void folded(String name) {
    part(texts.t(key + ".part." + name), key + ".part." + name + ".hint", true);
  }

  /// A new part whose heading stands elsewhere.
  void partNamed(String heading) {
    part(heading, "", false);
  }

  private void part(String heading, String hintKey, boolean folded) {
    end();
    part = new Part(heading, texts.has(hintKey) ? texts.t(hintKey) : null, folded, List.of());
  }

  private void end() {
    if (part.heading() != null || !inputs.isEmpty()) {
      // what is wrong or filled in is never hidden
      boolean used =
          inputs.stream()
              .flatMap(input -> input.asked().stream())
              .anyMatch(asked -> asked.field().error() != null || !asked.field().value().isEmpty());
      parts.add(new Part(part.heading(), part.hint(), part.folded() && !used, inputs));
    }
    inputs = new ArrayList<>();
  }

  void line(Field field, int most) {
    inputs.add(new Input.Line(field, false, false, most * 2));
  }

  /// A line in which nothing is to be written; its hint says why.
  void shut(Field field) {
    inputs.add(new Input.Shut(field));
  }

  /// A short line of digits.
  void digits(Field field, int most) {
    inputs.add(new Input.Line(field, true, true, most * 2));
  }

  /// @param most the most characters that [Sent#text] takes
  void area(Field field, int rows, int most) {
    inputs.add(new Input.Area(field, rows, most * 2));
  }

  void day(Field field) {
    inputs.add(new Input.Day(field));
  }

  void time(Field field) {
    inputs.add(new Input.Time(field));
  }

  void choice(Field field, List<Option> options) {
    inputs.add(new Input.Choice(field, options, false));
  }

  /// A few short answers beside each other.
  void across(Field field, List<Option> options) {
    inputs.add(new Input.Choice(field, options, true));
  }

  void select(Field field, List<Option> options) {
    inputs.add(new Input.Select(field, options));
  }

  void checks(Field field, List<Option> options) {
    inputs.add(new Input.Checks(field, options, typed.ticked(field.name()), options.size() > 6));
  }

  /// Many boxes to tick, each with a long label: below each other.
  void list(Field field, List<Option> options) {
    inputs.add(new Input.Checks(field, options, typed.ticked(field.name()), false));
  }

  /// One box to tick.
  void tick(Field field, String label) {
    checks(field, List.of(Option.of("1", label)));
  }

  void told(List<Described> lines) {
    if (!lines.isEmpty()) {
      inputs.add(new Input.Told(lines));
    }
  }

  /// What a document will say, as far as it says something.
  void document(DocumentKind kind, Map<String, String> said) {
    told(
        kind.names().stream()
            .filter(name -> !said.getOrDefault(name, "").isBlank())
            .map(name ->
                new Described(
                    texts.t("casework.document.name." + name), said.getOrDefault(name, "")))
            .toList());
  }

  void notice(Tone tone, String text) {
    inputs.add(new Input.Notice(tone, text));
  }

  /// Where [StepForm#says] stands.
  void live(List<String> sentences) {
    inputs.add(new Input.Live(sentences));
  }

  /// The heading of a row: one of several of the same kind.
  void row(String heading) {
    inputs.add(new Input.Row(heading));
  }

  /// Draws a few short questions beside each other, where there is room.
  void together(Runnable questions) {
    List<Input> before = inputs;
    inputs = new ArrayList<>();
    questions.run();
    before.add(
        new Input.Together(inputs.stream().flatMap(input -> input.asked().stream()).toList()));
    inputs = before;
  }

  /// A way to another page that belongs to the question.
  void way(String label, String href) {
    inputs.add(new Input.Way(label, href));
  }

  /// A button that saves and gives one more row.
  void more(String label) {
    inputs.add(new Input.More(label));
  }

  /// The answers to choose among, with the texts `prefix.code`.
  <E> List<Option> options(String prefix, E[] values, Function<E, String> code) {
    return options(prefix, Arrays.stream(values).map(code).toList());
  }

  List<Option> options(String prefix, List<String> codes) {
    return codes.stream()
        .map(code -> {
          String text = prefix + "." + code;
          return new Option(
              code, texts.t(text), texts.has(text + ".hint") ? texts.t(text + ".hint") : null);
        })
        .toList();
  }

  List<Part> parts() {
    end();
    part = new Part(null, null, false, List.of());
    return parts;
  }

  /// What stands against the step as a whole, beside no field that was drawn.
  List<String> against() {
    return refusals.stream()
        .filter(refusal -> !drawn.contains(beside.getOrDefault(refusal.field(), refusal.field())))
        .map(refusal -> sentence(texts, refusal))
        .distinct()
        .toList();
  }
}
