package se.fristad.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import se.fristad.vault.Confidential;

/// Staff for tests, made by the same use cases as the administrator's page.
///
/// Most only work here ([#add]) and are let in without a password, which costs a tenth of a second
/// and more each. Who is to show how she comes in ([#addWithPassword]) has begun with a one-time
/// code, has a password and an authenticator of her own, and logs in over HTTP.
@TestComponent
public final class TestStaff {
  /// Everyone's password.
  public static final String PASSWORD = "sju gröna cyklar i hallen";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private final Staffing staffing;
  private final Login login;
  private final Sessions sessions;
  private final OwnSide own;
  private final Clock clock;
  private final TimeCodes codes = new TimeCodes();

  TestStaff(Staffing staffing, Login login, Sessions sessions, OwnSide own, Clock clock) {
    this.staffing = staffing;
    this.login = login;
    this.sessions = sessions;
    this.own = own;
    this.clock = clock;
  }

  /// Staff of a house of a test's own, made on one of its nodes.
  public static TestStaff on(ApplicationContext node) {
    return new TestStaff(
        node.getBean(Staffing.class),
        node.getBean(Login.class),
        node.getBean(Sessions.class),
        node.getBean(OwnSide.class),
        node.getBean(Clock.class));
  }

  /// One who works here in a test.
  ///
  /// @param secret of her authenticator, base32; blank for one without a password
  public record Person(UUID staff, String login, String secret, Viewer viewer) {}

  /// Adds somebody with these roles at the centre, the first is the one she begins in.
  public Person add(Role... roles) {
    String login =
        "prov" + NUMBER.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 8);
    List<Staffing.Capacity> capacities =
        Arrays.stream(roles).map(role -> new Staffing.Capacity("centre", role)).toList();
    Staffing.Addition addition =
        staffing.add(null, Confidential.of("Prov " + login), login, capacities);
    UUID staff = ((Staffing.Addition.Added) addition).staff();
    return new Person(staff, login, "", new Viewer(staff, "centre", roles[0]));
  }

  /// Adds somebody with these roles who has begun: with a password and an authenticator.
  public Person addWithPassword(Role... roles) {
    Person added = add(roles);
    UUID staff = added.staff();
    Viewer viewer = added.viewer();
    String secret = Secrets.base32(Secrets.random(20));
    String code = staffing.code(viewer, staff).orElseThrow();
    Staffing.Beginning begun = Staffing.Beginning.DIGITS_WRONG;
    // one step ago, so that the present code is still to be used; again when the step has just
    // ended
    for (int attempt = 0; attempt < 3 && begun == Staffing.Beginning.DIGITS_WRONG; attempt++) {
      begun =
          staffing.begin(
              code,
              null,
              null,
              Confidential.of(PASSWORD),
              Confidential.of(secret),
              digits(secret, -1));
    }
    if (begun != Staffing.Beginning.DONE) {
      throw new IllegalStateException(begun.toString());
    }
    return new Person(staff, added.login(), secret, viewer);
  }

  /// The six digits now, or some steps later.
  public String digits(String secret, int steps) {
    return codes.code(
        Secrets.fromBase32(secret), clock.instant().getEpochSecond() / TimeCodes.SECONDS + steps);
  }

  /// Lets her in: over HTTP with password and code when she has them.
  public Browser logIn(Person person, int port) {
    Browser browser = new Browser(port);
    if (person.secret().isEmpty()) {
      String token =
          own.transaction(() ->
                  sessions.begin(person.staff(), "password_totp", (long) NUMBER.incrementAndGet()))
              .orElseThrow();
      browser.carry(Sessions.PLAIN_COOKIE + "=" + token);
      return browser;
    }
    Browser.Answer answer = tryIn(browser, person, digits(person.secret(), 0));
    if (answer.status() != 303) {
      answer = tryIn(browser, person, digits(person.secret(), 1));
    }
    if (answer.status() != 303) {
      throw new IllegalStateException("not in: " + answer.status());
    }
    return browser;
  }

  /// Lets her in once more, with the code of a later step.
  Browser logIn(Person person, int port, int steps) {
    Browser browser = new Browser(port);
    Browser.Answer answer = tryIn(browser, person, digits(person.secret(), steps));
    if (answer.status() != 303) {
      throw new IllegalStateException("not in: " + answer.status());
    }
    return browser;
  }

  /// One try.
  public Browser.Answer tryIn(Browser browser, Person person, String digits) {
    return browser.post(
        "/staff/login", Map.of("name", person.login(), "password", PASSWORD, "code", digits));
  }

  /// Logs in without HTTP.
  Login.Answer tryIn(Person person, String password, String digits) {
    return login.tryIn(person.login(), Confidential.of(password), digits);
  }
}
