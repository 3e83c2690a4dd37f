package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// An acute protection, decided on at night or of somebody who has no file.
///
/// @param head whose card it is; null when she has no file
/// @param href where it is sent
/// @param back where one comes back to
/// @param title what it is
/// @param lead what it is for
/// @param form minted with the form
/// @param intake the intake it follows on; empty when none
/// @param against what stands against it as a whole
public record DutyAcute(
    Shell shell,
    @Nullable FileHead head,
    String href,
    String back,
    String title,
    String lead,
    String form,
    String intake,
    List<String> against,
    List<Part> parts) {
  /// Copies the lists.
  public DutyAcute {
    against = List.copyOf(against);
    parts = List.copyOf(parts);
  }

  /// Every field, for the summary of what is wrong.
  public List<Field> fields() {
    return Part.fields(parts);
  }
}
