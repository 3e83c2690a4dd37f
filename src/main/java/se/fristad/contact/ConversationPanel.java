package se.fristad.contact;

import java.util.Optional;
import se.fristad.access.Viewer;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// What another module shows beside a conversation: a bean of that module. It is asked after the
/// conversation's own transaction has ended.
public interface ConversationPanel {
  /// The panel, or nothing for this viewer or conversation.
  Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell);
}
