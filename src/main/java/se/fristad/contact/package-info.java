/// Step 1. The first word, and the next: threads, visits, phrases and the inbox where they are
/// answered (*anonym stödkontakt*).
///
/// Someone writes without a name from a borrowed phone; a person here answers; the answer is in her
/// open page within a second, or waits behind four words. One inbox holds everything that waits for
/// a person of ours.
///
/// Beside the inbox: what colleagues do among themselves ([Desk]), how she may be reached
/// ([Reaching]), files that she sends ([SentFiles]), new words for lost ones ([NewWords]), who
/// knows her ([Conflicts]), and the ladder for who is unanswered ([Step]). Times to meet are booked
/// in [se.fristad.contact.reception]; what the public reads is written in
/// [se.fristad.contact.publishing].
///
/// **Refuses** to know who she is: no column for a name, number, address or device exists, no
/// address reaches a table, a log or a metric. What she chooses to tell later is copied into a new
/// record of another module; nothing here points to it.
///
/// **Sides.** The public face ([se.fristad.contact.front]) runs as `front`, which owns no table and
/// may only call the functions in the schemas `door` and `door_perpetrator`. The staff face
/// ([se.fristad.contact.inbox]) runs on the side of the thread's queue. Each side has its own
/// tables.
///
/// **Law.** Support without individual needs assessment: 11 kap. 5 and 6 §§ SoL (2025:400); its
/// documentation: 14 kap. 3–5 §§ SoL; secrecy: 26 kap. 1 § OSL (2009:400).
@NullMarked
@ApplicationModule(
    displayName = "1 Contact",
    allowedDependencies = {
      "page",
      "centre",
      "law",
      "access",
      "audit",
      "outgoing",
      "vault",
      "assessment",
      "retention"
    })
package se.fristad.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
