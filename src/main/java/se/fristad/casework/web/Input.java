package se.fristad.casework.web;

import java.util.List;
import java.util.Set;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Tone;

/// One thing on a form of a file, in the order of the page.
public sealed interface Input {
  /// A question.
  sealed interface Asked extends Input {
    /// What is asked, what was typed and what is wrong with it.
    Field field();

    @Override
    default List<Asked> asked() {
      return List.of(this);
    }
  }

  /// The questions in it.
  default List<Asked> asked() {
    return List.of();
  }

  /// A few short questions beside each other, where there is room.
  record Together(List<Asked> asked) implements Input {
    /// Copies the list.
    public Together {
      asked = List.copyOf(asked);
    }
  }

  /// One line of text.
  ///
  /// @param most characters that the browser lets anyone type
  record Line(Field field, boolean narrow, boolean digits, int most) implements Asked {}

  /// A line in which nothing can be written; its hint says why.
  record Shut(Field field) implements Asked {}

  /// Several lines of text.
  record Area(Field field, int rows, int most) implements Asked {}

  /// A day.
  record Day(Field field) implements Asked {}

  /// A time of day.
  record Time(Field field) implements Asked {}

  /// One of a few.
  record Choice(Field field, List<Option> options, boolean across) implements Asked {
    /// Copies the list.
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// One of many.
  record Select(Field field, List<Option> options) implements Asked {
    /// Copies the list.
    public Select {
      options = List.copyOf(options);
    }
  }

  /// As many as one likes.
  record Checks(Field field, List<Option> options, Set<String> chosen, boolean across)
      implements Asked {
    /// Copies the list and the set.
    public Checks {
      options = List.copyOf(options);
      chosen = Set.copyOf(chosen);
    }
  }

  /// What stands in the file already.
  record Told(List<Described> lines) implements Input {
    /// Copies the list.
    public Told {
      lines = List.copyOf(lines);
    }
  }

  /// Something to know before one goes on.
  record Notice(Tone tone, String text) implements Input {}

  /// What the answers so far come to; written anew as one types.
  record Live(List<String> sentences) implements Input {
    /// Copies the list.
    public Live {
      sentences = List.copyOf(sentences);
    }
  }

  /// The heading of a row: one of several of the same kind.
  record Row(String heading) implements Input {}

  /// A way to another page that belongs to the question.
  record Way(String label, String href) implements Input {}

  /// A button that gives one more row to write in.
  record More(String label) implements Input {}
}
