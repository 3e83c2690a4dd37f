package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.CallTask;
import se.fristad.outgoing.CodeWords;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.NeverContacted;
import se.fristad.outgoing.Outgoing;
import se.fristad.outgoing.OutgoingStep;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.ReachForm;
import se.fristad.outgoing.TelephoneNumber;
import se.fristad.page.TypedForm;
import se.fristad.vault.Argon2;
import se.fristad.vault.Confidential;

/// How somebody with a name is reached, and the call: the same rule and the same gate as for her
/// who has none.
@StaffFace
@Component
class Contacting {
  /// How long somebody waits after a call in vain.
  static final Duration PAUSE = Duration.ofMinutes(20);

  /// What is to be answered before a number is shown.
  static final Set<String> MUST_READ = Set.of("rule", "hidden", "quiet");

  private final Files files;
  private final PersonRows people;
  private final CallRows rows;
  private final GoingOut goingOut;
  private final ContactsAgain contactsAgain;
  private final Outgoing outgoing;
  private final CallTask calls;
  private final CodeWords words;
  private final ApplicationEventPublisher events;

  Contacting(
      Files files,
      PersonRows people,
      CallRows rows,
      GoingOut goingOut,
      ContactsAgain contactsAgain,
      Outgoing outgoing,
      CallTask calls,
      CodeWords words,
      ApplicationEventPublisher events) {
    this.files = files;
    this.people = people;
    this.rows = rows;
    this.goingOut = goingOut;
    this.contactsAgain = contactsAgain;
    this.outgoing = outgoing;
    this.calls = calls;
    this.words = words;
    this.events = events;
  }

  /// Writes down what she has said of how she is reached.
  Step<Boolean> agree(Viewer viewer, UUID file, TypedForm typed) {
    // the slow derivation is made before the row is locked
    Optional<String> hers =
        typed.has("hers")
            ? words.kept(Argon2.Lane.STAFF, Confidential.of(typed.value("hers")))
            : Optional.empty();
    return files.write(
        viewer,
        file,
        "agree_reach",
        hand -> {
          Person person = people.find(hand.file().person()).orElseThrow();
          switch (ReachForm.read(typed, person.reach(), hand.today(), word -> hers)) {
            case ReachForm.Read.Unfit(Map<String, String> wrong) ->
                Files.refuse(
                    wrong.entrySet().stream()
                        .map(one -> Refusal.unreadable(one.getKey(), one.getValue()))
                        .toList());
            case ReachForm.Read.Fit(Reach reach) -> {
              Files.refuse(goingOut.reached(hand, "number", reach));
              keep(person.reachedBy(reach));
              contactsAgain.follow(hand, reach);
            }
          }
          events.publishEvent(new ReachAgreed(hand.id(), hand.now()));
          return true;
        });
  }

  /// What the gate says of a call now.
  ///
  /// @param never those around her who must never be contacted
  /// @param yes when she said yes to it; null when she has not been asked
  Decision decision(Person person, NeverContacted never, Instant now, @Nullable Instant yes) {
    return outgoing.decide(withTelephone(person), new OutgoingStep.Call(false), now, yes, never);
  }

  /// Begins a call. That the number is shown to this viewer stands in the log.
  ///
  /// @param read what was read and answered; `yes` when she has just said yes
  Step<UUID> call(Viewer viewer, UUID file, Set<String> read) {
    return files.write(
        viewer,
        file,
        "call",
        hand -> {
          contactsAgain.mayReach(hand, Road.Again.By.CALL);
          if (!read.containsAll(MUST_READ)) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.call.unread"));
          }
          Person person = people.find(hand.file().person()).orElseThrow();
          if (!person.hasNumber()) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.call.no-number"));
          }
          Decision decision =
              decision(
                  person,
                  goingOut.never(hand),
                  hand.now(),
                  read.contains("yes") ? hand.now() : null);
          if (!(decision instanceof Decision.Allowed)) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.call.against"));
          }
          boolean justNow =
              rows.of(hand.id()).stream()
                  .filter(one -> one.outcome() != CallOutcome.REACHED)
                  .anyMatch(one -> hand.now().isBefore(one.at().plus(PAUSE)));
          if (justNow) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.call.too-soon"));
          }
          UUID call = UUID.randomUUID();
          rows.insert(hand.id(), call, hand.staff(), hand.now());
          events.publishEvent(new CallBegun(hand.id(), call, hand.now()));
          return call;
        });
  }

  /// The number of a call that this viewer has begun and that still holds; empty when it does not.
  Optional<Confidential> number(
      Person person, NeverContacted never, CallRows.Row call, Instant now) {
    return decision(person, never, now, call.at()) instanceof Decision.Allowed leave
            && now.isBefore(call.at().plus(PAUSE))
        ? Optional.of(calls.number(leave, withTelephone(person), now))
        : Optional.empty();
  }

  /// Says what came of a call. After somebody else has answered, or she was not alone, she is asked
  /// before anybody calls.
  Step<Boolean> called(Viewer viewer, UUID file, UUID call, CallOutcome outcome) {
    return files.write(
        viewer,
        file,
        "call_ended",
        hand -> {
          boolean open =
              rows.of(hand.id()).stream()
                  .anyMatch(one ->
                      one.id().equals(call)
                          && one.staff().equals(hand.staff())
                          && one.outcome() == null);
          if (!open) {
            throw Files.refused(Refusal.unreadable("outcome", "casework.step.called.before"));
          }
          rows.outcome(call, outcome);
          Person person = people.find(hand.file().person()).orElseThrow();
          switch (outcome) {
            case REACHED, NO_ANSWER -> {}
            case SOMEBODY_ELSE, NOT_ALONE -> keep(person.reachedBy(person.reach().askedFirst()));
            case WRONG_NUMBER -> keep(person.withoutNumber());
          }
          events.publishEvent(new CallEnded(hand.id(), call, outcome, hand.now()));
          return true;
        });
  }

  /// Tries whether a word that somebody says is hers. Each try is counted and stands in the log;
  /// after three in a row that were not hers there are no more.
  Step<Boolean> word(Viewer viewer, UUID file, Confidential said) {
    // what she has kept is read first: the slow derivation is made before the row is locked
    Reach kept =
        switch (files.read(viewer, file, hand -> people.find(hand.file().person()).orElseThrow())) {
          case Opened.Value<Person>(Person person) -> person.reach();
          case Opened.NotThere<Person> _ -> Reach.nothing();
        };
    String hers = kept.hers();
    Optional<Boolean> same =
        hers.isEmpty() || kept.triesLeft() == 0
            ? Optional.empty()
            : words.agrees(Argon2.Lane.STAFF, hers, said);
    return files.write(
        viewer,
        file,
        same.isEmpty() ? "try_word" : same.get() ? "word_agreed" : "word_differed",
        hand -> {
          Person person = people.find(hand.file().person()).orElseThrow();
          if (person.reach().hers().isEmpty()) {
            throw Files.refused(Refusal.unreadable("said", "casework.step.word.none"));
          }
          if (person.reach().triesLeft() == 0) {
            throw Files.refused(Refusal.unreadable("said", "casework.step.word.locked"));
          }
          if (same.isEmpty() || !person.reach().hers().equals(hers)) {
            throw Files.refused(Refusal.unreadable("said", "casework.step.word.busy"));
          }
          keep(person.reachedBy(person.reach().tried(same.get(), hand.now())));
          events.publishEvent(new WordTried(hand.id(), same.get(), hand.now()));
          return same.get();
        });
  }

  private void keep(Person person) {
    people.update(person, person.version() + 1);
  }

  private static Reach withTelephone(Person person) {
    return TelephoneNumber.read(person.telephone())
        .map(person.reach()::withNumber)
        .orElse(person.reach());
  }
}
