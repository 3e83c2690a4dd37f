/// Foundation. What leaves the house: the safe-contact decision and the four ways out (call task,
/// letter, e-mail, text message).
///
/// Decides and sends; stores no rule: each room keeps what its person has said ([Reach]) beside her
/// words, and what is kept dies with them. [Outgoing#decide] is the one function that says whether
/// a step may be taken; a [Transport] hands out a number or an address only for the decision that
/// allows it.
///
/// **Refuses** what the person's own rule (*säker kontakt*) does not allow, and everything when she
/// has not been asked. Two ways out stand, each done by one of us by hand: the call ([CallTask])
/// and the letter ([LetterTask]); there is no gateway for text messages and no mail server, so
/// neither is offered.
///
/// **Law.** 26 kap. 1 § OSL; art. 5.1 f and 32 GDPR.
@NullMarked
@ApplicationModule(
    displayName = "Outgoing",
    allowedDependencies = {"page", "centre", "law", "access", "audit", "vault"})
package se.fristad.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
