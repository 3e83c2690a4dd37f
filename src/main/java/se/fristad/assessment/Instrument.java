package se.fristad.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An instrument of assessment (*bedömningsinstrument*), read from its definition: questions in,
/// result out. A definition without a licence is refused: nobody else's words are shipped with the
/// program.
///
/// The answers are weighed and summed; the sum falls in a band. An answer that is critical gives
/// the highest level whatever the sum. What is not known is never taken for a "no": it is counted,
/// and [Result#upTo] says how high the level could be.
public final class Instrument {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  private final Definition definition;

  Instrument(Definition definition) {
    this.definition = definition;
  }

  /// What a definition says.
  ///
  /// @param unknownOptions the options that mean that it is not known
  /// @param ownEstimate the item in which the person says how great she thinks the risk is
  /// @param texts by language, then by key
  record Definition(
      String id,
      String version,
      Licence licence,
      List<Section> sections,
      Map<String, Weighing> weighings,
      Set<String> unknownOptions,
      @Nullable String ownEstimate,
      List<Band> bands,
      boolean criticalGivesHighest,
      boolean secondPersonToLower,
      int validDays,
      List<String> reassessOn,
      Map<String, Map<String, String>> texts) {}

  /// What the answers to an item weigh, and which of them is critical.
  record Weighing(Map<String, Integer> weights, @Nullable String critical) {
    int heaviest() {
      return weights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /// A part of the scale of sums.
  ///
  /// @param most the highest sum in it; null in the last
  /// @param code what the instrument calls it: `low`, or `extreme` where it has more than three
  record Band(@Nullable Integer most, Level level, String code, @Nullable String proposal) {}

  /// The licence of its words.
  public record Licence(String holder, String text, boolean redistributable) {}

  /// A part of the form, with its items in order.
  public record Section(String id, List<Item> items) {
    /// Copies the list.
    public Section {
      items = List.copyOf(items);
    }
  }

  /// A question.
  ///
  /// @param options empty for numbers and words
  /// @param least the lowest number of a scale
  /// @param most the highest number of a scale
  public record Item(String id, Kind kind, List<String> options, int least, int most) {
    /// Copies the list.
    public Item {
      options = List.copyOf(options);
    }

    boolean reads(String answer) {
      return switch (kind) {
        case CHOICE -> options.contains(answer);
        case SCALE ->
            NUMBER.matcher(answer).matches()
                && Integer.parseInt(answer) >= least
                && Integer.parseInt(answer) <= most;
        case TEXT -> true;
      };
    }
  }

  /// How a question is answered.
  public enum Kind {
    /// One of the options.
    CHOICE,
    /// A whole number between the least and the most.
    SCALE,
    /// In words.
    TEXT
  }

  /// What becomes of a definition.
  public sealed interface Read {
    /// It can be used.
    record Done(Instrument instrument) implements Read {}

    /// It cannot, and why: keys of texts.
    record Refused(List<String> reasons) implements Read {
      /// Copies the list.
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /// Reads a definition.
  public static Read read(String json) {
    return new DefinitionReader().read(json);
  }

  /// The project's own form of the first contact (*initial riskbedömning*).
  public static Instrument initialRisk() {
    return Own.INITIAL_RISK;
  }

  /// Read once, when first asked for.
  private static final class Own {
    static final Instrument INITIAL_RISK = shipped("own-initial-risk-1.json");

    private static Instrument shipped(String file) {
      try (InputStream definition = Instrument.class.getResourceAsStream("/assessment/" + file)) {
        if (definition == null) {
          throw new IllegalStateException("not shipped: " + file);
        }
        return switch (read(new String(definition.readAllBytes(), StandardCharsets.UTF_8))) {
          case Read.Done done -> done.instrument();
          case Read.Refused refused ->
              throw new IllegalStateException(file + ": " + refused.reasons());
        };
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /// Its id: `own.initial-risk`.
  public String id() {
    return definition.id();
  }

  /// Its version: `1.0`.
  public String version() {
    return definition.version();
  }

  /// Whose words they are, and under which licence.
  public Licence licence() {
    return definition.licence();
  }

  /// Its parts, in order.
  public List<Section> sections() {
    return definition.sections();
  }

  /// For how many days a result can be the ground of a new decision.
  public int validDays() {
    return definition.validDays();
  }

  /// What should lead to a new assessment: keys of its texts, `reassess.new_violence`.
  public List<String> reassessOn() {
    return definition.reassessOn();
  }

  /// The languages it has texts in.
  public Set<String> languages() {
    return definition.texts().keySet();
  }

  /// A text of it, in a language or the first that it has: `title`, `note`, the id of a section or
  /// an item, `band.high`. Empty when it has none of that name.
  public Optional<String> text(String language, String key) {
    Map<String, String> texts = definition.texts().get(language);
    if (texts == null) {
      texts = definition.texts().values().iterator().next();
    }
    return Optional.ofNullable(texts.get(key));
  }

  /// The text of an option: the item's own (`safe_to_talk.no`), or the one that all items share
  /// (`option.no`).
  public Optional<String> optionText(String language, Item item, String option) {
    return text(language, item.id() + "." + option).or(() -> text(language, "option." + option));
  }

  /// The answers that are no answers to it, by item, and those to questions that it does not ask;
  /// empty when all can be read. What is not answered can be read: it is an unknown.
  public Set<String> unreadable(Answers answers) {
    Map<String, Item> items = new HashMap<>();
    definition
        .sections()
        .forEach(section -> section.items().forEach(item -> items.put(item.id(), item)));
    Set<String> unreadable = new HashSet<>();
    answers
        .values()
        .keySet()
        .forEach(id -> {
          Item item = items.get(id);
          if (item == null || (!answers.to(id).isEmpty() && !item.reads(answers.to(id)))) {
            unreadable.add(id);
          }
        });
    return Set.copyOf(unreadable);
  }

  /// The result of answers.
  ///
  /// @param made the day of the assessment
  /// @throws IllegalArgumentException when some cannot be read; ask [#unreadable] first
  public Result result(Answers answers, LocalDate made) {
    if (!unreadable(answers).isEmpty()) {
      throw new IllegalArgumentException("answers that cannot be read");
    }
    int sum = 0;
    int most = 0;
    int unknowns = 0;
    boolean unknownMayBeCritical = false;
    Set<String> critical = new LinkedHashSet<>();
    for (var weighed : definition.weighings().entrySet()) {
      String answer = answers.to(weighed.getKey());
      Weighing weighing = weighed.getValue();
      if (answer.isEmpty() || definition.unknownOptions().contains(answer)) {
        unknowns++;
        most += weighing.heaviest();
        unknownMayBeCritical |= weighing.critical() != null;
      } else {
        int weight = weighing.weights().getOrDefault(answer, 0);
        sum += weight;
        most += weight;
        if (answer.equals(weighing.critical())) {
          critical.add(weighed.getKey());
        }
      }
    }
    boolean highest = definition.criticalGivesHighest();
    Band band = highest && !critical.isEmpty() ? definition.bands().getLast() : band(sum);
    Band upTo =
        highest && (!critical.isEmpty() || unknownMayBeCritical)
            ? definition.bands().getLast()
            : band(most);
    return new Result(
        id(),
        version(),
        OptionalInt.of(sum),
        band.level(),
        upTo.level(),
        band.code(),
        unknowns,
        critical,
        made.plusDays(definition.validDays()));
  }

  private Band band(int sum) {
    return definition.bands().stream()
        .filter(band -> band.most() == null || sum <= band.most())
        .findFirst()
        .orElseThrow();
  }

  /// How great the person herself thinks the risk is; empty when it is not asked or not answered.
  /// It is shown beside the result and never summed.
  public OptionalInt ownEstimate(Answers answers) {
    String item = definition.ownEstimate();
    String answer = item == null ? "" : answers.to(item);
    return NUMBER.matcher(answer).matches()
        ? OptionalInt.of(Integer.parseInt(answer))
        : OptionalInt.empty();
  }

  /// What the result asks the worker to consider: the key of one of its texts,
  /// `proposal.call_conference`.
  public Optional<String> proposal(Result result) {
    return definition.bands().stream()
        .filter(band -> band.code().equals(result.band()))
        .findFirst()
        .flatMap(band -> Optional.ofNullable(band.proposal()))
        .map(proposal -> "proposal." + proposal);
  }

  /// Whether a level below the result's needs a second person's word.
  public boolean secondPersonToLower() {
    return definition.secondPersonToLower();
  }
}
