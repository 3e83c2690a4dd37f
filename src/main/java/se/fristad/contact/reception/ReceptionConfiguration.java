package se.fristad.contact.reception;

import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Icon;

/// The reception's parameters, and its place in the navigation.
@EnableConfigurationProperties({ReceptionTimes.class, AgencyTimes.class})
@Configuration(proxyBeanMethods = false)
class ReceptionConfiguration {
  /// Who sees the booked times of a side.
  static final Set<Role> ROLES =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD);

  @StaffFace
  @Bean
  NavEntry timesEntry() {
    return new NavEntry(15, "contact.reception.nav", TimesPages.HOME, Icon.CLOCK, ROLES);
  }

  @StaffFace
  @Bean
  NavEntry figuresOfTimesEntry() {
    return new NavEntry(
        81,
        "contact.figures.nav",
        TimeFiguresPages.HOME,
        Icon.FIGURES,
        Set.of(Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER));
  }
}
