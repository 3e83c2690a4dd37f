package se.fristad.centre;

import java.util.List;
import java.util.Optional;

/// A municipality (*kommun*) by its code and its name.
public record Municipality(MunicipalityCode code, String name) {
  /// What stands instead of a code for a municipality outside the county: no municipality has it.
  public static final String ELSEWHERE = "9999";

  private static final List<Municipality> UPPSALA_COUNTY =
      List.of(
          of("0381", "Enköping"),
          of("0331", "Heby"),
          of("0305", "Håbo"),
          of("0330", "Knivsta"),
          of("0360", "Tierp"),
          of("0380", "Uppsala"),
          of("0319", "Älvkarleby"),
          of("0382", "Östhammar"));

  /// The eight of Uppsala County, in the order of the alphabet.
  public static List<Municipality> ofUppsalaCounty() {
    return UPPSALA_COUNTY;
  }

  /// The municipality of the county that has the code; empty for those elsewhere.
  public static Optional<Municipality> inCounty(MunicipalityCode code) {
    return UPPSALA_COUNTY.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /// Whether it is the code of a municipality of the county, or says that it is elsewhere: nothing
  /// else stands in a file.
  public static boolean isKnown(String code) {
    return code.equals(ELSEWHERE)
        || MunicipalityCode.read(code).flatMap(Municipality::inCounty).isPresent();
  }

  private static Municipality of(String code, String name) {
    return new Municipality(new MunicipalityCode(code), name);
  }
}
