/// Pure. Provisions, deadlines, working days and the numbers that the law gives people (*lagrum,
/// frister*).
///
/// Every rule is a named object with its paragraph, its validity and the date that decides
/// ([Rules]); days and months stand in it and nowhere else. Staff read them all on the page *Lagrum
/// och frister*.
///
/// ```java
/// Rules.ASSESSED_SUPPORT.citedOn(decided);          // 4 kap. 1 § SoL (2001:453) on 30 June 2025
/// Deadlines.appeal(served).legal();                 // the last day, moved from a Saturday
/// ```
///
/// **Refuses** to know any case: it answers for dates and values it is given.
@NullMarked
@ApplicationModule(
    displayName = "Law",
    allowedDependencies = {})
package se.fristad.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
