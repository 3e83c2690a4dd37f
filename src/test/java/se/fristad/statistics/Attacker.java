package se.fristad.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A linear programme, solved by the book: two phases of the simplex method with Bland's rule. The
/// attacker's own, so that the tests trust no solver of the program.
final class Attacker {
  private static final double NEAR = 1e-9;

  private record Row(double[] of, double is) {}

  private final int unknowns;
  private final List<Row> equal = new ArrayList<>();
  private final List<Row> atMost = new ArrayList<>();

  /// @param unknowns how many; none is negative
  Attacker(int unknowns) {
    this.unknowns = unknowns;
  }

  void equal(double[] of, double is) {
    equal.add(new Row(of.clone(), is));
  }

  void atMost(double[] of, double is) {
    atMost.add(new Row(of.clone(), is));
  }

  /// As large as this can be; infinite when nothing bounds it.
  double most(double[] of) {
    return solve(of);
  }

  /// As small as this can be.
  double least(double[] of) {
    double[] minus = Arrays.stream(of).map(one -> -one).toArray();
    return -solve(minus);
  }

  private double solve(double[] aim) {
    int rows = equal.size() + atMost.size();
    int slack = atMost.size();
    int columns = unknowns + slack + rows;
    double[][] t = new double[rows + 1][columns + 1];
    int[] basis = new int[rows];
    for (int r = 0; r < rows; r++) {
      Row row = r < equal.size() ? equal.get(r) : atMost.get(r - equal.size());
      System.arraycopy(row.of(), 0, t[r], 0, unknowns);
      if (r >= equal.size()) {
        t[r][unknowns + r - equal.size()] = 1;
      }
      t[r][columns] = row.is();
      if (row.is() < 0) {
        for (int c = 0; c <= columns; c++) {
          t[r][c] = -t[r][c];
        }
      }
      t[r][unknowns + slack + r] = 1;
      basis[r] = unknowns + slack + r;
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c <= columns; c++) {
        if (c < unknowns + slack || c == columns) {
          t[rows][c] -= t[r][c];
        }
      }
    }
    if (!climb(t, basis, columns, columns)) {
      throw new IllegalStateException("the first phase is bounded");
    }
    if (t[rows][columns] < -1e-6) {
      throw new IllegalStateException("what is published contradicts itself");
    }
    out(t, basis, unknowns + slack, columns);
    Arrays.fill(t[rows], 0);
    for (int c = 0; c < unknowns; c++) {
      t[rows][c] = -aim[c];
    }
    for (int r = 0; r < rows; r++) {
      double cost = basis[r] < columns ? t[rows][basis[r]] : 0;
      if (Math.abs(cost) > 0) {
        for (int c = 0; c <= columns; c++) {
          t[rows][c] -= cost * t[r][c];
        }
      }
    }
    return climb(t, basis, unknowns + slack, columns) ? t[rows][columns] : Double.POSITIVE_INFINITY;
  }

  /// Artificial unknowns that are still in the basis, at nought, go out where they can.
  private static void out(double[][] t, int[] basis, int real, int columns) {
    for (int r = 0; r < basis.length; r++) {
      for (int c = 0; basis[r] >= real && c < real; c++) {
        if (Math.abs(t[r][c]) > 1e-7) {
          pivot(t, basis, r, c, columns);
        }
      }
    }
  }

  private static boolean climb(double[][] t, int[] basis, int usable, int columns) {
    int last = t.length - 1;
    while (true) {
      int enters = -1;
      for (int c = 0; c < usable && enters < 0; c++) {
        if (t[last][c] < -1e-8) {
          enters = c;
        }
      }
      if (enters < 0) {
        return true;
      }
      int leaves = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int r = 0; r < last; r++) {
        if (t[r][enters] > 1e-8) {
          double ratio = t[r][columns] / t[r][enters];
          if (ratio < least - NEAR
              || ratio < least + NEAR && leaves >= 0 && basis[r] < basis[leaves]) {
            least = ratio;
            leaves = r;
          }
        }
      }
      if (leaves < 0) {
        return false;
      }
      pivot(t, basis, leaves, enters, columns);
    }
  }

  private static void pivot(double[][] t, int[] basis, int row, int column, int columns) {
    double by = t[row][column];
    for (int c = 0; c <= columns; c++) {
      t[row][c] /= by;
    }
    for (int r = 0; r < t.length; r++) {
      double times = t[r][column];
      if (r != row && Math.abs(times) > 1e-12) {
        for (int c = 0; c <= columns; c++) {
          t[r][c] -= times * t[row][c];
        }
      }
    }
    basis[row] = column;
  }
}
