package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Colleagues;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Desk;
import se.fristad.contact.Invitation;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Words;
import se.fristad.contact.inbox.web.AliasPage;
import se.fristad.contact.inbox.web.InvitedPage;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// What colleagues do with a conversation among themselves: take it, hand it over, write notes, ask
/// another competence in. A note that may tell who somebody is is not kept (E-T07).
@StaffFace
@Controller
class DeskPages {
  /// The longest note, in characters.
  static final int MOST = 4_000;

  private final Desk desk;
  private final Threads threads;
  private final DeskForms forms;
  private final ConversationPages conversations;
  private final Shells shells;
  private final Clock clock;

  DeskPages(
      Desk desk,
      Threads threads,
      DeskForms forms,
      ConversationPages conversations,
      Shells shells,
      Clock clock) {
    this.desk = desk;
    this.threads = threads;
    this.forms = forms;
    this.conversations = conversations;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/take")
  Reply take(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    Address address = Address.of(queue, thread).orElse(null);
    return address == null
        ? shells.notThere(viewer, request)
        : done(request, viewer, address, desk.take(viewer, address.queue(), address.thread()));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/note")
  Reply note(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(name = "note_words", defaultValue = "") String words) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    String text = PlainText.of(words);
    UUID note = Read.id(id).orElseGet(UUID::randomUUID);
    String error = wrong(shell, text);
    return error == null
        ? done(
            request,
            viewer,
            address,
            desk.note(viewer, address.queue(), address.thread(), note, Confidential.of(text)))
        : again(
            request,
            viewer,
            address,
            new DeskForms.Typed("note", note.toString(), words, "", error, null));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/handover")
  Reply handOver(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(name = "handover_words", defaultValue = "") String words) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    String text = PlainText.of(words);
    UUID note = Read.id(id).orElseGet(UUID::randomUUID);
    String error = wrong(shell, text);
    Optional<Colleagues.Colleague> receiver = forms.receiver(address.queue(), viewer, to);
    if (error != null || receiver.isEmpty()) {
      return again(
          request,
          viewer,
          address,
          new DeskForms.Typed(
              "handover",
              note.toString(),
              words,
              to,
              error,
              receiver.isEmpty() ? shell.t("contact.desk.handover.choose") : null));
    }
    Opened<ThreadId> given =
        desk.handOver(
            viewer,
            address.queue(),
            address.thread(),
            receiver.get().id(),
            note,
            Confidential.of(text));
    return given instanceof Opened.Value<?>
        ? SeeOther.to("/staff/inbox")
        : shells.notThere(viewer, request);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/invite")
  Reply invite(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String who) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    UUID invitation = Read.id(id).orElseGet(UUID::randomUUID);
    Colleagues.Colleague invitee = forms.invitee(address.queue(), viewer, who).orElse(null);
    String error = shell.t("contact.desk.invite.choose");
    if (invitee != null) {
      Opened<Desk.Inviting> asked =
          desk.invite(
              viewer, address.queue(), address.thread(), invitation, invitee.id(), invitee.role());
      if (!(asked instanceof Opened.Value<Desk.Inviting>(Desk.Inviting inviting))) {
        return shells.notThere(viewer, request);
      }
      switch (inviting) {
        case ASKED -> {
          return SeeOther.to(address.href());
        }
        case ALREADY -> error = shell.t("contact.desk.invite.already");
        case SPOKEN -> error = shell.t("contact.desk.invite.spoken");
      }
    }
    return again(
        request,
        viewer,
        address,
        new DeskForms.Typed("invite", invitation.toString(), "", who, null, error));
  }

  /// What the person has answered, or that it is over.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/invitation")
  Reply invitation(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String act) {
    Address address = Address.of(queue, thread).orElse(null);
    UUID invitation = Read.id(id).orElse(null);
    if (address == null || invitation == null || !Set.of("yes", "no", "end").contains(act)) {
      return shells.notThere(viewer, request);
    }
    return done(
        request,
        viewer,
        address,
        act.equals("end")
            ? desk.uninvite(viewer, address.queue(), address.thread(), invitation)
            : desk.answered(
                viewer, address.queue(), address.thread(), invitation, act.equals("yes")));
  }

  /// Promises to get in touch at a time.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/promise")
  Reply promise(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(name = "promise_date", defaultValue = "") String date,
      @RequestParam(name = "promise_time", defaultValue = "") String time,
      @RequestParam(defaultValue = "") String kept) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    if (!kept.isEmpty()) {
      return done(request, viewer, address, desk.keep(viewer, address.queue(), address.thread()));
    }
    Shell shell = shells.shell(viewer, request);
    Instant due =
        Field.day(date)
            .flatMap(day ->
                Field.time(time).map(at -> day.atTime(at).atZone(OpeningHours.HERE).toInstant()))
            .orElse(null);
    Instant now = clock.instant();
    String error =
        due == null
            ? shell.t("contact.desk.promise.when")
            : due.isBefore(now) || due.isAfter(now.plus(Duration.ofDays(365)))
                ? shell.t("contact.desk.promise.ahead")
                : null;
    if (error != null || due == null) {
      return again(
          request,
          viewer,
          address,
          new DeskForms.Typed("promise", UUID.randomUUID().toString(), date, time, error, null));
    }
    return done(
        request,
        viewer,
        address,
        desk.promise(
            viewer,
            address.queue(),
            address.thread(),
            Read.id(id).orElseGet(UUID::randomUUID),
            due));
  }

  /// The conversations into which one was asked.
  @Allowed({Role.NURSE, Role.POLICE_OFFICER, Role.NGO_WORKER})
  @GetMapping("/staff/invited")
  View invited(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    List<Row> rows = new ArrayList<>();
    for (Queue queue : Queue.values()) {
      for (Invitation one : desk.invitations(viewer, queue)) {
        if (one.role() == viewer.role()) {
          rows.add(row(shell, queue, one));
        }
      }
    }
    return View.of(
        "contact/invited",
        new InvitedPage(
            shell,
            new Table(
                shell.t("contact.invited.title"),
                List.of(
                    Column.of(shell.t("contact.invited.column.when")),
                    Column.of(shell.t("contact.invited.column.door")),
                    Column.of(shell.t("contact.invited.column.stage"))),
                rows,
                Paging.whole(rows.size()),
                Empty.of(shell.t("contact.invited.empty"), shell.t("contact.invited.empty.text")),
                false,
                null)));
  }

  private Row row(Shell shell, Queue queue, Invitation one) {
    Invitation.Stage stage = one.stage(clock.instant(), desk.answeringTime());
    String when = shell.texts().when(one.invitedAt(), clock.instant());
    boolean open = stage instanceof Invitation.Stage.Open;
    return Row.of(
        open
            ? Cell.link(when, "/staff/inbox/" + InboxPages.code(queue) + "/" + one.thread())
            : Cell.of(when),
        Cell.of(shell.t("contact.inbox.door." + InboxPages.code(queue))),
        Cell.badge(DeskForms.stage(shell, stage), open ? Tone.SUCCESS : Tone.NEUTRAL));
  }

  /// The name one signs with towards people who write.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/alias")
  View alias(HttpServletRequest request, Viewer viewer) {
    return aliasPage(request, viewer, null);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/alias")
  Reply sign(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String name) {
    if (!name.equals("none") && !Desk.ALIASES.contains(name)) {
      return aliasPage(request, viewer, shells.shell(viewer, request).t("contact.alias.choose"))
          .with(422);
    }
    for (Queue queue : threads.queuesOf(viewer)) {
      desk.sign(viewer, queue, name.equals("none") ? null : name);
    }
    return SeeOther.to("/staff/alias");
  }

  private View aliasPage(HttpServletRequest request, Viewer viewer, @Nullable String error) {
    Shell shell = shells.shell(viewer, request);
    String now =
        threads.queuesOf(viewer).stream()
            .flatMap(queue -> desk.alias(viewer, queue).stream())
            .findFirst()
            .orElse("none");
    return View.of(
        "contact/alias",
        new AliasPage(
            shell,
            Field.of("name", shell.t("contact.alias.name"))
                .withHint(shell.t("contact.alias.hint"))
                .withValue(now)
                .withError(error)
                .needed(),
            Stream.concat(
                    Stream.of(Option.of("none", shell.t("contact.alias.none"))),
                    Desk.ALIASES.stream().map(one -> Option.of(one, one)))
                .toList()));
  }

  /// What is wrong with a note; null when it is kept.
  private static @Nullable String wrong(Shell shell, String text) {
    if (Words.of(text) instanceof Words.Empty) {
      return shell.t("contact.desk.words.empty");
    }
    if (PlainText.length(text) > MOST) {
      return shell.t("contact.desk.words.long", MOST, PlainText.length(text) - MOST);
    }
    Set<Revealing> found = Revealing.in(text);
    return found.isEmpty() ? null : CallPages.stopped(shell, found);
  }

  private Reply done(HttpServletRequest request, Viewer viewer, Address address, Opened<?> opened) {
    return opened instanceof Opened.Value<?>
        ? SeeOther.to(address.href())
        : shells.notThere(viewer, request);
  }

  private View again(
      HttpServletRequest request, Viewer viewer, Address address, DeskForms.Typed typed) {
    return conversations.page(
        request, viewer, address, ConversationPages.Typed.fresh().with(typed), 422);
  }
}
