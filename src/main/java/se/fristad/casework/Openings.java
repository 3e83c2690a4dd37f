package se.fristad.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.centre.Municipality;
import se.fristad.intake.TakingUp;
import se.fristad.law.Age;
import se.fristad.law.PersonalNumber;
import se.fristad.law.WorkingDays;
import se.fristad.outgoing.Reach;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;

/// Opening a file: somebody has chosen to say who she is, and agrees that it is written down.
///
/// That she is known already is told to nobody here: the head gets it as a task.
@StaffFace
@Component
class Openings {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Files files;
  private final FileRows rows;
  private final PersonRows people;
  private final ConsentRows consents;
  private final Tasks tasks;
  private final ContactsAgain contactsAgain;
  private final Forms forms;
  private final FormRows holding;
  private final TakingUp takingUp;
  private final FileConflictRows conflicts;
  private final Marks marks;
  private final SideKeys keys;
  private final Clock clock;

  Openings(
      Files files,
      FileRows rows,
      PersonRows people,
      ConsentRows consents,
      Tasks tasks,
      ContactsAgain contactsAgain,
      Forms forms,
      FormRows holding,
      TakingUp takingUp,
      FileConflictRows conflicts,
      Marks marks,
      SideKeys keys,
      Clock clock) {
    this.files = files;
    this.rows = rows;
    this.people = people;
    this.consents = consents;
    this.tasks = tasks;
    this.contactsAgain = contactsAgain;
    this.forms = forms;
    this.holding = holding;
    this.takingUp = takingUp;
    this.conflicts = conflicts;
    this.marks = marks;
    this.keys = keys;
    this.clock = clock;
  }

  /// Opens an adult's file. The same id sent twice is one file.
  Step<Road.Began> open(Viewer viewer, Road.Opening opening) {
    return open(viewer, opening, Purpose.INVESTIGATING, null);
  }

  /// What is done in the same step with a file that is opened for somebody in danger.
  ///
  /// @param typed all that was typed: the same form sent twice is one
  record Acutely(Confidential typed, Consumer<Files.InHand> then) {}

  /// Opens a file for somebody in danger who has none, with or without a name, and decides in it in
  /// the same step. What the duty social service opens nobody answers for yet: the head gives it
  /// out.
  Step<Road.Began> openAcutely(
      Viewer viewer, Road.Opening opening, Purpose purpose, Acutely acutely) {
    return open(viewer, opening, purpose, acutely);
  }

  private Step<Road.Began> open(
      Viewer viewer, Road.Opening opening, Purpose purpose, @Nullable Acutely acutely) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Files.HERE);
    if (marks.refuses(
        viewer, number(opening.who(), today), opening.who().address(), opening.intake())) {
      return new Step.Refused<>(List.of(CaseRule.NOT_FOR_KIN.refusal("file").citedOn(today)));
    }
    return files.step(
        viewer,
        opening.file(),
        "open_file",
        purpose,
        permit -> permit.id().equals(opening.file()) ? opened(permit, opening, acutely) : null);
  }

  private @Nullable Written<Road.Began> opened(
      Permit permit, Road.Opening opening, @Nullable Acutely acutely) {
    Instant now = clock.instant();
    UUID staff = permit.viewer().staff();
    if (!holding.hold(opening.file(), staff, now)) {
      return null;
    }
    FileRows.Whole there = rows.find(opening.file()).orElse(null);
    if (there != null) {
      return again(permit, there, said(opening, acutely), now);
    }
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<Refusal> refusals =
        new ArrayList<>(
            acutely == null
                ? Consents.refusals(opening.register(), today)
                : agreed(opening.register()));
    Person person = person(opening.who(), today, staff, refusals);
    if (acutely != null && !person.alias().isBlank()) {
      // somebody in danger who has not said her name is called something all the same
      refusals.removeIf(refusal -> refusal.field().equals("name"));
    }
    String municipality = opening.municipality();
    if (!Municipality.isKnown(municipality)) {
      refusals.add(Refusal.unreadable("municipality", "casework.wrong.municipality"));
    }
    Files.refuse(refusals);
    UUID from = opening.intake();
    if (opening.asInConversation() && from != null) {
      person = asAgreed(permit.viewer(), from, person);
    }

    TakingUp.Taken taken = taken(permit.viewer(), opening.intake());
    forms.drop(opening.file(), staff);
    if (opening.who().reserve() && person.number().isBlank() && person.reserve().isBlank()) {
      person = person.numberedBy(reserve(today));
    }
    people.insert(person, now);
    String number = number(today);
    CaseFile hers =
        CaseFile.opened(opening.file(), person.id(), CaseFile.Kind.ADULT, municipality, staff, now);
    boolean answers = permit.viewer().role() != Role.DUTY_SOCIAL_SERVICE;
    CaseFile file = answers ? hers : hers.withoutResponsible();
    Words words = Words.none().with("number", number);
    if (taken != null && opening.intake() != null) {
      words =
          words
              .with("intake", opening.intake().toString())
              .with("intake_on", LocalDate.ofInstant(taken.concludedAt(), Files.HERE));
    }
    byte[] sealed;
    UUID consent = UUID.randomUUID();
    try (DataKey key = DataKey.random()) {
      sealed = key.seal(Files.place(file.id(), "file", 1), words.sealable());
      rows.insert(file, keys.index("case", number), sealed, keys.wrap(file.id(), key));
      Words how = Words.none().with("how", opening.register().how());
      consents.insert(
          consent,
          file.id(),
          Road.Subject.REGISTER,
          opening.register().from(),
          opening.register().until(),
          staff,
          now,
          key.seal(Files.place(consent, "consent", 1), how.sealable()));
    }
    files.sent(file.id(), file.id(), said(opening, acutely), now);
    if (answers) {
      rows.assign(file.id(), staff, "responsible", now, staff);
    } else {
      tasks.addFor(Role.HEAD, file.id(), TaskKind.GIVE_OUT, null, WorkingDays.onOrAfter(today));
    }
    if (from != null) {
      takingUp.notFor(from).forEach(one -> conflicts.declare(file.id(), one, now, staff));
    }
    marks.hold(file.id(), person.number(), person.address(), answers ? staff : null, now);
    if (acutely == null) {
      tasks.add(file.id(), TaskKind.INVESTIGATE, null, today, staff);
      tasks.add(file.id(), TaskKind.ASSESS_RISK, null, today, staff);
    }
    tasks.add(file.id(), TaskKind.RENEW_CONSENT, consent, opening.register().until(), staff);
    people
        .otherFile(person)
        .ifPresent(other -> tasks.addFor(Role.HEAD, file.id(), TaskKind.SAME_PERSON, other, today));
    contactsAgain.backAgain(person, staff, now);
    Protections.askRegister(tasks, file.id(), person, today, staff);
    if (acutely != null) {
      files.inHand(permit.viewer(), rows.lock(file.id()).orElseThrow(), acutely.then());
    }
    return new Written.Done<>(new Road.Began(file.id(), number), 1, Files.sha256(sealed));
  }

  /// It has been opened: by the same form, and with the same words, or it is refused. Not there for
  /// anybody else, who may have asked before it was.
  private @Nullable Written<Road.Began> again(
      Permit permit, FileRows.Whole there, Confidential said, Instant now) {
    CaseFile file = there.file();
    forms.drop(file.id(), permit.viewer().staff());
    if (!file.openedBy().equals(permit.viewer().staff())) {
      return null;
    }
    if (files.sent(file.id(), file.id(), said, now)) {
      throw Files.refused(Refusal.sentBefore(file.openedAt(), now));
    }
    try (DataKey key = keys.unwrap(file.id(), there.key())) {
      Words words =
          Words.of(key.open(Files.place(file.id(), "file", there.sealedVersion()), there.sealed()));
      return new Written.Done<>(
          new Road.Began(file.id(), words.value("number")), file.version(), null);
    }
  }

  /// What was agreed in the conversation holds here too, since she wants it: the rule is copied,
  /// and nothing points back.
  private Person asAgreed(Viewer viewer, UUID intake, Person person) {
    return takingUp
        .reach(viewer, intake)
        .map(Reach::read)
        .map(agreed ->
            person.reachedBy(
                person.safeContact().isBlank() ? agreed : agreed.noted(person.safeContact())))
        .orElse(person);
  }

  /// How she has agreed, of somebody in danger: for how long follows from the protection.
  private static List<Refusal> agreed(Road.Agreed register) {
    return register.how().isBlank()
        ? List.of(CaseRule.CONSENT_STANDS.refusal("agreed", ".acute"))
        : List.of();
  }

  private static Confidential said(Road.Opening opening, @Nullable Acutely acutely) {
    return acutely == null
        ? said(opening)
        : Confidential.of(said(opening).reveal() + "|" + acutely.typed().reveal());
  }

  /// All that an opening says.
  private static Confidential said(Road.Opening opening) {
    Road.Who who = opening.who();
    return Words.none()
        .with("intake", opening.intake() == null ? "" : opening.intake().toString())
        .with("municipality", opening.municipality())
        .with("name", who.name())
        .with("number", who.number())
        .with("born", who.born())
        .with("telephone", who.telephone())
        .with("address", who.address())
        .with("safe_contact", who.safeContact())
        .with("protection", who.protection().code())
        .with("alias", who.alias())
        .with("reserve", who.reserve() ? "1" : "")
        .with("language", who.language())
        .with("from", opening.register().from())
        .with("until", opening.register().until())
        .with("how", opening.register().how())
        .with("as_in_conversation", opening.asInConversation() ? "1" : "")
        .sealable();
  }

  private TakingUp.@Nullable Taken taken(Viewer viewer, @Nullable UUID intake) {
    if (intake == null) {
      return null;
    }
    return switch (takingUp.takeUp(viewer, intake)) {
      case Opened.Value<TakingUp.Taken> value -> value.value();
      case Opened.NotThere<TakingUp.Taken> notThere ->
          throw Files.refused(CaseRule.APPLIED_FOR.refusal("intake"));
    };
  }

  /// A number of the centre's own: the year and five random digits, so that it tells no count.
  String number(LocalDate today) {
    while (true) {
      String number = "%d-%05d".formatted(today.getYear(), RANDOM.nextInt(100_000));
      if (!rows.numberTaken(keys.index("case", number))) {
        return number;
      }
    }
  }

  /// Her personal number, twelve digits; blank when it is none.
  static Confidential number(Road.Who who, LocalDate today) {
    return Confidential.of(
        PersonalNumber.read(who.number().reveal(), today)
            .map(PersonalNumber::twelveDigits)
            .orElse(""));
  }

  /// A number of the centre's own that nobody has.
  Confidential reserve(LocalDate today) {
    while (true) {
      Confidential reserve = ReserveNumber.random(today);
      if (!people.reserveTaken(reserve)) {
        return reserve;
      }
    }
  }

  /// Who she is, as it can be written down; what stands against it is added to the refusals.
  ///
  /// @param by who writes it down, and so has read the register or not
  static Person person(Road.Who who, LocalDate today, UUID by, List<Refusal> refusals) {
    String typed = who.number().reveal().strip();
    Optional<PersonalNumber> number = PersonalNumber.read(typed, today);
    Optional<Confidential> reserve = ReserveNumber.read(typed);
    if (!typed.isEmpty() && number.isEmpty() && reserve.isEmpty()) {
      refusals.add(wrong(typed, today));
    }
    if (who.protection().hidesAddress() && !who.address().isBlank()) {
      refusals.add(CaseRule.ADDRESS_IS_THE_REGISTERS.refusal("address"));
    }
    if (who.protection() == Road.Protection.FICTITIOUS) {
      refusals.add(CaseRule.NEW_IDENTITY_IS_THE_HEADS.refusal("protection"));
    }
    if (who.name().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("name", ".name"));
    }
    String telephone = who.telephone().reveal().strip();
    if (!telephone.isEmpty() && Telephone.read(telephone).isEmpty()) {
      refusals.add(Refusal.unreadable("telephone", "casework.wrong.telephone"));
    }
    LocalDate born = number.map(PersonalNumber::birthDate).orElse(who.born());
    if (born != null && born.isAfter(today)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("born", ".future"));
    } else if (born != null && Age.isUnder18(born, today)) {
      refusals.add(
          CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN.refusal(typed.isEmpty() ? "born" : "number"));
    }
    return new Person(
        UUID.randomUUID(),
        who.name(),
        who.alias(),
        Confidential.of(number.map(PersonalNumber::twelveDigits).orElse("")),
        reserve.orElse(Confidential.of("")),
        born,
        who.telephone(),
        who.address(),
        Reach.told(who.safeContact()),
        Guard.read(who.protection(), today, by),
        who.language(),
        1);
  }

  /// What is wrong with a number, in a sentence of its own.
  static Refusal wrong(String typed, LocalDate today) {
    PersonalNumber.Wrong wrong =
        PersonalNumber.wrong(typed, today).orElse(PersonalNumber.Wrong.DIGITS);
    return CaseRule.PERSONAL_NUMBER_IS_ONE.refusal(
        "number", "." + wrong.name().toLowerCase(Locale.ROOT));
  }
}
