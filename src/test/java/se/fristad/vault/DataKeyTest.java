package se.fristad.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is sealed")
class DataKeyTest {
  private static final Confidential WORDS = Confidential.of("Jag vågar inte ringa härifrån.");
  private final byte[] secret = new byte[32];
  private final Place place = place();
  private final Place elsewhere = place();

  DataKeyTest() {
    Arrays.fill(secret, (byte) 7);
  }

  private static Place place() {
    return new Place("contact", UUID.randomUUID(), "words", 1);
  }

  private DataKey key() {
    return DataKey.of(secret.clone());
  }

  @Test
  void opens_where_it_was_sealed_and_nowhere_else() {
    byte[] sealed = key().seal(place, WORDS);
    assertThat(key().open(place, sealed).reveal()).isEqualTo(WORDS.reveal());
    assertThatExceptionOfType(Tampered.class).isThrownBy(() -> key().open(elsewhere, sealed));
    assertThatExceptionOfType(Tampered.class)
        .isThrownBy(() -> DataKey.random().open(place, sealed));
  }

  @Test
  void does_not_open_with_a_bit_changed_or_the_end_cut_off() {
    byte[] sealed = key().seal(place, WORDS);
    for (int at = 0; at < sealed.length; at += 17) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatExceptionOfType(Tampered.class).isThrownBy(() -> key().open(place, changed));
    }
    for (int length = 0; length < sealed.length; length += 13) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatExceptionOfType(Tampered.class).isThrownBy(() -> key().open(place, cut));
    }
  }

  @Test
  void is_sealed_anew_each_time_in_steps_of_256_bytes() {
    byte[] first = key().seal(place, WORDS);
    byte[] second = key().seal(place, WORDS);
    assertThat(first).hasSize(12 + 256 + 16).isNotEqualTo(second);
    assertThat(key().seal(place, Confidential.of("x".repeat(252)))).hasSize(12 + 256 + 16);
    assertThat(key().seal(place, Confidential.of("x".repeat(253)))).hasSize(12 + 512 + 16);
  }

  @Test
  void is_the_same_as_another_library_makes_of_it() throws Exception {
    AesGcmJce other = new AesGcmJce(secret);
    byte[] plain = other.decrypt(key().seal(place, WORDS), place.associatedData());
    assertThat(plain).hasSize(256);
    assertThat(new String(plain, 4, ByteBuffer.wrap(plain).getInt(), StandardCharsets.UTF_8))
        .isEqualTo(WORDS.reveal());
    byte[] theirs = other.encrypt(plain, place.associatedData());
    assertThat(key().open(place, theirs).reveal()).isEqualTo(WORDS.reveal());
  }
}
