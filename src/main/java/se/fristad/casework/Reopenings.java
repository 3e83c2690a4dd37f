package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Reach;

/// Opening a closed file again (*återöppning*): she comes back and need not tell everything once
/// more (A-LOW-17). What was closed stays written. Nothing is taken for granted of the time
/// between: she agrees anew unless a consent still stands, is asked whether she is reached as
/// before, and her danger is assessed anew the same day.
@StaffFace
@Component
class Reopenings {
  private static final String WHAT = "reopening";

  private final Files files;
  private final ReopeningRows rows;
  private final ConsentRows consents;
  private final Consents given;
  private final PersonRows people;
  private final ContactsAgain contactsAgain;
  private final Tasks tasks;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  Reopenings(
      Files files,
      ReopeningRows rows,
      ConsentRows consents,
      Consents given,
      PersonRows people,
      ContactsAgain contactsAgain,
      Tasks tasks,
      Forms forms,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.consents = consents;
    this.given = given;
    this.people = people;
    this.contactsAgain = contactsAgain;
    this.tasks = tasks;
    this.forms = forms;
    this.events = events;
  }

  /// Opens a closed file again.
  Step<UUID> reopen(Viewer viewer, UUID file, Road.Reopening reopening) {
    return files.write(
        viewer,
        file,
        "reopen_file",
        hand -> {
          hand.ofAdult();
          if (hand.file().open()) {
            throw Files.refused(CaseRule.FILE_IS_OPEN.refusal("file", ".already"));
          }
          Files.refuse(refusals(hand, reopening));
          UUID id = UUID.randomUUID();
          open(hand, id, reopening);
          if (reopening.register() != null) {
            given.register(hand, reopening.register());
          }
          Person person = people.find(hand.file().person()).orElseThrow();
          if (!reopening.reachedAsBefore()) {
            forget(hand, person);
          }
          Protections.askRegister(tasks, hand.id(), person, hand.today(), hand.responsible());
          people
              .otherFile(person)
              .ifPresent(other ->
                  tasks.addFor(Role.HEAD, hand.id(), TaskKind.SAME_PERSON, other, hand.today()));
          contactsAgain.reopened(hand);
          tasks.add(hand.id(), TaskKind.REASSESS_RISK, id, hand.today(), hand.responsible());
          forms.drop(hand.id(), hand.staff(), WHAT);
          events.publishEvent(new FileReopened(hand.id(), id, hand.now()));
          return id;
        });
  }

  /// Why it had been closed goes with the record of this opening; the file itself says it no more.
  private void open(Files.InHand hand, UUID id, Road.Reopening reopening) {
    Words before = hand.words();
    byte[] sealed =
        hand.seal(
            id,
            WHAT,
            1,
            Words.none()
                .with("words", reopening.words())
                .with("closed_why", before.value("closed_why"))
                .with("contact_how", before.value("contact_how")));
    byte[] sealedFile =
        hand.seal(
            hand.id(),
            "file",
            hand.nextSealed(),
            before
                .with("closed_why", "")
                .with("contact", "")
                .with("contact_how", "")
                .with("follow_up_declined", ""));
    rows.reopen(
        hand.id(),
        new ReopeningRows.Row(
            id,
            Objects.requireNonNull(hand.file().closedAt()),
            rows.closedBy(hand.id()),
            hand.now(),
            hand.staff(),
            reopening.why(),
            sealed),
        hand.nextSealed(),
        sealedFile);
  }

  /// It is not known any more how she is reached without danger: nothing goes out until she is
  /// asked.
  private void forget(Files.InHand hand, Person person) {
    people.update(person.reachedBy(Reach.nothing()), person.version() + 1);
    events.publishEvent(new ReachAgreed(hand.id(), hand.now()));
  }

  private List<Refusal> refusals(Files.InHand hand, Road.Reopening reopening) {
    List<Refusal> refusals = new ArrayList<>();
    if (reopening.words().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("words", ".reopened"));
    }
    Road.Agreed agreed = reopening.register();
    if (agreed != null) {
      refusals.addAll(Consents.refusals(agreed, hand.today()));
    } else if (!consents.stands(hand.id(), Road.Subject.REGISTER, hand.today())) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("consent_how", ".reopened"));
    }
    return refusals;
  }
}
