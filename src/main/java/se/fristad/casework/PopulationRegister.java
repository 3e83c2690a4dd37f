package se.fristad.casework;

import java.time.LocalDate;

/// What the population register (*folkbokföringen*) says of somebody. There is no line to it yet:
/// [RegisterByHand] answers with what one of us has read in it. Whatever takes its place may throw
/// or be late: then she is treated as protected until somebody has read it.
interface PopulationRegister {
  /// What it says.
  sealed interface Said {
    /// This, on that day.
    record Says(Road.Protection level, LocalDate on) implements Said {}

    /// Nothing: nobody has read it, or it did not answer.
    record Silent() implements Said {}
  }

  /// Asks it about somebody.
  Said said(Person person);
}
