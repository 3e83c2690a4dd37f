package se.fristad.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An instrument of assessment (*bedömningsinstrument*), read from its definition: questions in,
/// result out. A definition without a licence is refused: nobody else's words are shipped with the
/// program.
public final class Instrument {
  private Instrument() {}

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
  public record Item(String id, Kind kind, List<String> options, int least, int most) {
    /// Copies the list.
    public Item {
      options = List.copyOf(options);
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
    throw new UnsupportedOperationException();
  }

  /// The project's own form of the first contact (*initial riskbedömning*).
  public static Instrument initialRisk() {
    throw new UnsupportedOperationException();
  }

  /// Its id: `own.initial-risk`.
  public String id() {
    throw new UnsupportedOperationException();
  }

  /// Its version: `1.0`.
  public String version() {
    throw new UnsupportedOperationException();
  }

  /// Whose words they are, and under which licence.
  public Licence licence() {
    throw new UnsupportedOperationException();
  }

  /// Its parts, in order.
  public List<Section> sections() {
    throw new UnsupportedOperationException();
  }

  /// A text of it: `title`, `note`, a section's id, an item's id, `item.option`.
  public String text(String language, String key) {
    throw new UnsupportedOperationException();
  }

  /// What should lead to a new assessment.
  public List<String> reassessOn() {
    throw new UnsupportedOperationException();
  }

  /// Answers that are no answers to it, by item; empty when all can be read.
  public Set<String> unreadable(Answers answers) {
    throw new UnsupportedOperationException();
  }

  /// The result.
  public Result result(Answers answers, LocalDate made) {
    throw new UnsupportedOperationException();
  }

  /// How great the person herself thinks the risk is; empty when not asked or not answered. It is
  /// shown beside the result and never summed.
  public OptionalInt ownEstimate(Answers answers) {
    throw new UnsupportedOperationException();
  }

  /// What the level asks the worker to do, as keys of its texts: `proposal.high`.
  public @Nullable String proposal(Level level) {
    throw new UnsupportedOperationException();
  }
}
