package se.fristad.statistics;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Icon;

/// The figures in the navigation.
@StaffFace
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {
  @Bean
  NavEntry figuresEntry() {
    return new NavEntry(
        80,
        "statistics.nav",
        "/staff/statistics",
        Icon.FIGURES,
        Set.of(Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER));
  }
}
