package se.fristad.contact.reception.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// Whom the person of a conversation must not meet.
///
/// @param back the conversation
/// @param others the other conversations
/// @param clash whether any of their times lie too near already
/// @param other where the address of another conversation is written
public record ApartPage(Shell shell, String back, List<Other> others, boolean clash, Field other) {
  /// Copies the list.
  public ApartPage {
    others = List.copyOf(others);
  }

  /// Another conversation.
  public record Other(String id, String label, String href) {}
}
