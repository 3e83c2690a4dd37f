/// Step 1, the desk (*väntrum*): who has come through the door and waits, without a name, and
/// whether those who have a time came.
///
/// Somebody is seated in a house only where nobody of the other side is near in time, by the same
/// rule as for booked times ([se.fristad.contact.reception.HouseCoordination]). After the day
/// nothing is left of it but counters.
@NullMarked
@NamedInterface("lobby")
package se.fristad.contact.lobby;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
