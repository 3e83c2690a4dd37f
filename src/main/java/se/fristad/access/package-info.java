/// Foundation. The one door to a file (*behörighet*): viewers, roles, sessions, permits; the log
/// reviewer's page.
///
/// [FileDoor] decides, writes the log line and reads in one transaction, and hands the value out
/// after commit. *Not there* and *not for you* are one path. **Refuses** by default: a route
/// without a row in `access-matrix.csv` is shut. Law: 14 kap. 7 § SoL (documents are kept from the
/// unauthorised), art. 32 GDPR.
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"page", "centre", "law", "audit", "vault"})
package se.fristad.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
