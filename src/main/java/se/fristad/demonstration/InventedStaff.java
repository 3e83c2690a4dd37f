package se.fristad.demonstration;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Staffing;
import se.fristad.vault.Confidential;

/// Those who work in the invented centre. Made once, at the first start, by the same use case as
/// the administrator's page; none of them has a password.
@StaffFace
@ConditionalOnBooleanProperty("fristad.demonstration")
@Component
class InventedStaff {
  private record Person(String name, String login, List<Staffing.Capacity> capacities) {
    static Person of(String name, String login, String organisation, Role... roles) {
      return new Person(
          name,
          login,
          List.of(roles).stream().map(role -> new Staffing.Capacity(organisation, role)).toList());
    }
  }

  private static final List<Person> PEOPLE =
      List.of(
          Person.of("Amina Lindqvist", "amina", "centre", Role.RECEPTION),
          Person.of("Karin Öberg", "karin", "centre", Role.CASEWORKER, Role.RECEPTION),
          Person.of("Nadja Berglund", "nadja", "centre", Role.CASEWORKER),
          Person.of("Johan Sandell", "johan", "centre", Role.TREATMENT_WORKER),
          Person.of("Petter Hallberg", "petter", "centre", Role.CHANGE_WORKER),
          Person.of("Leyla Demir", "leyla", "shelter", Role.SHELTER_STAFF),
          Person.of("Birgitta Wallin", "birgitta", "centre", Role.HEAD),
          Person.of("Solveig Åkerman", "solveig", "centre", Role.HEAD),
          Person.of("Tomas Ahlin", "tomas", "duty", Role.DUTY_SOCIAL_SERVICE),
          Person.of("Eva Lund", "eva", "centre", Role.PROJECT_LEADER),
          Person.of("Sara Ek", "sara", "region", Role.NURSE),
          Person.of("Magnus Frid", "magnus", "centre", Role.ADMINISTRATOR),
          Person.of("Elisabet Norén", "elisabet", "centre", Role.LOG_REVIEWER));

  private final Staffing staffing;

  InventedStaff(Staffing staffing) {
    this.staffing = staffing;
  }

  /// Makes them when nobody works here yet.
  @Order(0)
  @EventListener(ApplicationReadyEvent.class)
  void move() {
    if (staffing.everyone().isEmpty()) {
      for (Person person : PEOPLE) {
        staffing.add(null, Confidential.of(person.name()), person.login(), person.capacities());
      }
    }
  }
}
