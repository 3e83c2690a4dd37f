/// Step 4a. Places, stays, the turned-away, the housing chain (*skyddat boende, boendekedja*). The
/// only module that knows addresses.
///
/// **Refuses** no arrival, ever: rules refuse the placement decision, not the bed. Side shelter.
/// Law: 9:5–7 and 22:5 SoL, L 2024:79. Holds nothing yet.
@NullMarked
@ApplicationModule(
    displayName = "4a Shelter",
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
      "casework"
    })
package se.fristad.shelter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
