package se.fristad.house;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import se.fristad.demonstration.YearMaker;

/// Shows in the terminal how far the invented year is: a bar that grows where there is a terminal,
/// else a line at each quarter.
final class YearBar {
  private static final int WIDTH = 30;

  private YearBar() {}

  /// Shows it until it is made, beside everything else.
  static void show(YearMaker year) {
    if (year.state() == YearMaker.State.MAKING) {
      Thread.ofPlatform().name("year bar").daemon().start(() -> grow(year));
    }
  }

  private static void grow(YearMaker year) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    long began = System.nanoTime();
    int shown = -1;
    while (year.state() == YearMaker.State.MAKING) {
      int percent = year.percent();
      if (terminal && percent != shown) {
        System.out.print("\r" + line(percent));
        shown = percent;
      } else if (!terminal && percent / 25 != shown) {
        System.out.println(line(percent));
        shown = percent / 25;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    if (year.state() == YearMaker.State.MADE) {
      System.out.printf(
          "%s%s, made in %.0f s%n",
          terminal ? "\r" : "", line(100), (System.nanoTime() - began) / 1e9);
    } else {
      System.out.printf("%nThe invented year was not finished. The next start makes it anew.%n");
    }
  }

  private static String line(int percent) {
    int full = percent * WIDTH / 100;
    return "The invented year  ["
        + "#".repeat(full)
        + ".".repeat(WIDTH - full)
        + "] "
        + percent
        + " %";
  }
}
