package se.fristad.contact.front.web;

import com.microsoft.playwright.Page;

/// What a person does on the first screen, in a real browser.
final class Browsers {
  /// Where leaving leads in a program with no settings of its own; answered by the test itself.
  static final String TARGET = "https://www.smhi.se/**";

  private Browsers() {}

  /// Opens a door on the first screen and writes there.
  static void write(Page page, String words) {
    if (page.locator("#write > summary").count() > 0) {
      page.locator("#write > summary").click();
    }
    page.locator("#write .door > summary").first().click();
    page.locator("#begin-support").fill(words);
  }

  /// Writes and sends, and waits until it is received.
  static void begin(Page page, String words) {
    write(page, words);
    page.locator("#write button").first().click();
    page.locator("#talk:not([hidden]) #state:not(:empty)").waitFor();
  }
}
