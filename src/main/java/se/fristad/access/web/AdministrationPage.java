package se.fristad.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// Staff, faults and what the administrator has to do.
///
/// @param made a one-time code that was just made, shown once
/// @param copiesMissing whether the two paper copies of the master key are not confirmed yet
public record AdministrationPage(
    Shell shell,
    @Nullable Made made,
    @Nullable String done,
    boolean copiesMissing,
    List<Member> staff,
    Field name,
    Field login,
    Field organisation,
    List<Option> organisations,
    Field role,
    List<Option> roles,
    Table faults) {
  /// A one-time code.
  public record Made(String name, String code, String address) {}

  /// One who works here.
  public record Member(
      String id,
      String name,
      String login,
      List<String> capacities,
      boolean active,
      boolean begun,
      boolean self) {}
}
