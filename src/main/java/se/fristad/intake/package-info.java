/// Step 2. Receive, screen, fork (*ingång, aktualisering, förhandsbedömning*).
///
/// A worker makes an intake of a conversation, a call, a visit or a referral: the acute questions,
/// the children, and one outcome of a closed set. It may end without a file; its own, shorter
/// period of keeping applies then.
///
/// **Refuses** an outcome while a child may have seen or suffered violence and the duty to report
/// is unanswered (19 kap. 1 § SoL), and *information only* unless it was obvious that nothing else
/// was sought, since a request is otherwise an application.
///
/// **Side** support. **Law.** 14 kap. 2 § SoL (an investigation is opened at once), 19 kap. 1 § SoL
/// (duty to report), 20 kap. 1 and 2 §§ SoL (the child).
@NullMarked
@OnSide(Side.SUPPORT)
@ApplicationModule(
    displayName = "2 Intake",
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
      "contact :: facts"
    })
package se.fristad.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
