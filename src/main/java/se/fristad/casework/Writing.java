package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import se.fristad.outgoing.Mediation;
import se.fristad.outgoing.NeverContacted;
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
  private final GoingOut goingOut;
  private final ContactsAgain contactsAgain;
  private final Outgoing outgoing;
  private final LetterTask letters;
  private final Centre centre;

  Writing(
      Files files,
      PersonRows people,
      LetterRows rows,
      GoingOut goingOut,
      ContactsAgain contactsAgain,
      Outgoing outgoing,
      LetterTask letters,
      Centre centre) {
    this.files = files;
    this.people = people;
    this.rows = rows;
    this.goingOut = goingOut;
    this.contactsAgain = contactsAgain;
    this.outgoing = outgoing;
    this.letters = letters;
    this.centre = centre;
  }

  /// What the gate says of a letter now.
  ///
  /// @param never those around her who must never be contacted
  /// @param yes when she said yes to it; null when she has not been asked
  Decision decision(Person person, NeverContacted never, Instant now, @Nullable Instant yes) {
    return outgoing.decide(
        person.reach(),
        LetterTask.step(person.reach().rule(), centre.name()),
        now,
        yes,
        mediated(person, LocalDate.ofInstant(now, Files.HERE))
            ? Mediation.outer()
            : person.address(),
        never);
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
          contactsAgain.mayReach(hand, Road.Again.By.LETTER);
          if (!read.containsAll(MUST_READ)) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.letter.unread"));
          }
          Person person = people.find(hand.file().person()).orElseThrow();
          Files.refuse(protectedFrom(person, hand.today(), words));
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
              decision(
                  person,
                  goingOut.never(hand),
                  hand.now(),
                  read.contains("yes") ? hand.now() : null);
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

  /// What her protection says of a letter: none to whom nobody has read the register about, or to
  /// whoever has another identity; by the tax agency's forwarding to whom it protects, with no
  /// place named in it.
  private static List<Refusal> protectedFrom(Person person, LocalDate today, Confidential words) {
    return switch (person.treatedAs(today)) {
      case NONE ->
          person.address().isBlank()
              ? List.of(Refusal.unreadable("read", "casework.step.letter.no-address"))
              : List.of();
      case UNCHECKED -> List.of(CaseRule.REGISTER_IS_READ.refusal("read", ".letter"));
      case FICTITIOUS -> List.of(CaseRule.NEW_IDENTITY_IS_THE_HEADS.refusal("read", ".letter"));
      case SECRECY_MARK, PROTECTED_REGISTRATION -> {
        List<Refusal> refusals = new ArrayList<>();
        if (person.number().isBlank()) {
          refusals.add(Refusal.unreadable("read", "casework.step.letter.no-number"));
        }
        refusals.addAll(Protections.print(person, today, "words", words));
        yield refusals;
      }
    };
  }

  /// Whether a letter to her goes by the tax agency's forwarding.
  static boolean mediated(Person person, LocalDate today) {
    Road.Protection held = person.treatedAs(today);
    return held == Road.Protection.SECRECY_MARK || held == Road.Protection.PROTECTED_REGISTRATION;
  }

  /// What is written on the envelope of a letter that this viewer has begun and that still holds:
  /// her name and address, or the tax agency's; empty when it does not.
  Optional<Confidential> address(
      Person person, NeverContacted never, LetterRows.Row letter, Instant now) {
    return leave(person, never, letter, now)
        .map(leave ->
            mediated(person, LocalDate.ofInstant(now, Files.HERE))
                ? letters.address(leave, Mediation.outer(), now)
                : Confidential.of(
                    person.name().reveal()
                        + "\n"
                        + letters.address(leave, person.address(), now).reveal()));
  }

  private Optional<Decision.Allowed> leave(
      Person person, NeverContacted never, LetterRows.Row letter, Instant now) {
    Road.Protection held = person.treatedAs(LocalDate.ofInstant(now, Files.HERE));
    return held != Road.Protection.UNCHECKED
            && held != Road.Protection.FICTITIOUS
            && now.isBefore(letter.at().plus(SHOWN))
            && decision(person, never, now, letter.at()) instanceof Decision.Allowed leave
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
              leave(person, goingOut.never(hand), row, hand.now())
                  .orElseThrow(() ->
                      Files.refused(Refusal.unreadable("outcome", "casework.step.lettered.over")));
          Confidential words = hand.openText(letter, "letter", 1, row.sealed());
          Files.refuse(protectedFrom(person, hand.today(), words));
          return letters.paper(
              leave,
              person.name(),
              mediated(person, hand.today()) ? Mediation.inner(person.number()) : person.address(),
              hand.today(),
              words,
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
