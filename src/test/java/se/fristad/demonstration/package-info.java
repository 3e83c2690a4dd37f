/// Tests of the demonstration's door.
@NullMarked
package se.fristad.demonstration;

import org.jspecify.annotations.NullMarked;
