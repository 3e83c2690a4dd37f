package se.fristad.statistics;

import java.util.List;
import java.util.Locale;

/// What is counted. Each measure is a system of equations of its own: nothing that is published of
/// one adds up to another.
enum Measure {
  /// Somebody turned to us (*stödkontakter*).
  CONTACTS(Places.NONE, Dimension.CHANNEL, Dimension.LANGUAGE),
  /// Somebody was answered for the first time.
  FIRST_ANSWERS(Places.NONE, Dimension.WAIT),
  /// Intakes concluded (*aktualiseringar*).
  INTAKES(Places.EVERYWHERE, Dimension.OUTCOME, Dimension.SOURCE),
  /// Investigations opened (*inledda utredningar*).
  INVESTIGATIONS(Places.SERVED, Dimension.AGE),
  /// People whose violence was mapped, once each.
  MAPPED(Places.NONE, Dimension.KIND, Dimension.RELATION),
  /// Risk assessments.
  RISKS(Places.NONE, Dimension.LEVEL),
  /// Decisions (*beslut*).
  DECISIONS(Places.NONE, Dimension.DECISION, Dimension.DAYS),
  /// Supports to somebody who lives at home (*öppenvårdsinsatser*).
  OUTPATIENT(Places.SERVED, Dimension.TYPE),
  /// Placements in a shelter (*placeringar*).
  PLACEMENTS(Places.SERVED),
  /// Supports that are neither: another flat, money.
  OTHER_SUPPORTS(Places.NONE),
  /// Follow-ups: was your need met?
  FOLLOW_UPS(Places.NONE, Dimension.NEED),
  /// Cases closed.
  CLOSED(Places.NONE),
  /// Reports about children.
  CHILD_REPORTS(Places.NONE, Dimension.WHERE);

  /// Of which municipalities a measure is told.
  enum Places {
    /// Of none: the county alone.
    NONE,
    /// Of each of the county's, and of the rest together: anybody may come.
    EVERYWHERE,
    /// Of those for whose board the centre investigates.
    SERVED
  }

  private final Places places;
  private final List<Dimension> dimensions;

  Measure(Places places, Dimension... dimensions) {
    this.places = places;
    this.dimensions = List.of(dimensions);
  }

  /// Of which municipalities it is told; of whole years only.
  Places places() {
    return places;
  }

  /// What it is divided by.
  List<Dimension> dimensions() {
    return dimensions;
  }

  /// As it stands in a counter, a file and the keys of the texts.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Measure of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
