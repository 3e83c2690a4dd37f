package se.fristad.law;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The acts and regulations that we cite, each with the days on which it applies and whether it was
/// read.
public enum Act {
  /// The repealed socialtjänstlagen. Its transitional provisions reach past its last day: the trial
  /// of an appeal against a decision of its time still follows it (2025:400, point 6).
  SOL_2001("SoL", "2001:453", true, false, LocalDate.of(2002, 1, 1), LocalDate.of(2025, 6, 30)),
  /// Socialtjänstlagen.
  SOL("SoL", "2025:400", true, true, LocalDate.of(2025, 7, 1), null),
  /// Offentlighets- och sekretesslagen.
  OSL("OSL", "2009:400", true, true, LocalDate.of(2009, 6, 30), null),
  /// Förvaltningslagen.
  FL("FL", "2017:900", false, true, LocalDate.of(2018, 7, 1), null),
  /// Kommunallagen.
  KL("KL", "2017:725", true, true, LocalDate.of(2018, 1, 1), null),
  /// Lagen om placering av barn i skyddat boende.
  SHELTER_FOR_CHILDREN(
      "lagen om placering av barn i skyddat boende",
      "2024:79",
      true,
      true,
      LocalDate.of(2024, 4, 1),
      null),
  /// Folkbokföringslagen.
  REGISTRATION("folkbokföringslagen", "1991:481", false, true, LocalDate.of(1991, 7, 1), null),
  /// Lagen om beräkning av lagstadgad tid.
  COUNTING_OF_TIME(
      "lagen om beräkning av lagstadgad tid",
      "1930:173",
      false,
      true,
      LocalDate.of(1930, 7, 1),
      null),
  /// Arbetsmiljölagen.
  WORK_ENVIRONMENT("AML", "1977:1160", true, false, LocalDate.of(1978, 7, 1), null),
  /// Socialstyrelsens föreskrifter och allmänna råd om våld i nära relationer.
  VIOLENCE_REGULATION("HSLF-FS", "2022:39", false, false, LocalDate.of(2022, 11, 1), null);

  private final String shortName;
  private final String number;
  private final boolean chapters;
  private final boolean read;
  private final LocalDate from;
  private final @Nullable LocalDate to;

  Act(
      String shortName,
      String number,
      boolean chapters,
      boolean read,
      LocalDate from,
      @Nullable LocalDate to) {
    this.shortName = shortName;
    this.number = number;
    this.chapters = chapters;
    this.read = read;
    this.from = from;
    this.to = to;
  }

  /// As lawyers shorten it, in every language: `SoL`.
  public String shortName() {
    return shortName;
  }

  /// Its number in the statute book: `2025:400`.
  public String number() {
    return number;
  }

  /// Whether its paragraphs are counted within chapters.
  public boolean hasChapters() {
    return chapters;
  }

  /// The first day on which it applies.
  public LocalDate from() {
    return from;
  }

  /// The last day on which it applies; empty while it stands.
  public Optional<LocalDate> to() {
    return Optional.ofNullable(to);
  }

  /// Whether it applies on a day.
  public boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /// Whether its text, or the paragraphs that are cited, were read when the rules were written.
  /// What was not read is cited by number and must be checked by a person.
  public boolean isRead() {
    return read;
  }

  /// Key of the sentence that says where its text was read, or that it was not.
  public String sourceKey() {
    return "law.act." + name().toLowerCase(Locale.ROOT) + ".source";
  }
}
