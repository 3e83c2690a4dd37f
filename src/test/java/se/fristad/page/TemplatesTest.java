package se.fristad.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the wall between modules does not see: compiled templates lie in a package of their own.
class TemplatesTest {
  private static final Path ROOT = Path.of("src", "main", "jte");
  private static final Pattern NAMED = Pattern.compile("se\\.fristad\\.([a-z.]+)\\.[A-Z]\\w*");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\sstyle\\s*=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=|hx-on|javascript:");

  @Test
  void a_template_names_only_the_pages_and_its_own_module() throws IOException {
    assertThat(inEach(TemplatesTest::strangersIn)).isEmpty();
  }

  @Test
  void a_template_that_names_another_module_is_found() {
    assertThat(strangersIn("intake/form", "@import se.fristad.contact.inbox.web.InboxPage\n"))
        .containsExactly("intake/form names se.fristad.contact.inbox.web.InboxPage");
    assertThat(strangersIn("page/card", "${se.fristad.vault.Confidential.of(\"\")}")).hasSize(1);
    assertThat(strangersIn("intake/form", "@import se.fristad.intake.web.Form")).isEmpty();
  }

  @Test
  void staff_templates_hold_no_style_and_no_script() throws IOException {
    assertThat(inEach(TemplatesTest::inlineIn)).isEmpty();
  }

  @Test
  void a_style_or_a_script_in_a_staff_template_is_found() {
    assertThat(inlineIn("page/a", "<p style=\"color:red\">")).hasSize(1);
    assertThat(inlineIn("page/a", "<script>alert(1)</script>")).hasSize(1);
    assertThat(inlineIn("page/a", "<a onclick=\"x()\">")).hasSize(1);
    assertThat(inlineIn("page/a", "<script src=\"/staff/assets/staff.js\" defer></script>"))
        .isEmpty();
  }

  @Test
  void what_is_typed_is_written_as_text_and_never_as_html() {
    var hostile = "\"><script>alert(1)</script>\u202e'&";
    var texts = TextCatalogue.ofClassPath().in(Locale.of("sv"));
    var field = Field.of("note", hostile).withValue(hostile).withError(hostile).withHint(hostile);
    for (var template : List.of("page/field-text.jte", "page/field-area.jte")) {
      var html = Fragments.drawn(template, Map.of("texts", texts, "field", field));
      assertThat(html).doesNotContain("<script").contains("&lt;script");
    }
    assertThat(Fragments.drawn("page/field-text.jte", Map.of("texts", texts, "field", field)))
        .contains("value=\"&#34;>&lt;script>");
  }

  @Test
  void what_is_typed_comes_back_with_its_first_empty_line() {
    var field = Field.of("note", "x").withValue("\nsecond line");
    var texts = TextCatalogue.ofClassPath().in(Locale.of("sv"));
    // a browser drops the first line break after the tag
    assertThat(Fragments.drawn("page/field-area.jte", Map.of("texts", texts, "field", field)))
        .contains(">\n\nsecond line</textarea>");
  }

  private interface Rule {
    List<String> broken(String name, String source);
  }

  private static List<String> inEach(Rule rule) throws IOException {
    var broken = new ArrayList<String>();
    try (var files = Files.walk(ROOT)) {
      for (var file : files.filter(path -> path.toString().endsWith(".jte")).toList()) {
        var name = ROOT.relativize(file).toString().replace(".jte", "").replace('\\', '/');
        broken.addAll(rule.broken(name, Files.readString(file)));
      }
    }
    return broken;
  }

  private static List<String> strangersIn(String name, String source) {
    var module = name.substring(0, name.indexOf('/'));
    return NAMED
        .matcher(source)
        .results()
        .filter(found -> {
          var owner = found.group(1).replaceAll("\\..*", "");
          return !owner.equals("page") && !owner.equals(module);
        })
        .map(found -> name + " names " + found.group())
        .toList();
  }

  private static List<String> inlineIn(String name, String source) {
    if (!name.startsWith("page/") && !source.contains("@template.page.staff(")) {
      return List.of();
    }
    return INLINE.matcher(source).results().map(found -> name + " holds " + found.group()).toList();
  }
}
