package se.fristad.contact.front.web;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletRequest;
import se.fristad.contact.PhraseWords;
import se.fristad.contact.Words;
import se.fristad.contact.front.VisitToken;
import se.fristad.page.PlainText;

/// Made-up posts: forms, farewells, and what is neither.
public final class FuzzedForm {
  private static final String[] TYPES = {
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded;charset=UTF-8",
    "text/plain;charset=UTF-8",
    "application/json"
  };
  private static final Set<String> NAMES = Set.of("number", "when", "words", "hers");
  private static final FormNumbers NUMBERS =
      new FormNumbers(
          "thirty-two bytes of a test's key".getBytes(StandardCharsets.US_ASCII),
          Clock.systemUTC());

  private FuzzedForm() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setContentType(
        data.consumeProbabilityDouble() < 0.9 ? data.pickValue(TYPES) : data.consumeString(60));
    request.setContent(data.consumeRemainingAsBytes());
    switch (Asked.of(request)) {
      case Asked.Form form -> read(form);
      case Asked.Farewell(String token) -> read(new Asked.Form(java.util.Map.of("t", token)));
      case Asked.TooLarge _, Asked.OtherKind _, Asked.Garbled _ -> {}
      case Asked.WithFile _, Asked.TooSlow _ -> throw new IllegalStateException("no file was sent");
    }
  }

  static void read(Asked.Form form) {
    int number = form.number("from");
    if (number < 0 || number > 999_999) {
      throw new IllegalStateException("not a place among messages");
    }
    NUMBERS.age(form.text("form"));
    VisitToken.parse(form.text("t"));
    form.typed(NAMES);
    String phrase = PhraseWords.normalise(form.text("words"));
    if (!PhraseWords.normalise(phrase).equals(phrase)) {
      throw new IllegalStateException("normalised twice is another phrase");
    }
    switch (Words.of(form.text("words"))) {
      case Words.Fit(var words) -> {
        String text = words.reveal();
        if (PlainText.length(text) > Words.MOST
            || !text.equals(
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))) {
          throw new IllegalStateException("words that cannot be kept");
        }
      }
      case Words.Empty _, Words.TooLong _ -> {}
    }
  }
}
