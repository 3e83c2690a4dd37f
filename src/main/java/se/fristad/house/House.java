package se.fristad.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import se.fristad.audit.AuditKeys;
import se.fristad.vault.CredentialFile;
import se.fristad.vault.Keys;
import se.fristad.vault.MasterKey;

/// An installation that stands: its directory held, its database running and of this version, its
/// keys made. Closing it stops what it started.
public final class House implements AutoCloseable {
  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private final Logins logins;

  private House(DataDirectory data, EmbeddedPostgres postgres, Logins logins) {
    this.data = data;
    this.postgres = postgres;
    this.logins = logins;
  }

  /// Raises the house in a directory.
  ///
  /// @param demonstration what new data become
  /// @param say told in a sentence what happens
  /// @throws Refused with a sentence for a person
  public static House raise(Path directory, boolean demonstration, Consumer<String> say) {
    DataDirectory data = DataDirectory.open(directory, demonstration);
    try {
      refuseAnotherMaster(data.keys());
      EmbeddedPostgres postgres = EmbeddedPostgres.start(data.postgres(), say);
      try {
        Logins logins = Logins.in(data.keys());
        new Migrations(postgres, logins).migrate();
        List<String> made =
            new ArrayList<>(Keys.prepare(data.keys(), master(data), Clock.systemUTC()));
        made.addAll(AuditKeys.prepare(data.keys(), master(data)));
        if (!made.isEmpty()) {
          say.accept(
              "Keys were made in "
                  + data.keys()
                  + ". Write down the master key on two papers: ./run paper-copy tells how.");
        }
        return new House(data, postgres, logins);
      } catch (RuntimeException failed) {
        postgres.close();
        throw failed;
      }
    } catch (RuntimeException failed) {
      data.close();
      throw failed;
    }
  }

  /// Keys that are there already are never joined by a new master key: it would open none of them,
  /// and what is written from then on would be lost with the right one put back.
  ///
  /// @throws Refused when the master key is missing, or is another one
  static void refuseAnotherMaster(Path keys) {
    if (!Keys.isSealed(keys)) {
      return;
    }
    Path file = masterFile(keys);
    if (!Files.isReadable(file)) {
      throw new Refused(
          "The master key is not in "
              + file
              + ". Put it there, name its place with FRISTAD_MASTER_KEY_FILE, or make it again from a paper copy: ./run paper-copy --from WORD WORD …");
    }
    if (!Keys.opens(keys, new CredentialFile(file))) {
      throw new Refused(
          "The master key in " + file + " is not the one that opens the keys in " + keys + ".");
    }
  }

  static MasterKey master(DataDirectory data) {
    return CredentialFile.made(masterFile(data.keys()));
  }

  static Path masterFile(Path keys) {
    String elsewhere = System.getenv("FRISTAD_MASTER_KEY_FILE");
    return elsewhere == null ? keys.resolve("master") : Path.of(elsewhere);
  }

  /// Where it lies.
  public DataDirectory data() {
    return data;
  }

  /// Its database.
  public EmbeddedPostgres postgres() {
    return postgres;
  }

  /// Its logins.
  public Logins logins() {
    return logins;
  }

  /// Its master key.
  public MasterKey master() {
    return master(data);
  }

  /// What a node of this house must be told: where the database, the logins and the keys are.
  public Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("fristad.data", data.root().toString());
    settings.put("fristad.keys", data.keys().toString());
    settings.put("fristad.audit.checkpoint", data.checkpoints().toString());
    settings.put("fristad.master-key-file", masterFile(data.keys()).toString());
    settings.put("fristad.demonstration", Boolean.toString(data.demonstration()));
    settings.put(
        "fristad.faces", System.getenv().getOrDefault("FRISTAD_FACES", "public,staff,jobs"));
    settings.put(
        "fristad.sides",
        System.getenv().getOrDefault("FRISTAD_SIDES", "support,shelter,perpetrator,conference"));
    settings.put("fristad.database.embedded", "true");
    settings.put("fristad.database.url", postgres.url(Migrations.DATABASE));
    return settings;
  }

  @Override
  public void close() {
    postgres.close();
    data.close();
  }
}
