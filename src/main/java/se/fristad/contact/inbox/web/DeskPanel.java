package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Tone;

/// What colleagues do with a conversation among themselves.
///
/// @param has who has it
/// @param mayTake whether this viewer may take it
/// @param mayWork whether this viewer writes notes and hands over
/// @param mayInvite whether somebody can be asked in
/// @param id minted with the page, for whichever form is sent
/// @param promised when we have promised to get in touch; null when we have not
/// @param open which of the forms stands open; empty for none
public record DeskPanel(
    String has,
    boolean mayTake,
    boolean mayWork,
    boolean mayInvite,
    List<Note> notes,
    String id,
    String open,
    Field note,
    Field to,
    List<Option> receivers,
    Field handover,
    Field who,
    List<Option> invitees,
    List<Invited> invited,
    @Nullable String promised,
    Field promiseDate,
    Field promiseTime) {
  /// Copies the lists.
  public DeskPanel {
    notes = List.copyOf(notes);
    receivers = List.copyOf(receivers);
    invitees = List.copyOf(invitees);
    invited = List.copyOf(invited);
  }

  /// A note.
  ///
  /// @param by who wrote it and when
  public record Note(String by, String words) {}

  /// Somebody who was asked in.
  ///
  /// @param stage how far it has come
  /// @param mayAnswer whether the person's answer can be noted
  /// @param mayEnd whether it can be ended
  public record Invited(
      String id, String who, String stage, Tone tone, boolean mayAnswer, boolean mayEnd) {}
}
