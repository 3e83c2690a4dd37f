/// Step 7. Agreements, money, staffing, goals, action plan, work environment (*styrgrupp,
/// överenskommelse, SAM*).
///
/// **Refuses** figures that are not a frozen release. Side support. Law: KL (2017:725), AFS 2023:1.
/// Holds nothing yet.
@NullMarked
@ApplicationModule(
    displayName = "7 Steering",
    allowedDependencies = {"page", "centre", "law", "access", "statistics"})
package se.fristad.steering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
