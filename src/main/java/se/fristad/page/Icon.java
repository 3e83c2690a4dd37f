package se.fristad.page;

/// The few pictures there are, drawn as one line in a square of 24. Always beside a word; to a
/// screen reader they are not there.
public enum Icon {
  /// Messages that wait.
  INBOX("M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v6H3v-6z"),
  /// My day.
  DAY(
      "M12 4V2M12 22v-2M4 12H2M22 12h-2M6.3 6.3 4.9 4.9M19.1 19.1l-1.4-1.4M6.3 17.7l-1.4 1.4M19.1"
          + " 4.9l-1.4 1.4M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9z"),
  /// People.
  PEOPLE(
      "M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.3a3.5"
          + " 3.5 0 0 1 0 6.4M18 14.8c2 .8 3.2 2.6 3.5 5.2"),
  /// Samråd.
  CONFERENCE("M4 5h12v9H9l-4 3.5V14H4zM19 9h1.5v9H19v3l-3.5-3H11"),
  /// Shelter.
  SHELTER("M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20"),
  /// Change work.
  CHANGE(
      "M5 12a7 7 0 0 1 12-4.9L19.5 9.5M19.5 4.5v5h-5M19 12a7 7 0 0 1-12 4.9L4.5"
          + " 14.5M4.5 19.5v-5h5"),
  /// Professionals.
  PROFESSIONALS("M4 8h16v11H4zM9 8V5h6v3M4 13h16M12 12v2"),
  /// Figures.
  FIGURES("M4 20V4M4 20h16M8.5 16.5v-4M13 16.5V8M17.5 16.5v-6.5"),
  /// Steering.
  STEERING("M5 21V4M5 5h13l-3 4 3 4H5"),
  /// The log.
  LOG("M6 3h9l4 4v14H6zM14.5 3v4.5H19M9 12h7M9 16h7"),
  /// Out.
  LEAVE("M14 4H5v16h9M10.5 12H21M17 8l4 4-4 4"),
  /// Time.
  CLOCK("M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2"),
  /// Danger.
  WARNING("M12 4 2.5 20h19zM12 10v4.5M12 17v.5"),
  /// Done.
  DONE("M5 12.5l4.5 4.5L19 7.5"),
  /// Worth knowing.
  INFORMATION("M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5V8"),
  /// A message.
  MESSAGE("M4 5h16v11h-8.5L7 19.5V16H4z"),
  /// A call.
  CALL(
      "M5 4h4l1.5 5-2.5 1.5a11 11 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.5 1.5C10.5"
          + " 20.5 3.5 13.5 3.5 5.5A1.5 1.5 0 0 1 5 4z"),
  /// Closed to others.
  LOCK("M6 11h12v9.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"),
  /// Who comes in.
  DOOR("M6 21V3.5h12V21M3.5 21h17M14.5 12v1"),
  /// The menu of a phone.
  MENU("M4 7h16M4 12h16M4 17h16"),
  /// Onwards.
  ONWARD("M9 5l7 7-7 7");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /// SVG's `d`.
  public String path() {
    return path;
  }
}
