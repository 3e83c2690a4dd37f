package se.fristad.contact.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.Conversation;
import se.fristad.contact.Desk;
import se.fristad.contact.Invitation;
import se.fristad.contact.Queue;
import se.fristad.contact.inbox.web.DeskPanel;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Draws what colleagues do with a conversation among themselves, beneath it.
@StaffFace
@Component
class DeskForms {
  private final Desk desk;
  private final Colleagues colleagues;
  private final StaffNames names;
  private final Clock clock;

  DeskForms(Desk desk, Colleagues colleagues, StaffNames names, Clock clock) {
    this.desk = desk;
    this.colleagues = colleagues;
    this.names = names;
    this.clock = clock;
  }

  /// What was typed in the forms for colleagues, and what is wrong with it.
  ///
  /// @param form which of the forms was sent: `note`, `handover`, `invite`; empty for none
  record Typed(
      String form,
      String id,
      String words,
      String who,
      @Nullable String wordsError,
      @Nullable String whoError) {
    static Typed fresh() {
      return new Typed("", UUID.randomUUID().toString(), "", "", null, null);
    }

    boolean is(String asked) {
      return form.equals(asked);
    }
  }

  /// Whom a choice of the invitation form means: somebody in one of her competences.
  Optional<Colleagues.Colleague> invitee(Queue queue, Viewer viewer, String chosen) {
    return invitees(queue, viewer).stream().filter(one -> code(one).equals(chosen)).findFirst();
  }

  /// Whom a choice of the hand-over form means.
  Optional<Colleagues.Colleague> receiver(Queue queue, Viewer viewer, String chosen) {
    return receivers(queue, viewer).stream()
        .filter(one -> one.id().toString().equals(chosen))
        .findFirst();
  }

  private List<Colleagues.Colleague> receivers(Queue queue, Viewer viewer) {
    return colleagues.with(Desk.answering(queue)).stream()
        .filter(one -> !one.id().equals(viewer.staff()))
        .toList();
  }

  private List<Colleagues.Colleague> invitees(Queue queue, Viewer viewer) {
    List<Colleagues.Colleague> all = new ArrayList<>();
    for (Role role : Desk.competences(queue)) {
      colleagues.with(Set.of(role)).stream()
          .filter(one -> !one.id().equals(viewer.staff()))
          .forEach(all::add);
    }
    return all;
  }

  private static String code(Colleagues.Colleague one) {
    return one.role().code() + "." + one.id();
  }

  /// The panel.
  DeskPanel panel(Shell shell, Viewer viewer, Conversation conversation, Typed typed) {
    Queue queue = conversation.about().queue();
    boolean works = viewer.role() != Role.HEAD;
    UUID owner = conversation.about().handling().owner();
    Set<UUID> staff = new HashSet<>();
    conversation.notes().forEach(note -> staff.add(note.author()));
    conversation.invitations().forEach(one -> staff.add(one.staff()));
    if (owner != null) {
      staff.add(owner);
    }
    Map<UUID, Confidential> known = names.of(staff);
    boolean spoken = conversation.about().handling().spoken();
    return new DeskPanel(
        shell.t("contact.desk.has", InboxPages.owner(shell, viewer, owner, known)),
        works && !viewer.staff().equals(owner),
        works,
        works && !spoken,
        conversation.notes().stream()
            .map(note ->
                new DeskPanel.Note(
                    shell.t(
                        note.handover() ? "contact.desk.note.handover" : "contact.desk.note.by",
                        InboxPages.owner(shell, viewer, note.author(), known),
                        shell.texts().when(note.at(), clock.instant())),
                    note.words().reveal()))
            .toList(),
        typed.id(),
        typed.form(),
        words(shell, "note", typed),
        Field.of("to", shell.t("contact.desk.handover.to"))
            .needed()
            .withValue(typed.is("handover") ? typed.who() : "")
            .withError(typed.is("handover") ? typed.whoError() : null),
        works
            ? receivers(queue, viewer).stream()
                .map(one -> Option.of(one.id().toString(), who(shell, one)))
                .toList()
            : List.of(),
        words(shell, "handover", typed),
        Field.of("who", shell.t("contact.desk.invite.who"))
            .needed()
            .withHint(
                shell.t("contact.desk.invite.hint", shell.texts().duration(desk.answeringTime())))
            .withValue(typed.is("invite") ? typed.who() : "")
            .withError(typed.is("invite") ? typed.whoError() : null),
        works && !spoken
            ? invitees(queue, viewer).stream()
                .map(one -> Option.of(code(one), who(shell, one)))
                .toList()
            : List.of(),
        conversation.invitations().stream().map(one -> invited(shell, viewer, one, known)).toList(),
        promised(shell, conversation),
        Field.of("promise_date", shell.t("contact.desk.promise.date"))
            .needed()
            .withValue(typed.is("promise") ? typed.words() : "")
            .withError(typed.is("promise") ? typed.wordsError() : null),
        Field.of("promise_time", shell.t("contact.desk.promise.time"))
            .needed()
            .withValue(typed.is("promise") ? typed.who() : ""));
  }

  private @Nullable String promised(Shell shell, Conversation conversation) {
    Instant promised = conversation.about().promised();
    return promised == null
        ? null
        : shell.t("contact.desk.promised", shell.texts().when(promised, clock.instant()));
  }

  private DeskPanel.Invited invited(
      Shell shell, Viewer viewer, Invitation one, Map<UUID, Confidential> known) {
    Invitation.Stage stage = one.stage(clock.instant(), desk.answeringTime());
    return new DeskPanel.Invited(
        one.id().toString(),
        shell.t(
            "contact.desk.who",
            InboxPages.owner(shell, viewer, one.staff(), known),
            shell.t("access.role." + one.role().code())),
        stage(shell, stage),
        switch (stage) {
          case Invitation.Stage.Undelivered undelivered -> Tone.NEUTRAL;
          case Invitation.Stage.Asked asked -> Tone.INFO;
          case Invitation.Stage.Refused refused -> Tone.WARN;
          case Invitation.Stage.Open open -> Tone.SUCCESS;
        },
        switch (stage) {
          case Invitation.Stage.Asked asked -> true;
          case Invitation.Stage.Open open -> !Boolean.TRUE.equals(one.answer());
          case Invitation.Stage.Undelivered undelivered -> false;
          case Invitation.Stage.Refused refused -> false;
        },
        !(stage instanceof Invitation.Stage.Refused));
  }

  /// How far an invitation has come, in words.
  static String stage(Shell shell, Invitation.Stage stage) {
    return switch (stage) {
      case Invitation.Stage.Undelivered undelivered -> shell.t("contact.desk.stage.undelivered");
      case Invitation.Stage.Asked(Instant until) ->
          shell.t("contact.desk.stage.asked", shell.texts().time(until));
      case Invitation.Stage.Refused refused -> shell.t("contact.desk.stage.refused");
      case Invitation.Stage.Open open -> shell.t("contact.desk.stage.open");
    };
  }

  private static Field words(Shell shell, String form, Typed typed) {
    return Field.of(form + "_words", shell.t("contact.desk." + form + ".words"))
        .needed()
        .withHint(shell.t("contact.desk.words.hint"))
        .withValue(typed.is(form) ? typed.words() : "")
        .withError(typed.is(form) ? typed.wordsError() : null);
  }

  private static String who(Shell shell, Colleagues.Colleague one) {
    return shell.t(
        "contact.desk.who", one.name().reveal(), shell.t("access.role." + one.role().code()));
  }
}
