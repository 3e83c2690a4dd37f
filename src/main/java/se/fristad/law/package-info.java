/// Pure. Provisions, deadlines, working days and the numbers that the law gives people (*lagrum,
/// frister*).
///
/// Every rule is a named object with its paragraph. **Refuses** to know any case: it answers for
/// dates and values it is given.
@NullMarked
@ApplicationModule(
    displayName = "Law",
    allowedDependencies = {})
package se.fristad.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
