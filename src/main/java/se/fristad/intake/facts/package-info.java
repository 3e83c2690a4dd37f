/// What may be counted of intakes: a day, a municipality, codes. No intake, no person, no staff.
///
/// The id is minted for the fact and stands nowhere else; whoever counts uses it to count once.
@NullMarked
@NamedInterface("facts")
package se.fristad.intake.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
