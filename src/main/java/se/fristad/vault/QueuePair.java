package se.fristad.vault;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;

/// The HPKE pair of a side's queue (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM), through Tink.
///
/// The public half lies on the public node: it can seal a new thread's key to those who answer, and
/// cannot open it again.
final class QueuePair {
  static {
    try {
      HybridConfig.register();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private QueuePair() {}

  static Keyset.Entry entry(Keyset.Kind kind, Instant now) {
    try {
      KeysetHandle pair =
          KeysetHandle.generateNew(
              HpkeParameters.builder()
                  .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                  .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                  .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                  .setVariant(HpkeParameters.Variant.NO_PREFIX)
                  .build());
      byte[] secret = TinkProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get());
      return new Keyset.Entry("q:" + UUID.randomUUID(), kind, now, secret);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] publicHalf(Keyset.Entry entry) {
    try {
      return TinkProtoKeysetFormat.serializeKeysetWithoutSecret(
          TinkProtoKeysetFormat.parseKeyset(entry.secret(), InsecureSecretKeyAccess.get())
              .getPublicKeysetHandle());
    } catch (GeneralSecurityException wrong) {
      throw new Tampered();
    }
  }

  static byte[] seal(byte[] publicHalf, UUID thread, DataKey key) {
    try {
      return TinkProtoKeysetFormat.parseKeysetWithoutSecret(publicHalf)
          .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
          .encrypt(key.bytes(), info(thread));
    } catch (GeneralSecurityException wrong) {
      throw new Tampered();
    }
  }

  static DataKey open(Keyset.Entry entry, UUID thread, byte[] sealed) {
    try {
      return DataKey.of(
          TinkProtoKeysetFormat.parseKeyset(entry.secret(), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
              .decrypt(sealed, info(thread)));
    } catch (GeneralSecurityException wrong) {
      throw new Tampered();
    }
  }

  private static byte[] info(UUID thread) {
    return ("fristad/contact/thread/v1|" + thread).getBytes(StandardCharsets.UTF_8);
  }
}
