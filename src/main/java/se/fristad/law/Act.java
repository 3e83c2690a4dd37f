package se.fristad.law;

/// The acts that we cite with chapter and paragraph.
public enum Act {
  /// Socialtjänstlagen, in force from 1 July 2025.
  SOL("SoL", "2025:400"),
  /// Offentlighets- och sekretesslagen.
  OSL("OSL", "2009:400");

  private final String shortName;
  private final String number;

  Act(String shortName, String number) {
    this.shortName = shortName;
    this.number = number;
  }

  /// As lawyers shorten it, in every language: `SoL`.
  public String shortName() {
    return shortName;
  }

  /// Its number in the statute book: `2025:400`.
  public String number() {
    return number;
  }
}
