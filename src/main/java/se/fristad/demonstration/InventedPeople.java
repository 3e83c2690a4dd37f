package se.fristad.demonstration;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import se.fristad.demonstration.Invented.Sex;

/// Draws people who do not exist: names from the centre's county and from where its people come
/// from, numbers of the test form, each number once.
final class InventedPeople {
  private static final List<String> WOMEN =
      List.of(
          "Alva",
          "Amal",
          "Anita",
          "Ayaan",
          "Berfin",
          "Birgitta",
          "Camilla",
          "Daria",
          "Elin",
          "Elsa",
          "Fadumo",
          "Farah",
          "Fatima",
          "Freja",
          "Golnaz",
          "Hanna",
          "Helin",
          "Hodan",
          "Ida",
          "Ingrid",
          "Iryna",
          "Jasmin",
          "Karin",
          "Khadija",
          "Lamia",
          "Leyla",
          "Linnéa",
          "Maja",
          "Malin",
          "Maryam",
          "Mona",
          "Nadia",
          "Naima",
          "Nasrin",
          "Noor",
          "Oksana",
          "Olena",
          "Parisa",
          "Rania",
          "Rojin",
          "Safiya",
          "Sagal",
          "Samira",
          "Sara",
          "Shirin",
          "Sofia",
          "Stina",
          "Svitlana",
          "Tove",
          "Ulla",
          "Vera",
          "Warsan",
          "Yara",
          "Zahra",
          "Zeynep");

  private static final List<String> MEN =
      List.of(
          "Abdi", "Ali", "Anders", "Arash", "Baran", "Bilal", "Daniel", "Elias", "Emil", "Erik",
          "Farid", "Gustav", "Hassan", "Ibrahim", "Jonas", "Karim", "Lukas", "Mehmet", "Nils",
          "Omar", "Oskar", "Reza", "Samir", "Taras", "Viktor", "Yusuf");

  private static final List<String> FAMILIES =
      List.of(
          "Abdullahi",
          "Ahlgren",
          "Aydin",
          "Bergström",
          "Björk",
          "Dahl",
          "Demir",
          "Ek",
          "Farah",
          "Forsberg",
          "Ghasemi",
          "Hagström",
          "Haddad",
          "Hosseini",
          "Isaksson",
          "Jama",
          "Karlsson",
          "Kaya",
          "Khalil",
          "Kovalenko",
          "Lindgren",
          "Lundin",
          "Mansour",
          "Melnyk",
          "Mohamud",
          "Nilsson",
          "Norberg",
          "Nur",
          "Olsson",
          "Pettersson",
          "Rahimi",
          "Rosén",
          "Saleh",
          "Sandberg",
          "Shevchenko",
          "Sjögren",
          "Sundqvist",
          "Tahir",
          "Wallin",
          "Warsame",
          "Yildiz",
          "Åkesson",
          "Öhman");

  private static final Map<String, List<String>> PLACES =
      Map.of(
          "0305", List.of("Bålsta", "Skokloster"),
          "0319", List.of("Skutskär", "Älvkarleby"),
          "0330", List.of("Knivsta", "Alsike"),
          "0331", List.of("Heby", "Morgongåva"),
          "0360", List.of("Tierp", "Örbyhus"),
          "0380", List.of("Uppsala", "Storvreta", "Björklinge", "Sävja"),
          "0381", List.of("Enköping", "Grillby"),
          "0382", List.of("Östhammar", "Gimo"));

  private static final List<String> STREETS =
      List.of("Påhittsvägen", "Sagogatan", "Exempelstigen", "Diktargränd", "Fantasivägen");

  /// Sex of those who seek support, per hundred: 82 women, the rest men (E1, of those whose sex is
  /// known).
  private static final int WOMEN_OF_100 = 82;

  private final Set<String> given = new HashSet<>();

  /// Draws an adult.
  ///
  /// @param youngest age in whole years on `on`
  /// @param oldest age in whole years on `on`
  Invented draw(
      RandomGenerator random,
      LocalDate on,
      int youngest,
      int oldest,
      String municipality,
      String language) {
    while (true) {
      Sex sex = random.nextInt(100) < WOMEN_OF_100 ? Sex.WOMAN : Sex.MAN;
      LocalDate latest = on.minusYears(youngest);
      LocalDate born =
          latest.minusDays(
              random.nextLong(
                  java.time.temporal.ChronoUnit.DAYS.between(on.minusYears(oldest + 1L), latest)));
      String number = number(born, sex);
      if (given.add(number)) {
        List<String> first = sex == Sex.WOMAN ? WOMEN : MEN;
        return new Invented(
            one(random, first) + " " + one(random, FAMILIES),
            number,
            born,
            sex,
            language,
            "070-17406%02d".formatted(random.nextInt(5, 100)),
            "%s %d, %s"
                .formatted(
                    one(random, STREETS),
                    random.nextInt(1, 90),
                    one(random, places(municipality))));
      }
    }
  }

  /// Twelve digits of the test form: birthday, 238 for a woman or 239 for a man, and the digit that
  /// checks the last nine before it.
  static String number(LocalDate born, Sex sex) {
    String digits =
        "%04d%02d%02d%s"
            .formatted(
                born.getYear(),
                born.getMonthValue(),
                born.getDayOfMonth(),
                sex == Sex.WOMAN ? "238" : "239");
    int sum = 0;
    for (int place = 2; place < digits.length(); place++) {
      int doubled = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
      sum += doubled / 10 + doubled % 10;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /// Places of a municipality.
  static List<String> places(String municipality) {
    return PLACES.getOrDefault(municipality, List.of("Uppsala"));
  }

  static <T> T one(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
