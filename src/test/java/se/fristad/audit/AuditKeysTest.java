package se.fristad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
}
