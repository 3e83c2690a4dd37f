package se.fristad;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.util.List;
import se.fristad.contact.FuzzedDocument;
import se.fristad.contact.front.FuzzedPicture;
import se.fristad.contact.front.web.FuzzedFace;
import se.fristad.contact.front.web.FuzzedForm;
import se.fristad.contact.front.web.FuzzedUpload;
import se.fristad.outgoing.FuzzedWish;
import se.fristad.page.FuzzedLanguage;
import se.fristad.page.FuzzedMarkdown;

/// All readers in one process: the input's last byte says whose the rest of it is. Jazzer takes
/// seven seconds of processor to begin, and with all of them in one it begins once.
public final class FuzzedAll {
  /// The order is what the last byte counts in.
  static final List<Class<?>> READERS =
      List.of(
          FuzzedForm.class,
          FuzzedUpload.class,
          FuzzedFace.class,
          FuzzedPicture.class,
          FuzzedDocument.class,
          FuzzedWish.class,
          FuzzedMarkdown.class,
          FuzzedLanguage.class);

  private static final long[] INPUTS = new long[READERS.size()];

  private FuzzedAll() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    int reader = data.consumeInt(0, READERS.size() - 1);
    INPUTS[reader]++;
    switch (reader) {
      case 0 -> FuzzedForm.fuzzerTestOneInput(data);
      case 1 -> FuzzedUpload.fuzzerTestOneInput(data);
      case 2 -> FuzzedFace.fuzzerTestOneInput(data);
      case 3 -> FuzzedPicture.fuzzerTestOneInput(data.consumeRemainingAsBytes());
      case 4 -> FuzzedDocument.fuzzerTestOneInput(data.consumeRemainingAsBytes());
      case 5 -> FuzzedWish.fuzzerTestOneInput(data);
      case 6 -> FuzzedMarkdown.fuzzerTestOneInput(data);
      case 7 -> FuzzedLanguage.fuzzerTestOneInput(data);
      default -> throw new IllegalStateException("no reader " + reader);
    }
  }

  /// Says how many inputs each reader was given, so that none is forgotten.
  public static void fuzzerTearDown() {
    for (int reader = 0; reader < INPUTS.length; reader++) {
      System.err.println("inputs " + READERS.get(reader).getSimpleName() + " " + INPUTS[reader]);
    }
  }
}
