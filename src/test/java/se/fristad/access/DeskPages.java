package se.fristad.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A page of the tests: a form that takes a text, and a page that somebody forgot to annotate.
@TestComponent
@RestController
class DeskPages {
  static final List<String> TAKEN = new CopyOnWriteArrayList<>();

  @Allowed(Role.RECEPTION)
  @GetMapping(path = "/staff/desk", produces = MediaType.TEXT_PLAIN_VALUE)
  String form(Sessions.Session session) {
    return "name=\"_form\" value=\"" + session.formToken() + "\"";
  }

  @Allowed(Role.RECEPTION)
  @PostMapping("/staff/desk")
  String take(@RequestParam String text) {
    TAKEN.add(text);
    return "ok";
  }

  @GetMapping("/staff/desk/forgotten")
  String forgotten() {
    return "nobody should read this";
  }
}
