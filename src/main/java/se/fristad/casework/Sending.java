package se.fristad.casework;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// A form being sent, bound for the length of one step of the [Road]: the step marks the form as
/// sent and drops what was kept of it, in its own transaction. The same form sent again, by a
/// double click or by a browser that asks twice, is [Step.Again] and no second step; with other
/// words, by somebody who went back, it is refused and she is told so.
///
/// @param window the form as it stood open
/// @param kind what it is kept under
/// @param words all that was typed
record Sending(Window window, String kind, Confidential words) {
  UUID form() {
    return window.form();
  }

  private static final ScopedValue<Sending> BOUND = ScopedValue.newInstance();

  /// Takes a step by this form. One step, not two.
  <T> T by(Supplier<T> step) {
    return ScopedValue.where(BOUND, this).call(step::get);
  }

  static @Nullable Sending bound() {
    return BOUND.isBound() ? BOUND.get() : null;
  }
}
