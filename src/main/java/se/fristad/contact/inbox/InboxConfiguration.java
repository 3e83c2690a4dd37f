package se.fristad.contact.inbox;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Icon;

/// The inbox in the navigation.
@StaffFace
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
  /// Who has an inbox.
  static final Set<Role> ROLES =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD);

  @Bean
  NavEntry inboxEntry() {
    return new NavEntry(10, "contact.inbox.nav", "/staff/inbox", Icon.INBOX, ROLES);
  }
}
