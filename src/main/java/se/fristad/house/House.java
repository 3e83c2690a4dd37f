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
import se.fristad.vault.Passphrase;

/// An installation that stands: its directory held, its database running and of this version, its
/// keys made. Closing it stops what it started.
public final class House implements AutoCloseable {
  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private final Logins logins;
  private final MasterKey master;

  private House(DataDirectory data, EmbeddedPostgres postgres, Logins logins, MasterKey master) {
    this.data = data;
    this.postgres = postgres;
    this.logins = logins;
    this.master = master;
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
      MasterKey master = Masters.of(data.keys());
      EmbeddedPostgres postgres = EmbeddedPostgres.start(data.postgres(), say);
      try {
        Logins logins = Logins.in(data.keys());
        HalfMade.wipe(data, postgres, say);
        new Migrations(postgres, logins, data.demonstration()).migrate();
        List<String> made = new ArrayList<>(Keys.prepare(data.keys(), master, Clock.systemUTC()));
        made.addAll(AuditKeys.prepare(data.keys(), master));
        if (!made.isEmpty()) {
          say.accept(
              "Keys were made in "
                  + data.keys()
                  + ". Write down the master key on two papers: ./run paper-copy tells how.");
        }
        return new House(data, postgres, logins, master);
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
    if (!Masters.isThere(keys)) {
      throw new Refused(
          "The master key is not in "
              + Masters.file(keys)
              + ". Put it there, name its place with FRISTAD_MASTER_KEY_FILE, or make it again from a paper copy: ./run paper-copy --from WORD WORD …");
    }
    if (!Files.exists(Passphrase.file(keys))
        && !Keys.opens(keys, new CredentialFile(Masters.file(keys)))) {
      throw new Refused(
          "The master key in "
              + Masters.file(keys)
              + " is not the one that opens the keys in "
              + keys
              + ".");
    }
  }

  /// Where it lies.
  DataDirectory data() {
    return data;
  }

  /// Its database.
  public EmbeddedPostgres postgres() {
    return postgres;
  }

  /// Its logins.
  Logins logins() {
    return logins;
  }

  /// Its master key.
  MasterKey master() {
    return master;
  }

  /// What a node of this house must be told: where the database, the logins and the keys are.
  public Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("fristad.data", data.root().toString());
    settings.put("fristad.keys", data.keys().toString());
    settings.put("fristad.audit.checkpoint", data.checkpoints().toString());
    settings.put("fristad.master-key-file", Masters.file(data.keys()).toString());
    settings.put("fristad.demonstration", Boolean.toString(data.demonstration()));
    if (data.demonstration()) {
      settings.put("fristad.centre.children.0380", "here");
    }
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
