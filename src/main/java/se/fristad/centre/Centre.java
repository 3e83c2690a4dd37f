package se.fristad.centre;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.fristad.centre.SupportLine.Door;

/// The centre's own facts (*verksamheten*), Uppsala's unless `fristad.centre.*` says otherwise. A
/// value that cannot be right stops the start.
///
/// @param name as it calls itself, on staff pages and where a person asks who answers
/// @param publicName what the public page calls it, in the tab and in the history too. Keep it
///   neutral: it stays on her device
/// @param phone where a person of the centre answers, as people write it
/// @param emergencySocialServices number of *socialjouren*; none means the line is not shown
/// @param hours when someone answers
/// @param night when the duty social service decides instead
/// @param leaveTo where leaving quickly leads: an everyday page
/// @param investigatesFor codes of the municipalities for whose board the centre investigates and
///   grants support; the others' are handed over. Public, in the agreement
/// @param children for a municipality's code, whose a child's case is: `here` or `elsewhere`;
///   elsewhere when nothing is said
@ConfigurationProperties("fristad.centre")
public record Centre(
    @DefaultValue("Nexus resurscentrum") String name,
    @DefaultValue("Resurscentrum Uppsala") String publicName,
    @DefaultValue("018-727 52 47") String phone,
    @Nullable String emergencySocialServices,
    @DefaultValue OpeningHours hours,
    @DefaultValue NightHours night,
    @DefaultValue("https://www.smhi.se/") URI leaveTo,
    @DefaultValue("0380") Set<String> investigatesFor,
    @DefaultValue Map<String, ChildCases> children) {

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{1,18}[0-9]");

  /// Refuses what cannot be right.
  ///
  /// @throws IllegalArgumentException naming the property
  public Centre {
    if (name.isBlank()) {
      throw new IllegalArgumentException("fristad.centre.name is empty");
    }
    if (publicName.isBlank()) {
      throw new IllegalArgumentException("fristad.centre.public-name is empty");
    }
    phone = checked("phone", phone);
    if (emergencySocialServices != null) {
      emergencySocialServices =
          emergencySocialServices.isBlank()
              ? null
              : checked("emergency-social-services", emergencySocialServices);
    }
    if (!"https".equals(leaveTo.getScheme()) || leaveTo.getHost() == null) {
      throw new IllegalArgumentException("fristad.centre.leave-to must be an https address");
    }
    night.meet(hours);
    investigatesFor = Set.copyOf(investigatesFor);
    for (String code : investigatesFor) {
      if (MunicipalityCode.read(code).flatMap(Municipality::inCounty).isEmpty()) {
        throw new IllegalArgumentException(
            "fristad.centre.investigates-for names no municipality of the county");
      }
    }
    children = Map.copyOf(children);
    for (String code : children.keySet()) {
      if (MunicipalityCode.read(code).isEmpty()) {
        throw new IllegalArgumentException("fristad.centre.children names no municipality");
      }
    }
  }

  /// Whether the duty social service decides at a moment.
  public boolean isNight(Instant moment) {
    return night.isNight(moment, hours);
  }

  /// The day on whose evening the night of a moment began, or begins.
  public LocalDate nightOf(Instant moment) {
    return night.nightOf(moment, hours);
  }

  /// When the night begins on the evening of a day.
  public Instant nightBegins(LocalDate day) {
    return night.begins(day, hours).toInstant();
  }

  /// When the night of a moment ends.
  public Instant nightEnds(Instant moment) {
    return night.ends(moment, hours).toInstant();
  }

  /// Whose the case of a child in a municipality is.
  public ChildCases childCases(String municipality) {
    return children.getOrDefault(municipality, ChildCases.ELSEWHERE);
  }

  /// What a telephone dials to reach the centre.
  public String dial() {
    return SupportLine.dialled(phone);
  }

  /// The other numbers that a door shows, the most urgent first.
  public List<SupportLine> lines(Door door) {
    return SupportLines.of(door, emergencySocialServices);
  }

  private static String checked(String property, String phone) {
    if (!PHONE.matcher(phone.strip()).matches()) {
      throw new IllegalArgumentException("fristad.centre." + property + " is no phone number");
    }
    return phone.strip();
  }
}
