/// Tests of step 2.
@NullMarked
package se.fristad.intake;

import org.jspecify.annotations.NullMarked;
