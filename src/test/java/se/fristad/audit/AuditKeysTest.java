package se.fristad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fristad.vault.DataKey;
import se.fristad.vault.MasterKey;
import se.fristad.vault.Tampered;

/// The key files of the log.
class AuditKeysTest {
  private static final MasterKey MASTER =
      () -> DataKey.derived("the master".getBytes(StandardCharsets.UTF_8), "test");

  @TempDir Path home;

  @Test
  void a_second_start_keeps_the_keys() throws IOException {
    Path keys = home.resolve("keys");
    assertThat(AuditKeys.prepare(keys, MASTER)).containsExactly("log", "line");
    byte[] first = Files.readAllBytes(keys.resolve("log.key"));
    assertThat(AuditKeys.prepare(keys, MASTER)).isEmpty();
    assertThat(Files.readAllBytes(keys.resolve("log.key"))).isEqualTo(first);
  }

  @Test
  void what_the_opened_key_signs_the_published_half_knows() throws IOException {
    AuditKeys.prepare(home, MASTER);
    byte[] words = {1, 2, 3};
    byte[] signature = AuditKeys.openSealKey(home, MASTER).key().sign(words);
    assertThat(AuditKeys.sealers(home).signed(words, signature)).isTrue();
    assertThat(AuditKeys.writers(home).signed(words, signature)).isFalse();
    words[0]++;
    assertThat(AuditKeys.sealers(home).signed(words, signature)).isFalse();
  }

  @Test
  void the_file_is_its_owners_alone_and_does_not_show_the_key() throws IOException {
    AuditKeys.prepare(home, MASTER);
    Path file = home.resolve("log.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    SigningKey key = AuditKeys.openSealKey(home, MASTER).key();
    String stored = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(stored).doesNotContain(Base64.getEncoder().encodeToString(key.secret()));
    assertThat(stored).doesNotContain(new String(key.secret(), StandardCharsets.ISO_8859_1));
    assertThat(new SealKey(key).toString()).isEqualTo("SealKey[key=[signing key]]");
  }

  @Test
  void another_master_key_does_not_open_it() {
    AuditKeys.prepare(home, MASTER);
    MasterKey other = () -> DataKey.derived(new byte[] {1}, "test");
    assertThatThrownBy(() -> AuditKeys.openSealKey(home, other)).isInstanceOf(Tampered.class);
  }

  @Test
  void a_file_without_a_public_key_is_refused() {
    assertThatThrownBy(() -> PublicKeys.of(List.of("", "  ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PublicKeys.of(List.of("nonsense")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_signature_is_the_one_that_the_standard_says_whoever_makes_it() throws Exception {
    SigningKey key = SigningKey.fresh();
    byte[] message = "en rad i loggen".getBytes(StandardCharsets.UTF_8);
    byte[] secret = key.secret();
    PrivateKey same =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new PKCS8EncodedKeySpec(
                    Arrays.copyOfRange(secret, 1, 1 + Byte.toUnsignedInt(secret[0]))));
    Signature other = Signature.getInstance("Ed25519");
    other.initSign(same);
    other.update(message);
    byte[] signature = key.sign(message);
    assertThat(signature).isEqualTo(other.sign());

    PublicKeys keys = PublicKeys.of(List.of(SigningKey.fresh().published(), "", key.published()));
    assertThat(keys.signed(message, signature)).isTrue();
    assertThat(PublicKeys.of(List.of(SigningKey.fresh().published())).signed(message, signature))
        .isFalse();
    for (int bit = 0; bit < 8 * signature.length; bit += 37) {
      byte[] altered = signature.clone();
      altered[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(keys.signed(message, altered)).as("bit " + bit).isFalse();
    }
    for (byte[] wrong : List.of(new byte[0], new byte[63], new byte[64], new byte[65])) {
      assertThat(keys.signed(message, wrong)).isFalse();
    }
    assertThat(keys.signed(Arrays.copyOf(message, message.length - 1), signature)).isFalse();
    String ofAnotherKind =
        Base64.getEncoder()
            .encodeToString(
                KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic().getEncoded());
    assertThatThrownBy(() -> PublicKeys.of(List.of(ofAnotherKind)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
