package se.fristad.intake;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Icon;

/// The intakes in the navigation.
@StaffFace
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  @Bean
  NavEntry serviceEntry() {
    return new NavEntry(
        16,
        "intake.services.nav",
        ServicePages.LIST,
        Icon.MESSAGE,
        Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD));
  }

  @Bean
  NavEntry intakeEntry() {
    return new NavEntry(
        15,
        "intake.nav",
        "/staff/intakes",
        Icon.PEOPLE,
        Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD));
  }
}
