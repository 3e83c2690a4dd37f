/// Step 4b. *Samråd*: who met, on which ground, with whose consent, what was shared; coordination
/// of a family; warnings.
///
/// The one door in the wall. Holds what was shared, never links that open both files. **Refuses** a
/// meeting about a named person without a recorded consent or another ground of 10 kap. OSL. Side
/// conference. Holds nothing yet.
@NullMarked
@ApplicationModule(
    displayName = "4b Conference",
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
      "casework",
      "perpetrator",
      "shelter"
    })
package se.fristad.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
