/// Step 3. The file of the adult and of the child: investigation, decision, support, follow-up
/// (*ärende, personakt*).
///
/// Somebody chooses to say who she is; her consent is recorded; from then on every step stands in
/// her file until it is closed with an offer to come back. [Road] is the whole road, one method a
/// step; [CaseRule] is what each step demands.
///
/// **Refuses** a file without consent, an adult's investigation of somebody under 18, a decision
/// without an investigation, a mandate or a valid risk assessment, a support delivered by the one
/// who investigated, a closing with open duties, and any knowledge of the other side of the wall.
///
/// **Side** support. **Law.** 11:1, 11:5, 13:1, 14:2–7, 19:1, 20:1–5, 30:6 and 35:1 SoL, 31–34 and
/// 44–46 §§ FL.
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
