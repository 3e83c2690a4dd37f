/// Foundation. What leaves the house: the safe-contact decision and the four ways out (call task,
/// letter, e-mail, text message).
///
/// Decides and sends; stores no rule. **Refuses** what the person's own safe-contact rule does not
/// allow. Holds nothing yet: until it does, nothing leaves.
@NullMarked
@ApplicationModule(
    displayName = "Outgoing",
    allowedDependencies = {"page", "centre", "law", "access", "audit", "vault"})
package se.fristad.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
