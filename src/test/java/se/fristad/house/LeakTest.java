package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.house.Leaks.Canary;
import se.fristad.house.Leaks.Found;

/// Nothing that somebody wrote stands anywhere unsealed.
///
/// A canary goes in by every way there is, the wrong ways and faults of the program included, and
/// is shown to the one who may read it; then everything that the house has written is searched. The
/// same search must find each of the leaks that are planted for it.
///
/// What stands in clear by decision is in `docs/data-classes.md`: random ids, states, times, and
/// codes of closed sets (role, organisation, way, source, municipality, outcome, language). No
/// canary is one of those; one typed in the place of a code must stand nowhere either. Names, login
/// names and secrets of staff are sealed too, so there is no exception to look away from. Not
/// looked for, because shorter than eight signs: an authenticator's six digits, and single words of
/// the four, which stand in the program's own list.
@FristadTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Leaks")
class LeakTest {
  private static final Pattern FIELD =
      Pattern.compile("<input [^>]*name=\"([a-z]+)\" value=\"([^\"]*)\"");
  private static final List<String> QUESTIONS =
      List.of(
          "danger_now",
          "weapon",
          "escalating",
          "strangulation",
          "pregnant",
          "suicide",
          "protection");
  private static final List<String> INTAKE_TEXTS =
      List.of(
          "note", "where", "next_contact", "children_ages", "report_reason", "passed_authority");
  private static final List<String> INTAKE_CODES =
      List.of(
          "estimate",
          "children",
          "children_number",
          "exposed",
          "report",
          "report_date",
          "report_time",
          "report_municipality",
          "source",
          "municipality",
          "outcome",
          "obvious",
          "advice",
          "passed_municipality");

  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  private final TestHouse house = TestHouse.shared();
  private final List<Canary> put = new ArrayList<>();
  private final List<Canary> baits = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();
  private String loserHref = "";
  private final Set<Found> found = new LinkedHashSet<>();

  /// A leak that was made by hand.
  private record Planted(String what, String form, String place) {
    @Override
    public String toString() {
      return what;
    }
  }

  @BeforeAll
  void searchAHouseInWhichEverythingWasTyped(CapturedOutput output) throws Exception {
    Instant began = Instant.now().minusSeconds(1);
    Browser worker = aWorkerIsAddedAndLogsIn();
    peopleWriteAndTakeWordsAndComeBack();
    theyAreAnswered(worker);
    intakesAreMade(worker);
    strangersAskForWhatIsNotThere();
    theLogIsFiltered();
    theProgramFailsInTheMiddle(worker);
    aSessionEndsBeforeTheFormIsSent(worker);
    try (Connection superuser = house.superuser();
        Database database = Database.of(house.directory())) {
      BackUp.make(database, house.directory().resolve("backups"), Instant.now());
      try (Statement statement = superuser.createStatement()) {
        try {
          plant(superuser, statement);
          List<Canary> all = new ArrayList<>(put);
          all.addAll(baits);
          Leaks leaks = new Leaks(all);
          leaks.inText(output.getAll(), "output");
          leaks.inFiles(Path.of(System.getProperty("java.io.tmpdir")), began);
          found.addAll(leaks.in(house.directory(), superuser));
        } finally {
          statement.execute("drop schema if exists planted cascade");
        }
      }
    } finally {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("planted")
  void a_planted_leak_is_found(Planted leak) {
    assertThat(found)
        .filteredOn(one -> one.what().equals(leak.what))
        .anyMatch(one -> one.form().contains(leak.form) && one.place().contains(leak.place));
  }

  Stream<Planted> planted() {
    return planted.stream();
  }

  @Test
  void what_was_typed_stands_nowhere_unsealed() {
    assertThat(put).hasSizeGreaterThan(70);
    Set<String> ours = new LinkedHashSet<>();
    put.forEach(canary -> ours.add(canary.what()));
    assertThat(found).filteredOn(one -> ours.contains(one.what())).isEmpty();
  }

  // the ways in

  private String typed(String what) {
    String text = word();
    put.add(Canary.of(what, text));
    return text;
  }

  private String number(String what) {
    String digits = personalNumber();
    put.add(Canary.ofNumber(what, digits));
    return digits.substring(0, 8) + "-" + digits.substring(8);
  }

  private void secret(String what, String base64) {
    put.add(Canary.ofSecret(what, base64, Base64.getUrlDecoder().decode(base64)));
  }

  private void peopleWriteAndTakeWordsAndComeBack() {
    Browser loser = new Browser(port);
    Map<String, String> lost = fields(loser.get("/sv").body(), "begin");
    loser.post("/", with(lost, "words", typed("a message of one who has lost her words")));
    loserHref = "/staff/inbox/support/" + latest("contact");

    Browser visitor = new Browser(port);
    String first = typed("her first message") + " " + number("the number in her first message");
    Map<String, String> begin = fields(visitor.get("/sv").body(), "begin");
    secret("the secret of her page", begin.getOrDefault("t", ""));
    visitor.post(
        "/", with(begin, "words", typed("a message that was too long") + "å".repeat(8_000)));
    visitor.post(
        "/", with(begin, "words", typed("a foreign post")), Map.of("Sec-Fetch-Site", "cross-site"));
    visitor.post("/", with(with(begin, "act", typed("an act")), "words", typed("no act's words")));
    visitor.send(
        "POST",
        "/",
        "act=%zz&words=" + typed("a garbled form"),
        Map.of("Sec-Fetch-Site", "same-origin"));
    Browser.Answer page = visitor.post("/", with(begin, "words", first));
    assertThat(page.body()).contains(first);
    Browser.Answer given = visitor.post("/", fields(page.body(), "words"));
    String words = between(given.body(), "id=\"phrase-words\" translate=\"no\">", "</p>").strip();
    assertThat(words.split(" ")).hasSize(4);
    put.add(Canary.ofWords("her four words", words));
    visitor.post("/", with(fields(given.body(), "say"), "words", typed("her second message")));
    Map<String, String> question =
        with(fields(given.body(), "recognise"), "question", typed("her question"));
    assertThat(visitor.post("/", with(question, "answer", typed("her answer"))).body())
        .contains("Frågan är sparad.");

    Browser later = new Browser(port);
    Map<String, String> back = fields(later.get("/sv").body(), "return");
    // 503: busy, since a loaded machine checks words slowly; she is told to try again
    assertThat(later.post("/", with(back, "words", typed("wrong words"))).status()).isIn(422, 503);
    String found = later.post("/", with(back, "words", words)).body();
    secret("the secret of the page she came back to", fields(found, "say").getOrDefault("t", ""));

    Browser other = new Browser(port);
    Map<String, String> script = with(fields(other.get("/en").body(), "begin"), "door", "change");
    assertThat(
            other
                .post(
                    "/",
                    with(script, "words", typed("a first message at the other door")),
                    Map.of("Sec-Fetch-Site", "same-origin", "Accept", "application/json"))
                .body())
        .contains("\"answer\":\"ok\"");
    Map<String, String> gone = fields(other.get("/en").body(), "begin");
    String page2 =
        other.post("/", with(gone, "words", typed("a message that was destroyed"))).body();
    assertThat(other.post("/", fields(page2, "destroy")).status()).isEqualTo(200);
  }

  private Browser aWorkerIsAddedAndLogsIn() {
    Browser administrator = staff.logIn(staff.add(Role.ADMINISTRATOR), port);
    String token = administrator.get("/staff/administration").token();
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("_form", token);
    for (String field : List.of("name", "login", "organisation", "role", "unasked")) {
      wrong.put(field, typed("a refused " + field));
    }
    assertThat(administrator.post("/staff/administration/add", wrong).status()).isEqualTo(400);
    String name = typed("a worker's name");
    String login = typed("a worker's login name");
    String added =
        administrator
            .post(
                "/staff/administration/add",
                Map.of(
                    "_form", token,
                    "name", name,
                    "login", login,
                    "organisation", "centre",
                    "role", "reception"))
            .body();
    assertThat(added).contains(name);
    String code = match(Pattern.compile("(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}"), added);
    put.add(Canary.ofWords("a one-time code", code.replace("-", " ")));

    Browser worker = new Browser(port);
    worker.post("/staff/begin", Map.of("code", typed("a wrong one-time code")));
    Browser.Answer invited = worker.post("/staff/begin", Map.of("code", code));
    String secret = fields(invited.body(), "code", code).getOrDefault("secret", "");
    assertThat(secret).hasSize(32);
    put.add(Canary.of("an authenticator's secret", secret));
    put.add(Canary.ofSecret("an authenticator's secret in bytes", secret, base32(secret)));
    String password = typed("a password") + " " + typed("the rest of a password");
    Map<String, String> choose = new LinkedHashMap<>();
    choose.put("code", code);
    choose.put("secret", secret);
    choose.put("password", password);
    choose.put("again", typed("a password repeated wrongly"));
    choose.put("digits", staff.digits(secret, -1));
    assertThat(worker.post("/staff/begin/choose", choose).status()).isEqualTo(400);
    choose.put("again", password);
    assertThat(worker.post("/staff/begin/choose", choose).location())
        .isEqualTo("/staff/login?begun=1");

    for (String as : List.of(login, typed("a login name nobody has"))) {
      assertThat(
              worker
                  .post(
                      "/staff/login",
                      Map.of(
                          "name",
                          as,
                          "password",
                          typed("a wrong password"),
                          "code",
                          typed("a wrong code")))
                  .status())
          .isEqualTo(401);
    }
    Browser.Answer in =
        worker.post(
            "/staff/login",
            Map.of("name", login, "password", password, "code", staff.digits(secret, 0)));
    assertThat(in.status()).isEqualTo(303);
    String cookie = in.headers().getOrDefault("set-cookie", "");
    secret("a cookie", cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
    assertThat(worker.get("/staff/roles").body()).contains(name);
    return worker;
  }

  private void theyAreAnswered(Browser worker) {
    String href = "/staff/inbox/support/" + latest("contact");
    Browser.Answer page = worker.get(href + "?seen=" + typed("a query"));
    assertThat(page.body()).contains(first("her first message"), first("her second message"));
    for (String words :
        List.of(
            typed("an answer with a number") + " " + number("the number in an answer"),
            "Ring 070-174 06 05, " + typed("an answer that warns"))) {
      assertThat(worker.post(href + "/answer", answer(worker.get(href), words)).status())
          .isEqualTo(422);
    }
    worker.post(href + "/answer", answer(page, typed("an answer")));
    assertThat(worker.get(href).body()).contains(first("an answer"));
    String old = href.substring(href.lastIndexOf('/') + 1);
    assertThat(worker.get(loserHref + "/lost?old=" + old).body()).contains(first("her question"));
    Map<String, String> tried = new LinkedHashMap<>();
    tried.put("_form", worker.get(loserHref).token());
    tried.put("old", old);
    tried.put("answer", typed("an answer to her question that was tried"));
    assertThat(worker.post(loserHref + "/lost", tried).body()).contains("Svaret stämmer inte.");

    Browser change = staff.logIn(staff.add(Role.CHANGE_WORKER), port);
    String other = "/staff/inbox/change/" + latest("contact_perpetrator");
    change.post(other + "/answer", answer(change.get(other), typed("an answer at the other door")));
    assertThat(change.get(other).body())
        .contains(first("a first message at the other door"), first("an answer at the other door"));
    assertThat(change.get("/staff/inbox/support/" + encoded("a thread that is none")).status())
        .isEqualTo(404);
  }

  private void intakesAreMade(Browser worker) {
    String conversation = "/staff/inbox/support/" + latest("contact");
    Browser.Answer page = worker.get(conversation);
    Map<String, String> begin = new LinkedHashMap<>();
    begin.put("_form", page.token());
    begin.put("intake", UUID.randomUUID().toString());
    begin.put("thread", conversation.substring(conversation.lastIndexOf('/') + 1));
    begin.put("way", typed("a way that is none"));
    assertThat(worker.post("/staff/intakes", begin).status()).isBetween(400, 499);
    begin.put("way", "chat");
    assertThat(worker.post("/staff/intakes", begin).location()).isEqualTo(conversation);
    String href = "/staff/intakes/" + begin.get("intake");

    Map<String, String> wrong = form(worker, href, "");
    for (String field : Stream.concat(INTAKE_TEXTS.stream(), INTAKE_CODES.stream()).toList()) {
      wrong.put(field, typed("a draft's " + field));
    }
    wrong.put("way", typed("a draft's way"));
    wrong.put("unasked", typed("a draft's unasked field"));
    QUESTIONS.forEach(question -> wrong.put("q_" + question, typed("a draft's " + question)));
    assertThat(worker.post(href + "/draft", wrong).status()).isEqualTo(200);
    assertThat(worker.get(href).body()).contains(first("a draft's note"));
    assertThat(worker.post(href, with(wrong, "version", typed("a version"))).status())
        .isBetween(200, 499);

    Map<String, String> whole = form(worker, href, "conclude");
    INTAKE_TEXTS.forEach(field -> whole.put(field, typed("an intake's " + field)));
    assertThat(worker.post(href, whole).location()).isEqualTo(href);
    assertThat(worker.get(href).body()).contains(first("an intake's note"));

    Map<String, String> call = new LinkedHashMap<>();
    call.put("_form", page.token());
    call.put("intake", UUID.randomUUID().toString());
    call.put("way", "phone");
    String called = worker.post("/staff/intakes", call).location();
    Map<String, String> numbered = form(worker, called, "save");
    INTAKE_TEXTS.forEach(field -> numbered.put(field, number("the number in a call's " + field)));
    assertThat(worker.post(called, numbered).status()).isEqualTo(303);
    assertThat(worker.get(called).body()).contains(numbered.get("note"));
  }

  private void strangersAskForWhatIsNotThere() {
    Browser stranger = new Browser(port);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Forwarded-For", "203.0.113." + ThreadLocalRandom.current().nextInt(100, 250));
    put.add(Canary.of("a stranger's address", headers.getOrDefault("X-Forwarded-For", "")));
    for (String header : List.of("User-Agent", "Referer", "Accept-Language", "X-Request-Id")) {
      headers.put(header, encoded("a stranger's " + header));
    }
    for (String path : List.of("/", "/staff/", "/staff/inbox/", "/staff/assets/")) {
      stranger.get(
          path + encoded("a path at " + path) + "?q=" + encoded("a query at " + path), headers);
    }
    stranger.get("/staff/login?to=/staff/" + encoded("a way back"), headers);
    stranger.get("/staff/roles", Map.of("Cookie", "fristad=" + encoded("a cookie that is none")));
    stranger.send("BREW", "/" + encoded("a path of another method"), "", headers);
    assertThat(
            stranger
                .send(
                    "POST",
                    "/staff/login",
                    "name=" + typed("a garbled login") + "&password=%zz",
                    Map.of())
                .status())
        .isEqualTo(400);
    stranger.send("POST", "/", typed("a farewell"), Map.of("Sec-Fetch-Site", "same-origin"));
  }

  private void theLogIsFiltered() {
    Browser reviewer = staff.logIn(staff.add(Role.LOG_REVIEWER), port);
    StringBuilder filter = new StringBuilder("/staff/log?x=1");
    for (String field : List.of("staff", "act", "subject", "day", "page")) {
      filter.append('&').append(field).append('=').append(encoded("the log filter " + field));
    }
    assertThat(reviewer.get(filter.toString()).status()).isEqualTo(200);
    assertThat(reviewer.get("/staff/log").body()).contains(first("a worker's name"));
  }

  /// The database refuses every row for a while: what was typed comes near exceptions.
  private void theProgramFailsInTheMiddle(Browser worker) {
    List<String> tables =
        List.of(
            "contact.message", "contact.thread", "intake.intake", "access.staff", "access.draft");
    Browser visitor = new Browser(port);
    Map<String, String> begin = fields(visitor.get("/sv").body(), "begin");
    String conversation = "/staff/inbox/support/" + latest("contact");
    Map<String, String> answer = answer(worker.get(conversation), typed("an answer that failed"));
    Browser administrator = staff.logIn(staff.add(Role.ADMINISTRATOR), port);
    String token = administrator.get("/staff/administration").token();
    try {
      tables.forEach(table ->
          people.byHand(
              "alter table " + table + " add constraint planted check (false) not valid"));
      assertThat(visitor.post("/", with(begin, "words", typed("a message that failed"))).status())
          .isEqualTo(500);
      assertThat(worker.post(conversation + "/answer", answer).status()).isEqualTo(500);
      assertThat(
              worker
                  .post(
                      "/staff/intakes",
                      Map.of(
                          "_form", answer.getOrDefault("_form", ""),
                          "intake", UUID.randomUUID().toString(),
                          "way", "phone",
                          "note", typed("an intake that failed")))
                  .status())
          .isEqualTo(500);
      assertThat(
              administrator
                  .post(
                      "/staff/administration/add",
                      Map.of(
                          "_form",
                          token,
                          "name",
                          typed("a name that failed"),
                          "login",
                          typed("a login name that failed"),
                          "organisation",
                          "centre",
                          "role",
                          "reception"))
                  .status())
          .isEqualTo(500);
      assertThat(
              worker
                  .post(
                      "/staff/inbox/support/" + plain("a path that failed") + "/answer",
                      Map.of("_form", "an old one", "words", typed("a kept form that failed")))
                  .status())
          .isEqualTo(500);
    } finally {
      tables.forEach(
          table -> people.byHand("alter table " + table + " drop constraint if exists planted"));
    }
  }

  private void aSessionEndsBeforeTheFormIsSent(Browser worker) {
    String conversation = "/staff/inbox/support/" + latest("contact");
    Map<String, String> answer = answer(worker.get(conversation), typed("a kept answer"));
    answer.put("words", answer.get("words") + " " + number("the number in a kept answer"));
    answer.put("unasked", typed("a kept form's unasked field"));
    // in a tab that was open before she logged in again
    answer.put("_form", typed("an old form's token"));
    assertThat(worker.post(conversation + "/answer", answer).location()).isEqualTo("/staff/kept");
    assertThat(worker.get("/staff/kept").body()).contains(first("a kept answer"));
    people.byHand(
        "update access.session set seen_at = seen_at - interval '31 minutes'"
            + ", expires_at = expires_at - interval '31 minutes'");
    assertThat(
            worker
                .post(conversation + "/answer", Map.of("words", typed("an answer after the end")))
                .location())
        .isEqualTo("/staff/login?kept=1");
    assertThat(people.count("select count(*) from access.draft")).isGreaterThanOrEqualTo(2);
  }

  // the planted leaks

  private final List<Path> files = new ArrayList<>();

  private String bait(String what, String form, String place) {
    String text = word();
    baits.add(Canary.of(what, text));
    planted.add(new Planted(what, form, place));
    return text;
  }

  private void plant(Connection superuser, Statement statement) throws Exception {
    statement.execute("create schema planted");
    statement.execute("create table planted.words (words text)");
    statement.execute("create table planted.bytes (bytes bytea)");
    // of a name that no backup copies
    statement.execute("create table planted.session (words text)");
    inTable(superuser, "words", bait("a text", "UTF-8", "planted.words"));
    inTable(superuser, "session", bait("a text that no backup copies", "UTF-8", "planted.session"));
    inTable(
        superuser,
        "words",
        bait("a text in capitals", "capitals", "planted.words").toUpperCase(java.util.Locale.ROOT));
    inBytes(superuser, utf8(bait("bytes", "hex", "planted.bytes")));
    inBytes(
        superuser,
        bait("bytes in UTF-16, little end first", "UTF-16LE, hex", "planted.bytes")
            .getBytes(StandardCharsets.UTF_16LE));
    inBytes(
        superuser,
        bait("bytes in UTF-16, big end first", "UTF-16BE, hex", "planted.bytes")
            .getBytes(StandardCharsets.UTF_16BE));
    for (int before = 0; before < 3; before++) {
      String what = "base64 in JSON after " + before;
      byte[] bytes = utf8("x".repeat(before) + bait(what, "base64 +" + before, "planted.words"));
      inTable(superuser, "words", json(Base64.getEncoder().encodeToString(bytes)));
    }
    byte[] signs = HexFormat.of().parseHex("fbefbefbefbeffffff0102030405fbefbeffffff");
    baits.add(Canary.ofSecret("base64url", "not planted as text", signs));
    planted.add(new Planted("base64url", "bytes, base64url +0", "planted.words"));
    inTable(superuser, "words", json(Base64.getUrlEncoder().encodeToString(signs)));
    String some = bait("JSON with some escapes", "UTF-8 < escapes", "planted.words");
    uncut(() -> inTable(superuser, "words", json(some.replace("å", "\\u00e5"))));
    planted.add(new Planted("JSON with some escapes", "\\u", "pg_wal"));
    String every = bait("JSON with every letter escaped", "UTF-8 < escapes", "planted.words");
    StringBuilder escaped = new StringBuilder();
    every.chars().forEach(letter -> escaped.append("\\u%04x".formatted(letter)));
    inTable(superuser, "words", json(escaped.toString()));
    String percent = bait("percent escapes", "percent", "planted.words");
    inTable(
        superuser, "words", "words=" + java.net.URLEncoder.encode(percent, StandardCharsets.UTF_8));
    String mixed = bait("escapes in upper and lower case at random", "escapes", "planted.words");
    inTable(superuser, "words", mixed.replace("å", "%C3%a5"));
    String deep = bait("percent in base64 in bytes", "percent", "planted.bytes");
    inBytes(
        superuser,
        utf8(
            json(
                Base64.getEncoder()
                    .encodeToString(
                        utf8(
                            "words="
                                + java.net.URLEncoder.encode(deep, StandardCharsets.UTF_8))))));
    byte[] random = new byte[32];
    ThreadLocalRandom.current().nextBytes(random);
    baits.add(
        Canary.ofSecret("a secret's bytes", Base64.getUrlEncoder().encodeToString(random), random));
    planted.add(new Planted("a secret's bytes", "bytes, hex", "planted.bytes"));
    inBytes(superuser, random);
    for (String spelling : List.of("yyyymmdd-nnnn", "yyyymmddnnnn", "yymmdd-nnnn", "yymmddnnnn")) {
      String digits = personalNumber();
      baits.add(Canary.ofNumber("a number as " + spelling, digits));
      planted.add(new Planted("a number as " + spelling, spelling + " UTF-8", "planted.words"));
      inTable(
          superuser,
          "words",
          digits.substring(spelling.startsWith("yyyy") ? 0 : 2, 8)
              + (spelling.contains("-") ? "-" : "")
              + digits.substring(8));
    }

    try (PreparedStatement logged =
        superuser.prepareStatement("select pg_logical_emit_message(false, 'planted', ?, true)")) {
      logged.setString(1, bait("the write-ahead log", "UTF-8", "pg_wal"));
      uncut(logged::execute);
      logged.setString(
          1,
          Base64.getEncoder()
              .encodeToString(utf8(bait("base64 in the write-ahead log", "base64", "pg_wal"))));
      uncut(logged::execute);
    }
    statement.execute("create table planted.gone (words text)");
    String gone = bait("a table that is gone", "UTF-8", "pg/data");
    uncut(() -> inTable(superuser, "gone", gone));
    statement.execute("drop table planted.gone");
    statement.execute(
        "do $$ begin raise log '%', '" + bait("the server's log", "UTF-8", "pg/log") + "'; end $$");
    System.out.println("planted: " + bait("the program's output", "UTF-8", "output"));

    Path directory = house.directory();
    String encoded = HexFormat.of().formatHex(utf8(bait("hex in a temporary file", "hex", "tmp/")));
    file(directory.resolve("tmp/planted"), utf8("0" + encoded));
    file(
        directory.resolve("tmp/planted-le"),
        ("\ufeff" + bait("a file in UTF-16, little end first", "UTF-16LE", "tmp/"))
            .getBytes(StandardCharsets.UTF_16LE));
    file(
        directory.resolve("tmp/planted-be"),
        bait("a file in UTF-16, big end first", "UTF-16BE", "tmp/")
            .getBytes(StandardCharsets.UTF_16BE));
    file(directory.resolve("keys/planted"), utf8(bait("beside the keys", "UTF-8", "keys/planted")));
    byte[] large = new byte[(12 << 20) + 100];
    for (int block : List.of(4, 8)) {
      byte[] across = utf8(bait("across the " + block + "th megabyte", "UTF-8", "planted-large"));
      System.arraycopy(across, 0, large, (block << 20) - 5, across.length);
    }
    byte[] last = utf8(bait("at the end of a large file", "UTF-8", "planted-large"));
    System.arraycopy(last, 0, large, large.length - last.length, last.length);
    file(directory.resolve("tmp/planted-large"), large);
    Path zip = directory.resolve("backups/planted.zip");
    files.add(zip);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("contact.message.copy"));
      out.write(utf8(bait("a backup", "UTF-8", "planted.zip!contact.message")));
    }
    Path elsewhere = Files.createTempFile("planted", "");
    file(elsewhere, utf8(bait("the machine's temporary files", "UTF-8", "planted")));
  }

  private void file(Path file, byte[] content) throws Exception {
    files.add(file);
    Files.write(file, content);
  }

  private interface Writing {
    void write() throws SQLException;
  }

  /// Three times: the database's write-ahead log cuts what lies across two of its pages.
  private static void uncut(Writing writing) throws SQLException {
    for (int times = 0; times < 3; times++) {
      writing.write();
    }
  }

  private static void inTable(Connection superuser, String table, String words)
      throws SQLException {
    try (PreparedStatement insert =
        superuser.prepareStatement("insert into planted." + table + " values (?)")) {
      insert.setString(1, words);
      insert.execute();
    }
  }

  private static void inBytes(Connection superuser, byte[] bytes) throws SQLException {
    try (PreparedStatement insert =
        superuser.prepareStatement("insert into planted.bytes values (?)")) {
      insert.setBytes(1, bytes);
      insert.execute();
    }
  }

  // small things

  /// A word that nobody has written before: letters that every encoding keeps, and one that each
  /// writes in its own way.
  private static String word() {
    StringBuilder word = new StringBuilder();
    for (int letter = 0; letter < 18; letter++) {
      word.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
    }
    return word.insert(10, 'å').toString();
  }

  private int numbers = 100;

  /// A number as *Tolvan*'s, born on the twelfth of December 1912, which no living person has.
  private String personalNumber() {
    String digits = "19121212" + numbers++;
    int sum = 0;
    for (int at = 2; at < 11; at++) {
      int doubled = (digits.charAt(at) - '0') * (at % 2 == 0 ? 2 : 1);
      sum += doubled / 10 + doubled % 10;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /// What was typed under a canary's name.
  private String first(String what) {
    return put.stream()
        .filter(canary -> canary.what().equals(what))
        .map(canary ->
            new String(canary.spellings().values().iterator().next(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  /// A word for an address.
  private String plain(String what) {
    String text = word().replace("å", "");
    put.add(Canary.of(what, text));
    return text;
  }

  private String encoded(String what) {
    return java.net.URLEncoder.encode(typed(what), StandardCharsets.UTF_8);
  }

  private String latest(String schema) {
    try (Connection superuser = house.superuser();
        Statement statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select t.id from "
                    + schema
                    + ".thread t join "
                    + schema
                    + ".data_key k on k.id = t.id order by begun_at desc limit 1")) {
      row.next();
      return row.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<String, String> answer(Browser.Answer page, String words) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", page.token());
    form.put("client", match(Pattern.compile("name=\"client\" value=\"([^\"]+)\""), page.body()));
    form.put("words", words);
    return form;
  }

  /// An intake's form as it may be concluded.
  private static Map<String, String> form(Browser worker, String href, String act) {
    Browser.Answer page = worker.get(href);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_form", page.token());
    form.put(
        "version", match(Pattern.compile("id=\"intake-version\" value=\"([0-9]+)\""), page.body()));
    form.put("act", act);
    Matcher question = Pattern.compile("name=\"(q_[a-z_]+)\"").matcher(page.body());
    while (question.find()) {
      form.put(question.group(1), "no");
    }
    form.put("way", "phone");
    form.put("children", "no");
    form.put("outcome", "opens");
    return form;
  }

  /// The hidden fields of the public form that does something.
  private static Map<String, String> fields(String page, String act) {
    return fields(page, "act", act);
  }

  private static Map<String, String> fields(String page, String name, String value) {
    for (String form : page.split("<form ", -1)) {
      if (form.contains("name=\"" + name + "\" value=\"" + value)) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form.substring(0, form.indexOf("</form>")));
        while (field.find()) {
          fields.put(field.group(1), field.group(2));
        }
        return fields;
      }
    }
    throw new AssertionError("no form with " + name + " " + value);
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return more;
  }

  private static String match(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(found.groupCount());
  }

  private static String between(String text, String from, String to) {
    int begin = text.indexOf(from) + from.length();
    return text.substring(begin, text.indexOf(to, begin));
  }

  private static String json(String value) {
    return "{\"kind\":\"message\",\"words\":\"" + value + "\"}";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] base32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    java.math.BigInteger number = java.math.BigInteger.ZERO;
    for (char letter : text.toCharArray()) {
      number =
          number
              .shiftLeft(5)
              .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    byte[] whole = number.toByteArray();
    int length = Math.min(whole.length, bytes.length);
    System.arraycopy(whole, whole.length - length, bytes, bytes.length - length, length);
    return bytes;
  }
}
