package se.fristad.access;

import java.util.UUID;

/// The decision of the [FileDoor], asked for by every method that reads a file. Only the door makes
/// one.
///
/// [#id()] is the only id the work may use: when the viewer may not open the file it is a random
/// one, so that *not for you* runs the same statements as *not there* and finds nothing.
public final class Permit {
  private final Viewer viewer;
  private final UUID id;
  private final Purpose purpose;

  Permit(Viewer viewer, UUID id, Purpose purpose) {
    this.viewer = viewer;
    this.id = id;
    this.purpose = purpose;
  }

  /// The id to read or write by.
  public UUID id() {
    return id;
  }

  /// Who opens.
  public Viewer viewer() {
    return viewer;
  }

  /// Why.
  public Purpose purpose() {
    return purpose;
  }
}
