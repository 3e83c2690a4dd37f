package se.fristad.demonstration.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// How far the invented year is.
///
/// @param percent of it, from 0 to 100
/// @param state `none`, `making`, `made` or `broken_off`
/// @param what what the year holds; null when there is none
/// @param figures where this reader finds its figures; null when she does not, or not yet
public record YearPage(
    Shell shell, int percent, String state, @Nullable String what, @Nullable String figures) {
  /// Whether it goes on while one looks.
  public boolean goesOn() {
    return state.equals("making");
  }
}
