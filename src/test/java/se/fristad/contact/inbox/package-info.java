/// Tests of the inbox.
@NullMarked
package se.fristad.contact.inbox;

import org.jspecify.annotations.NullMarked;
