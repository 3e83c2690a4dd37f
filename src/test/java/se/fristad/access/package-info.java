/// Tests of the one door to a file, of sessions, and of who finds which page.
@NullMarked
package se.fristad.access;

import org.jspecify.annotations.NullMarked;
