package se.fristad.outgoing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.fristad.page.TypedForm;

/// Made-up wishes to be called, and ways in which somebody may be reached.
public final class FuzzedWish {
  private static final Hours.Once ONCE =
      new Hours.Once(Instant.parse("2026-11-26T09:00:00Z"), Instant.parse("2026-11-26T11:00:00Z"));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private FuzzedWish() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    boolean wish = data.consumeBoolean();
    TypedForm typed = TypedForm.empty();
    for (String name : ReachForm.NAMES.stream().sorted().toList()) {
      if (data.consumeBoolean()) {
        String text = se.fristad.page.PlainText.of(data.consumeString(90));
        typed = text.isEmpty() ? typed : typed.with(name, text);
      }
    }
    ReachForm.Read read =
        wish
            ? ReachForm.wish(
                typed,
                Reach.nothing(),
                data.consumeBoolean() ? ONCE : null,
                TODAY,
                word -> Optional.of("kept"))
            : ReachForm.read(typed, Reach.nothing(), TODAY, word -> Optional.of("kept"));
    if (read instanceof ReachForm.Read.Fit(Reach reach)) {
      String sealed = reach.sealable().reveal();
      if (!Reach.read(reach.sealable()).sealable().reveal().equals(sealed)) {
        throw new IllegalStateException("read again it says something else");
      }
    }
  }
}
