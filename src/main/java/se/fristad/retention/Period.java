package se.fristad.retention;

import java.time.Duration;

/// How long things are kept: one table of periods, each with its reason. Parameters of the centre's
/// plan for weeding (*gallringsplan*), not statutory numbers.
public enum Period {
  /// The words of a conversation that was closed: a day, so that a closing by mistake can be
  /// mended.
  THREAD_CLOSED(Duration.ofHours(24)),
  /// The words of a conversation in which nobody has written: thirty days, since people come back
  /// late.
  THREAD_SILENT(Duration.ofDays(30)),
  /// Something that was promised, a call or to ask again, without the words of its conversation:
  /// until the day after.
  PROMISE_KEPT(Duration.ofDays(1)),
  /// Four words that were replaced by new ones through a question: they lead back seven days more,
  /// so that the one who still has them hears of it and can stop it.
  FORMER_WORDS(Duration.ofDays(7)),
  /// New words that were asked for, until two of us have said yes and she has taken them: a day.
  NEW_WORDS(Duration.ofHours(24)),
  /// An intake that became nothing and names nobody: thirty days.
  INTAKE_BECAME_NOTHING(Duration.ofDays(30)),
  /// An intake that became nothing and may name somebody: five years after it was concluded, as a
  /// file (16 kap. 1 § SoL).
  INTAKE_NAMED(Duration.ofDays(5 * 365 + 2)),
  /// A colleague's call for help: a year, for the yearly review of the staff's own safety.
  HELP_CALL(Duration.ofDays(365)),
  /// A draft of an intake that nobody has touched: thirty days.
  INTAKE_DRAFT(Duration.ofDays(30)),
  /// A series of support without assessment that names nobody: thirty days after its end.
  SERVICE_ANONYMOUS(Duration.ofDays(30)),
  /// One that names her: five years after its end, as a file (16 kap. 1 § SoL).
  SERVICE_NAMED(Duration.ofDays(5 * 365 + 2)),
  /// A promise to ask again, once it was kept: a day.
  OFFER_KEPT(Duration.ofDays(1)),
  /// A promise that nobody could keep: thirty days after its day.
  OFFER_LOST(Duration.ofDays(30)),
  /// What somebody was writing in a file and never sent: thirty days, since holidays are long.
  FORM(Duration.ofDays(30)),
  /// That somebody asked for an emergency hour in vain, or wanted to open the file of her kin and
  /// the head has seen it: ninety days, for whoever looks for a pattern. The log keeps its line.
  ASKED_IN_VAIN(Duration.ofDays(90));

  private final Duration length;

  Period(Duration length) {
    this.length = length;
  }

  /// How long.
  public Duration length() {
    return length;
  }
}
