package se.fristad.demonstration.web;

import se.fristad.page.Shell;

/// How far the invented year is.
///
/// @param percent of it, from 0 to 100
/// @param state `none`, `making`, `made` or `broken_off`
public record YearPage(Shell shell, int percent, String state) {
  /// Whether it goes on while one looks.
  public boolean goesOn() {
    return state.equals("making");
  }
}
