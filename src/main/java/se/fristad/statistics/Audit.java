package se.fristad.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fristad.statistics.Equations.Part;
import se.fristad.statistics.Equations.Reader;

/// The proof that what is hidden stays hidden (*röjandekontroll*).
///
/// For every hidden cell and every reader it finds two complete tables of whole numbers that agree
/// with everything that has been told, so far apart in that cell that she cannot say which it is:
/// for `<5` one with none (or her own municipality's) and one with four; for `..` two that are five
/// apart. A linear programme finds the tables; that they agree is then counted in whole numbers. A
/// cell without its two tables is in doubt, whatever the reason.
final class Audit {
  /// How far apart the two numbers of a hidden cell must lie.
  static final long WIDTH = 5;

  private static final long LEAST = Label.LEAST;

  private final Equations equations;
  private int programmes;

  Audit(Equations equations) {
    this.equations = equations;
  }

  /// A cell that a reader can narrow down.
  ///
  /// @param low the smallest number that was found for it
  /// @param high the largest
  record Doubt(Part part, Reader reader, long low, long high) {}

  /// Every doubt there is; none when all is well.
  List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>();
    for (Reader reader : equations.readers()) {
      doubts.addAll(doubts(reader, Integer.MAX_VALUE));
    }
    return doubts;
  }

  /// The first doubt.
  Optional<Doubt> firstDoubt() {
    for (Reader reader : equations.readers()) {
      List<Doubt> found = doubts(reader, 1);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /// How many linear programmes it took.
  int programmes() {
    return programmes;
  }

  /// How far a part is known to reach.
  private record Reach(long low, long high) {
    Reach with(long number) {
      return new Reach(Math.min(low, number), Math.max(high, number));
    }
  }

  private List<Doubt> doubts(Reader reader, int most) {
    Programme programme = new Programme(equations, reader);
    List<Part> hidden =
        equations.parts().stream().filter(part -> mustStayHidden(part, reader)).toList();
    Map<Part, Reach> reached = new HashMap<>();
    note(reached, hidden, equations.truth());
    List<Doubt> doubts = new ArrayList<>();
    for (Part part : hidden) {
      long own = reader.ownOf(part);
      boolean few = part.n < LEAST;
      if (few) {
        reach(programme, reached, hidden, part, true, LEAST - 1);
        reach(programme, reached, hidden, part, false, own);
      } else {
        reach(programme, reached, hidden, part, true, at(reached, part).low() + WIDTH);
        reach(programme, reached, hidden, part, false, at(reached, part).high() - WIDTH);
      }
      Reach reach = at(reached, part);
      if (few
          ? reach.high() < LEAST - 1 || reach.low() > own
          : reach.high() - reach.low() < WIDTH) {
        doubts.add(new Doubt(part, reader, reach.low(), reach.high()));
        if (doubts.size() >= most) {
          break;
        }
      }
    }
    programmes += programme.solved();
    return doubts;
  }

  /// What is told as something else than its number, and what is small and told not at all; but not
  /// what is not decided yet, and not what the reader brings with her.
  private static boolean mustStayHidden(Part part, Reader reader) {
    Label label = part.label();
    if (label == null || part.atoms.length == 1 && part.atoms[0] == reader.atom()) {
      return false;
    }
    return switch (label) {
      case SHOWN -> false;
      case FEW, HIDDEN -> true;
      case WITHHELD -> part.n < LEAST;
    };
  }

  private static void reach(
      Programme programme,
      Map<Part, Reach> reached,
      List<Part> hidden,
      Part part,
      boolean large,
      long enough) {
    Reach now = at(reached, part);
    if (large ? now.high() >= enough : now.low() <= enough) {
      return;
    }
    programme.extreme(part, large, enough).ifPresent(numbers -> note(reached, hidden, numbers));
  }

  private static void note(Map<Part, Reach> reached, List<Part> hidden, long[] numbers) {
    for (Part part : hidden) {
      long number = Programme.of(numbers, part.atoms);
      reached.merge(part, new Reach(number, number), (before, now) -> before.with(number));
    }
  }

  private static Reach at(Map<Part, Reach> reached, Part part) {
    Reach reach = reached.get(part);
    if (reach == null) {
      throw new IllegalStateException("a part without the true number");
    }
    return reach;
  }
}
