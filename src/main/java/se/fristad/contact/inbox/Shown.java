package se.fristad.contact.inbox;

import gg.jte.Content;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import se.fristad.page.Templates;
import se.fristad.page.View;

/// How a page of the inbox is answered.
final class Shown {
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  private Shown() {}

  static ResponseEntity<String> html(Templates templates, View view) {
    return ResponseEntity.status(view.status())
        .header("Content-Type", "text/html;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .body(templates.render(view));
  }

  static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  /// A view of another module as a part of a page: rendered, and thereby escaped, by its own
  /// template.
  static Content of(Templates templates, View view) {
    String html = templates.render(view);
    return output -> output.writeContent(html);
  }

  /// A text that stands alone, with a great first letter.
  static String great(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static LocalDate day(Instant moment) {
    return moment.atZone(HERE).toLocalDate();
  }

  static LocalTime here(Instant moment) {
    return moment.atZone(HERE).toLocalTime();
  }
}
