package se.fristad.vault;

import java.nio.file.Path;
import java.util.Set;

/// What this process shows, serves and may hold.
///
/// @param faces from `fristad.faces`
/// @param sides from `fristad.sides`: the sides whose keysets and logins are loaded, among those
///   that keep words
/// @param keys the directory of keyset files, mode 0700
public record Node(Set<Face> faces, Set<Side> sides, Path keys) {
  public Node {
    faces = Set.copyOf(faces);
    sides = Set.copyOf(sides);
  }

  /// Whether this node shows the face.
  public boolean shows(Face face) {
    return faces.contains(face);
  }

  /// Whether this node may open what the side keeps: never on a node that is public alone.
  public boolean opens(Side side) {
    return sides.contains(side) && (shows(Face.STAFF) || shows(Face.JOBS));
  }
}
