package se.fristad.outgoing;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.centre.Centre;

/// What tells who we are: the shipped words, and what this centre calls itself.
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {
  @Bean
  Telltale telltale(Centre centre) {
    return new Telltale(Stream.of(centre.name(), centre.publicName()));
  }
}
