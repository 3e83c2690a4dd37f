/// Step 5. Professionals, education, networks (*konsultation, utbildning, nätverk*). No client is
/// here.
///
/// **Refuses** names in a consultation. Side support. Law: 13 kap. 1 § SoL. Holds nothing yet.
@NullMarked
@ApplicationModule(
    displayName = "5 Outreach",
    allowedDependencies = {"page", "centre", "law", "access", "audit", "contact"})
package se.fristad.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
