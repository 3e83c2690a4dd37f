package se.fristad.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real browser: Debian's Chromium, silent towards everything but us. What lies outside this
/// machine is answered by the test itself.
///
/// Windows are Chromium without its own tabs and toolbars (`chromium-headless-shell`: the same
/// engine, a third of the processor a page); a profile is the whole program, as on a telephone.
public final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path ENGINE = Path.of("/usr/bin/chromium-headless-shell");
  private static final List<String> SILENT =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-quic",
          "--no-first-run",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 20_000;

  /// A pattern, since a predicate would be asked here for each request.
  private static final Pattern OUTSIDE = Pattern.compile("^(?!http://(localhost|127\\.0\\.0\\.1))");

  private static @Nullable Chromium running;

  private final Playwright playwright;
  private final Browser browser;
  private final List<BrowserContext> opened;

  /// The browser of this JVM, with windows of the caller's own: starting one takes as much as ten
  /// pages. Windows share nothing with each other; a profile is a program of its own.
  public Chromium() {
    this(running());
  }

  private Chromium(Chromium running) {
    this(running.playwright, running.browser);
  }

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
    this.opened = new ArrayList<>();
  }

  private static synchronized Chromium running() {
    Chromium there = running;
    if (there == null || !there.browser.isConnected()) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      there =
          new Chromium(
              playwright,
              playwright
                  .chromium()
                  .launch(
                      new BrowserType.LaunchOptions().setExecutablePath(ENGINE).setArgs(SILENT)));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser"));
      running = there;
    }
    return there;
  }

  /// A window of its own, without a past.
  ///
  /// @param script whether scripts run
  /// @param language as `sv` or `sv-SE`
  public Page window(boolean script, int width, int height, String language) {
    return neutralOutside(
            browser.newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(script)
                    .setViewportSize(width, height)
                    .setLocale(language)))
        .newPage();
  }

  /// A browser with a profile on disk, as on her own telephone.
  public BrowserContext profile(Path directory, boolean script, String... more) {
    return neutralOutside(
        playwright
            .chromium()
            .launchPersistentContext(
                directory,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(Stream.concat(SILENT.stream(), Stream.of(more)).toList())
                    .setJavaScriptEnabled(script)
                    .setLocale("sv")));
  }

  private BrowserContext neutralOutside(BrowserContext context) {
    opened.add(context);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.route(OUTSIDE, Chromium::neutral);
    return context;
  }

  /// An everyday page of somebody else.
  public static void neutral(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/html")
            .setBody(
                "<!doctype html><html lang=sv><title>Väder</title><h1>Vädret i dag</h1><p>Sol.</p>"));
  }

  /// Closes the windows that are left.
  @Override
  public void close() {
    opened.forEach(BrowserContext::close);
  }
}
