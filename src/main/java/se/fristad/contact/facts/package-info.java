/// What may be counted of contacts: a day, a door, a language, minutes. No thread, no person, no
/// staff.
///
/// Published in the transaction of the step itself. The id is minted for the fact and stands
/// nowhere else; whoever counts uses it to count once.
@NullMarked
@NamedInterface("facts")
package se.fristad.contact.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
