package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Kin and neighbours of somebody who works here.
///
/// @param href where it is sent
/// @param declared what she has declared: of what kind and when, nothing of whom
public record KinPage(
    Shell shell,
    String href,
    Field kind,
    List<Option> kinds,
    Field value,
    List<Declared> declared) {
  /// One that she has declared.
  ///
  /// @param sentence of what kind and when
  /// @param back where it is taken back
  public record Declared(String sentence, String back) {}

  /// Copies the lists.
  public KinPage {
    kinds = List.copyOf(kinds);
    declared = List.copyOf(declared);
  }
}
