package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Draws the page of building blocks, and leaves it in `target/patterns-*.html` to be looked at.
class PatternsTest {
  private final TextCatalogue catalogue = TextCatalogue.ofClassPath();
  private final Templates templates = new Templates();

  @Test
  void every_building_block_is_drawn_in_every_language_theme_and_accent() throws IOException {
    for (var language : List.of("sv", "en")) {
      for (var theme : Look.Theme.values()) {
        for (var accent : Accent.named()) {
          var sample = PatternsPage.sample(catalogue.in(Locale.of(language)));
          var html = draw(in(sample.shell(), new Look(theme, accent)));
          assertThat(html).contains("lang=\"" + language + "\"").doesNotContain("page.patterns.");
          leave("patterns-" + language + "-" + theme.word() + "-" + accent.word(), html);
        }
      }
    }
  }

  @Test
  void fault_pages_are_drawn_for_both_faces() throws IOException {
    var door = Shell.door(catalogue.in(Locale.of("sv")), false, "", Look.STANDARD);
    leave("fault-staff", templates.render(FaultPage.fault(door, true, "ABCD2346")));
    var plain = templates.render(FaultPage.fault(door, false, "ABCD2346"));
    assertThat(plain).contains("112").contains("ABCD2346").doesNotContain("/staff");
    leave("fault-plain", plain);
    assertThat(templates.render(FaultPage.notThere(door, true))).contains("Sidan finns inte här");
  }

  private static Shell in(Shell shell, Look look) {
    return new Shell(
        shell.texts(),
        shell.who(),
        shell.organisation(),
        shell.navigation(),
        shell.quick(),
        shell.demonstration(),
        shell.formToken(),
        look,
        shell.alarm());
  }

  private String draw(Shell shell) {
    return templates.render(View.of("page/patterns", PatternsPage.sample(shell)));
  }

  private static void leave(String name, String html) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "patterns"));
    for (var asset : Asset.all()) {
      Files.writeString(folder.resolve(asset.name()), asset.text());
    }
    Files.writeString(
        folder.resolve(name + ".html"),
        html.replaceAll("\\Q" + Asset.ROOT + "\\E([a-z.]+)\\?v=[0-9a-f]+", "$1"));
  }
}
