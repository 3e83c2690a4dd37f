package se.fristad.page;

/// What is shown when there is no page to show: not there (the same whether it does not exist or is
/// not for the reader), not understood, or a fault of ours with a number to tell us.
///
/// On the public face it is plain HTML: it names no file of the staff face and needs no stylesheet.
public record FaultPage(Shell shell, boolean staff, Kind kind, String reference) {
  /// The three kinds.
  public enum Kind {
    /// Not there, or not for you.
    NOT_THERE,
    /// What was sent could not be read.
    NOT_UNDERSTOOD,
    /// More than any form of ours holds.
    TOO_LARGE,
    /// Our fault.
    FAULT
  }

  /// The 404 page.
  public static View notThere(Shell shell, boolean staff) {
    return view(new FaultPage(shell, staff, Kind.NOT_THERE, ""), 404);
  }

  /// The page for what could not be read, without any of it.
  public static View notUnderstood(Shell shell, boolean staff, int status) {
    Kind kind = status == 413 ? Kind.TOO_LARGE : Kind.NOT_UNDERSTOOD;
    return view(new FaultPage(shell, staff, kind, ""), status);
  }

  /// The page for a fault, with the number that stands in the log.
  public static View fault(Shell shell, boolean staff, String reference) {
    return view(new FaultPage(shell, staff, Kind.FAULT, reference), 500);
  }

  private static View view(FaultPage page, int status) {
    return new View(page.staff() ? "page/fault" : "page/fault-plain", page, status);
  }

  /// What is said first.
  public String title() {
    return switch (kind) {
      case NOT_THERE -> shell.t("page.fault.not-there");
      case NOT_UNDERSTOOD -> shell.t("page.fault.not-understood");
      case TOO_LARGE -> shell.t("page.fault.too-large");
      case FAULT -> shell.t("page.fault.fault");
    };
  }

  /// What to do.
  public String text() {
    return switch (kind) {
      case NOT_THERE -> shell.t("page.fault.not-there.text");
      case NOT_UNDERSTOOD -> shell.t("page.fault.not-understood.text");
      case TOO_LARGE -> shell.t("page.fault.too-large.text");
      case FAULT ->
          staff ? shell.t("page.fault.fault.text") : shell.t("page.fault.fault.text.public");
    };
  }
}
