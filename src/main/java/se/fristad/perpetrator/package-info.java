/// Step 3b. Work with the person who uses violence (*våldsutövare*): own file, own journal, own
/// plan.
///
/// Walled off from [se.fristad.casework] and [se.fristad.shelter]: no arrow joins them, so that
/// nothing told on one side can reach the other. Where the law lets the sides meet they meet in
/// [se.fristad.conference], and only there.
///
/// **Refuses** to confirm that anyone is known. Side perpetrator. Law: 13 kap. 8 § SoL (measures
/// that aim at changed behaviour, with the safety of the exposed first). Holds nothing yet; the
/// people who write through this side's door are answered in [se.fristad.contact.inbox].
@NullMarked
@ApplicationModule(
    displayName = "3b Perpetrator",
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
package se.fristad.perpetrator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
