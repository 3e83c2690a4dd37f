/// Deliberate violations, kept so that the guard-rails themselves are tested: nothing here is used.
@NullMarked
package se.fristad.guardrail;

import org.jspecify.annotations.NullMarked;
