package se.fristad.contact.inbox;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.QuickEntry;
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

  /// Who comes into a conversation by invitation alone.
  static final Set<Role> GUESTS = Set.of(Role.NURSE, Role.POLICE_OFFICER, Role.NGO_WORKER);

  @Bean
  NavEntry invitedEntry() {
    return new NavEntry(10, "contact.invited.nav", "/staff/invited", Icon.MESSAGE, GUESTS);
  }

  @Bean
  QuickEntry callEntry() {
    return new QuickEntry(
        "contact.calls.quick",
        "/staff/calls/new",
        Icon.CALL,
        Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER));
  }

  @Bean
  NavEntry consultationEntry() {
    return new NavEntry(
        60,
        "contact.consultation.nav",
        ConsultationPages.LIST,
        Icon.PROFESSIONALS,
        Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD));
  }

  @Bean
  NavEntry inboxEntry() {
    return new NavEntry(10, "contact.inbox.nav", "/staff/inbox", Icon.INBOX, ROLES);
  }
}
