/// The staff face of step 1: the inbox (*inkorg*) with everyone who waits, and the conversation in
/// which she is answered. Each read runs on the side of the conversation's queue; two queues are
/// shown one below the other and never joined. 14 kap. 7 § SoL.
@NullMarked
package se.fristad.contact.inbox;

import org.jspecify.annotations.NullMarked;
