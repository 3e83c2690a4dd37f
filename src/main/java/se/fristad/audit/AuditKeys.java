package se.fristad.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Face;
import se.fristad.vault.MasterKey;
import se.fristad.vault.Node;
import se.fristad.vault.OnFace;
import se.fristad.vault.Place;
import se.fristad.vault.SecretFiles;

/// The key files of the log: `log.key` (seals; a jobs node) and `line.key` (marks; every node that
/// appends), each sealed under the master key, and beside them `log.pub` and `line.pub` in clear,
/// which is all that the verifying command needs.
///
/// The log's keys are not turned: a seal of ten years ago must still verify.
@Configuration(proxyBeanMethods = false)
public class AuditKeys {
  private static final String SEAL = "log";
  private static final String LINE = "line";

  AuditKeys() {}

  /// Makes what is missing in the key directory, before the program starts. Repeating it changes
  /// nothing that is there.
  ///
  /// @return the names of what was made, empty at a second start
  public static List<String> prepare(Path keys, MasterKey master) {
    List<String> made = new ArrayList<>();
    for (String name : List.of(SEAL, LINE)) {
      if (!Files.exists(file(keys, name))) {
        SigningKey key = SigningKey.fresh();
        SecretFiles.write(
            keys.resolve(name + ".pub"), (key.published() + "\n").getBytes(StandardCharsets.UTF_8));
        try (DataKey above = master.open()) {
          SecretFiles.write(
              file(keys, name),
              above.seal(
                  place(name), Confidential.of(Base64.getEncoder().encodeToString(key.secret()))));
        }
        made.add(name);
      }
    }
    return made;
  }

  /// Who signed seals, segments and checkpoints.
  ///
  /// @throws IOException when the file cannot be read
  static PublicKeys sealers(Path keys) throws IOException {
    return PublicKeys.read(keys.resolve(SEAL + ".pub"));
  }

  /// Who wrote lines.
  ///
  /// @throws IOException when the file cannot be read
  static PublicKeys writers(Path keys) throws IOException {
    return PublicKeys.read(keys.resolve(LINE + ".pub"));
  }

  /// Opens `log.key`.
  static SealKey openSealKey(Path keys, MasterKey master) {
    return new SealKey(open(keys, SEAL, master));
  }

  @Bean
  @OnFace(Face.JOBS)
  SealKey sealKey(Node node, MasterKey master) {
    return openSealKey(node.keys(), master);
  }

  @Bean
  @OnFace({Face.STAFF, Face.JOBS})
  LineKey lineKey(Node node, MasterKey master) {
    return new LineKey(open(node.keys(), LINE, master));
  }

  private static SigningKey open(Path keys, String name, MasterKey master) {
    try (DataKey above = master.open()) {
      byte[] sealed = Files.readAllBytes(file(keys, name));
      return SigningKey.of(Base64.getDecoder().decode(above.open(place(name), sealed).reveal()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path file(Path keys, String name) {
    return keys.resolve(name + ".key");
  }

  private static Place place(String name) {
    return new Place("audit", new UUID(0, 0), name + ".key", 1);
  }
}
