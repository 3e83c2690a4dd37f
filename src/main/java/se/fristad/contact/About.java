package se.fristad.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.fristad.contact.facts.Door;

/// What a call or a walk-in was about: by which door it would have come, had it been written (*vad
/// det gällde*). A code, never a person.
public enum About {
  /// Somebody exposed or afraid.
  EXPOSED,
  /// Somebody who worries about another.
  RELATIVE,
  /// A child or a young person.
  CHILD,
  /// Somebody who meets this at work.
  PROFESSIONAL,
  /// Somebody who uses violence and wants to change.
  CHANGE,
  /// Something else.
  OTHER;

  /// As it stands in the table and in forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The door of the public face by which the same comes in writing, if there is one.
  Optional<Entrance> entrance() {
    return switch (this) {
      case EXPOSED -> Optional.of(Entrance.SUPPORT);
      case RELATIVE -> Optional.of(Entrance.WORRIED);
      case CHILD -> Optional.of(Entrance.YOUNG);
      case PROFESSIONAL -> Optional.of(Entrance.PROFESSIONAL);
      case CHANGE -> Optional.of(Entrance.CHANGE);
      case OTHER -> Optional.empty();
    };
  }

  /// As which door the figures know a call about it; nothing for what they do not know as somebody
  /// who seeks support.
  Optional<Door> counted() {
    return this == OTHER ? Optional.of(Door.SUPPORT) : entrance().flatMap(Entrance::counted);
  }

  /// Whether a queue may note it: what is about change belongs to the change team alone.
  public boolean in(Queue queue) {
    return switch (this) {
      case EXPOSED, RELATIVE, CHILD -> queue == Queue.SUPPORT;
      case CHANGE -> queue == Queue.CHANGE;
      case PROFESSIONAL, OTHER -> true;
    };
  }

  /// What a code means.
  public static Optional<About> of(String code) {
    return Stream.of(values()).filter(about -> about.code().equals(code)).findFirst();
  }
}
