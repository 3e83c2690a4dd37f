package se.fristad.contact;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.fristad.vault.Confidential;

/// What somebody who asks in her work was helped with (*konsultation till yrkesverksam*): codes
/// about a workplace, and the case as it was told, without a name.
///
/// @param municipality its code, or the one for a municipality outside the county
/// @param words the case and the advice; blank when nobody wrote any
/// @param version how often it has been changed; 0 for one that is not noted yet
public record Consultation(
    UUID id,
    LocalDate notedOn,
    Organisation organisation,
    String municipality,
    Topic topic,
    Confidential words,
    int version) {
  /// The longest text, in characters: a page.
  public static final int MOST = 4_000;

  /// What kind of workplace asks.
  public enum Organisation {
    /// School (*skola, elevhälsa*).
    SCHOOL,
    /// Preschool.
    PRESCHOOL,
    /// Health care and maternity care.
    HEALTH,
    /// The police.
    POLICE,
    /// Social services of a municipality.
    SOCIAL,
    /// Another authority.
    AUTHORITY,
    /// A housing company or landlord.
    HOUSING,
    /// An association, a congregation or a women's shelter.
    ASSOCIATION,
    /// An employer, of whatever trade.
    EMPLOYER,
    /// Another.
    OTHER;

    /// As it stands in the table and in a form.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a code means.
    public static Optional<Organisation> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// What was asked about.
  public enum Topic {
    /// An adult who is exposed to violence.
    EXPOSED,
    /// A child.
    CHILD,
    /// Honour-related violence and oppression (*hedersrelaterat våld och förtryck*).
    HONOUR,
    /// Somebody who uses violence.
    USES_VIOLENCE,
    /// The duty to report (*anmälningsplikten*, 19 kap. 1 § SoL).
    REPORT,
    /// Protection and housing.
    PROTECTION,
    /// A routine or an education at the workplace.
    ROUTINE,
    /// Something else.
    OTHER;

    /// As it stands in the table and in a form.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a code means.
    public static Optional<Topic> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }
}
