/// Pure. Instruments and their scoring (*bedömningsinstrument*): questions in, result out. No
/// tables; the owner of the answers stores them.
///
/// ```java
/// Instrument form = Instrument.initialRisk();
/// Result result = form.result(answers, today);          // level, unknowns, how high it may be
/// new Judgement(Level.MEDIUM, reason, "").lacking(result, form);   // what stands is the judgement
/// ```
///
/// **Refuses** to decide: a result is a support for a professional judgement, never the judgement;
/// to take "not known" for "no"; and an instrument whose words have no licence. Law: HSLF-FS
/// 2022:39, which has not been read here.
@NullMarked
@ApplicationModule(
    displayName = "Assessment",
    allowedDependencies = {})
package se.fristad.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
