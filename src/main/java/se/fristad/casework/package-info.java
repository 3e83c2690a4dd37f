/// Step 3. The file of the adult and of the child: investigation, decision, support, follow-up
/// (*ärende, personakt*).
///
/// Somebody chooses to say who she is; her consent is recorded; from then on every step stands in
/// her file until it is closed with an offer to come back. A child has a file of its own: a report
/// of concern opens it, not a consent, and the law's clocks run in it; or the report goes to the
/// unit whose case the child is, and is asked for until that unit has answered.
///
/// Where to find what:
///
/// - **The road.** [Road] and [ChildRoad], one method a step, are what pages and the demonstration
///   call; [CaseRule] is what each step demands, [Step] how it went.
/// - **A step's use case** is a plural ([Consents], [Investigations], [Decisions], [ChildReports]
///   …), its SQL and states are the `Rows` of the same name.
/// - **The file beneath them**: [Files], the one way in; [Tasks], what is due; [Readings], a file
///   read whole; [CaseFileRule], who may open it; [CaseHoldings], when it dies.
/// - **The forms.** Each step on a page is a [StepForm], and says there how the next one is made;
///   [StepPages] does for all of them what they have in common, [Sheet] draws, [Sent] reads.
/// - **The pages**: [PeoplePages] (my day, the list, the search), [CasePages] and [ReadFile] with
///   [FileStory] and [ReportTables] (a file), [OpeningPages] and [ChildOpeningPages] (a new one),
///   [MandatePages], [ChildrenWaiting]; their models in `web`. What is counted: `facts`.
///
/// **Refuses** an adult's file without consent, an adult's investigation of somebody under 18, a
/// decision without an investigation, a mandate or a valid risk assessment, a support delivered by
/// the one who investigated, a closing with open duties or a child for whom nobody has answered,
/// and any knowledge of the other side of the wall.
///
/// **Side** support. **Law.** 3:1, 11:1, 11:5, 13:1, 14:2–7, 16:1–4, 19:1 and 6, 20:1–5, 23:5, 30:6
/// and 35:1 SoL, 31–34 and 44–46 §§ FL.
@NullMarked
@OnSide(Side.SUPPORT)
@ApplicationModule(
    displayName = "3 Casework",
    allowedDependencies = {
      "page",
      "centre",
      "law",
      "access",
      "audit",
      "outgoing",
      "vault",
      "assessment",
      "retention",
      "intake"
    })
package se.fristad.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
