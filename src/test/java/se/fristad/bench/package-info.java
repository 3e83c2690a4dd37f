/// What one machine takes, measured: the long way round of `bench/run`. Nothing here runs in
/// `./test`.
@NullMarked
package se.fristad.bench;

import org.jspecify.annotations.NullMarked;
