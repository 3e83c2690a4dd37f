package se.fristad.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/// The municipalities of the county by their official code, in the order of the alphabet, and one
/// line for those outside it.
final class Municipalities {
  /// Outside the county.
  static final String ELSEWHERE = "9999";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("0381", "Enköping");
    NAMES.put("0331", "Heby");
    NAMES.put("0305", "Håbo");
    NAMES.put("0330", "Knivsta");
    NAMES.put("0360", "Tierp");
    NAMES.put("0380", "Uppsala");
    NAMES.put("0319", "Älvkarleby");
    NAMES.put("0382", "Östhammar");
  }

  private Municipalities() {}

  static boolean has(String code) {
    return NAMES.containsKey(code) || code.equals(ELSEWHERE);
  }

  /// Names by code; [#ELSEWHERE] is not among them, since its name is a text.
  static Map<String, String> names() {
    return NAMES;
  }
}
