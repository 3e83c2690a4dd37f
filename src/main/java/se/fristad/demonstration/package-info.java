/// On top of everything: an invented centre, made by the same use cases that the pages call.
///
/// Whether data are a demonstration is a property of the data, set when they are made and never
/// changed. **Refuses** to exist beside another bind address, an external database or a proxy: the
/// one-click door ([DemonstrationDoor]) is then simply not there.
@NullMarked
@ApplicationModule(
    displayName = "Demonstration",
    allowedDependencies = {
      "page",
      "centre",
      "law",
      "access",
      "audit",
      "vault",
      "retention",
      "assessment",
      "contact",
      "contact :: front",
      "contact :: facts",
      "contact :: reception",
      "contact :: lobby",
      "intake",
      "casework",
      "casework :: facts",
      "statistics"
    })
package se.fristad.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
