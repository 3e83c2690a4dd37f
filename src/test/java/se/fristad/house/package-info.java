/// The house under test, and what other rooms' tests need of it: one PostgreSQL a JVM, a clock that
/// the test moves.
@NullMarked
package se.fristad.house;

import org.jspecify.annotations.NullMarked;
