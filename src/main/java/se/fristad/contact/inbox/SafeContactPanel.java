package se.fristad.contact.inbox;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Agreed;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Reaching;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.ReachPanel;
import se.fristad.outgoing.ReachWords;
import se.fristad.outgoing.SafeContact;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// How she may be reached, first of what stands beside her conversation.
@Order(10)
@StaffFace
@Component
class SafeContactPanel implements ConversationPanel {
  private final Reaching reaching;
  private final Clock clock;

  SafeContactPanel(Reaching reaching, Clock clock) {
    this.reaching = reaching;
    this.clock = clock;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    return switch (reaching.look(viewer, conversation.queue(), conversation.thread())) {
      case Opened.NotThere<Agreed> _ -> Optional.empty();
      case Opened.Value<Agreed>(Agreed agreed) -> {
        Agreed.Wish wish = agreed.wish();
        boolean writes = viewer.role() != Role.HEAD;
        yield Optional.of(
            View.of(
                "contact/reach-panel",
                new ReachPanel(
                    shell,
                    InboxPages.href(conversation),
                    !(agreed.reach().rule() instanceof SafeContact.Unasked),
                    ReachWords.rule(shell.texts(), agreed.reach()),
                    wish(shell, wish),
                    wish != null
                        && wish.state() == Agreed.State.WISHED
                        && clock.instant().isAfter(wish.until()),
                    writes,
                    writes && agreed.reach().hasNumber())));
      }
    };
  }

  static @Nullable String wish(Shell shell, Agreed.@Nullable Wish wish) {
    return wish == null
        ? null
        : shell.t(
            "contact.reach.wish." + wish.state().name().toLowerCase(Locale.ROOT),
            shell.texts().date(wish.from()),
            shell.texts().time(wish.from()),
            shell.texts().time(wish.until()),
            wish.missed());
  }
}
