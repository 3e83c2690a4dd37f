package se.fristad.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// What protects somebody's personal data (*skyddade personuppgifter*), who has said so, and who
/// read the population register for us and when.
///
/// It fails closed: what nobody has read, or read too long ago, is treated as protected, and what
/// is written down here never becomes less by the register's silence.
///
/// @param level what is written down
/// @param provision the section that a mark of secrecy names (5 kap. 5 § OSL)
/// @param setOn the day it was set; null when it is not known
/// @param authority who set it
/// @param until the last day it was given for; it stays until somebody has read that it has ended
/// @param readOn the day somebody of us read the register; null when nobody has, or it did not
///   answer
/// @param readBy who did
/// @param suggested what somebody of the same household has: to be confirmed or declined
/// @param said what the register says now; not written down
record Guard(
    Road.Protection level,
    Confidential provision,
    @Nullable LocalDate setOn,
    Confidential authority,
    @Nullable LocalDate until,
    @Nullable LocalDate readOn,
    @Nullable UUID readBy,
    Road.Protection suggested,
    PopulationRegister.Said said) {
  /// How many days the register's word that nothing is protected holds.
  static final int HOLDS_DAYS = 30;

  private static final Confidential NOTHING = Confidential.of("");

  /// Somebody of whom nobody has read anything.
  static Guard unread() {
    return new Guard(
        Road.Protection.UNCHECKED,
        NOTHING,
        null,
        NOTHING,
        null,
        null,
        null,
        Road.Protection.NONE,
        new PopulationRegister.Said.Silent());
  }

  /// What somebody has just read.
  ///
  /// @param level *unchecked* when nobody has, or it did not answer
  static Guard read(Road.Protection level, LocalDate on, @Nullable UUID by) {
    return unread().with(level, NOTHING, null, NOTHING, null, on, by);
  }

  /// What is written down anew, by somebody who has read the register.
  Guard with(
      Road.Protection next,
      Confidential section,
      @Nullable LocalDate set,
      Confidential by,
      @Nullable LocalDate last,
      LocalDate on,
      @Nullable UUID reader) {
    boolean read = next != Road.Protection.UNCHECKED;
    return new Guard(
        next,
        section,
        set,
        by,
        last,
        read ? on : null,
        read ? reader : null,
        Road.Protection.NONE,
        read ? new PopulationRegister.Said.Says(next, on) : new PopulationRegister.Said.Silent());
  }

  /// Somebody of the same household has this: read with a reason until it is confirmed or declined.
  Guard suggesting(Road.Protection others) {
    return new Guard(level, provision, setOn, authority, until, readOn, readBy, others, said);
  }

  /// What the register says now.
  Guard saying(PopulationRegister.Said now) {
    return new Guard(level, provision, setOn, authority, until, readOn, readBy, suggested, now);
  }

  /// As what she is treated on a day: the strictest of what is written down, what the register says
  /// and what nobody knows.
  Road.Protection treatedAs(LocalDate today) {
    Road.Protection known =
        switch (said) {
          case PopulationRegister.Said.Silent() -> Road.Protection.UNCHECKED;
          case PopulationRegister.Said.Says(var says, var on) ->
              says == Road.Protection.NONE && on.plusDays(HOLDS_DAYS).isBefore(today)
                  ? Road.Protection.UNCHECKED
                  : says;
        };
    Road.Protection held = level.stricter(known);
    return suggested == Road.Protection.NONE ? held : held.stricter(Road.Protection.UNCHECKED);
  }

  /// As what she stands in a list, where the register is not asked.
  Road.Protection inLists() {
    return door().equals("open") ? Road.Protection.NONE : level.stricter(Road.Protection.UNCHECKED);
  }

  /// How a file of hers is opened, as it stands in the table.
  String door() {
    if (level == Road.Protection.FICTITIOUS) {
      return "head";
    }
    return level == Road.Protection.NONE && readOn != null && suggested == Road.Protection.NONE
        ? "open"
        : "reason";
  }

  Words on(Words words) {
    return words
        .with("protection", level.code())
        .with("protection_provision", provision)
        .with("protection_set", setOn)
        .with("protection_authority", authority)
        .with("protection_until", until)
        .with("register_read", readOn)
        .with("register_by", readBy == null ? "" : readBy.toString())
        .with("protection_suggested", suggested.code());
  }

  static Guard of(Words words) {
    LocalDate readOn = words.date("register_read");
    Road.Protection level = Road.Protection.of(words.value("protection"));
    String by = words.value("register_by");
    return new Guard(
        // written down before anybody was asked to read the register
        level == Road.Protection.NONE && readOn == null ? Road.Protection.UNCHECKED : level,
        words.text("protection_provision"),
        words.date("protection_set"),
        words.text("protection_authority"),
        words.date("protection_until"),
        readOn,
        by.isEmpty() ? null : UUID.fromString(by),
        Road.Protection.of(words.value("protection_suggested")),
        new PopulationRegister.Said.Silent());
  }
}
