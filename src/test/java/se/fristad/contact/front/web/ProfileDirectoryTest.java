package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.contact.Threads;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;

/// What her own telephone remembers of a visit: that our neutral host was visited, and nothing
/// else.
@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileDirectoryTest {
  private static final Pattern SECRET = Pattern.compile("(?:^|&)t=([A-Za-z0-9_-]{43})");
  @LocalServerPort private int port;
  @Autowired private Threads threads;
  private Chromium chromium;

  @BeforeAll
  void open_a_browser() {
    chromium = new Chromium();
  }

  @AfterAll
  void close_the_browser() {
    chromium.close();
  }

  @ParameterizedTest(name = "script: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("Proof 4: the profile directory holds none of her words, the secret or the phrase")
  void the_profile_directory_holds_none_of_her_words(boolean script) throws Exception {
    Path profile =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "profiles")), "profile");
    Map<String, String> canaries = new TreeMap<>();
    canaries.put("sent", "qsentcanaryq");
    canaries.put("sent later", "qlatercanaryq");
    canaries.put("unsent", "qunsentcanaryq");
    canaries.put("received", "qreceivedcanaryq");
    String planted = "qplantedcanaryq";

    try (BrowserContext context = chromium.profile(profile, script)) {
      Page page = context.pages().getFirst();
      List<String> secrets = new ArrayList<>();
      page.onRequest(request -> {
        Matcher secret = SECRET.matcher(request.postData() == null ? "" : request.postData());
        if (secret.find()) {
          secrets.add(secret.group(1));
        }
      });
      plant(context, page, planted);
      page.navigate("http://before.example/");
      page.navigate("http://localhost:" + port + "/sv");
      Browsers.begin(page, "qsentcanaryq");
      page.locator("#offer button").first().click();
      page.locator("#phrase-words:not(:empty)").waitFor();
      String phrase = page.locator("#phrase-words").textContent();
      canaries.put("phrase", phrase);
      page.locator("#say textarea").fill("qlatercanaryq");
      page.locator("#say form button").click();
      page.locator(".line.mine >> nth=1").waitFor();
      new Worker(threads).answers("qreceivedcanaryq");
      if (!script) {
        page.locator("form.plain button").click();
      }
      page.locator(".line.ours").waitFor();
      page.locator("#say textarea").fill("qunsentcanaryq");
      // long enough for the browser to write its session
      page.waitForTimeout(4_000);
      assertThat(secrets).isNotEmpty();
      for (String secret : secrets.stream().distinct().toList()) {
        canaries.put("secret " + secret.substring(0, 4), secret);
      }
      if (!script) {
        // nothing ends a visit without a script but this button, or ten minutes
        page.locator("form:has(input[value=leave]) button").click();
      }
      page.locator("#leave").click();
      page.waitForURL(Browsers.TARGET);
      page.waitForTimeout(4_000);
      assertThat(holding(profile, planted)).as("a planted leak is found").isNotEmpty();
      for (Map.Entry<String, String> canary : canaries.entrySet()) {
        assertThat(holding(profile, canary.getValue())).as(canary.getKey()).isEmpty();
      }
      for (Runnable step :
          List.<Runnable>of(page::goBack, page::goForward, page::reload, page::goBack)) {
        attempt(step);
        page.waitForTimeout(300);
        canaries.values().forEach(canary -> assertThat(page.content()).doesNotContain(canary));
      }
    }
    try (BrowserContext again = chromium.profile(profile, script, "--restore-last-session")) {
      Page page = again.pages().getFirst();
      page.waitForTimeout(2_000);
      for (Page one : again.pages()) {
        canaries.values().forEach(canary -> assertThat(one.content()).doesNotContain(canary));
      }
    }
    assertThat(
            Worker.text(
                "select count(*) from contact.visit where wrapped is not null and thread = '"
                    + Worker.latest().value()
                    + "'"))
        .as("every secret is dead")
        .isEqualTo("0");
    for (Map.Entry<String, String> canary : canaries.entrySet()) {
      // Chromium writes the form behind a page that somebody goes back to, even one with a password
      // field. Without a script that is the
      // farewell, which holds a dead secret and no word of hers.
      if (script || !canary.getKey().startsWith("secret")) {
        assertThat(holding(profile, canary.getValue())).as(canary.getKey()).isEmpty();
      }
    }
  }

  /// An unprotected page of somebody else: what it leaves shows that this test would see what ours
  /// left.
  private static void plant(BrowserContext context, Page page, String planted) {
    context.route(
        "http://control.example/**",
        route ->
            route.fulfill(
                new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<!doctype html><title>"
                            + planted
                            + "</title><form method=post><textarea name=a></textarea><button>x</button></form>")));
    page.navigate("http://control.example/");
    page.locator("textarea").fill(planted);
    page.locator("button").click();
    page.locator("textarea").fill(planted);
    page.waitForTimeout(500);
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (PlaywrightException refused) {
      // a browser that asks before it sends again, or has nowhere to go, is also an answer
      assertThat(refused).isNotNull();
    }
  }

  static List<Path> holding(Path directory, String canary) throws IOException {
    List<byte[]> forms =
        List.of(
            canary.getBytes(StandardCharsets.UTF_8),
            canary.getBytes(StandardCharsets.UTF_16LE),
            java.net.URLEncoder.encode(canary, StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8));
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (forms.stream()
            .anyMatch(form -> bytes.contains(new String(form, StandardCharsets.ISO_8859_1)))) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
