package se.fristad.house;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;
import se.fristad.vault.CredentialFile;
import se.fristad.vault.MasterKey;
import se.fristad.vault.Passphrase;

/// Where the master key of an installation comes from: from a passphrase when it was sealed under
/// one, else from the credential file, which a first start makes.
final class Masters {
  private static final int TRIES = 3;

  private Masters() {}

  /// The master key. Asks for the passphrase when there is one: the file that
  /// FRISTAD_PASSPHRASE_FILE names is read, else the terminal is asked.
  ///
  /// @throws Refused when it is not the passphrase, or there is nobody to ask
  static MasterKey of(Path keys) {
    if (!Files.exists(Passphrase.file(keys))) {
      return CredentialFile.made(file(keys));
    }
    String file = System.getenv("FRISTAD_PASSPHRASE_FILE");
    for (int tries = 0; tries < (file == null ? TRIES : 1); tries++) {
      Confidential typed = file == null ? typed("Passphrase: ") : read(Path.of(file));
      Passphrase opened = Passphrase.open(keys, typed).orElse(null);
      if (opened != null) {
        return opened;
      }
    }
    throw new Refused(
        "This is not the passphrase of the data in "
            + keys.getParent()
            + ". Nothing was changed. With a paper copy the master key can be made again: move keys/master.sealed away, then ./run paper-copy --from WORDS.");
  }

  /// Whether there is a master key in either form.
  static boolean isThere(Path keys) {
    return Files.exists(Passphrase.file(keys)) || Files.exists(file(keys));
  }

  /// The credential file: beside the keysets, unless it is told to be elsewhere.
  static Path file(Path keys) {
    String elsewhere = System.getenv("FRISTAD_MASTER_KEY_FILE");
    return elsewhere == null ? keys.resolve("master") : Path.of(elsewhere);
  }

  /// A new passphrase: from the file that FRISTAD_NEW_PASSPHRASE_FILE names, else typed twice.
  ///
  /// @throws Refused when it is too short, or typed in two ways
  static Confidential chosen() {
    String file = System.getenv("FRISTAD_NEW_PASSPHRASE_FILE");
    Confidential first = file == null ? typed("New passphrase: ") : read(Path.of(file));
    int length = first.reveal().strip().codePointCount(0, first.reveal().strip().length());
    if (length < Passphrase.SHORTEST) {
      throw new Refused(
          "A passphrase has at least "
              + Passphrase.SHORTEST
              + " characters: five words that do not belong together are good. Nothing was changed.");
    }
    if (file == null && !typed("Once more: ").equals(first)) {
      throw new Refused("They were not the same. Nothing was changed.");
    }
    return first;
  }

  private static Confidential typed(String prompt) {
    @Nullable Console terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      throw new Refused(
          "A passphrase is needed and there is no terminal to ask at. Start in a terminal, or name a file that holds it with FRISTAD_PASSPHRASE_FILE.");
    }
    char[] typed = terminal.readPassword("%s", prompt);
    if (typed == null) {
      throw new Refused("No passphrase was typed. Nothing was changed.");
    }
    try {
      return Confidential.of(new String(typed));
    } finally {
      Arrays.fill(typed, ' ');
    }
  }

  private static Confidential read(Path file) {
    try {
      return Confidential.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException failed) {
      throw new Refused("The passphrase's file " + file + " cannot be read.");
    }
  }
}
