package se.fristad.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A queue into which the public face seals: each has a key pair (HPKE) of its own. The public half
/// lies on the public node, the other in the keyset of the side whose staff answer.
public enum Letterbox {
  /// Those who are exposed to violence, and those who worry about somebody.
  SUPPORT(Side.SUPPORT, Keyset.Kind.QUEUE),
  /// Those who use violence.
  PERPETRATOR(Side.PERPETRATOR, Keyset.Kind.QUEUE),
  /// Those who meet violence in their work.
  PROFESSIONAL(Side.SUPPORT, Keyset.Kind.PROFESSIONAL);

  private final Side side;
  private final Keyset.Kind kind;

  Letterbox(Side side, Keyset.Kind kind) {
    this.side = side;
    this.kind = kind;
  }

  /// The side that opens what is sealed here.
  public Side side() {
    return side;
  }

  /// Which key of the side's keyset opens it.
  Keyset.Kind kind() {
    return kind;
  }

  /// The name of the public half's file.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Those that a side opens.
  static List<Letterbox> of(Side side) {
    return Arrays.stream(values()).filter(box -> box.side == side).toList();
  }
}
