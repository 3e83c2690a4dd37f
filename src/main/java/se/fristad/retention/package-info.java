/// Foundation. One way to die (*gallring*): each module with personal data answers [Holdings]; one
/// job calls them all.
///
/// "Retention knows when, the module knows how." **Refuses** silence: a test fails for a module
/// with tables and no answer. Law: 16 kap. 1–5 §§ SoL, art. 5(1)(e) GDPR.
@NullMarked
@ApplicationModule(
    displayName = "Retention",
    allowedDependencies = {"access", "audit", "vault"})
package se.fristad.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
