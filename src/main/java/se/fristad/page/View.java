package se.fristad.page;

/// A page: the template `<module>/<page>`, its model (the template's single `@param`, named `page`)
/// and the HTTP status.
///
/// It is rendered wholly before the first byte leaves, so a fault in a template is a fault page and
/// never half a page.
public record View(String template, Object model, int status) implements Reply {
  /// Refuses a template name that could leave the templates' folder.
  public View {
    if (!template.matches("[a-z]+/[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("template name");
    }
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status");
    }
  }

  /// A page that is there.
  public static View of(String template, Object model) {
    return new View(template, model, 200);
  }

  /// The same page with another status, as 400 for a form sent back with its errors.
  public View with(int other) {
    return new View(template, model, other);
  }
}
