package se.fristad.casework;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Icon;

/// My day, the people, and what only the head has, in the navigation.
@StaffFace
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {
  private static final Set<Role> ROLES =
      Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD);

  @Bean
  NavEntry dayEntry() {
    return new NavEntry(20, "casework.nav.day", "/staff/day", Icon.DAY, ROLES);
  }

  @Bean
  NavEntry peopleEntry() {
    return new NavEntry(30, "casework.nav.people", "/staff/people", Icon.PEOPLE, ROLES);
  }

  @Bean
  NavEntry mandatesEntry() {
    return new NavEntry(
        95, "casework.nav.mandates", "/staff/mandates", Icon.DONE, Set.of(Role.HEAD));
  }

  @Bean
  NavEntry notCarriedOutEntry() {
    return new NavEntry(
        94,
        "casework.nav.not-carried-out",
        NotCarriedOutPages.HREF,
        Icon.WARNING,
        Set.of(Role.HEAD));
  }

  @Bean
  NavEntry overdueEntry() {
    return new NavEntry(
        93, "casework.nav.overdue", OverduePages.HREF, Icon.CLOCK, Set.of(Role.HEAD));
  }

  @Bean
  NavEntry templatesEntry() {
    return new NavEntry(
        96, "casework.nav.templates", "/staff/templates", Icon.STEERING, Set.of(Role.HEAD));
  }

  @Bean
  NavEntry kinEntry() {
    return new NavEntry(
        97,
        "casework.kin.nav",
        KinPages.HREF,
        Icon.PEOPLE,
        Set.of(
            Role.CASEWORKER,
            Role.TREATMENT_WORKER,
            Role.NGO_WORKER,
            Role.DUTY_SOCIAL_SERVICE,
            Role.HEAD));
  }

  @Bean
  NavEntry dutyEntry() {
    return new NavEntry(
        5, "casework.duty.nav", DutyPages.HREF, Icon.CLOCK, Set.of(Role.DUTY_SOCIAL_SERVICE));
  }

  @Bean
  NavEntry emergencyEntry() {
    return new NavEntry(
        35, "casework.emergency.nav", EmergencyPages.HREF, Icon.WARNING, EmergencyRule.ROLES);
  }
}
