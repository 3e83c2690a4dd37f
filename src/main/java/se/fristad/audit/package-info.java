/// Foundation. The log (*åtkomstlogg*): append-only, sealed every five seconds, verified by a
/// command.
///
/// Lines hold ids and codes, never a word of what was read. **Refuses** an edit: no login may
/// change a line, and a line changed by the owner of the database is found by `./run verify-audit`.
/// Law: art. 5(2) and 32 GDPR.
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"vault"})
package se.fristad.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
