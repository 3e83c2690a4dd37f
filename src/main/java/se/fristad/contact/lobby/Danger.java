package se.fristad.contact.lobby;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a colleague should know before she opens the door, as short answers of a closed list.
public enum Danger {
  /// She is very afraid.
  AFRAID,
  /// She is hurt.
  HURT,
  /// Children are with her who must not hear what is said.
  CHILDREN_HEAR,
  /// Somebody whom she must not meet may be outside.
  SOMEBODY_OUTSIDE,
  /// Somebody came with her, and she must be met alone first.
  NOT_ALONE,
  /// Her telephone may be listened to or followed.
  TELEPHONE,
  /// She should leave by another door than she came.
  OTHER_DOOR,
  /// Somebody has threatened one of us.
  THREAT;

  /// As it stands in the table and in the keys of the texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a form says.
  public static Optional<Danger> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
