package se.fristad.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.contact.Queue;
import se.fristad.intake.Source;
import se.fristad.intake.WayIn;

/// One invented road, from the first word to where it ends or stands this morning. A plan only:
/// nothing is done yet.
///
/// @param at the first word
/// @param way how it came
/// @param talk how the conversation goes, where there is one
/// @param about who it is about, and what she has met
/// @param came what the intake became
/// @param file the road after it; null when no investigation was opened
/// @param random of this story alone, for the words that are drawn on the way
record Story(
    Instant at,
    WayIn way,
    Talk talk,
    About about,
    Came came,
    @Nullable File file,
    SplittableRandom random) {

  /// How a conversation goes.
  ///
  /// @param queue whose door it came through
  /// @param answered whether somebody has answered
  /// @param words whether she has taken four words with her
  /// @param ends whether it is closed when nothing more comes of it
  record Talk(Queue queue, boolean answered, boolean words, boolean ends) {
    /// Answered and brought to its end.
    static final Talk WHOLE = new Talk(Queue.SUPPORT, true, false, true);
  }

  /// The same road, of somebody who has been here before.
  Story of(Invented person) {
    return new Story(
        at,
        way,
        talk,
        new About(
            person,
            about.municipality(),
            about.source(),
            about.kinds(),
            about.by(),
            about.children(),
            about.risk()),
        came,
        file,
        random);
  }

  /// The person and what she has met.
  ///
  /// @param children their ages; empty when there are none
  record About(
      Invented person,
      String municipality,
      Source source,
      Set<ViolenceKind> kinds,
      Set<Relationship> by,
      List<Integer> children,
      RiskLevel risk) {}

  /// What the intake became; the codes of its closed set.
  enum Came {
    /// An investigation is opened (or will be: it is concluded so, and nobody has taken it up yet).
    OPENS,
    /// It was obvious that nothing but information was sought.
    INFORMATION_ONLY,
    /// She declines an investigation.
    DECLINED,
    /// Nobody could be reached.
    NO_CONTACT,
    /// Handed over to her own municipality.
    PASSED_MUNICIPALITY,
    /// Handed over to another authority.
    PASSED_AUTHORITY,
    /// Still a draft this morning.
    DRAFT,
    /// A conversation that nobody has made an intake of, or that never became one.
    NONE
  }

  /// The road after the intake.
  ///
  /// @param opened when she says who she is and the investigation is opened
  /// @param looked when the risk is assessed again, besides at the beginning and at the end of the
  ///   investigation
  /// @param concluded when it is concluded; null when it goes on
  /// @param decision null when none is taken yet
  record File(
      Instant opened,
      List<Instant> looked,
      @Nullable Instant concluded,
      @Nullable Decision decision) {
    /// One in which the risk is assessed at the beginning and the end.
    File(Instant opened, @Nullable Instant concluded, @Nullable Decision decision) {
      this(opened, List.of(), concluded, decision);
    }

    /// The same, looked at again on these days.
    File lookedAt(List<Instant> again) {
      return new File(opened, List.copyOf(again), concluded, decision);
    }
  }

  /// A decision and what follows.
  ///
  /// @param at when it is taken
  /// @param granted the types that are granted; empty when it is denied
  /// @param served when she is told; null when she is not told yet
  /// @param begins first day of the support; null when it has not begun
  /// @param toFollowUp the day that is set for asking her whether her need was met
  /// @param followedUp when she was asked whether her need was met; null when not yet
  /// @param closed when the file was closed; null when it is open
  record Decision(
      Instant at,
      Set<SupportType> granted,
      @Nullable Instant served,
      @Nullable LocalDate begins,
      @Nullable LocalDate toFollowUp,
      @Nullable Instant followedUp,
      @Nullable Instant closed) {}
}
