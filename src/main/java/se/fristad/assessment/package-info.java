/// Pure. Instruments and their scoring (*bedömningsinstrument*): questions in, result out. No
/// tables; the owner of the answers stores them.
///
/// **Refuses** to decide: a result is a support for a professional judgement, never the judgement.
/// Law: HSLF-FS 2022:39. Holds nothing yet.
@NullMarked
@ApplicationModule(
    displayName = "Assessment",
    allowedDependencies = {})
package se.fristad.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
