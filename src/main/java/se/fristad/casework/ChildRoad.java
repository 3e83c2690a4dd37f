package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.Reasons;
import se.fristad.vault.Confidential;

/// The child's road, one method a step: what the pages call, and what the demonstration calls.
///
/// A child exposed to violence is reported at once. *Elsewhere* the report is another unit's: it is
/// sent the same day, the receipt is waited for, asked for daily, and the unit's dates are shown as
/// theirs. *Here* the report opens the child's own file, and the law's clocks are ours. Which of
/// them is the municipality's ([se.fristad.centre.Centre#childCases]).
@StaffFace
@Component
public class ChildRoad {
  private final ChildReports reports;
  private final ChildFiles files;
  private final ChildInvestigations investigations;

  ChildRoad(ChildReports reports, ChildFiles files, ChildInvestigations investigations) {
    this.reports = reports;
    this.files = files;
    this.investigations = investigations;
  }

  /// What the child may have met.
  public enum Exposure {
    /// It has suffered violence itself.
    SUFFERED,
    /// It has seen or heard violence (*bevittnat*).
    WITNESSED,
    /// Something else gives cause for concern.
    OTHER;

    /// As it stands in a form.
    public String code() {
      return Road.code(this);
    }
  }

  /// Who reported.
  public enum Reporter {
    /// This house, by its own duty.
    OURSELVES,
    /// Somebody else who has to (19 kap. 1 § SoL).
    BY_DUTY,
    /// Anybody (19 kap. 4 § SoL).
    ANYONE;

    /// As it stands in a form.
    public String code() {
      return Road.code(this);
    }
  }

  /// What a unit decides on a report.
  public enum Outcome {
    /// An investigation is opened.
    OPENED,
    /// None is opened.
    NOT_OPENED,
    /// One was open already.
    ONGOING;

    /// As it stands in the table.
    public String code() {
      return Road.code(this);
    }
  }

  /// What a child's investigation comes to.
  public enum Ending {
    /// Support is to be given.
    SUPPORT,
    /// None is.
    NO_SUPPORT,
    /// The court is asked.
    APPLICATION;

    /// As it stands in a form.
    public String code() {
      return Road.code(this);
    }
  }

  /// A concern about a child.
  ///
  /// @param child who it is; its own safe contact
  /// @param school blank when not known
  /// @param seen what was seen or heard, by whom
  /// @param arose when we learned of it
  /// @param sent when it was sent; null when it is still to be, today
  /// @param to which unit, and how
  public record Concern(
      Road.Who child,
      Confidential school,
      Exposure exposure,
      Confidential seen,
      String municipality,
      Instant arose,
      @Nullable Instant sent,
      Confidential to) {
    /// Nothing of it is printed.
    @Override
    public String toString() {
      return "[concern]";
    }
  }

  /// A report that has been written down.
  ///
  /// @param report its id in the file where it was made; in the child's file when it was made there
  /// @param child the child's own file; null when it is another unit's
  /// @param received its id in the child's own file; null when it is another unit's
  public record Reported(UUID report, @Nullable UUID child, @Nullable UUID received) {}

  /// A child's file to open, on a concern that came in without an adult's file.
  ///
  /// @param file minted with the form: the same id is the same file
  /// @param intake the concluded intake in which it was learned; null when it came in another way
  /// @param own whether that intake is the child's own, and not somebody's around it
  public record Opening(
      UUID file, @Nullable UUID intake, boolean own, Reporter reporter, Concern concern) {}

  /// One more report on a child whose file is open.
  public record Again(
      Reporter reporter, Confidential who, Exposure exposure, Confidential seen, Instant reached) {}

  /// What another unit has answered, with its own dates.
  ///
  /// @param protectionOn when it assessed immediate protection; null when it has not said
  public record Answer(
      Outcome outcome, LocalDate on, @Nullable LocalDate protectionOn, Confidential words) {}

  /// The assessment of immediate protection (*skyddsbedömning*).
  ///
  /// @param measures what is done at once; needed when protection is
  public record Protection(boolean needed, Confidential measures, Confidential words) {}

  /// The decision to investigate or not (*förhandsbedömning*).
  ///
  /// @param why needed when it is not opened
  public record Preliminary(boolean opened, Confidential why) {}

  /// More time.
  public record Longer(@Nullable Reasons reasons, Confidential why, @Nullable LocalDate until) {}

  /// The end of a child's investigation.
  ///
  /// @param opinion what the child thinks, in its own words
  /// @param notHeard why it could not be asked; blank when it was
  /// @param followUp whether the child is followed up without support
  public record Concluding(
      Ending ending,
      Confidential opinion,
      Confidential notHeard,
      Confidential words,
      boolean followUp) {}

  /// A child is reported from an adult's file.
  public Step<Reported> report(Viewer viewer, UUID file, Concern concern) {
    return reports.report(viewer, file, concern);
  }

  /// A child is reported without an adult's file: its own is opened.
  public Step<Reported> open(Viewer viewer, Opening opening) {
    return files.open(viewer, opening);
  }

  /// The report has been sent.
  public Step<UUID> send(Viewer viewer, UUID file, UUID report, Instant at, Confidential to) {
    return reports.send(viewer, file, report, at, to);
  }

  /// The unit has said that it has the report.
  public Step<UUID> receipt(
      Viewer viewer, UUID file, UUID report, LocalDate on, Confidential words) {
    return reports.receipt(viewer, file, report, on, words);
  }

  /// The unit has been asked for its receipt.
  public Step<UUID> askForReceipt(Viewer viewer, UUID file, UUID report, Confidential words) {
    return reports.ask(viewer, file, report, words);
  }

  /// Another unit has decided.
  public Step<UUID> answer(Viewer viewer, UUID file, UUID report, Answer answer) {
    return reports.answer(viewer, file, report, answer);
  }

  /// One more report on the same child has reached the house.
  public Step<UUID> receive(Viewer viewer, UUID file, Again again) {
    return files.receive(viewer, file, again);
  }

  /// Immediate protection is assessed.
  public Step<UUID> assessProtection(Viewer viewer, UUID file, UUID report, Protection protection) {
    return investigations.assessProtection(viewer, file, report, protection);
  }

  /// It is decided whether to investigate.
  ///
  /// @return the investigation's id; the report's when none is opened
  public Step<UUID> decide(Viewer viewer, UUID file, UUID report, Preliminary preliminary) {
    return investigations.decide(viewer, file, report, preliminary);
  }

  /// The time to decide is made longer.
  public Step<UUID> prolongPreliminary(Viewer viewer, UUID file, UUID report, Longer longer) {
    return investigations.prolongPreliminary(viewer, file, report, longer);
  }

  /// The time to investigate is made longer.
  public Step<UUID> prolongInvestigation(
      Viewer viewer, UUID file, UUID investigation, Longer longer) {
    return investigations.prolong(viewer, file, investigation, longer);
  }

  /// The child's investigation is ready.
  public Step<UUID> conclude(Viewer viewer, UUID file, UUID investigation, Concluding concluding) {
    return investigations.conclude(viewer, file, investigation, concluding);
  }

  /// Who reported by duty asks what became of it.
  public Step<UUID> reporterAsks(Viewer viewer, UUID file, UUID report, LocalDate on) {
    return investigations.reporterAsks(viewer, file, report, on);
  }

  /// Who reported is told.
  public Step<UUID> tellReporter(Viewer viewer, UUID file, UUID report, Confidential words) {
    return investigations.tellReporter(viewer, file, report, words);
  }

  /// The follow-up of a child without support is over.
  public Step<UUID> endFollowUp(Viewer viewer, UUID file, Confidential words) {
    return investigations.endFollowUp(viewer, file, words);
  }
}
