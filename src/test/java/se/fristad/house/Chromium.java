package se.fristad.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A real browser: Debian's Chromium, silent towards everything but us. What lies outside this
/// machine is answered by the test itself.
public final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> SILENT =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-quic",
          "--no-first-run",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 20_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(SILENT));

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

  private static BrowserContext neutralOutside(BrowserContext context) {
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.route(
        url -> !url.startsWith("http://localhost") && !url.startsWith("http://127.0.0.1"),
        Chromium::neutral);
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

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
