package se.fristad.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// The whole road of one person, one method a step: what the pages call, and what the demonstration
/// calls. Each goes through the door, asks every rule, and is done whole or not at all.
@StaffFace
@Component
public class Road {
  private final Openings openings;

  Road(Openings openings) {
    this.openings = openings;
  }

  /// Who somebody says she is.
  ///
  /// @param number as typed; blank when there is none
  /// @param born when no number is given; null when it is not known
  /// @param safeContact how contact may be made without danger
  /// @param protection `none`, `secrecy_mark`, `protected_registration` or `fictitious`
  /// @param language code of the language she wants to speak
  public record Who(
      Confidential name,
      Confidential number,
      @Nullable LocalDate born,
      Confidential telephone,
      Confidential address,
      Confidential safeContact,
      String protection,
      String language) {}

  /// What she agrees to (*samtycke*).
  ///
  /// @param until its last day
  /// @param how how it was given, in words
  public record Agreed(LocalDate from, LocalDate until, Confidential how) {}

  /// A file to open.
  ///
  /// @param file minted with the form: the same id is the same file
  /// @param intake the concluded intake it follows on; null when she applied in another way
  /// @param register that it is written down and investigated
  public record Opening(
      UUID file, @Nullable UUID intake, String municipality, Who who, Agreed register) {}

  /// A file that has begun.
  ///
  /// @param number its number, by which it is found again
  public record Began(UUID file, String number) {}

  /// She says who she is and agrees; her file is opened.
  public Step<Began> open(Viewer viewer, Opening opening) {
    return openings.open(viewer, opening);
  }
}
