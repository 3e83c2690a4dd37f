/// What may be counted of cases: a day, a municipality, codes. No file, no person, no staff.
///
/// Published in the transaction of the step itself. The id is minted for the fact and stands
/// nowhere else; whoever counts uses it to count once.
@NullMarked
@NamedInterface("facts")
package se.fristad.casework.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
