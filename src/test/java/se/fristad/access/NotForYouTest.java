package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.fristad.casework.Walk;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;

/// *Not there* and *not for you* on the routes that take an id: the same statements, line of the
/// log, answer and time. A route with an id that is not tried here is red.
@FristadTest
@Import({FileDoorTest.Folders.class, DeskPages.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Not there and not for you")
class NotForYouTest {
  private static final int PAIRS = 40;
  private static final int TRIES = 6;

  @Autowired private TestStaff staff;
  @Autowired private People people;
  @Autowired private Statements statements;
  @LocalServerPort private int port;
  private final Owner owner = new Owner(TestHouse.shared());
  private final List<Route> routes = new ArrayList<>();

  /// A route, and somebody who may go there, but not to this one.
  ///
  /// @param row of the matrix
  private record Route(String row, String real, Browser browser, Map<String, String> form) {
    Browser.Answer ask(String id) {
      String path =
          row.substring(row.indexOf(' ') + 1)
              .replaceAll("\\{(thread|id|guest|note|call)}", id)
              .replace("{kind}", "consent")
              .replace("{file}", new UUID(0, 1).toString())
              .replace("{page}", "1")
              .replaceAll("\\{(record|document)}", new UUID(0, 1).toString());
      return row.startsWith("GET") ? browser.get(path) : browser.post(path, form);
    }

    @Override
    public String toString() {
      return row;
    }
  }

  @Autowired private Walk walk;

  @BeforeAll
  void filesOfOthers() {
    People.Person woman = people.writes(Queue.SUPPORT, "Hej");
    People.Person man = people.writes(Queue.CHANGE, "Hej");
    Browser change = staff.logIn(staff.add(Role.CHANGE_WORKER), port);
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    Browser colleague = staff.logIn(staff.add(Role.RECEPTION), port);
    String intake = UUID.randomUUID().toString();
    assertThat(
            colleague
                .post(
                    "/staff/intakes",
                    Map.of(
                        "_form",
                        colleague.get("/staff/intakes/new").token(),
                        "intake",
                        intake,
                        "way",
                        "phone"))
                .location())
        .endsWith(intake);
    walled("/staff/inbox/support/{thread}", woman, change);
    walled("/staff/inbox/change/{thread}", man, reception);
    Map<String, String> form = new HashMap<>();
    form.put("_form", reception.get("/staff/intakes/new").token());
    form.put("version", "1");
    form.put("way", "phone");
    form.put("act", "conclude");
    routes.add(new Route("GET /staff/intakes/{id}", intake, reception, form));
    routes.add(new Route("POST /staff/intakes/{id}", intake, reception, form));
    routes.add(new Route("POST /staff/intakes/{id}/draft", intake, reception, form));
    routes.add(new Route("GET /staff/intakes/{id}/conflict", intake, reception, form));
    routes.add(new Route("POST /staff/intakes/{id}/conflict", intake, reception, form));

    // of a consultation she finds nothing who knows the one who asks
    People.Person teacher = people.writes(Queue.PROFESSIONAL, "Hej");
    TestStaff.Person cousin = staff.add(Role.CASEWORKER);
    people.byHand(
        "insert into contact_professional.conflict (thread, staff, at) values (?, ?, now())",
        teacher.thread(),
        cousin.staff());
    Browser hers = staff.logIn(cousin, port);
    Map<String, String> consultation =
        Map.of(
            "_form", hers.get("/staff/roles").token(),
            "organisation", "school",
            "municipality", "0331",
            "topic", "child");
    for (String row :
        List.of(
            "GET /staff/inbox/professional/{thread}/consultation",
            "POST /staff/inbox/professional/{thread}/consultation")) {
      routes.add(new Route(row, teacher.thread().toString(), hers, consultation));
    }

    desk(change);

    Browser caseworker = staff.logIn(staff.add(Role.CASEWORKER), port);
    Map<String, String> consent =
        Map.of(
            "_form", caseworker.get("/staff/people").token(),
            "subject", "share",
            "consent_from", "2026-01-01",
            "consent_until", "2099-01-01",
            "consent_how", "Muntligt.");
    String file = walk.opened().file().toString();
    routes.add(new Route("GET /staff/files/{id}", file, caseworker, consent));
    for (String row :
        List.of(
            "GET /staff/emergency/{id}",
            "GET /staff/files/{id}/letters/{record}",
            "GET /staff/files/{id}/relations",
            "GET /staff/files/{id}/journal",
            "GET /staff/files/{id}/find",
            "POST /staff/files/{id}/find",
            "GET /staff/files/{id}/print",
            "GET /staff/files/{id}/insights/{record}",
            "GET /staff/files/{id}/plan",
            "GET /staff/files/{id}/documents/{document}",
            "GET /staff/files/{id}/documents/{document}/paper",
            "GET /staff/files/{id}/why",
            "GET /staff/files/{id}/steps/{kind}",
            "GET /staff/files/{id}/steps/{kind}/{record}",
            "POST /staff/files/{id}/steps/{kind}",
            "POST /staff/files/{id}/steps/{kind}/{record}",
            "POST /staff/files/{id}/steps/{kind}/draft",
            "POST /staff/files/{id}/steps/{kind}/{record}/draft")) {
      routes.add(new Route(row, file, caseworker, consent));
    }
    // the night's own page shows whom it has looked up by her number, and nobody else
    Browser night = staff.logIn(staff.add(Role.DUTY_SOCIAL_SERVICE), port);
    Map<String, String> nights =
        Map.of("_form", night.get("/staff/roles").token(), "words", "Hon ringde klockan två.");
    for (String row :
        List.of(
            "GET /staff/duty/{id}",
            "POST /staff/duty/{id}/note",
            "GET /staff/duty/{id}/acute",
            "POST /staff/duty/{id}/acute")) {
      routes.add(new Route(row, file, night, nights));
    }
    routes.add(
        new Route(
            "POST /staff/files/{id}/reason",
            file,
            caseworker,
            Map.of(
                "_form", caseworker.get("/staff/people").token(),
                "why", "contact",
                "words", "Hon ska ha svar i dag.")));
  }

  /// Somebody in the waiting room, a note of her and a call for help, and one of the other side.
  private void desk(Browser other) {
    UUID guest = UUID.randomUUID();
    UUID note = UUID.randomUUID();
    UUID call = UUID.randomUUID();
    UUID colleague = staff.add(Role.RECEPTION).staff();
    people.byHand(
        "insert into contact.lobby (id, sign, came_at, until_at, house, children, language, interpreter)"
            + " values (?, 'grey_6', now(), now() + interval '1 hour', 1, 0, 'sv', false)",
        guest);
    people.byHand(
        "insert into contact.safety_note (id, guest, receiver, choices, author, at)"
            + " values (?, ?, ?, '{afraid}', ?, now())",
        note,
        guest,
        colleague,
        colleague);
    people.byHand(
        "insert into contact.help_call (id, place, called_by, called_at) values (?, 'desk', ?, now())",
        call,
        colleague);
    Map<String, String> form =
        Map.of("_form", other.get("/staff/roles").token(), "act", "take", "became", "nothing");
    for (String row :
        List.of(
            "GET /staff/desk/support/{guest}",
            "POST /staff/desk/support/{guest}/seat",
            "POST /staff/desk/support/{guest}/leave",
            "POST /staff/desk/support/{guest}/become",
            "POST /staff/desk/support/{guest}/note")) {
      routes.add(new Route(row, guest.toString(), other, form));
    }
    routes.add(new Route("GET /staff/desk/note/support/{note}", note.toString(), other, form));
    routes.add(
        new Route("POST /staff/desk/note/support/{note}/read", note.toString(), other, form));
    routes.add(new Route("POST /staff/help/support/{call}", call.toString(), other, form));
  }

  private void walled(String path, People.Person person, Browser other) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", other.get("/staff/roles").token());
    form.put("client", UUID.randomUUID().toString());
    form.put("words", "ett svar");
    form.put("id", UUID.randomUUID().toString());
    form.put("note_words", "en anteckning");
    form.put("handover_words", "en anteckning");
    form.put("act", "end");
    form.put("time", "phone.30000000.60");
    form.put("answer", "ett svar");
    form.put("meeting", UUID.randomUUID().toString());
    form.put("step", "cancelled");
    form.put("renewal", UUID.randomUUID().toString());
    String thread = person.thread().toString();
    for (String row :
        List.of(
            "GET " + path,
            "GET " + path + "/lines",
            "POST " + path + "/answer",
            "POST " + path + "/phrase",
            "POST " + path + "/close",
            "POST " + path + "/danger",
            "POST " + path + "/take",
            "POST " + path + "/note",
            "POST " + path + "/handover",
            "POST " + path + "/invite",
            "POST " + path + "/invitation",
            "POST " + path + "/promise",
            "GET " + path + "/reach",
            "POST " + path + "/reach",
            "GET " + path + "/call",
            "POST " + path + "/call",
            "POST " + path + "/called",
            "POST " + path + "/word",
            "POST " + path + "/conflict",
            "GET " + path + "/time",
            "POST " + path + "/time",
            "GET " + path + "/interpreter",
            "POST " + path + "/interpreter",
            "GET " + path + "/screening",
            "POST " + path + "/screening/draft",
            "GET " + path + "/missed",
            "POST " + path + "/missed",
            "GET " + path + "/link",
            "POST " + path + "/link",
            "GET " + path + "/apart",
            "POST " + path + "/apart",
            "POST " + path + "/reminder",
            "GET " + path + "/signs",
            "POST " + path + "/typing",
            "GET " + path + "/lost",
            "POST " + path + "/lost",
            "POST " + path + "/confirm",
            "GET " + path + "/files/{file}/{page}",
            "POST " + path + "/files/{file}/original")) {
      routes.add(new Route(row, thread, other, form));
    }
  }

  private static final Pattern DESK =
      Pattern.compile(
          "/(lines|signs|typing|lost|confirm|danger|take|note|handover|invite|invitation|promise|reach|call|called|word|conflict|time|interpreter|screening|screening/draft|missed|link|apart|reminder|seat|leave|become|read|phrase|consultation|page}|original)$");

  /// Refused by the role alone, before any record is looked for: no line is written.
  private static final Pattern DESK_OF_THE_OTHER_SIDE =
      Pattern.compile("/staff/(desk|help)/|/missed$");

  Stream<Route> routes() {
    return routes.stream();
  }

  Stream<Route> sixRoutes() {
    return routes.stream()
        .filter(route ->
            !route.row.contains("/change/")
                && !route.row.contains("/files/")
                && !route.row.contains("/desk/")
                && !route.row.contains("/help/")
                && !DESK.matcher(route.row).find());
  }

  @Test
  void every_route_with_an_id_in_its_address_is_tried() throws IOException {
    try (var file = NotForYouTest.class.getResourceAsStream("/access-matrix.csv")) {
      assertThat(
              new String(file.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .map(line -> line.split(";", 3))
                  .filter(cells -> cells[0].contains("{"))
                  // every mandate is for every head, every series for all who give support:
                  // there is none that is not for them
                  .filter(cells ->
                      !cells[0].matches("/staff/(mandates|services|service-types|offers)/.*"))
                  // what is not carried out and what documents are made of is for every head
                  .filter(cells -> !cells[0].matches("/staff/(not-carried-out|templates)/.*"))
                  // what a head is told of kin and neighbours is for every head
                  .filter(cells -> !cells[0].equals("/staff/kin/met/{id}"))
                  // her marks are taken back by her alone: KinTest
                  .filter(cells -> !cells[0].equals("/staff/kin/{id}/back"))
                  // what the day asks of the night is for whoever is on duty
                  .filter(cells -> !cells[0].equals("/staff/duty/watch/{event}"))
                  // the head lifts every conflict of interest
                  .filter(cells -> !cells[0].endsWith("/conflict/lift"))
                  // a calendar's address is a secret, not a record: its own test
                  .filter(cells -> !cells[0].equals("/staff/calendar/{secret}"))
                  // a form of thirteen questions is read before it is asked whose it is
                  .filter(cells ->
                      !(cells[1].equals("POST") && cells[0].endsWith("/{thread}/screening")))
                  .map(cells -> cells[1] + " " + cells[0]))
          .isNotEmpty()
          .allSatisfy(row ->
              assertThat(routes)
                  .anyMatch(route ->
                      route
                          .row
                          .replaceFirst("/(support|change|professional)/", "/{queue}/")
                          .equals(row)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void the_same_statements_line_body_and_length(Route route) {
    String nowhere = UUID.randomUUID().toString();
    List<Browser.Answer> answers = new ArrayList<>();
    List<String> notForYou = statements.of(() -> answers.add(route.ask(route.real)));
    List<String> notThere = statements.of(() -> answers.add(route.ask(nowhere)));
    assertThat(notThere).isEqualTo(notForYou);
    assertThat(answers.getFirst().status()).isEqualTo(404);
    assertThat(without(answers.getLast())).isEqualTo(without(answers.getFirst()));
    if (DESK_OF_THE_OTHER_SIDE.matcher(route.row).find()) {
      return;
    }
    assertThat(notThere)
        .contains("begin", "commit")
        .anyMatch(statement -> statement.contains("audit.append"));
    assertThat(line(nowhere)).isEqualTo(line(route.real)).hasSize(1);
  }

  private static Browser.Answer without(Browser.Answer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.remove("date");
    return new Browser.Answer(answer.status(), answer.body(), headers);
  }

  /// The last line about a record: everything but its number, the record and the times.
  private List<Map<String, Object>> line(String subject) {
    return owner
        .sql()
        .sql(
            """
            SELECT login, staff, organisation, role, act, kind, purpose, outcome, ids, version, hash
              FROM audit.line WHERE subject = CAST(? AS uuid) ORDER BY id DESC LIMIT 1
            """)
        .param(subject)
        .query((row, number) -> {
          Map<String, Object> line = new HashMap<>();
          for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            line.put(
                row.getMetaData().getColumnName(column), String.valueOf(row.getString(column)));
          }
          return line;
        })
        .list();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sixRoutes")
  void the_same_time(Route route) {
    for (int pair = 0; pair < 10; pair++) {
      nanos(route, true);
      nanos(route, false);
    }
    List<Double> apart = new ArrayList<>();
    for (int tried = 0; tried < TRIES; tried++) {
      List<Long> real = new ArrayList<>();
      List<Long> nowhere = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        boolean first = pair % 2 == 0;
        (first ? real : nowhere).add(nanos(route, first));
        (first ? nowhere : real).add(nanos(route, !first));
      }
      // a millisecond on a quiet machine; on one that others use, a tenth of what a page takes
      double allowed = Math.max(1, undisturbed(nowhere) / 1e7);
      apart.add(Math.abs(undisturbed(real) - undisturbed(nowhere)) / 1e6);
      if (apart.getLast() < allowed) {
        return;
      }
    }
    assertThat(apart).as("milliseconds between the two, in each try").isEmpty();
  }

  private static long nanos(Route route, boolean real) {
    String id = real ? route.real : UUID.randomUUID().toString();
    long began = System.nanoTime();
    route.ask(id);
    return System.nanoTime() - began;
  }

  /// The lower quartile: what else the machine does makes an answer later, never sooner.
  private static long undisturbed(List<Long> times) {
    Collections.sort(times);
    return times.get(times.size() / 4);
  }
}
