package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.vault.Confidential;

/// A file is opened, and who finds its page.
@FristadTest
@Import({TestStaff.class, People.class})
@DisplayName("The file")
class CaseFileTest {
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @Autowired private Road road;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private Road.Opening opening(String number) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Files.HERE);
    return new Road.Opening(
        UUID.randomUUID(),
        null,
        "0380",
        new Road.Who(
            Confidential.of("Ylva Exempel"),
            Confidential.of(number),
            null,
            Confidential.of("070-174 06 05"),
            Confidential.of(""),
            Confidential.of("Ring bara före klockan tre."),
            Road.Protection.NONE,
            "sv"),
        new Road.Agreed(today, today.plusMonths(6), Confidential.of("Muntligt, i rummet.")));
  }

  @Test
  void who_opened_it_and_the_head_find_its_page_and_a_colleague_does_not() {
    TestStaff.Person caseworker = staff.add(Role.CASEWORKER);
    Road.Opening opening = opening("");
    assertThat(road.open(caseworker.viewer(), opening)).isInstanceOf(Step.Done.class);
    String href = "/staff/files/" + opening.file();
    assertThat(staff.logIn(caseworker, port).get(href).status()).isEqualTo(200);
    assertThat(staff.logIn(staff.add(Role.HEAD), port).get(href).status()).isEqualTo(200);
    for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.RECEPTION}) {
      assertThat(staff.logIn(staff.add(role), port).get(href).status())
          .as(role.code())
          .isEqualTo(404);
    }
    assertThat(people.log(opening.file()))
        .containsExactly(
            "open_file:done", "open:read", "open:read", "open:not_there", "open:not_there");
  }

  @Test
  void a_wrong_check_digit_is_refused_logged_and_nothing_is_saved() {
    Road.Opening opening = opening("20170101-2394");
    assertThat(road.open(staff.add(Role.CASEWORKER).viewer(), opening))
        .isEqualTo(
            new Step.Refused<Road.Began>(
                java.util.List.of(CaseRule.PERSONAL_NUMBER_IS_ONE.refusal("number"))));
    assertThat(people.count("select count(*) from casework.file where id = ?", opening.file()))
        .isZero();
    assertThat(people.log(opening.file())).containsExactly("open_file:refused");
  }
}
