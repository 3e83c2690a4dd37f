/// Pure. What a page is built of: texts in every language offered, form fields, cards, tables, time
/// lines, charts.
///
/// No tables, no knowledge of the work. **Refuses** a text that is not in the message files.
@NullMarked
@ApplicationModule(
    displayName = "Page",
    allowedDependencies = {})
package se.fristad.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
