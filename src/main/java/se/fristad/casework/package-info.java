/// Step 3. The file of the adult and of the child: investigation, decision, support, plan,
/// follow-up (*ärende, personakt*).
///
/// **Refuses** a decision without an investigation, a plan without a decision, a closing without a
/// follow-up, and any knowledge of the other side of the wall. Side support. Law: 11:1, 13:1,
/// 14:2–7, 20:1–5, 23:1–5 and 35:1 SoL. Holds nothing yet.
@NullMarked
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
