package se.fristad.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.outgoing.NeverContacted;
import se.fristad.outgoing.Reach;
import se.fristad.vault.Confidential;

/// The one question that every step asks by which something about somebody goes out of the house,
/// or somebody is let in: is whoever it goes to among those who must never be contacted? Nothing
/// else asks the relation map for it; `GoingOutTest` goes over every step of a file, and a new one
/// has to say there whether anything goes out by it.
@StaffFace
@Component
class GoingOut {
  /// The ways out.
  enum Way {
    /// She is called.
    CALL,
    /// She is written to.
    LETTER,
    /// The number on which she is reached.
    REACH,
    /// Others who give her support are told.
    SHARE,
    /// Somebody may be told, as she lets it be.
    TELL,
    /// Somebody is told.
    DISCLOSE,
    /// Somebody goes along with her, and meets her somewhere.
    ACCOMPANY,
    /// Somebody outside the house is to do something by her plan.
    PLAN,
    /// A party sees what is in the file.
    INSIGHT,
    /// A child is reported.
    REPORT_CHILD,
    /// The report is sent.
    SEND_REPORT,
    /// Who reported is told.
    TELL_REPORTER;

    private String sentence() {
      return switch (this) {
        case SHARE, REACH, PLAN -> "." + Road.code(this);
        case CALL,
            LETTER,
            TELL,
            DISCLOSE,
            ACCOMPANY,
            INSIGHT,
            REPORT_CHILD,
            SEND_REPORT,
            TELL_REPORTER ->
            "";
      };
    }
  }

  private final Links links;

  GoingOut(Links links) {
    this.links = links;
  }

  /// Those who must never be contacted, for the gate of calls and letters.
  NeverContacted never(Files.InHand hand) {
    return links.never(hand);
  }

  /// What stands against the number on which she is reached from now on.
  List<Refusal> reached(Files.InHand hand, String field, Reach reach) {
    return never(hand).isTelephone(reach)
        ? List.of(CaseRule.NEVER_CONTACTED.refusal(field, "" + Way.REACH.sentence()))
        : List.of();
  }

  /// What stands against it.
  ///
  /// @param field the field beside which it is said
  /// @param to whoever gets it, as it was written: a name, a number, an address
  List<Refusal> against(Files.InHand hand, Way way, String field, Confidential to) {
    return never(hand).receives(to)
        ? List.of(CaseRule.NEVER_CONTACTED.refusal(field, "" + way.sentence()))
        : List.of();
  }
}
