package se.fristad.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// Logging in.
///
/// @param refusal what is said after a failed try
/// @param kept whether a form of hers was kept when her session ended
/// @param begun whether she has just chosen her password
/// @param alarm `sent` or `unsent` when she called for help after her session had ended
/// @param to where she was going
/// @param offered the demonstration's staff; empty everywhere else
public record LoginPage(
    Shell shell,
    @Nullable String refusal,
    boolean kept,
    boolean begun,
    boolean left,
    String alarm,
    Field login,
    Field password,
    Field code,
    String to,
    List<Offered> offered) {
  /// One who may come in with one click.
  public record Offered(String staff, String name, String role, String about) {}
}
