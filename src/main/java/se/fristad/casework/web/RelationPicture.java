package se.fristad.casework.web;

import java.util.ArrayList;
import java.util.List;

/// The people around somebody as a picture: she in the middle, they around her, each with the
/// number of the list beside it. Danger and safety are told by shape, line and word, not by colour
/// alone.
///
/// @param centre what she is called
public record RelationPicture(String title, String description, String centre, List<Node> nodes) {
  /// The side of the square that it is drawn in.
  public static final int SIDE = 500;

  /// With so many or fewer they stand in one ring; with more in two.
  private static final int ONE_RING = 9;

  private static final int MIDDLE = SIDE / 2;
  private static final int RING = 168;
  private static final int INNER = 116;
  private static final int OUTER = 186;
  private static final int LONGEST = 13;

  /// Copies the list.
  public RelationPicture {
    nodes = List.copyOf(nodes);
  }

  /// One of them, where it stands.
  ///
  /// @param label what fits under it
  /// @param mark a word under it; empty when there is none
  /// @param danger a code: `dangerous`, `uncertain`, `safe`
  public record Node(
      int number,
      int x,
      int y,
      String label,
      String mark,
      String danger,
      boolean never,
      boolean child) {
    /// Where its name stands: away from her, so that no line runs through it.
    public int labelY() {
      return y < MIDDLE ? y - (mark.isEmpty() ? 29 : 46) : y + 42;
    }

    /// Where the word under its name stands.
    public int markY() {
      return labelY() + 16;
    }

    /// Where on the line from her the bar stands of whoever must never be contacted.
    public int barX() {
      return (x + MIDDLE) / 2;
    }

    /// See [#barX].
    public int barY() {
      return (y + MIDDLE) / 2;
    }
  }

  /// One to be placed.
  public record Person(String name, String mark, String danger, boolean never, boolean child) {}

  /// Places them around her, from the top and with the sun.
  public static RelationPicture of(
      String title, String description, String centre, List<Person> people) {
    List<Node> nodes = new ArrayList<>();
    int many = people.size();
    for (int i = 0; i < many; i++) {
      double angle = 2 * Math.PI * i / many - Math.PI / 2;
      int radius = many <= ONE_RING ? RING : i % 2 == 0 ? OUTER : INNER;
      Person one = people.get(i);
      nodes.add(
          new Node(
              i + 1,
              (int) Math.round(MIDDLE + radius * Math.cos(angle)),
              (int) Math.round(MIDDLE + radius * Math.sin(angle)),
              // with very many only the numbers fit
              many > 2 * ONE_RING ? "" : shortened(one.name),
              many > 2 * ONE_RING ? "" : one.mark,
              one.danger,
              one.never,
              one.child));
    }
    return new RelationPicture(title, description, shortened(centre.split(" ", 2)[0]), nodes);
  }

  /// Where she stands.
  public int middle() {
    return MIDDLE;
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }
}
