package se.fristad.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.fristad.vault.Confidential;
import se.fristad.vault.MasterKey;
import se.fristad.vault.Passphrase;

/// `./run passphrase`: seals the master key under a passphrase, or under another one; from then on
/// each start asks for it, and no file opens the keysets.
final class SealMaster implements Command {
  @Override
  public String name() {
    return "passphrase";
  }

  @Override
  public String help() {
    return "seal the master key under a passphrase that each start asks for";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws IOException {
    Path root = directory.toAbsolutePath().normalize();
    Path keys = root.resolve("keys");
    if (!Files.exists(root.resolve("version")) || !Masters.isThere(keys)) {
      throw new Refused(
          "There is no master key in " + keys + ". Start the program first with ./run.");
    }
    if (DataDirectory.isHeld(root)) {
      throw new Refused("The program runs with the master key as it is. Stop it first.");
    }
    MasterKey master = Masters.of(keys);
    Confidential passphrase = Masters.chosen();
    Passphrase.seal(keys, master, passphrase);
    if (Passphrase.open(keys, passphrase).isEmpty()) {
      throw new Refused("The sealed master key does not open. The old one is still there.");
    }
    Files.deleteIfExists(keys.resolve("master"));
    System.out.println(
        "The master key is sealed in "
            + Passphrase.file(keys)
            + ". Each start asks for the passphrase, or reads the file that FRISTAD_PASSPHRASE_FILE names. Whoever forgets it needs a paper copy.");
    if (Files.exists(Masters.file(keys))) {
      System.out.println(
          "The master key also lies in " + Masters.file(keys) + ", which was left alone.");
    }
    return 0;
  }
}
