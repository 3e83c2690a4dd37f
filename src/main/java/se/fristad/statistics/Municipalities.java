package se.fristad.statistics;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.fristad.centre.Centre;
import se.fristad.centre.Municipality;
import se.fristad.centre.MunicipalityCode;

/// The municipalities that figures are told of (*kommun*).
@Component
class Municipalities {
  /// Every other: outside the county, or not known.
  static final String OTHER = "other";

  private static final List<String> COUNTY =
      Municipality.ofUppsalaCounty().stream()
          .map(Municipality::code)
          .map(MunicipalityCode::code)
          .toList();

  private final Set<String> served;

  @Autowired
  Municipalities(Centre centre) {
    this(centre.investigatesFor());
  }

  Municipalities(Set<String> served) {
    this.served = Set.copyOf(served);
  }

  /// The county's codes, in the order of the alphabet.
  static List<String> county() {
    return COUNTY;
  }

  /// As a fact's municipality is counted.
  static String counted(String code) {
    return COUNTY.contains(code) ? code : OTHER;
  }

  /// Of which a measure is told.
  List<String> of(Measure measure) {
    return switch (measure.places()) {
      case NONE -> List.of();
      case EVERYWHERE -> Stream.concat(COUNTY.stream(), Stream.of(OTHER)).toList();
      case SERVED -> COUNTY.stream().filter(served::contains).toList();
    };
  }
}
