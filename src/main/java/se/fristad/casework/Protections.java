package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Places;
import se.fristad.vault.Confidential;

/// What protects somebody's personal data (*skyddade personuppgifter*): read in the population
/// register by one of us and written down, with what it says of provision, day and authority. What
/// it changes is done at once: where she lives is taken away when it is not ours to know, and the
/// children of the same household are suggested the same.
@StaffFace
@Component
class Protections {
  private final Files files;
  private final FileRows rows;
  private final PersonRows people;
  private final ReportRows reports;
  private final Tasks tasks;
  private final DangerChanges changes;
  private final ApplicationEventPublisher events;

  Protections(
      Files files,
      FileRows rows,
      PersonRows people,
      ReportRows reports,
      Tasks tasks,
      DangerChanges changes,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.people = people;
    this.reports = reports;
    this.tasks = tasks;
    this.changes = changes;
    this.events = events;
  }

  /// Somebody is to read the register when nobody has, or when what it said is not whole; and to
  /// say whether a child has what an adult of the household has.
  static void askRegister(Tasks tasks, UUID file, Person person, LocalDate today, UUID staff) {
    Guard guard = person.guard();
    if (guard.suggested() != Road.Protection.NONE) {
      tasks.add(file, TaskKind.CONFIRM_PROTECTION, null, today, staff);
    } else if (guard.level() != Road.Protection.NONE) {
      tasks.add(file, TaskKind.READ_REGISTER, null, today, staff);
    }
  }

  /// What a child of the household is suggested: that somebody has another identity is told nowhere
  /// but in her own file.
  static Person inHousehold(Person adult, Person child) {
    Road.Protection level = adult.guard().level();
    return level.compareTo(Road.Protection.SECRECY_MARK) < 0
        ? child
        : child.guardedBy(child.guard().suggesting(suggested(level)));
  }

  private static Road.Protection suggested(Road.Protection level) {
    return level == Road.Protection.FICTITIOUS ? Road.Protection.PROTECTED_REGISTRATION : level;
  }

  /// The same of somebody whose file is in hand: where something is written that she or others are
  /// given.
  List<Refusal> inPrint(Files.InHand hand, String field, Confidential words) {
    return print(people.find(hand.file().person()).orElseThrow(), hand.today(), field, words);
  }

  /// What stands against printing a text about somebody: places that it names, when her personal
  /// data are protected or nobody has read whether they are. For every room that makes a paper of
  /// her file.
  ///
  /// @param field the field beside which it is said
  static List<Refusal> print(Person person, LocalDate today, String field, Confidential words) {
    if (person.treatedAs(today) == Road.Protection.NONE) {
      return List.of();
    }
    Set<String> hers = new HashSet<>(List.of(person.name().reveal().split("[\\s-]+")));
    // a name of hers that is also a place is her name
    List<String> places = Places.in(words).stream().filter(place -> !hers.contains(place)).toList();
    return places.isEmpty()
        ? List.of()
        : List.of(CaseRule.NO_PLACE_IN_PRINT.refusal(field).filledWith(String.join(", ", places)));
  }

  /// Writes down what the register says, as somebody has read it now.
  Step<Boolean> write(Viewer viewer, UUID file, Road.Protecting said) {
    return files.write(
        viewer,
        file,
        "protect",
        CaseFileRule.deciding(viewer),
        hand -> {
          Person person = people.find(hand.file().person()).orElseThrow();
          Files.refuse(refusals(viewer, person, said, hand.today()));
          Person next =
              person.guardedBy(
                  person
                      .guard()
                      .with(
                          said.level(),
                          said.provision(),
                          said.setOn(),
                          said.authority(),
                          said.until(),
                          hand.today(),
                          hand.staff()));
          if (said.level().hidesAddress()) {
            next = next.withoutAddress();
          }
          people.update(next, person.version() + 1);
          tasks.done(
              hand.id(),
              null,
              hand.staff(),
              hand.now(),
              TaskKind.READ_REGISTER,
              TaskKind.CONFIRM_PROTECTION);
          if (said.level() == Road.Protection.UNCHECKED) {
            tasks.add(hand.id(), TaskKind.READ_REGISTER, null, hand.today(), hand.responsible());
          }
          if (said.level().compareTo(person.guard().level()) > 0) {
            suggest(hand, said.level());
          }
          if (hand.file().open() && changed(person.guard().level(), said.level())) {
            changes.seen(hand, Road.DangerEvent.PROTECTION, Confidential.of(""));
          }
          events.publishEvent(new ProtectionChanged(hand.id(), hand.now()));
          return true;
        });
  }

  /// Whether the register says something else than it did: that nobody had read it is no change.
  private static boolean changed(Road.Protection before, Road.Protection now) {
    return before != now && before != Road.Protection.UNCHECKED && now != Road.Protection.UNCHECKED;
  }

  private static List<Refusal> refusals(
      Viewer viewer, Person person, Road.Protecting said, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    boolean head = viewer.role() == Role.HEAD;
    if (said.level() == Road.Protection.FICTITIOUS && !head) {
      refusals.add(CaseRule.NEW_IDENTITY_IS_THE_HEADS.refusal("level"));
    }
    Road.Protection before = person.guard().level();
    if (!head
        && before.compareTo(Road.Protection.SECRECY_MARK) >= 0
        && said.level().compareTo(before) < 0) {
      refusals.add(CaseRule.REGISTER_IS_READ.refusal("level", ".less"));
    }
    if (said.level() == Road.Protection.SECRECY_MARK) {
      if (said.provision().isBlank()) {
        refusals.add(CaseRule.SECRECY_MARK_IS_WHOLE.refusal("provision", ".provision"));
      }
      if (said.setOn() == null) {
        refusals.add(CaseRule.SECRECY_MARK_IS_WHOLE.refusal("set_on", ".set_on"));
      }
      if (said.authority().isBlank()) {
        refusals.add(CaseRule.SECRECY_MARK_IS_WHOLE.refusal("authority", ".authority"));
      }
    }
    LocalDate set = said.setOn();
    LocalDate until = said.until();
    if (set != null && set.isAfter(today)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("set_on", ".future"));
    }
    if (set != null && until != null && until.isBefore(set)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("until", ".until"));
    }
    return refusals;
  }

  /// The children that were reported from this file and have one of their own.
  private void suggest(Files.InHand hand, Road.Protection level) {
    reports.of(hand.id()).stream()
        .map(row -> hand.open(row.id(), "report", row.version(), row.sealed()).value("child_file"))
        .filter(child -> !child.isEmpty())
        .map(UUID::fromString)
        .distinct()
        .forEach(child -> suggest(hand, child, level));
  }

  private void suggest(Files.InHand hand, UUID child, Road.Protection level) {
    CaseFile file = rows.lock(child).map(FileRows.Whole::file).orElse(null);
    if (file == null) {
      return;
    }
    Person person = people.find(file.person()).orElseThrow();
    if (person.guard().level().compareTo(suggested(level)) >= 0) {
      return;
    }
    people.update(
        person.guardedBy(person.guard().suggesting(suggested(level))), person.version() + 1);
    UUID responsible = file.responsible();
    tasks.keepDue(
        child,
        TaskKind.CONFIRM_PROTECTION,
        hand.today(),
        responsible == null ? file.openedBy() : responsible);
    files.note(hand, child, "suggest_protection");
  }
}
