package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// Who somebody is, written down anew: she says her number, or more of her name, or moves. That
/// somebody else has the same number is told to nobody but the head.
@StaffFace
@Component
class Identities {
  private final Files files;
  private final PersonRows people;
  private final Openings openings;
  private final Marks marks;
  private final Tasks tasks;
  private final DangerChanges changes;
  private final ApplicationEventPublisher events;

  Identities(
      Files files,
      PersonRows people,
      Openings openings,
      Marks marks,
      Tasks tasks,
      DangerChanges changes,
      ApplicationEventPublisher events) {
    this.files = files;
    this.people = people;
    this.openings = openings;
    this.marks = marks;
    this.tasks = tasks;
    this.changes = changes;
    this.events = events;
  }

  /// Writes it down.
  ///
  /// @param who her contact and her protection are not changed by it
  Step<Boolean> change(Viewer viewer, UUID file, Road.Who who) {
    return files.write(
        viewer,
        file,
        "change_person",
        CaseFileRule.deciding(viewer),
        hand -> {
          hand.open();
          Person before = people.find(hand.file().person()).orElseThrow();
          List<Refusal> refusals = new ArrayList<>();
          Person read =
              hand.file().kind() == CaseFile.Kind.CHILD
                  ? ChildReports.person(who, hand.today(), hand.staff(), refusals)
                  : Openings.person(who, hand.today(), hand.staff(), refusals);
          if (before.treatedAs(hand.today()).hidesAddress() && !who.address().isBlank()) {
            refusals.add(CaseRule.ADDRESS_IS_THE_REGISTERS.refusal("address"));
          }
          if (before.guard().level() == Road.Protection.FICTITIOUS
              && !before.number().isBlank()
              && !read.number().reveal().equals(before.number().reveal())) {
            refusals.add(CaseRule.NEW_IDENTITY_IS_THE_HEADS.refusal("number", ".beside"));
          }
          Files.refuse(refusals);
          // a number of ours stays hers: by it she is found again, also after she has said another
          Confidential reserve = read.reserve().isBlank() ? before.reserve() : read.reserve();
          if (who.reserve() && read.number().isBlank() && reserve.isBlank()) {
            reserve = openings.reserve(hand.today());
          }
          Person next =
              new Person(
                  before.id(),
                  read.name(),
                  read.alias(),
                  read.number(),
                  reserve,
                  read.born(),
                  read.telephone().isBlank() ? before.telephone() : read.telephone(),
                  read.address().isBlank() ? before.address() : read.address(),
                  before.reach(),
                  before.guard(),
                  read.language(),
                  before.version());
          people.update(next, before.version() + 1);
          if (!before.address().isBlank()
              && !next.address().reveal().equals(before.address().reveal())) {
            changes.seen(hand, Road.DangerEvent.MOVED, Confidential.of(""));
          }
          boolean numbered =
              !next.number().reveal().equals(before.number().reveal())
                  || !next.reserve().reveal().equals(before.reserve().reveal());
          if (numbered) {
            people
                .otherFile(next)
                .ifPresent(other ->
                    tasks.addFor(Role.HEAD, hand.id(), TaskKind.SAME_PERSON, other, hand.today()));
          }
          marks.hold(
              hand.id(), next.number(), next.address(), hand.file().responsible(), hand.now());
          events.publishEvent(new IdentityChanged(hand.id(), hand.now()));
          return true;
        });
  }
}
