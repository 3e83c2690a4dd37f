package se.fristad.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;

/// Somebody at her desk, logged in, with the forms of a file before her.
@TestComponent
public class Desk {
  private final TestStaff staff;
  private final Walk walk;
  private final ObjectProvider<Environment> environment;

  Desk(TestStaff staff, Walk walk, ObjectProvider<Environment> environment) {
    this.staff = staff;
    this.walk = walk;
    this.environment = environment;
  }

  /// Somebody who is logged in.
  record Worker(Browser browser, Viewer viewer) {
    UUID id() {
      return viewer.staff();
    }

    /// The page of a step; what is said when it is asked for.
    Browser.Answer open(String href) {
      return browser.get(href);
    }

    /// Opens the form and sends it with these fields.
    Browser.Answer send(String href, String... fields) {
      Browser.Answer page = browser.get(href);
      return browser.post(href, form(page, fields));
    }

    /// What a browser sends of a page with these fields.
    Map<String, String> form(Browser.Answer page, String... fields) {
      Map<String, String> form = new TreeMap<>();
      form.put("_form", page.token());
      form.put("form", page.hidden("form"));
      form.put("act", "send");
      for (int i = 0; i < fields.length; i += 2) {
        form.put(fields[i], fields[i + 1]);
      }
      return form;
    }
  }

  /// Somebody in these roles, working in the first.
  Worker in(Role... roles) {
    TestStaff.Person person = staff.add(roles);
    int port = environment.getObject().getRequiredProperty("local.server.port", Integer.class);
    return new Worker(staff.logIn(person, port), person.viewer());
  }

  /// A caseworker with a mandate for everything.
  Worker delegate() {
    Worker worker = in(Role.CASEWORKER);
    LocalDate today = walk.today();
    walk.mandate(
        worker.viewer(), Set.of(SupportType.values()), today.minusYears(1), today.plusYears(1));
    return worker;
  }

  /// The page of a file.
  static String file(UUID file) {
    return CasePages.FILES + file;
  }

  /// The page of a step.
  static String step(UUID file, String kind) {
    return file(file) + "/steps/" + kind;
  }

  /// The page of a step about a record.
  static String step(UUID file, String kind, UUID record) {
    return step(file, kind) + "/" + record;
  }
}
