package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.outgoing.Answer;
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.SafeContact;
import se.fristad.outgoing.Telephone;
import se.fristad.vault.Confidential;

/// Three, six and twelve months after the closing she is asked how it went, if she has said that
/// she may be and how (*uppföljning efter avslut*): never before its day, only by the way she
/// agreed to, and not at all from the moment she does not want it, her rule says no, or she is here
/// again.
@StaffFace
@Component
class ContactsAgain {
  private static final String WHAT = "contact_again";

  /// How long at most until the next try.
  static final int MOST_DAYS = 30;

  private final Files files;
  private final ContactAgainRows rows;
  private final PersonRows people;
  private final CallRows calls;
  private final LetterRows letters;
  private final Tasks tasks;
  private final ApplicationEventPublisher events;

  ContactsAgain(
      Files files,
      ContactAgainRows rows,
      PersonRows people,
      CallRows calls,
      LetterRows letters,
      Tasks tasks,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.people = people;
    this.calls = calls;
    this.letters = letters;
    this.tasks = tasks;
    this.events = events;
  }

  /// What stands against being contacted again, when she wants to be.
  static List<Refusal> refusals(Road.Again again, Person person, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    if (again.months().isEmpty()) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("months", ".months"));
    }
    if (!again.months().stream().allMatch(Road.Again.MONTHS::contains)) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("months", ".months"));
    }
    if (!allows(person.reach(), again.by())) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("again_by", "." + again.by().code()));
    } else if (again.by() == Road.Again.By.CALL && !person.hasNumber()) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("again_by", ".no_number"));
    } else if (again.by() == Road.Again.By.LETTER
        && person.address().isBlank()
        && !Writing.mediated(person, today)) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("again_by", ".no_address"));
    }
    return refusals;
  }

  /// Whether what she has said of how she is reached lets it be done so at all. Of what nobody has
  /// asked her it does not.
  static boolean allows(Reach reach, Road.Again.By by) {
    return reach.rule() instanceof SafeContact.Agreed rule
        && switch (by) {
          case CALL -> rule.telephone() instanceof Telephone.May;
          case LETTER -> rule.letter() != Answer.NEVER;
        };
  }

  /// They are to be made, counted from today; in the transaction of the closing.
  void promise(Files.InHand hand, Road.Again again) {
    for (int months : again.months().stream().sorted().toList()) {
      UUID id = UUID.randomUUID();
      LocalDate due = hand.today().plusMonths(months);
      rows.insert(
          hand.id(),
          new ContactAgainRows.Row(
              id,
              months,
              due,
              again.by(),
              ContactAgainRows.State.WAITS,
              0,
              null,
              null,
              null,
              1,
              hand.seal(id, WHAT, 1, Words.none())));
      tasks.add(hand.id(), TaskKind.CONTACT_AGAIN, id, due, hand.responsible());
    }
  }

  /// Whether somebody may be called, or written to, whose file is closed.
  ///
  /// @throws Files.Against when nothing is due by that way
  void mayReach(Files.InHand hand, Road.Again.By by) {
    if (!hand.file().open() && !rows.isDue(hand.id(), by, hand.today())) {
      throw Files.refused(CaseRule.CONTACT_ON_HER_TERMS.refusal("read", ".not_due"));
    }
  }

  /// What came of one.
  Step<UUID> answer(Viewer viewer, UUID file, UUID id, Road.Asked asked) {
    return files.write(
        viewer,
        file,
        asked.outcome() == Road.Asked.Outcome.WITHDRAWN ? "withdraw_contact" : "contact_again",
        hand -> {
          ContactAgainRows.Row row =
              rows.of(hand.id()).stream()
                  .filter(one -> one.id().equals(id) && one.waits())
                  .findFirst()
                  .orElseThrow(() ->
                      Files.refused(CaseRule.CONTACT_ON_HER_TERMS.refusal("outcome", ".ended")));
          Files.refuse(refusals(hand, row, asked));
          switch (asked.outcome()) {
            case REACHED -> reached(hand, row, asked);
            case TRIED -> tried(hand, row, asked);
            case IN_VAIN -> end(hand, row, ContactAgainRows.State.IN_VAIN, asked);
            case WITHDRAWN -> {
              for (ContactAgainRows.Row one : rows.of(hand.id())) {
                if (one.waits()) {
                  end(hand, one, ContactAgainRows.State.WITHDRAWN, asked);
                }
              }
            }
          }
          events.publishEvent(new ContactAgainEnded(hand.id(), hand.now()));
          return id;
        });
  }

  private List<Refusal> refusals(Files.InHand hand, ContactAgainRows.Row row, Road.Asked asked) {
    List<Refusal> refusals = new ArrayList<>();
    if (asked.outcome() == Road.Asked.Outcome.WITHDRAWN) {
      return refusals;
    }
    boolean herself = asked.outcome() == Road.Asked.Outcome.REACHED && asked.herself();
    if (!herself && !row.isDue(hand.today())) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("outcome", ".before"));
    } else if (!herself && !gone(hand, row, asked.outcome())) {
      refusals.add(CaseRule.CONTACT_ON_HER_TERMS.refusal("outcome", ".not_by_" + row.by().code()));
    }
    if (asked.outcome() == Road.Asked.Outcome.REACHED && asked.needMet() == null) {
      refusals.add(CaseRule.NEED_IS_FOLLOWED_UP.refusal("need_met", ".answer"));
    }
    LocalDate again = asked.againOn();
    if (asked.outcome() == Road.Asked.Outcome.TRIED
        && (again == null
            || !again.isAfter(hand.today())
            || again.isAfter(hand.today().plusDays(MOST_DAYS)))) {
      refusals.add(
          CaseRule.CONTACT_ON_HER_TERMS.refusal("again_on", ".again_on").filledWith(MOST_DAYS));
    }
    return refusals;
  }

  /// Whether it was tried by the way she agreed to, with its gate: for *reached*, that she answered
  /// there.
  private boolean gone(Files.InHand hand, ContactAgainRows.Row row, Road.Asked.Outcome outcome) {
    Instant since = row.dueOn().atStartOfDay(Files.HERE).toInstant();
    return switch (row.by()) {
      case CALL ->
          calls.of(hand.id()).stream()
              .filter(call -> !call.at().isBefore(since))
              .anyMatch(call ->
                  outcome == Road.Asked.Outcome.REACHED
                      ? call.outcome() == CallOutcome.REACHED
                      : call.outcome() != null);
      case LETTER ->
          letters.of(hand.id()).stream()
              .anyMatch(letter -> !letter.at().isBefore(since) && letter.outcome() != null);
    };
  }

  private void reached(Files.InHand hand, ContactAgainRows.Row row, Road.Asked asked) {
    end(hand, row, ContactAgainRows.State.REACHED, asked);
    events.publishEvent(
        new FollowedUp(
            UUID.randomUUID(),
            hand.today(),
            hand.file().municipality(),
            Objects.requireNonNull(asked.needMet())));
  }

  private void tried(Files.InHand hand, ContactAgainRows.Row row, Road.Asked asked) {
    int version = row.version() + 1;
    rows.tried(
        row.id(), version, hand.seal(row.id(), WHAT, version, said(hand, row, asked.words())));
    LocalDate again = Objects.requireNonNull(asked.againOn());
    tasks.prolong(hand.id(), row.id(), TaskKind.CONTACT_AGAIN, again);
  }

  private void end(
      Files.InHand hand, ContactAgainRows.Row row, ContactAgainRows.State state, Road.Asked asked) {
    int version = row.version() + 1;
    rows.end(
        row.id(),
        state,
        state == ContactAgainRows.State.REACHED ? asked.needMet() : null,
        hand.staff(),
        hand.now(),
        version,
        hand.seal(row.id(), WHAT, version, said(hand, row, asked.words())));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.CONTACT_AGAIN);
  }

  /// What was said before stays.
  private static Words said(Files.InHand hand, ContactAgainRows.Row row, Confidential words) {
    Words before = hand.open(row.id(), WHAT, row.version(), row.sealed());
    String earlier = before.value("words");
    return before.with(
        "words",
        earlier.isBlank() || words.isBlank()
            ? earlier + words.reveal()
            : earlier + "\n" + words.reveal());
  }

  /// Her rule has changed: what it does not let be done any more is not done, from this moment.
  void follow(Files.InHand hand, Reach reach) {
    boolean any =
        rows.of(hand.id()).stream().anyMatch(row -> row.waits() && !allows(reach, row.by()));
    if (any) {
      stop(hand.id(), hand.staff(), hand.now());
    }
  }

  /// She is here again: nobody asks her in the old matter how it went. Whoever has that is not told
  /// why.
  void backAgain(Person person, UUID staff, Instant now) {
    people.sameClosed(person).forEach(file -> stop(file, staff, now));
  }

  /// The file is open again: what was promised when it was closed has ended.
  void reopened(Files.InHand hand) {
    if (rows.of(hand.id()).stream().anyMatch(ContactAgainRows.Row::waits)) {
      stop(hand.id(), hand.staff(), hand.now());
    }
  }

  private void stop(UUID file, UUID by, Instant at) {
    rows.stop(file, at);
    tasks.done(file, null, by, at, TaskKind.CONTACT_AGAIN);
    events.publishEvent(new ContactAgainEnded(file, at));
  }

  /// All of a file, opened.
  List<Reading.Seen<ContactAgainRows.Row>> of(Files.InHand hand) {
    return hand.file().open()
        ? List.of()
        : rows.of(hand.id()).stream()
            .map(row ->
                new Reading.Seen<>(row, hand.open(row.id(), WHAT, row.version(), row.sealed())))
            .toList();
  }

  /// Whether one is due by that way, of a file that has been read.
  static boolean isDue(Reading reading, Road.Again.By by, LocalDate today) {
    return reading.contactsAgain().stream()
        .map(Reading.Seen::row)
        .anyMatch(row -> row.by() == by && row.isDue(today));
  }

  /// Whether some wait; the one that does the nearest.
  static ContactAgainRows.@Nullable Row waiting(Reading reading) {
    return reading.contactsAgain().stream()
        .map(Reading.Seen::row)
        .filter(ContactAgainRows.Row::waits)
        .findFirst()
        .orElse(null);
  }
}
