package se.fristad.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The templates, compiled with the program (package `se.fristad.jte`): nothing is compiled, and no
/// template file read, while it runs.
public final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "se.fristad.jte");

  /// The page as HTML.
  public String render(View view) {
    var html = new StringOutput();
    engine.render(view.template() + ".jte", view.model(), html);
    return html.toString();
  }

  /// A view of another module as a part of a page: drawn, and thereby escaped, by its own template.
  public Content part(View view) {
    String html = render(view);
    return output -> output.writeContent(html);
  }

  /// Answers with the page: status, UTF-8, its length, and never kept by anyone. For filters;
  /// controllers return the [View].
  public void answer(View view, HttpServletResponse response) throws IOException {
    var bytes = render(view).getBytes(StandardCharsets.UTF_8);
    response.setStatus(view.status());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", "no-store");
    }
    response.getOutputStream().write(bytes);
  }
}
