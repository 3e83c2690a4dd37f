package se.fristad.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// The fragments of a page, each drawn alone.
final class Fragments {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "se.fristad.jte");

  private Fragments() {}

  /// With its parameters by name.
  static String drawn(String template, Map<String, Object> parameters) {
    var html = new StringOutput();
    ENGINE.render(template, parameters, html);
    return html.toString();
  }
}
