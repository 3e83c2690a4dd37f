package se.fristad.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// What colleagues do with a conversation among themselves: take it, hand it over with a note,
/// write notes, ask another competence in. The person is told of nothing but who comes in, and of
/// that first.
@StaffFace
@Component
public class Desk {
  /// The names of which a member of staff takes one, to sign with towards the person.
  public static final List<String> ALIASES =
      List.of(
          "Alva", "Ari", "Bo", "Cleo", "Dani", "Eli", "Fria", "Gry", "Hilma", "Ila", "Jona", "Kim",
          "Lo", "Mika", "Noa", "Olu", "Pia", "Robin", "Sam", "Tove", "Uma", "Vide", "Ylva", "Ze");

  private static final int MOST = 100;

  private final ThreadRows rows;
  private final InvitationRows invitations;
  private final DeskRows desk;
  private final LadderRows ladder;
  private final FileDoor door;
  private final SideKeys keys;
  private final Announcements announcements;
  private final Times times;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Desk(
      ThreadRows rows,
      InvitationRows invitations,
      DeskRows desk,
      LadderRows ladder,
      FileDoor door,
      SideKeys keys,
      Announcements announcements,
      Times times,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.invitations = invitations;
    this.desk = desk;
    this.ladder = ladder;
    this.door = door;
    this.keys = keys;
    this.announcements = announcements;
    this.times = times;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// How it went to ask somebody in.
  public enum Inviting {
    /// The announcement is written; nobody reads yet.
    ASKED,
    /// She has been asked in already, has the conversation, or the person has said no to her.
    ALREADY,
    /// There is no page on which a call could be asked.
    SPOKEN
  }

  /// Who may be asked into a conversation of a queue.
  public static Set<Role> competences(Queue queue) {
    return switch (queue) {
      case SUPPORT ->
          EnumSet.of(
              Role.CASEWORKER,
              Role.TREATMENT_WORKER,
              Role.NURSE,
              Role.POLICE_OFFICER,
              Role.NGO_WORKER);
      case CHANGE -> EnumSet.of(Role.CHANGE_WORKER, Role.NURSE, Role.POLICE_OFFICER);
      case PROFESSIONAL ->
          EnumSet.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NURSE, Role.POLICE_OFFICER);
    };
  }

  /// Who may be handed a conversation of a queue.
  public static Set<Role> answering(Queue queue) {
    return switch (queue) {
      case SUPPORT -> EnumSet.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER);
      case CHANGE -> EnumSet.of(Role.CHANGE_WORKER);
      case PROFESSIONAL -> Queue.PROFESSIONALS;
    };
  }

  /// How long the person has to say no.
  public Duration answeringTime() {
    return times.answering();
  }

  /// Takes a conversation, whoever has it.
  public Opened<ThreadId> take(Viewer viewer, Queue queue, ThreadId thread) {
    return write(viewer, queue, thread, "take", permit -> given(queue, permit, viewer.staff()));
  }

  /// Hands a conversation over to a colleague, with a note for her.
  ///
  /// @param note minted with the form: the same id is the same note
  public Opened<ThreadId> handOver(
      Viewer viewer, Queue queue, ThreadId thread, UUID to, UUID note, Confidential words) {
    return write(
        viewer,
        queue,
        thread,
        "hand_over",
        permit -> {
          Written<ThreadId> kept = noted(queue, permit, note, true, words);
          Written<ThreadId> given = kept == null ? null : given(queue, permit, to);
          return given == null ? null : kept;
        });
  }

  /// Writes a note that only colleagues read.
  public Opened<ThreadId> note(
      Viewer viewer, Queue queue, ThreadId thread, UUID note, Confidential words) {
    return write(viewer, queue, thread, "note", permit -> noted(queue, permit, note, false, words));
  }

  /// Tells the person that somebody of another competence is asked in, and asks her. Nobody reads
  /// until that stands on her page and she has had time to say no.
  ///
  /// @param invitation minted with the form
  public Opened<Inviting> invite(
      Viewer viewer, Queue queue, ThreadId thread, UUID invitation, UUID staff, Role role) {
    if (!competences(queue).contains(role)) {
      return new Opened.NotThere<>();
    }
    return write(
        viewer, queue, thread, "invite", permit -> invited(queue, permit, invitation, staff, role));
  }

  /// Notes what the person has answered.
  public Opened<Boolean> answered(
      Viewer viewer, Queue queue, ThreadId thread, UUID invitation, boolean yes) {
    return write(
        viewer,
        queue,
        thread,
        yes ? "invited_yes" : "invited_no",
        permit ->
            changed(
                queue,
                permit,
                invitation,
                () -> invitations.answer(queue, invitation, yes, clock.instant())));
  }

  /// Ends an invitation: she reads no more.
  public Opened<Boolean> uninvite(Viewer viewer, Queue queue, ThreadId thread, UUID invitation) {
    return write(
        viewer,
        queue,
        thread,
        "uninvite",
        permit ->
            changed(
                queue,
                permit,
                invitation,
                () -> invitations.end(queue, invitation, permit.id(), clock.instant())));
  }

  /// Promises to get in touch at a time.
  ///
  /// @param promise minted with the form
  public Opened<ThreadId> promise(
      Viewer viewer, Queue queue, ThreadId thread, UUID promise, Instant due) {
    return write(
        viewer,
        queue,
        thread,
        "promise",
        permit -> {
          Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
          if (locked.isEmpty()) {
            return null;
          }
          if (!ladder.promise(
              queue, promise, permit.id(), "callback", due, viewer.staff(), clock.instant())) {
            return Written.plain(thread, locked.get().version());
          }
          return Written.plain(thread, rows.written(queue, permit.id()));
        });
  }

  /// The promise to get in touch is kept.
  public Opened<ThreadId> keep(Viewer viewer, Queue queue, ThreadId thread) {
    return write(
        viewer,
        queue,
        thread,
        "keep_promise",
        permit -> {
          Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
          if (locked.isEmpty()) {
            return null;
          }
          ladder
              .unkept(queue, permit.id())
              .ifPresent(one -> ladder.keep(queue, one.id(), permit.id(), clock.instant()));
          return Written.plain(thread, rows.written(queue, permit.id()));
        });
  }

  /// The conversations into which the viewer was asked. One line in the log for each queue.
  public List<Invitation> invitations(Viewer viewer, Queue queue) {
    return Sides.on(
        queue.side(),
        () ->
            door.listInvited(
                viewer,
                queue.kind(),
                "invited",
                () -> invitations.extendedTo(queue, viewer.staff(), MOST),
                Invitation::thread));
  }

  /// The name that stands under the viewer's answers in a queue.
  public Optional<String> alias(Viewer viewer, Queue queue) {
    return Sides.on(queue.side(), () -> desk.alias(queue, viewer.staff()));
  }

  /// Takes a name of the list, or none.
  public void sign(Viewer viewer, Queue queue, @Nullable String name) {
    if (name != null && !ALIASES.contains(name)) {
      throw new IllegalArgumentException("no such name");
    }
    Sides.run(queue.side(), () -> desk.alias(queue, viewer.staff(), name));
  }

  private <T> Opened<T> write(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      String act,
      Function<Permit, @Nullable Written<T>> work) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer, new FileRef(queue.kind(), thread.value()), Purpose.SCREENING, act, work));
  }

  private @Nullable Written<ThreadId> given(Queue queue, Permit permit, UUID to) {
    if (rows.lock(queue, permit.id()).isEmpty()) {
      return null;
    }
    Instant now = clock.instant();
    int version = rows.give(queue, permit.id(), to, now);
    events.publishEvent(
        new ThreadTaken(permit.id(), queue, !to.equals(permit.viewer().staff()), now));
    wake.ring();
    return Written.plain(new ThreadId(permit.id()), version);
  }

  private @Nullable Written<ThreadId> noted(
      Queue queue, Permit permit, UUID note, boolean handover, Confidential words) {
    Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
    Optional<WrappedKey> wrapped = rows.key(queue, permit.id());
    if (locked.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      sealed = key.seal(place(note), words);
    }
    Instant now = clock.instant();
    if (!desk.note(queue, note, permit.id(), handover, permit.viewer().staff(), now, sealed)) {
      return Written.plain(new ThreadId(permit.id()), locked.get().version());
    }
    int version = rows.written(queue, permit.id());
    events.publishEvent(new NoteWritten(permit.id(), queue, handover, now));
    wake.ring();
    return Written.sealed(new ThreadId(permit.id()), version, sealed);
  }

  private @Nullable Written<Inviting> invited(
      Queue queue, Permit permit, UUID invitation, UUID staff, Role role) {
    Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
    Optional<WrappedKey> wrapped = rows.key(queue, permit.id());
    if (locked.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    if (locked.get().spoken()) {
      return Written.refused(Inviting.SPOKEN);
    }
    if (staff.equals(permit.viewer().staff())
        || rows.owner(queue, permit.id()).filter(staff::equals).isPresent()
        || invitations.invited(queue, permit.id(), staff).isPresent()) {
      return invitations.isOf(queue, invitation, permit.id())
          ? Written.plain(Inviting.ASKED, locked.get().version())
          : Written.refused(Inviting.ALREADY);
    }
    Instant now = clock.instant();
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      sealed =
          key.seal(
              new Place("contact", invitation, "words", 1),
              announcements.of(role, locked.get().language()));
    }
    int version = rows.tell(queue, permit.id(), invitation, permit.viewer().staff(), now, sealed);
    invitations.invite(queue, invitation, permit.id(), staff, role, permit.viewer().staff(), now);
    events.publishEvent(new ColleagueInvited(permit.id(), queue, role.code(), now));
    wake.ring();
    return Written.sealed(Inviting.ASKED, version, sealed);
  }

  private @Nullable Written<Boolean> changed(
      Queue queue, Permit permit, UUID invitation, BooleanSupplier change) {
    Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
    if (locked.isEmpty() || !invitations.isOf(queue, invitation, permit.id())) {
      return null;
    }
    if (!change.getAsBoolean()) {
      return Written.refused(false);
    }
    int version = rows.written(queue, permit.id());
    wake.ring();
    return Written.plain(true, version);
  }

  static Place place(UUID note) {
    return new Place("contact", note, "note", 1);
  }
}
