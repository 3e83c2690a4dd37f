/// The house itself: starting, the embedded database, logins and pools, migrations, backup and
/// restore, the doctor.
///
/// Not one of the nineteen rooms, and no room may use it (a guard-rail checks). Everything here
/// runs before, around or without the application: it knows where the data directory is, which
/// sides this node serves and which login each of them has.
@NullMarked
package se.fristad.house;

import org.jspecify.annotations.NullMarked;
