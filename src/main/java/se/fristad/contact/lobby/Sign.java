package se.fristad.contact.lobby;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The card that somebody in the waiting room is given, and by which she is called in: a colour and
/// a number, of a closed set. It says nothing of who she is.
///
/// @param colour a code of [#COLOURS]
/// @param number from 1
public record Sign(String colour, int number) {
  /// The colours, none of which warns or stands for anybody.
  public static final List<String> COLOURS = List.of("blue", "green", "yellow", "white", "grey");

  /// How many cards there are of each colour.
  public static final int NUMBERS = 6;

  /// All cards, in the order in which they are handed out.
  public static final List<Sign> ALL =
      COLOURS.stream()
          .flatMap(colour ->
              IntStream.rangeClosed(1, NUMBERS).mapToObj(number -> new Sign(colour, number)))
          .toList();

  /// Refuses what is no card.
  public Sign {
    if (!COLOURS.contains(colour) || number < 1 || number > NUMBERS) {
      throw new IllegalArgumentException("no such sign");
    }
  }

  /// As it stands in the table and in a form: `blue_3`.
  public String code() {
    return colour + "_" + number;
  }

  /// The card of a code.
  public static Optional<Sign> of(String code) {
    return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
