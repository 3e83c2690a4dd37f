/// Foundation. The centre's own facts (*verksamheten*): name, opening hours, telephone numbers, the
/// county's municipalities.
///
/// Uppsala's are the shipped default; all are configuration. **Refuses** a municipality code
/// without its leading zero.
@NullMarked
@ApplicationModule(
    displayName = "Centre",
    allowedDependencies = {"law"})
package se.fristad.centre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
