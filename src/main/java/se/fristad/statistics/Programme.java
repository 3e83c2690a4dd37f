package se.fristad.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.fristad.statistics.Equations.Part;
import se.fristad.statistics.Equations.Reader;

/// A linear programme over [Equations], for one reader: what she has read, and the farthest that a
/// number can lie from the true one without contradicting it.
final class Programme {
  private static final double NEAR = 1e-6;

  private final Equations equations;
  private final Reader reader;
  private final long most;
  private int solved;

  Programme(Equations equations, Reader reader) {
    this.equations = equations;
    this.reader = reader;
    // room enough for every interval that is asked for; a bound takes possibilities from the reader
    // that she has, never the other way round
    this.most = Arrays.stream(equations.truth()).sum() + 100;
  }

  /// How many programmes were solved.
  int solved() {
    return solved;
  }

  /// Whole numbers in every place, agreeing with everything that is told, in which a part is as
  /// large (or as small) as it can be.
  ///
  /// @param enough the part need not go beyond this
  Optional<long[]> extreme(Part part, boolean large, long enough) {
    Optional<long[]> found = solve(part, large, enough, false);
    return found.isPresent() ? found : solve(part, large, enough, true);
  }

  private Optional<long[]> solve(Part part, boolean large, long enough, boolean whole) {
    ExpressionsBasedModel model = model(whole);
    Expression aim = sum(model, "aim", part.atoms).weight(1);
    if (large) {
      aim.upper(enough);
    } else {
      aim.lower(enough);
    }
    solved++;
    Optimisation.Result result = large ? model.maximise() : model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    long[] numbers = new long[equations.size()];
    for (int i = 0; i < numbers.length; i++) {
      double value = result.doubleValue(i);
      numbers[i] = Math.round(value);
      if (Math.abs(value - numbers[i]) > NEAR) {
        return Optional.empty();
      }
    }
    return agrees(numbers) ? Optional.of(numbers) : Optional.empty();
  }

  /// Which of the numbers that are shown would have to be hidden, at the least cost, for a part to
  /// reach a value.
  ///
  /// @param atLeast whether the value is to be reached from below
  /// @param mayHide the parts that may be hidden, each with what hiding it costs
  /// @return the places in `mayHide`; empty when nothing helps
  Optional<Cut> cut(Part part, boolean atLeast, long value, List<Costly> mayHide) {
    ExpressionsBasedModel model = model(false, mayHide);
    Expression aim = sum(model, "aim", part.atoms);
    if (atLeast) {
      aim.lower(value);
    } else {
      aim.upper(value);
    }
    solved++;
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    List<Part> hidden = new java.util.ArrayList<>();
    double cost = 0;
    for (int i = 0; i < mayHide.size(); i++) {
      double moved =
          result.doubleValue(equations.size() + 2 * i)
              + result.doubleValue(equations.size() + 2 * i + 1);
      if (moved > NEAR) {
        hidden.add(mayHide.get(i).part());
        cost += mayHide.get(i).cost() * moved;
      }
    }
    return hidden.isEmpty() ? Optional.empty() : Optional.of(new Cut(hidden, cost));
  }

  /// A part that may be hidden.
  record Costly(Part part, double cost) {}

  /// What is to be hidden, and what that costs.
  record Cut(List<Part> parts, double cost) {}

  private ExpressionsBasedModel model(boolean whole) {
    return model(whole, List.of());
  }

  private ExpressionsBasedModel model(boolean whole, List<Costly> mayHide) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int i = 0; i < equations.size(); i++) {
      Variable atom = model.newVariable("a" + i).lower(0).upper(most);
      if (whole) {
        atom.integer(true);
      }
      if (i == reader.atom()) {
        atom.level(reader.knows());
      }
    }
    for (int i = 0; i < mayHide.size(); i++) {
      double cost = mayHide.get(i).cost();
      model.newVariable("p" + i).lower(0).upper(most).weight(cost);
      model.newVariable("m" + i).lower(0).upper(most).weight(cost);
    }
    int number = 0;
    for (Equations.Rule rule : equations.rules()) {
      Expression line = sum(model, "r" + number++, rule.plus());
      for (int atom : rule.minus()) {
        line.add(atom, -1);
      }
      if (rule.equal()) {
        line.level(0);
      } else {
        line.upper(0);
      }
    }
    for (Part part : equations.parts()) {
      Label label = part.label();
      if (label != null && label != Label.WITHHELD) {
        tell(model, "t" + number++, part, label, mayHide);
      }
    }
    return model;
  }

  private static void tell(
      ExpressionsBasedModel model, String name, Part part, Label label, List<Costly> mayHide) {
    int costly = label == Label.SHOWN ? placeOf(part, mayHide) : -1;
    if (costly >= 0) {
      int first = model.countVariables() - 2 * mayHide.size() + 2 * costly;
      sum(model, name, part.atoms).add(first, -1).add(first + 1, 1).level(part.n);
      sum(model, name + "h", part.atoms).lower(Label.LEAST);
      return;
    }
    Expression line = sum(model, name, part.atoms);
    switch (label) {
      case SHOWN -> line.level(part.n);
      case FEW -> line.lower(0).upper(Label.LEAST - 1);
      case HIDDEN -> line.lower(Label.LEAST);
      case WITHHELD -> throw new IllegalStateException("nothing is told of it");
    }
  }

  private static int placeOf(Part part, List<Costly> mayHide) {
    for (int i = 0; i < mayHide.size(); i++) {
      if (mayHide.get(i).part() == part) {
        return i;
      }
    }
    return -1;
  }

  private static Expression sum(ExpressionsBasedModel model, String name, int[] atoms) {
    Expression line = model.newExpression(name);
    for (int atom : atoms) {
      line.add(atom, 1);
    }
    return line;
  }

  /// Whether numbers agree with every equation and everything that is told, counted in whole
  /// numbers and without the solver.
  boolean agrees(long[] numbers) {
    for (long number : numbers) {
      if (number < 0) {
        return false;
      }
    }
    if (reader.atom() >= 0 && numbers[reader.atom()] != reader.knows()) {
      return false;
    }
    for (Equations.Rule rule : equations.rules()) {
      long plus = of(numbers, rule.plus());
      long minus = of(numbers, rule.minus());
      if (rule.equal() ? plus != minus : plus > minus) {
        return false;
      }
    }
    return equations.parts().stream().allMatch(part -> agrees(part, of(numbers, part.atoms)));
  }

  private static boolean agrees(Part part, long number) {
    @Nullable Label label = part.label();
    if (label == null) {
      return true;
    }
    return switch (label) {
      case SHOWN -> number == part.n;
      case FEW -> number < Label.LEAST;
      case HIDDEN -> number >= Label.LEAST;
      case WITHHELD -> true;
    };
  }

  /// What a part is when these are the numbers.
  static long of(long[] numbers, int[] atoms) {
    long sum = 0;
    for (int atom : atoms) {
      sum += numbers[atom];
    }
    return sum;
  }
}
