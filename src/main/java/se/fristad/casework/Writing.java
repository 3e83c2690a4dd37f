package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.LetterOutcome;
import se.fristad.outgoing.LetterPaper;
import se.fristad.outgoing.LetterTask;
import se.fristad.outgoing.Outgoing;
import se.fristad.vault.Confidential;

/// A letter to somebody with a name: the rule is shown and answered before her address is, and the
/// paper is printed and posted by the one who has answered it.
@StaffFace
@Component
class Writing {
  /// The longest letter, in characters: two pages.
  static final int MOST = 5_000;

  /// How long the address is shown and the paper can be printed.
  static final Duration SHOWN = Duration.ofMinutes(20);

  /// What is to be answered before an address is shown.
  static final Set<String> MUST_READ = Set.of("rule", "plain", "opens");

  private final Files files;
  private final PersonRows people;
  private final LetterRows rows;
  private final Outgoing outgoing;
  private final LetterTask letters;
  private final Centre centre;

  Writing(
      Files files,
      PersonRows people,
      LetterRows rows,
      Outgoing outgoing,
      LetterTask letters,
      Centre centre) {
    this.files = files;
    this.people = people;
    this.rows = rows;
    this.outgoing = outgoing;
    this.letters = letters;
    this.centre = centre;
  }

  /// What the gate says of a letter now.
  ///
  /// @param yes when she said yes to it; null when she has not been asked
  Decision decision(Person person, Instant now, @Nullable Instant yes) {
    return outgoing.decide(
        person.reach().rule(), LetterTask.step(person.reach().rule(), centre.name()), now, yes);
  }

  /// Begins a letter. That the address is shown to this viewer stands in the log.
  ///
  /// @param read what was read and answered; `yes` when she has just said yes
  Step<UUID> write(Viewer viewer, UUID file, Set<String> read, Confidential words) {
    return files.write(
        viewer,
        file,
        "letter",
        hand -> {
          if (!read.containsAll(MUST_READ)) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.letter.unread"));
          }
          Person person = people.find(hand.file().person()).orElseThrow();
          if (person.address().isBlank()) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.letter.no-address"));
          }
          if (person.protection() != Road.Protection.NONE) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.letter.protected"));
          }
          String text = words.reveal();
          if (text.isBlank()) {
            throw Files.refused(Refusal.unreadable("words", "casework.step.letter.empty"));
          }
          if (text.codePointCount(0, text.length()) > MOST) {
            throw Files.refused(Refusal.unreadable("words", "casework.wrong.long", MOST));
          }
          String missing = LetterPaper.cannot(text + person.name().reveal());
          if (!missing.isEmpty()) {
            throw Files.refused(
                Refusal.unreadable("words", "casework.step.letter.script", missing));
          }
          Decision decision =
              decision(person, hand.now(), read.contains("yes") ? hand.now() : null);
          if (!(decision instanceof Decision.Allowed)) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.letter.against"));
          }
          UUID letter = UUID.randomUUID();
          rows.insert(
              hand.id(),
              new LetterRows.Row(
                  letter,
                  hand.staff(),
                  hand.now(),
                  null,
                  hand.sealText(letter, "letter", 1, words)));
          return letter;
        });
  }

  /// Her name and address, for a letter that this viewer has begun and that still holds; empty when
  /// it does not.
  Optional<Confidential> address(Person person, LetterRows.Row letter, Instant now) {
    return leave(person, letter, now)
        .map(leave ->
            Confidential.of(
                person.name().reveal()
                    + "\n"
                    + letters.address(leave, person.address(), now).reveal()));
  }

  private Optional<Decision.Allowed> leave(Person person, LetterRows.Row letter, Instant now) {
    return person.protection() == Road.Protection.NONE
            && now.isBefore(letter.at().plus(SHOWN))
            && decision(person, now, letter.at()) instanceof Decision.Allowed leave
        ? Optional.of(leave)
        : Optional.empty();
  }

  /// The letter as it is printed; a line in the log each time. Only for the one who has begun it,
  /// as long as it holds.
  Step<byte[]> print(Viewer viewer, UUID file, UUID letter) {
    return files.write(
        viewer,
        file,
        "print_letter",
        hand -> {
          LetterRows.Row row = open(hand, letter);
          Person person = people.find(hand.file().person()).orElseThrow();
          Decision.Allowed leave =
              leave(person, row, hand.now())
                  .orElseThrow(() ->
                      Files.refused(Refusal.unreadable("outcome", "casework.step.lettered.over")));
          return letters.paper(
              leave,
              person.name(),
              person.address(),
              hand.today(),
              hand.openText(letter, "letter", 1, row.sealed()),
              hand.now());
        });
  }

  /// Says what came of a letter. After one has come back she is asked before anybody writes.
  Step<Boolean> written(Viewer viewer, UUID file, UUID letter, LetterOutcome outcome) {
    return files.write(
        viewer,
        file,
        "letter_ended",
        hand -> {
          open(hand, letter);
          rows.outcome(letter, outcome);
          if (outcome == LetterOutcome.CAME_BACK) {
            Person person = people.find(hand.file().person()).orElseThrow();
            people.update(
                person.reachedBy(person.reach().letterAskedFirst()), person.version() + 1);
          }
          return true;
        });
  }

  private LetterRows.Row open(Files.InHand hand, UUID letter) {
    return rows.of(hand.id()).stream()
        .filter(one ->
            one.id().equals(letter)
                && one.staff().equals(hand.staff())
                && (one.outcome() == null || one.outcome() == LetterOutcome.POSTED))
        .findFirst()
        .orElseThrow(
            () -> Files.refused(Refusal.unreadable("outcome", "casework.step.lettered.before")));
  }
}
