/// Step 6. Everything counted, nobody recognised (*statistik*): frozen releases with small numbers
/// hidden.
///
/// **Refuses** anything with an identity: of the modules below it may use only their `facts`. Side
/// support. Law: 15 kap. 2 § SoL, 24 kap. 8 § OSL. Holds nothing yet.
@NullMarked
@ApplicationModule(
    displayName = "6 Statistics",
    allowedDependencies = {"page", "centre", "law", "access"})
package se.fristad.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
