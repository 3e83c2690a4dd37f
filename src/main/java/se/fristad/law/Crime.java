package se.fristad.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A crime, with the lowest penalty of its scale: what a disclosure to the police turns on (10 kap.
/// 18 c and 23 §§ OSL). They stand in `law/crimes.csv` with their source.
///
/// @param cited the paragraph, as `4 kap. 4 e § BrB`
/// @param lowest in months; empty when a fine is enough, when the scale begins with the general
///   minimum, or when its act was not read
public record Crime(String code, String cited, OptionalInt lowest, String swedish, String english) {
  private static final List<Crime> ALL = read();

  /// All of them, in the order of the code.
  public static List<Crime> all() {
    return ALL;
  }

  /// The one of that code.
  public static Optional<Crime> of(String code) {
    return ALL.stream().filter(crime -> crime.code.equals(code)).findFirst();
  }

  /// Whether its scale begins with imprisonment for at least so many months.
  public boolean isAtLeast(int months) {
    return lowest.isPresent() && lowest.getAsInt() >= months;
  }

  /// Whether it stands in one of the chapters 3, 4 and 6 of brottsbalken.
  public boolean isAgainstPerson() {
    return cited.matches("[346] kap\\. .* BrB");
  }

  /// What it is called.
  public String name(String language) {
    return language.equals("en") ? english : swedish;
  }

  private static List<Crime> read() {
    try (InputStream file = Crime.class.getResourceAsStream("/law/crimes.csv")) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: the crimes");
      }
      return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(";", -1))
          .map(cells ->
              new Crime(
                  cells[0],
                  cells[1],
                  cells[2].isEmpty()
                      ? OptionalInt.empty()
                      : OptionalInt.of(Integer.parseInt(cells[2])),
                  cells[3],
                  cells[4]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
