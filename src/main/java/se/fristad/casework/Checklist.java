package se.fristad.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.fristad.vault.Confidential;

/// A list of questions that belongs to an investigation and stands in its own section: answered
/// yes, no or not known, as far as one has come; answered again when something has changed.
public enum Checklist {
  /// The honour context (*hederskontext*): who decides over her, and what is planned.
  HONOUR(
      List.of(
          "decides",
          "watched",
          "school",
          "virginity",
          "mutilation",
          "marriage",
          "journey",
          "abroad",
          "reputation",
          "killed",
          "siblings",
          "made_to",
          "orientation",
          "papers"),
      Set.of("mutilation", "marriage", "journey", "killed")),
  /// Digital violence (*digitalt våld*): the worker's list of ways to be followed and reached.
  DIGITAL(
      List.of(
          "telephone",
          "unlock",
          "location",
          "tags",
          "accounts",
          "bankid",
          "apps",
          "home",
          "children",
          "pictures",
          "messages",
          "name",
          "sees_us"),
      Set.of("sees_us"));

  private final List<String> items;
  private final Set<String> acute;

  Checklist(List<String> items, Set<String> acute) {
    this.items = items;
    this.acute = acute;
  }

  /// An answer to one question.
  public enum Answered {
    /// Yes.
    YES,
    /// No.
    NO,
    /// Asked, and not known.
    UNKNOWN;

    String code() {
      return Road.code(this);
    }
  }

  /// What was answered.
  ///
  /// @param answers by the question's code; what was not asked is left out
  /// @param who who decides over her, or who is behind it, in words
  /// @param words what the worker wants to say more
  public record Answers(
      Checklist list, Map<String, Answered> answers, Confidential who, Confidential words) {
    /// Copies the map.
    public Answers {
      answers = Map.copyOf(answers);
    }

    /// The questions answered yes after which nobody waits.
    public List<String> acute() {
      return list.items.stream()
          .filter(item -> list.acute.contains(item) && answers.get(item) == Answered.YES)
          .toList();
    }

    /// The questions answered yes, in the list's order.
    public List<String> yes() {
      return list.items.stream().filter(item -> answers.get(item) == Answered.YES).toList();
    }

    /// Whether nothing was answered or written.
    boolean isEmpty() {
      return answers.isEmpty() && who.isBlank() && words.isBlank();
    }

    /// Nothing of it is printed.
    @Override
    public String toString() {
      return "[answers]";
    }
  }

  /// The codes of its questions, in order.
  List<String> items() {
    return items;
  }

  String code() {
    return Road.code(this);
  }

  static Checklist of(String code) {
    return Road.of(values(), code);
  }

  static Set<String> codes() {
    return Arrays.stream(values()).map(Checklist::code).collect(Collectors.toUnmodifiableSet());
  }
}
