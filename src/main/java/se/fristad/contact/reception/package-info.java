/// Step 1, the reception (*mottagning*): who of us receives when and where, which times are free,
/// and the times that are booked without a name.
///
/// What is free is reckoned in [se.fristad.contact.reception.FreeTimes], without a table and
/// without a clock; what is taken is taken by the database, a quarter of an hour at a time.
@NullMarked
@NamedInterface("reception")
package se.fristad.contact.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
