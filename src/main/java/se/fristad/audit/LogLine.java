package se.fristad.audit;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line for the log, as the one who acts knows it. Time, transaction and login are added by the
/// database.
///
/// Holds ids and codes only. A code is `[a-z0-9_.:-]{1,64}`: a reason in words does not fit, here
/// or in the table.
///
/// @param staff who acts; none for the program's own work
/// @param organisation the organisation she acts for
/// @param role the role she acts in
/// @param act what is done: `open`, `list`, `write`, `login` …
/// @param kind what it is done with: `intake`, `thread` …
/// @param subject the record, if it is one
/// @param purpose why, as a code
/// @param outcome how it ended
/// @param ids the records shown in a list, at most 1,000
/// @param version the version written
/// @param hash SHA-256 of the sealed value written, so that a row put back to an older one shows
public record LogLine(
    @Nullable UUID staff,
    @Nullable String organisation,
    @Nullable String role,
    String act,
    String kind,
    @Nullable UUID subject,
    String purpose,
    Outcome outcome,
    List<UUID> ids,
    @Nullable Integer version,
    byte @Nullable [] hash) {

  private static final Pattern CODE = Pattern.compile("[a-z0-9_.:-]{1,64}");

  /// The most ids that one line takes.
  public static final int MOST_IDS = 1_000;

  /// Checks every part once.
  ///
  /// @throws IllegalArgumentException when a code is not a code; the message never repeats it
  public LogLine(
      @Nullable UUID staff,
      @Nullable String organisation,
      @Nullable String role,
      String act,
      String kind,
      @Nullable UUID subject,
      String purpose,
      Outcome outcome,
      List<UUID> ids,
      @Nullable Integer version,
      byte @Nullable [] hash) {
    code(organisation, "organisation");
    code(role, "role");
    code(act, "act");
    code(kind, "kind");
    code(purpose, "purpose");
    if (ids.size() > MOST_IDS) {
      throw new IllegalArgumentException("more ids than a line takes");
    }
    if (hash != null && hash.length != 32) {
      throw new IllegalArgumentException("hash is not a SHA-256");
    }
    this.staff = staff;
    this.organisation = organisation;
    this.role = role;
    this.act = act;
    this.kind = kind;
    this.subject = subject;
    this.purpose = purpose;
    this.outcome = outcome;
    this.ids = List.copyOf(ids);
    this.version = version;
    this.hash = hash == null ? null : hash.clone();
  }

  /// A line about one record, without a version.
  public static LogLine about(
      @Nullable UUID staff,
      @Nullable String organisation,
      @Nullable String role,
      String act,
      String kind,
      @Nullable UUID subject,
      String purpose,
      Outcome outcome) {
    return new LogLine(
        staff, organisation, role, act, kind, subject, purpose, outcome, List.of(), null, null);
  }

  /// The same, with the version that was written.
  ///
  /// @param written SHA-256 of the sealed value; null when nothing sealed was written
  public LogLine wrote(int number, byte @Nullable [] written) {
    return new LogLine(
        staff, organisation, role, act, kind, subject, purpose, outcome, ids, number, written);
  }

  /// The same, with the records that a list showed.
  public LogLine showing(List<UUID> shown) {
    return new LogLine(
        staff, organisation, role, act, kind, subject, purpose, outcome, shown, version, hash);
  }

  @Override
  public byte @Nullable [] hash() {
    return hash == null ? null : hash.clone();
  }

  private static void code(@Nullable String code, String part) {
    if (code != null && !CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(part + " is not a code");
    }
  }
}
