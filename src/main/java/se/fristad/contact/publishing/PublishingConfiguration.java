package se.fristad.contact.publishing;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Icon;

/// The public face's words in the navigation.
@StaffFace
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
  @Bean
  NavEntry sentencesEntry() {
    return new NavEntry(
        112, "contact.sentences.nav", SentencePages.HOME, Icon.MESSAGE, Set.of(Role.ADMINISTRATOR));
  }

  @Bean
  NavEntry publicEntry() {
    return new NavEntry(
        112, "contact.public.nav", PublishingPages.HOME, Icon.MESSAGE, Publishing.EDITORS);
  }
}
