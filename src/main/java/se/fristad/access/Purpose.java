package se.fristad.access;

import java.util.Locale;

/// Why a file is opened. Stands in the log line as its code; never free text.
public enum Purpose {
  /// Reading and answering somebody who wrote.
  ANSWERING,
  /// Calling back somebody who asked for it.
  CALLING_BACK,
  /// Keeping a booked time.
  MEETING,
  /// Receiving, screening, forking.
  SCREENING,
  /// Investigating and deciding (14 kap. 2 § SoL).
  INVESTIGATING,
  /// Giving support.
  SUPPORTING,
  /// Following up.
  FOLLOWING_UP,
  /// Working together with others (*samverkan*).
  COORDINATING,
  /// Answering for others' work.
  SUPERVISING,
  /// An emergency hour.
  EMERGENCY,
  /// Somebody in danger now, when the offices are shut (*socialjour*).
  ON_DUTY;

  /// As it stands in the log.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
