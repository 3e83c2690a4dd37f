package se.fristad.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.facts.Door;

/// The doors of the public face (*ingångar*), as a person meets them. Each decides in which queue
/// her words wait, to whose key they are sealed and who may read them; nothing that she or her
/// browser sends can lead them anywhere else.
public enum Entrance {
  /// I am exposed, or afraid.
  SUPPORT(Queue.SUPPORT, Door.SUPPORT),
  /// I worry about somebody.
  WORRIED(Queue.SUPPORT, Door.WORRIED),
  /// I am a child or young. Nobody's age is ever asked or checked here.
  YOUNG(Queue.SUPPORT, Door.YOUNG),
  /// I hurt someone and want to stop (*våldsutövare*). Counted on its own side of the wall, or
  /// nowhere.
  CHANGE(Queue.CHANGE, null),
  /// I meet this in my work (*yrkesverksam*). No person who seeks support, and not counted as one.
  PROFESSIONAL(Queue.PROFESSIONAL, null);

  private final Queue queue;
  private final @Nullable Door counted;

  Entrance(Queue queue, @Nullable Door counted) {
    this.queue = queue;
    this.counted = counted;
  }

  /// Where what is written at this door waits.
  public Queue queue() {
    return queue;
  }

  /// As which door the figures know it, if they do.
  Optional<Door> counted() {
    return Optional.ofNullable(counted);
  }

  /// As it stands in the database, in a form and in the message files.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its place in an address: `/sv/3`. A number, since an address stays on her device.
  public int number() {
    return ordinal() + 1;
  }

  /// The three that the first screen shows at once.
  public static List<Entrance> first() {
    return List.of(SUPPORT, WORRIED, YOUNG);
  }

  /// Those that stand one step further.
  public static List<Entrance> further() {
    return List.of(CHANGE, PROFESSIONAL);
  }

  /// The door of a code.
  public static Optional<Entrance> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /// The door of a number in an address.
  public static Optional<Entrance> numbered(String number) {
    return Arrays.stream(values())
        .filter(one -> Integer.toString(one.number()).equals(number))
        .findFirst();
  }

  /// The first door of a queue.
  public static Entrance of(Queue queue) {
    return Arrays.stream(values()).filter(one -> one.queue == queue).findFirst().orElseThrow();
  }
}
