package se.fristad.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// The intake beside a conversation.
///
/// @param form being written; null when none is, or somebody else writes it
/// @param colleague whether somebody else has begun one that this viewer does not open
/// @param concluded what has been concluded of the conversation
/// @param thread the conversation
/// @param way how she turned to us, as the intake begins with it
/// @param id the id that a new intake gets
/// @param mayBegin whether this viewer may begin one
/// @param screened whether there are answers on danger that a new one can take over
public record PanelPage(
    Shell shell,
    @Nullable IntakeForm form,
    boolean colleague,
    List<Done> concluded,
    String thread,
    String way,
    String id,
    boolean mayBegin,
    boolean screened) {
  /// Copies the list.
  public PanelPage {
    concluded = List.copyOf(concluded);
  }

  /// An intake that is final.
  public record Done(String text, String href) {}
}
