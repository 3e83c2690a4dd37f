package se.fristad.contact.facts;

import java.time.LocalDate;
import java.util.UUID;

/// Something that happened at a door, as a figure may know it.
public sealed interface ContactFact permits ContactBegun, FirstAnswer {
  /// Of the fact alone: the same id is the same fact.
  UUID id();

  /// The day it belongs to, in Sweden.
  LocalDate day();

  /// The door she came by.
  Door door();
}
