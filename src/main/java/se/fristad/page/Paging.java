package se.fristad.page;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Which part of a list is shown: "Visar 1–25 av 200", and the way to the part before and after.
/// Counted from one; all are zero when the list is empty.
public record Paging(
    int first, int last, int total, @Nullable String before, @Nullable String after) {
  /// Page number `page` (from one) of a list of `total`, `size` on each page; a page beyond the end
  /// is the last one.
  public static Paging of(int page, int size, int total, IntFunction<String> address) {
    if (size < 1) {
      throw new IllegalArgumentException("size");
    }
    int pages = Math.max(1, (total + size - 1) / size);
    int here = Math.clamp(page, 1, pages);
    return new Paging(
        total == 0 ? 0 : (here - 1) * size + 1,
        Math.min(here * size, total),
        total,
        here > 1 ? address.apply(here - 1) : null,
        here < pages ? address.apply(here + 1) : null);
  }

  /// A list that is shown whole.
  public static Paging whole(int total) {
    return of(1, Math.max(1, total), total, page -> "");
  }

  /// How many rows of the list come before the first one shown; SQL's `OFFSET`.
  public int skipped() {
    return Math.max(0, first - 1);
  }
}
