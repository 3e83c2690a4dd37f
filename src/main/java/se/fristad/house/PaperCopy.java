package se.fristad.house;

import java.nio.file.Path;
import java.util.List;
import se.fristad.vault.PaperKey;

/// `./run paper-copy`: the master key as twenty-four words, for two papers in two safes; `--from
/// WORDS…` makes the key file again on a new machine. That the papers are made is said on the
/// administrator's page.
final class PaperCopy implements Command {
  @Override
  public String name() {
    return "paper-copy";
  }

  @Override
  public String help() {
    return "show the master key as 24 words (--from WORDS…: make it again)";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws Exception {
    Path keys = directory.toAbsolutePath().normalize().resolve("keys");
    Path file = Masters.file(keys);
    if (!arguments.isEmpty() && arguments.getFirst().equals("--from")) {
      if (Masters.isThere(keys)) {
        throw new Refused(
            "There is a master key in " + keys + " already, and it is not overwritten.");
      }
      DataDirectory.makePrivate(directory.toAbsolutePath().normalize());
      DataDirectory.makePrivate(keys);
      PaperKey.read(arguments.subList(1, arguments.size()), file)
          .ifPresentOrElse(
              made -> System.out.println("The master key lies in " + file + "."),
              () -> {
                throw new Refused(
                    "These are not the 24 words of a paper copy: a word is misspelt, missing or in the wrong place.");
              });
      return 0;
    }
    if (!arguments.isEmpty()) {
      throw new Refused(
          "./run paper-copy shows the words; ./run paper-copy --from WORD WORD … makes the key again. It knows nothing else, and has shown nothing.");
    }
    if (!Masters.isThere(keys)) {
      throw new Refused(
          "There is no master key in " + keys + ". Start the program first with ./run.");
    }
    System.out.println(
        "The master key of this installation. Without it nothing that was written here can ever be read again.");
    System.out.println(
        "Write these words by hand on two papers, put them in two safes, then say so on the administrator's page.\n");
    List<String> words = PaperKey.words(Masters.of(keys));
    for (int at = 0; at < words.size(); at++) {
      System.out.printf("%3d %-10s%s", at + 1, words.get(at), at % 6 == 5 ? "\n" : "");
    }
    return 0;
  }
}
