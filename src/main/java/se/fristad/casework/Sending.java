package se.fristad.casework;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A form being sent, bound for the length of one step of the [Road]: the step marks the form as
/// sent and drops what was kept of it, in its own transaction. The same form sent again, by a
/// double click or by a browser that asks twice, is [Step.Again] and no second step.
///
/// @param form minted with the form
/// @param kind what it is kept under
record Sending(UUID form, String kind) {
  private static final ScopedValue<Sending> BOUND = ScopedValue.newInstance();

  /// Takes a step by this form. One step, not two.
  <T> T by(Supplier<T> step) {
    return ScopedValue.where(BOUND, this).call(step::get);
  }

  static @Nullable Sending bound() {
    return BOUND.isBound() ? BOUND.get() : null;
  }
}
