package se.fristad.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who led the person here (*aktualiseringskälla*).
public enum Source {
  /// Nobody: her own contact.
  SELF,
  /// Somebody near to her.
  RELATIVE,
  /// The police.
  POLICE,
  /// Another unit of the social services.
  SOCIAL_SERVICES,
  /// School or its health team.
  SCHOOL,
  /// Health care.
  HEALTH_CARE,
  /// An organisation without profit.
  CIVIL_SOCIETY,
  /// Migrationsverket.
  MIGRATION_AGENCY,
  /// Her employer.
  EMPLOYER,
  /// Another municipality.
  OTHER_MUNICIPALITY,
  /// A support line.
  SUPPORT_LINE,
  /// Child health care and its method against neglect (*Barnsäkert*).
  CHILD_HEALTH_CARE,
  /// A cultural interpreter or a guide for newcomers.
  INTERPRETER,
  /// A church or another community of faith.
  FAITH_COMMUNITY;

  /// As it stands in the table and in forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Source> of(String code) {
    return Stream.of(values()).filter(source -> source.code().equals(code)).findFirst();
  }
}
