package se.fristad.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The master key sealed under a passphrase. A derivation costs two seconds; here a light one is
/// enough to see what opens and what does not.
@DisplayName("A sealed master key")
class SealedMasterTest {
  private static final String WORDS = "fem ord som inte hör ihop åäö";
  private static final Strength LIGHT = new Strength(1_024, 1, 1);

  @TempDir Path directory;

  @Test
  void a_passphrase_costs_a_guesser_256_mebibytes_and_four_passes() {
    assertThat(Passphrase.SLOW).isEqualTo(new Strength(256 * 1024, 4, 1));
    CredentialFile file = CredentialFile.made(directory.resolve("master"));
    Passphrase.seal(directory, file, Confidential.of(WORDS));
    assertThat(Passphrase.open(directory, Confidential.of(WORDS), LIGHT)).isEmpty();
    assertThat(Passphrase.open(directory, Confidential.of(WORDS), Passphrase.SLOW)).isPresent();
  }

  @Test
  void only_the_passphrase_opens_and_it_opens_the_same_key() throws Exception {
    CredentialFile file = CredentialFile.made(directory.resolve("master"));
    Passphrase.seal(directory, file, Confidential.of(WORDS), LIGHT);

    assertThat(Passphrase.open(directory, Confidential.of("fem ord som inte hör ihop aao"), LIGHT))
        .isEmpty();
    // typed elsewhere: decomposed letters, a line end behind
    Passphrase opened =
        Passphrase.open(directory, Confidential.of("fem ord som inte ho\u0308r ihop åäö\n"), LIGHT)
            .orElseThrow();
    try (DataKey one = file.open();
        DataKey other = opened.open();
        DataKey wrapped = DataKey.random()) {
      byte[] under = one.wrap(wrapped, "test");
      other.unwrap(under, "test").close();
    }
    assertThat(Files.readString(Passphrase.file(directory)))
        .doesNotContain(Files.readString(directory.resolve("master")).strip());

    Path sealed = Passphrase.file(directory);
    String line = Files.readString(sealed);
    Files.writeString(sealed, line.substring(0, line.length() - 6) + "AAAA=\n");
    assertThat(Passphrase.open(directory, Confidential.of(WORDS), LIGHT)).isEmpty();
  }
}
