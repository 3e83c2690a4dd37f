/// Foundation. Keys and the sides that may hold them (*valv*).
///
/// Three verbs: make a [DataKey], seal with it, open with it. Data keys are wrapped by their side's
/// own keyset, which is handed only to code that runs on that side ([Sides]). What is destroyed is
/// a row of wrapped keys; old wrapping keys are erased, so no copy can be read after
/// [KeyTurning#PROMISE].
///
/// ```java
/// try (DataKey key = DataKey.random()) {
///   byte[] sealed = key.seal(new Place("intake", id, "content", 1), Confidential.of(text));
///   WrappedKey wrapped = keys.wrap(id, key);   // on the side that owns the record
/// }
/// ```
///
/// **Refuses** to print, serialise or log anything it keeps. Law: art. 32 GDPR.
@NullMarked
@ApplicationModule(
    displayName = "Vault",
    allowedDependencies = {})
package se.fristad.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
