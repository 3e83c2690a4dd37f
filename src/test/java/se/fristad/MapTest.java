package se.fristad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/// The map of the house, drawn from what each room declares; `docs/modules.svg` must be the newest.
class MapTest {
  private static final int WIDTH = 150;
  private static final int HEIGHT = 54;
  private static final int ACROSS = 190;
  private static final int DOWN = 104;

  /// The road from bottom to top, then the foundations; the pure rooms stand aside.
  private static final List<List<String>> ROWS =
      List.of(
          List.of("demonstration"),
          List.of("steering", "statistics"),
          List.of("conference", "outreach"),
          List.of("shelter"),
          List.of("casework", "perpetrator"),
          List.of("intake"),
          List.of("contact"),
          List.of("outgoing", "retention"),
          List.of("access", "assessment", "law"),
          List.of("audit", "centre", "page"),
          List.of("vault"));

  @Test
  void the_map_in_the_documents_is_the_map_of_the_house() throws Exception {
    String drawn = draw();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/modules.svg"), drawn);
    assertThat(Path.of("docs/modules.svg"))
        .as("copy target/modules.svg to docs/modules.svg")
        .hasContent(drawn);
  }

  private static String draw() throws Exception {
    Map<String, int[]> places = new HashMap<>();
    for (int row = 0; row < ROWS.size(); row++) {
      List<String> rooms = ROWS.get(row);
      for (int at = 0; at < rooms.size(); at++) {
        int left = 300 - (rooms.size() - 1) * ACROSS / 2 + at * ACROSS;
        places.put(rooms.get(at), new int[] {left, 20 + row * DOWN});
      }
    }
    List<String> arrows = new ArrayList<>();
    List<String> boxes = new ArrayList<>();
    for (List<String> row : ROWS) {
      for (String room : row) {
        ApplicationModule declared =
            Objects.requireNonNull(
                Class.forName("se.fristad." + room + ".package-info")
                    .getAnnotation(ApplicationModule.class));
        int[] from = Objects.requireNonNull(places.get(room));
        Set<String> shared = new TreeSet<>();
        Set<String> rooms = new LinkedHashSet<>();
        for (String used : declared.allowedDependencies()) {
          rooms.add(used.replaceFirst(" ::.*", ""));
        }
        for (String used : rooms) {
          if (Set.of("page", "centre", "law", "access").contains(used)) {
            shared.add(used);
          } else {
            int[] to = Objects.requireNonNull(places.get(used), used);
            arrows.add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
                    .formatted(
                        from[0] + WIDTH / 2, from[1] + HEIGHT, to[0] + WIDTH / 2, to[1] - 4));
          }
        }
        boxes.add(
            "<g><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/><text x=\"%d\" y=\"%d\">%s</text><text class=\"small\" x=\"%d\" y=\"%d\">%s</text></g>"
                .formatted(
                    from[0],
                    from[1],
                    WIDTH,
                    HEIGHT,
                    from[0] + WIDTH / 2,
                    from[1] + 24,
                    declared.displayName(),
                    from[0] + WIDTH / 2,
                    from[1] + 42,
                    shared.isEmpty() ? "uses none of the shared" : String.join(" · ", shared)));
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 %d" role="img" aria-label="The nineteen rooms and their arrows">
    <title>The nineteen rooms of Fristad and what each may use</title>
    <style>
    rect { fill: #fff; stroke: #1f5a56; stroke-width: 2 }
    text { font: 600 15px system-ui, sans-serif; text-anchor: middle; fill: #1b2a2a }
    .small { font-weight: 400; font-size: 10px; fill: #4a5c5c }
    line { stroke: #7d9a97; stroke-width: 1.4; marker-end: url(#tip) }
    </style>
    <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#7d9a97"/></marker></defs>
    <rect x="0" y="0" width="760" height="%d" style="fill: #f6f5f1; stroke: none"/>
    %s
    %s
    <text class="small" x="380" y="%d">Arrows point at what a room may use. Inside a box stand the shared ones: page, centre, law, access. No arrow joins 3 and 3b.</text>
    </svg>
    """
        .formatted(
            ROWS.size() * DOWN + 10,
            ROWS.size() * DOWN + 10,
            String.join("\n", arrows),
            String.join("\n", boxes),
            ROWS.size() * DOWN - 6);
  }
}
