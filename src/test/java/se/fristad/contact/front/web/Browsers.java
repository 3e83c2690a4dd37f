package se.fristad.contact.front.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Real browsers: Debian's Chromium, silent towards everything but us.
final class Browsers implements AutoCloseable {
  /// Where leaving leads in a program with no settings of its own; answered by the test itself.
  static final String TARGET = "https://www.smhi.se/**";

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> SILENT =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-quic",
          "--no-first-run",
          "--disable-component-update",
          "--disable-sync");
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(SILENT));

  /// A window of its own, without a past.
  Page page(boolean script, int width, int height, String language) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setViewportSize(width, height)
                .setLocale(language));
    context.setDefaultTimeout(15_000);
    context.route(TARGET, Browsers::neutral);
    return context.newPage();
  }

  /// A browser with a profile on disk, as on her own telephone.
  BrowserContext profile(Path directory, boolean script, String... more) {
    List<String> arguments = new java.util.ArrayList<>(SILENT);
    arguments.addAll(List.of(more));
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                directory,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(arguments)
                    .setJavaScriptEnabled(script)
                    .setLocale("sv"));
    context.setDefaultTimeout(15_000);
    context.route(TARGET, Browsers::neutral);
    context.route("http://before.example/**", Browsers::neutral);
    return context;
  }

  static void neutral(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/html")
            .setBody(
                "<!doctype html><html lang=sv><title>Väder</title><h1>Vädret i dag</h1><p>Sol.</p>"));
  }

  /// Opens a door on the first screen and writes there.
  static void write(Page page, String words) {
    page.locator("#write > summary").click();
    page.locator("#write .door > summary").first().click();
    page.locator("#begin-support").fill(words);
  }

  /// Writes and sends, and waits until it is received.
  static void begin(Page page, String words) {
    write(page, words);
    page.locator("#write button").first().click();
    page.locator("#state:has-text('har kommit fram'), #state:has-text('has reached us')").waitFor();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
