/// Proof of the log: what is written stays, and what is done to it by hand is named.
@NullMarked
package se.fristad.audit;

import org.jspecify.annotations.NullMarked;
