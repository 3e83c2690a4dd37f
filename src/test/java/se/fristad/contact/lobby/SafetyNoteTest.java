package se.fristad.contact.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import se.fristad.contact.People;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// What a colleague should know before she opens the door: sealed, for one reader, who says that
/// she has read it; never a name.
@FristadTest
@DisplayName("Safety notes")
class SafetyNoteTest {
  private static final Instant MONDAY = Calendar.monday();

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person receiver;

  @BeforeEach
  void somebody_waits_and_somebody_receives() {
    afterwards();
    clock.set(MONDAY);
    events.forget();
    receiver = staff.add(Role.CASEWORKER);
    new Calendar(people, "contact").worker(receiver.staff());
  }

  @AfterEach
  void afterwards() {
    new Calendar(people, "contact").empty();
    clock.reset();
  }

  private static Map<String, String> form(Browser browser, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  private UUID guest(Browser browser) {
    UUID id = UUID.randomUUID();
    browser.post(
        "/staff/desk/come",
        form(
            browser, "id", id.toString(), "sign", "grey_4", "language", "sv", "interpreter", "no"));
    return id;
  }

  @Test
  void it_reaches_its_reader_on_every_page_and_she_says_that_she_has_read_it() {
    Browser desk = staff.logIn(staff.add(Role.RECEPTION), port);
    Browser reader = staff.logIn(receiver, port);
    UUID guest = guest(desk);
    UUID id = UUID.randomUUID();
    Map<String, String> note =
        form(
            desk,
            "id",
            id.toString(),
            "receiver",
            receiver.staff().toString(),
            "dangers",
            "afraid",
            "note_words",
            "Ta sidodörren, den som väntar ute har följt efter.");
    for (int press = 0; press < 2; press++) {
      assertThat(desk.post("/staff/desk/support/" + guest + "/note", note).location())
          .isEqualTo("/staff/desk/support/" + guest);
    }
    assertThat(people.count("select count(*) from contact.safety_note")).isOne();
    assertThat(people.count("select count(*) from contact.safety_key")).isOne();
    assertThat(people.text("select encode(sealed, 'escape') from contact.safety_note"))
        .doesNotContain("sidod");
    assertThat(people.log(guest)).contains("write_safety_note:done");
    assertThat(desk.get("/staff/desk/support/" + guest).body()).contains("inte läst");
    String href = "/staff/desk/note/support/" + id;
    assertThat(reader.get("/staff/help/now").body()).contains("Läs innan du öppnar: Grå 4", href);
    assertThat(reader.get(href).body()).contains("Är mycket rädd", "Ta sidodörren", "Jag har läst");
    reader.post(href + "/read", form(reader));
    assertThat(people.log(id)).contains("open:read", "read_safety_note:done");
    assertThat(events.of(SafetyWritten.class))
        .extracting(SafetyWritten::what)
        .containsExactly("written", "read");
    assertThat(desk.get("/staff/desk/support/" + guest).body()).contains("läst klockan 10:00");
    assertThat(reader.get("/staff/help/now").body()).doesNotContain("Läs innan du öppnar");
  }

  @Test
  void nobody_but_its_reader_and_its_writer_opens_it_and_only_the_reader_has_read_it() {
    Browser desk = staff.logIn(staff.add(Role.RECEPTION), port);
    UUID guest = guest(desk);
    UUID id = UUID.randomUUID();
    desk.post(
        "/staff/desk/support/" + guest + "/note",
        form(
            desk,
            "id",
            id.toString(),
            "receiver",
            receiver.staff().toString(),
            "dangers",
            "threat"));
    String href = "/staff/desk/note/support/" + id;
    assertThat(desk.get(href).body()).contains("Någon har hotat").doesNotContain("Jag har läst");
    desk.post(href + "/read", form(desk));
    assertThat(people.log(id)).contains("read_safety_note:refused");
    Browser other = staff.logIn(staff.add(Role.CASEWORKER), port);
    assertThat(other.get(href).status()).isEqualTo(404);
    assertThat(other.post(href + "/read", form(other)).status()).isEqualTo(404);
    assertThat(other.get("/staff/desk/support/" + guest).body())
        .as("that there is one, and whether it is read, is the team's")
        .contains("inte läst")
        .doesNotContain(href);
    assertThat(people.count("select count(*) from contact.safety_note where read_at is not null"))
        .isZero();
  }

  @Test
  void what_may_tell_who_somebody_is_is_not_kept_and_nothing_typed_is_lost() {
    Browser desk = staff.logIn(staff.add(Role.RECEPTION), port);
    UUID guest = guest(desk);
    Browser.Answer number =
        desk.post(
            "/staff/desk/support/" + guest + "/note",
            form(
                desk,
                "receiver",
                receiver.staff().toString(),
                "note_words",
                "Hon har 19121212-1212"));
    assertThat(number.status()).isEqualTo(422);
    assertThat(number.body()).contains("Hon har 19121212-1212");
    Browser.Answer empty =
        desk.post(
            "/staff/desk/support/" + guest + "/note",
            form(desk, "receiver", UUID.randomUUID().toString()));
    assertThat(empty.body())
        .contains("Välj vem noteringen är till.", "Kryssa för något, eller skriv med egna ord.");
    Browser.Answer lengthy =
        desk.post(
            "/staff/desk/support/" + guest + "/note",
            form(desk, "receiver", receiver.staff().toString(), "note_words", "a".repeat(501)));
    assertThat(lengthy.status()).isEqualTo(422);
    assertThat(people.count("select count(*) from contact.safety_note")).isZero();
  }
}
