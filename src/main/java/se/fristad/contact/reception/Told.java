package se.fristad.contact.reception;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told of a number (*sekretessprövning av små tal*), by the rules and with the signs of a
/// release of `statistics`: below five, nought as well, it is `<5`; what a smaller one could be
/// reckoned from by subtraction gives way too.
///
/// A month of a reception is one equation at a time (a whole and its parts), so that the room of
/// each hidden number is reckoned exactly, without a linear programme: a `<5` must be able to be
/// nought and four, a `..` any of six numbers in a row.
///
/// @param n the number; nothing when it is not told
record Told(@Nullable Long n, Sign sign) {
  /// What stands there.
  enum Sign {
    /// The number.
    NUMBER(""),
    /// Fewer than five.
    FEW("<5"),
    /// Five or more, hidden so that a smaller one stays hidden.
    HIDDEN(".."),
    /// Nothing, for there is no room for anything.
    WITHHELD(":");

    private final String mark;

    Sign(String mark) {
      this.mark = mark;
    }

    /// As in every file and every language.
    String mark() {
      return mark;
    }
  }

  /// The least number that is told.
  static final long LEAST = 5;

  private static final long WIDTH = 5;

  /// A number that is no part of anything that is told.
  static Told whole(long n) {
    return n < LEAST ? new Told(null, Sign.FEW) : new Told(n, Sign.NUMBER);
  }

  boolean isTold() {
    return sign == Sign.NUMBER;
  }

  /// A part of a whole whose rest is told nowhere, but can be reckoned when both are.
  static Told part(long n, long whole) {
    if (!whole(whole).isTold()) {
      return new Told(null, Sign.WITHHELD);
    }
    if (n < LEAST || whole - n >= LEAST) {
      return whole(n);
    }
    return new Told(null, whole - LEAST < WIDTH ? Sign.WITHHELD : Sign.HIDDEN);
  }

  /// All parts of a whole. A whole that is not told tells of no part.
  static List<Told> divided(long whole, List<Long> parts) {
    if (!whole(whole).isTold()) {
      return withheld(parts.size());
    }
    List<Sign> signs = new ArrayList<>();
    parts.forEach(part -> signs.add(part < LEAST ? Sign.FEW : Sign.NUMBER));
    while (isInDoubt(parts, signs)) {
      int least = -1;
      for (int at = 0; at < parts.size(); at++) {
        if (signs.get(at) == Sign.NUMBER && (least < 0 || parts.get(at) < parts.get(least))) {
          least = at;
        }
      }
      if (least < 0) {
        return withheld(parts.size());
      }
      signs.set(least, Sign.HIDDEN);
    }
    List<Told> told = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      told.add(new Told(signs.get(at) == Sign.NUMBER ? parts.get(at) : null, signs.get(at)));
    }
    return told;
  }

  private static List<Told> withheld(int size) {
    return Collections.nCopies(size, new Told(null, Sign.WITHHELD));
  }

  /// Whether somebody who adds and subtracts learns more of a hidden part than its sign says.
  private static boolean isInDoubt(List<Long> parts, List<Sign> signs) {
    int size = parts.size();
    long hidden = 0;
    long[] low = new long[size];
    long[] high = new long[size];
    for (int at = 0; at < size; at++) {
      if (signs.get(at) != Sign.NUMBER) {
        hidden += parts.get(at);
        low[at] = signs.get(at) == Sign.FEW ? 0 : LEAST;
      }
    }
    for (int at = 0; at < size; at++) {
      high[at] = signs.get(at) == Sign.FEW ? LEAST - 1 : signs.get(at) == Sign.HIDDEN ? hidden : 0;
    }
    long lows = Arrays.stream(low).sum();
    long highs = Arrays.stream(high).sum();
    for (int at = 0; at < size; at++) {
      long least = Math.max(low[at], hidden - (highs - high[at]));
      long most = Math.min(high[at], hidden - (lows - low[at]));
      boolean doubt =
          switch (signs.get(at)) {
            case NUMBER, WITHHELD -> false;
            case FEW -> least > 0 || most < LEAST - 1;
            case HIDDEN -> most - least < WIDTH;
          };
      if (doubt) {
        return true;
      }
    }
    return false;
  }
}
