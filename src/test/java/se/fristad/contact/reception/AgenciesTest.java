package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// The register of interpreters' agencies: each side its own.
@FristadTest
@DisplayName("The agencies of interpreters")
class AgenciesTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final LocalDate DAY = MONDAY.atZone(OpeningHours.HERE).toLocalDate();
  private static final String AGENCY = SetUpPages.HOME + "/agency";
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void none() {
    new Calendar(people, "contact").empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.set(MONDAY);
  }

  @AfterEach
  void and_none_afterwards() {
    new Calendar(people, "contact").empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.reset();
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private static Map<String, String> form(Browser browser, UUID id, String name) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    form.put("queue", "support");
    form.put("id", id.toString());
    form.put("version", "0");
    form.put("agency_name", name);
    form.put("phone", "018-12 34 56");
    form.put("spoken", "ar");
    form.put("reviewed", DAY.minusDays(3).toString());
    form.put("agency_used", "yes");
    return form;
  }

  @Test
  void the_empty_list_says_what_to_do_and_each_side_sees_its_own() {
    assertThat(in(Role.RECEPTION).get(SetUpPages.HOME).body())
        .contains("Ingen tolkförmedling", "En släkting eller bekant kan aldrig tolka.");
    UUID theirs = new Calendar(people, "contact_perpetrator").agency("Tolkar i norr", "so");
    assertThat(in(Role.CHANGE_WORKER).get(SetUpPages.HOME).body()).contains("Tolkar i norr");
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(SetUpPages.HOME).body()).doesNotContain("Tolkar i norr");
    assertThat(reception.get(AGENCY + "?queue=support&agency=" + theirs).status()).isEqualTo(404);
    assertThat(reception.get(AGENCY + "?queue=change&agency=" + theirs).status()).isEqualTo(404);
    Browser caseworker = in(Role.CASEWORKER);
    assertThat(caseworker.post(AGENCY, form(caseworker, UUID.randomUUID(), "Språkbyrån")).status())
        .isEqualTo(404);
    assertThat(people.count("select count(*) from contact.agency")).isZero();
  }

  @Test
  void an_agency_is_kept_once_and_found_again() {
    Browser reception = in(Role.RECEPTION);
    UUID id = UUID.randomUUID();
    Map<String, String> form = form(reception, id, "Språkbyrån");
    assertThat(reception.post(AGENCY, form).location()).startsWith(SetUpPages.HOME);
    assertThat(reception.post(AGENCY, form).body())
        .contains("Någon annan har ändrat förmedlingen medan du skrev.");
    assertThat(
            people.text(
                "select name || phone || languages[1] || version from contact.agency where id = '"
                    + id
                    + "'"))
        .isEqualTo("Språkbyrån+4618123456ar1");
    assertThat(people.log(id)).contains("change:done", "change:refused");
    assertThat(events.of(ReceptionChanged.class))
        .anyMatch(one -> one.id().equals(id) && one.what().equals("agency"));
    assertThat(reception.get(SetUpPages.HOME).body()).contains("Språkbyrån", "Arabiska");
    assertThat(reception.get(AGENCY + "?queue=support&agency=" + id).body())
        .contains("value=\"Språkbyrån\"", "+4618123456");
    assertThat(reception.post(AGENCY, form(reception, UUID.randomUUID(), "Språkbyrån")).body())
        .contains("Den förmedlingen finns redan.");
    form.put("version", "1");
    form.put("agency_used", "no");
    assertThat(reception.post(AGENCY, form).location()).startsWith(SetUpPages.HOME);
    assertThat(reception.get(SetUpPages.HOME).body()).contains("Används inte");
  }

  @Test
  void one_that_nobody_has_looked_over_for_a_year_is_marked() {
    new Calendar(people, "contact").agency("Språkbyrån", "ar,so,fa,ti");
    people.byHand("update contact.agency set reviewed_on = ?", DAY.minusYears(1).minusDays(1));
    assertThat(in(Role.RECEPTION).get(SetUpPages.HOME).body()).contains("Se över: senast");
    people.byHand("update contact.agency set reviewed_on = ?", DAY.minusYears(1));
    assertThat(in(Role.RECEPTION).get(SetUpPages.HOME).body()).doesNotContain("Se över: senast");
  }

  @Test
  void what_cannot_be_right_comes_back_beside_its_field() {
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, UUID.randomUUID(), "å".repeat(61));
    form.put("phone", "ring mig");
    form.put("spoken", "klingon");
    form.put("reviewed", DAY.plusDays(1).toString());
    form.remove("agency_used");
    Browser.Answer wrong = reception.post(AGENCY, form);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "Skriv förmedlingens namn, högst 60 tecken.",
            "å".repeat(61),
            "Skriv ett telefonnummer, till exempel 018-12 34 56.",
            "value=\"ring mig\"",
            "Välj minst ett språk.",
            "Dagen ska ha varit",
            "Välj om förmedlingen används.");
    form.put("agency_name", "å".repeat(60));
    assertThat(reception.post(AGENCY, form).body())
        .doesNotContain("Skriv förmedlingens namn, högst 60 tecken.");
    assertThat(people.count("select count(*) from contact.agency")).isZero();
  }
}
