/// What the tests of step 1 share.
@NullMarked
package se.fristad.contact;

import org.jspecify.annotations.NullMarked;
