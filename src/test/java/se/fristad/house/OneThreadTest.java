package se.fristad.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One thread, whole: written on a phone, answered live, returned to with four words, received by
/// an intake, seen in the log. The program and its database are killed between the steps. Read this
/// first: it is what Fristad does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneThreadTest {
  private static final String PASSWORD = "sju gröna cyklar i hallen";

  private Path data;
  private int port;
  private Program program;
  private Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private Page phone;

  @SuppressWarnings("NullAway.Init")
  private Page worker;

  @SuppressWarnings("NullAway.Init")
  private String words;

  @SuppressWarnings("NullAway.Init")
  private String workerSecret;

  @SuppressWarnings("NullAway.Init")
  OneThreadTest() {}

  @BeforeAll
  void theHouseStands() throws Exception {
    Files.createDirectories(Path.of("target", "houses"));
    data =
        Files.createTempDirectory(
            Path.of("target", "houses"),
            "thread",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    startTheProgram();
    chromium = new Chromium();
  }

  @AfterAll
  void close() throws Exception {
    chromium.close();
    program.signal("INT");
    program.exit();
    program.close();
  }

  @Test
  void a_thread_is_written_answered_live_returned_to_and_received() throws Exception {
    sheOpensTheFirstPageAndReadsWhoAnswersAndWhatIsKept();
    sheWritesAndTakesFourWordsWithTheAcknowledgement();
    theProgramIsKilled();
    aWorkerBeginsWithPasswordAndCode();
    theDatabaseIsKilled();
    theWorkerSeesWhoWaitsAndAnswersAndTheAnswerStandsInTheOpenPage();
    sheLeavesQuickly();
    theProgramIsKilled();
    sheComesBackInAnotherBrowserAndSeesFirstThatThereIsAnAnswer();
    withoutAScriptTheNextAnswerComesAtThePressOfAButton();
    theWorkerMakesAnIntakeAndTheLawIsHeard();
    theLogReviewerAndNobodyElseSeesIt();
    theLogVerifiesUntilSomebodyAltersIt();
  }

  private void sheOpensTheFirstPageAndReadsWhoAnswersAndWhatIsKept() {
    phone = chromium.window(true, 390, 800, "sv-SE");
    phone.navigate(address("/"));
    assertThat(phone.locator("#first .lead").first())
        .containsText("Du behöver inte säga vem du är");
    picture(phone, "public-first-390");
    phone.getByText("Vad vi sparar").click();
    assertThat(phone.getByText("Vi sparar inte vem du är")).isVisible();
    assertThat(phone.locator("a[href='tel:112']").first()).isVisible();
  }

  private void sheWritesAndTakesFourWordsWithTheAcknowledgement() {
    // when the centre is shut the doors stand one step further
    if (phone.locator("#write > summary").count() > 0) {
      phone.locator("#write > summary").click();
    }
    phone.locator("#write .door > summary").first().click();
    phone.locator("#begin-support").fill("Han läser min telefon. Vad kan jag göra?");
    phone.locator("#write .door form button[type=submit]").first().click();
    assertThat(phone.locator("#state")).containsText("har kommit fram");
    phone.locator("#offer button[type=submit]").first().click();
    Locator given = phone.locator("#phrase-words");
    assertThat(given).containsText(Pattern.compile("^[a-z]+( [a-z]+){3}$"));
    words = given.innerText().strip();
    picture(phone, "public-words-390");
  }

  private void theProgramIsKilled() throws Exception {
    program.signal("KILL");
    program.exit();
    program.close();
    startTheProgram();
  }

  private void theDatabaseIsKilled() throws Exception {
    ProcessHandle.of(
            Long.parseLong(
                Files.readAllLines(data.resolve("pg/data/postmaster.pid")).getFirst().strip()))
        .orElseThrow()
        .destroyForcibly();
    program.says("PostgreSQL died and is started again");
  }

  private void aWorkerBeginsWithPasswordAndCode() {
    Page administrator = asInvented("Administratör");
    administrator.navigate(address("/staff/administration"));
    administrator.locator("input[name=name]").fill("Vera Prov");
    administrator.locator("input[name=login]").fill("vera.prov");
    administrator.locator("select[name=role]").selectOption("reception");
    administrator.locator("form[action='/staff/administration/add'] button").click();
    administrator
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Vera Prov")))
        .first()
        .click();
    String code = administrator.locator("code.secret").first().innerText();
    administrator.context().close();

    worker = chromium.window(true, 1280, 900, "sv-SE");
    worker.navigate(address("/staff/begin"));
    worker.locator("input[name=code]").fill(code);
    worker.locator("form[action='/staff/begin'] button").click();
    workerSecret = Objects.requireNonNull(worker.locator("input[name=secret]").inputValue());
    worker.locator("input[name=password]").fill(PASSWORD);
    worker.locator("input[name=again]").fill(PASSWORD);
    worker.locator("input[name=digits]").fill(digits(-1));
    worker.locator("form[action='/staff/begin/choose'] button").click();

    worker.navigate(address("/staff/login"));
    worker.locator("form[action='/staff/login'] input[name=name]").fill("vera.prov");
    worker.locator("form[action='/staff/login'] input[name=password]").fill(PASSWORD);
    worker.locator("form[action='/staff/login'] input[name=code]").fill(digits(0));
    worker.locator("form[action='/staff/login'] button").click();
    assertThat(worker.locator(".me-who")).containsText("Vera Prov");
  }

  private void theWorkerSeesWhoWaitsAndAnswersAndTheAnswerStandsInTheOpenPage() {
    retried(() -> worker.navigate(address("/staff/inbox")).ok());
    assertThat(worker.locator("#inbox-rows"))
        .containsText(Pattern.compile("väntat", Pattern.CASE_INSENSITIVE));
    picture(worker, "inbox-1280");
    worker.locator("#inbox-rows tbody a").first().click();
    assertThat(worker.locator("#content")).containsText("Han läser min telefon");
    worker
        .locator("#answer textarea[name=words]")
        .fill("Du kan byta lösenord på en annan telefon. Vi hjälper dig.");
    worker.locator("#answer button:not([name])").last().click();
    assertThat(worker.locator("#content")).containsText("Du kan byta lösenord");
    Instant answered = Instant.now();
    assertThat(phone.locator("#lines")).containsText("Du kan byta lösenord");
    assertThat(Duration.between(answered, Instant.now())).isLessThan(Duration.ofSeconds(1));
    picture(phone, "public-answer-390");
    picture(worker, "conversation-1280");
  }

  private void sheLeavesQuickly() {
    phone.locator("#leave").click();
    phone.waitForURL(url -> !url.contains("127.0.0.1") && !url.contains("localhost"));
    phone.context().close();
  }

  private void sheComesBackInAnotherBrowserAndSeesFirstThatThereIsAnAnswer() {
    phone = chromium.window(false, 390, 800, "sv-SE");
    phone.navigate(address("/"));
    phone.locator("#back > summary").click();
    phone.locator("#phrase-typed").fill("  " + words.toUpperCase(java.util.Locale.ROOT) + " ");
    phone.locator("#back button").click();
    assertThat(phone.locator("#state"))
        .containsText(Pattern.compile("finns ett svar", Pattern.CASE_INSENSITIVE));
    assertThat(phone.locator("#lines")).containsText("Du kan byta lösenord");
    assertThat(phone.locator("#lines")).not().containsText("Han läser min telefon");
  }

  private void withoutAScriptTheNextAnswerComesAtThePressOfAButton() {
    phone.locator("#say-support").fill("Tack. Jag har två barn.");
    phone.locator("#say button").click();
    retried(() -> worker.reload().ok());
    assertThat(worker.locator("#content")).containsText("Jag har två barn");
    worker.locator("#answer textarea[name=words]").fill("Vi pratar om barnen också.");
    worker.locator("#answer button:not([name])").last().click();
    assertThat(worker.locator("#content")).containsText("Vi pratar om barnen");
    phone.locator("form.plain button").first().click();
    assertThat(phone.locator("#lines")).containsText("Vi pratar om barnen");
  }

  private void theWorkerMakesAnIntakeAndTheLawIsHeard() {
    worker.locator("form[action='/staff/intakes'] button").click();
    Locator form = worker.locator("form#intake");
    assertThat(form).isVisible();
    form.locator("button[value=rest]").click();
    worker.locator("form#intake input[name=children][value=yes]").check();
    worker.locator("form#intake input[name=children_number]").fill("2");
    worker.locator("form#intake input[name=exposed][value=yes]").check();
    worker.locator("form#intake input[name=outcome][value=opens]").check();
    worker.locator("form#intake button[value=conclude]").click();
    assertThat(worker.locator("#content")).containsText("19 kap. 1 § SoL");
    assertThat(worker.locator(".conversation")).containsText("Jag har två barn");
    picture(worker, "intake-refused-1280");
    assertThat(worker.locator("form#intake input[name=children_number]")).hasValue("2");
    worker
        .locator(
            "form#intake details",
            new Page.LocatorOptions().setHas(worker.locator("input[name=report]")))
        .evaluate("each => each.open = true");
    worker.locator("form#intake input[name=report][value=identity_unknown]").check();
    worker.locator("form#intake input[name=report_reason]").fill("Hon har inte sagt vem hon är.");
    worker.locator("form#intake button[value=conclude]").click();
    worker.navigate(address("/staff/intakes"));
    worker.locator("#content table tbody a").first().click();
    assertThat(worker.locator("#content"))
        .containsText(Pattern.compile("utredning", Pattern.CASE_INSENSITIVE));
  }

  private void theLogReviewerAndNobodyElseSeesIt() {
    assertThat(worker.navigate(address("/staff/log")).status()).isEqualTo(404);
    Page reviewer = asInvented("Loggranskare");
    reviewer.navigate(address("/staff/log"));
    assertThat(reviewer.locator("#content")).containsText("Vera Prov");
    picture(reviewer, "log-1280");
    reviewer.context().close();
  }

  private void theLogVerifiesUntilSomebodyAltersIt() throws Exception {
    Thread.sleep(Duration.ofSeconds(6));
    assertThat(verify()).isZero();
    List<String> pid = Files.readAllLines(data.resolve("pg/data/postmaster.pid"));
    String password = Files.readString(data.resolve("pg/superuser")).strip();
    try (Connection owner =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/fristad",
                "postgres",
                password);
        Statement statement = owner.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update audit.line set act = 'close' where id = (select min(id) from audit.line where act = 'answer')"))
          .isEqualTo(1);
    }
    assertThat(verify()).isEqualTo(1);
  }

  private int verify() throws Exception {
    try (Program command = Program.start(environment(), "verify-audit")) {
      return command.exit();
    }
  }

  private void startTheProgram() throws Exception {
    program = Program.start(environment());
    program.says("Fristad is open");
  }

  private Map<String, String> environment() {
    return Map.of(
        "FRISTAD_DATA", data.toAbsolutePath().toString(), "FRISTAD_PORT", Integer.toString(port));
  }

  private Page asInvented(String role) {
    Page page = chromium.window(true, 1280, 900, "sv-SE");
    page.navigate(address("/staff/login"));
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile(role, Pattern.CASE_INSENSITIVE)))
        .click();
    assertThat(page.locator(".me-who")).isVisible();
    return page;
  }

  /// The database needs a moment to stand again after it was killed; the page then says so and is
  /// asked once more.
  private static void retried(java.util.function.BooleanSupplier work) {
    for (int attempt = 0; attempt < 40; attempt++) {
      try {
        if (work.getAsBoolean()) {
          return;
        }
      } catch (com.microsoft.playwright.PlaywrightException notYet) {
        // asked again
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError("the house did not stand again");
  }

  /// Keeps what stands on the screen in `target/pictures`; the documents' pictures are these.
  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  /// Six digits of the worker's authenticator, now or some steps of thirty seconds away.
  private String digits(int steps) {
    try {
      TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
      return totp.generateOneTimePasswordString(
          new SecretKeySpec(base32(workerSecret), "RAW"),
          Instant.now().plus(totp.getTimeStep().multipliedBy(steps)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] base32(String text) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char letter : text.replaceAll("[^A-Z2-7]", "").toCharArray()) {
      buffer = (buffer << 5) | letters.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
