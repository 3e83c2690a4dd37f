package se.fristad.centre;

import java.util.List;
import java.util.Optional;

/// A municipality (*kommun*) by its code and its name.
public record Municipality(MunicipalityCode code, String name) {
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

  private static Municipality of(String code, String name) {
    return new Municipality(new MunicipalityCode(code), name);
  }
}
