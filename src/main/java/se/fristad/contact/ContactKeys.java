package se.fristad.contact;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.vault.KeyTable;

/// Tells the vault where the keys of threads lie, so that they are turned.
@EnableConfigurationProperties({Times.class, ReminderTimes.class})
@Configuration(proxyBeanMethods = false)
class ContactKeys {
  @Bean
  KeyTable supportThreads() {
    return new KeyTable(Queue.SUPPORT.side(), Queue.SUPPORT.schema() + ".data_key");
  }

  @Bean
  KeyTable changeThreads() {
    return new KeyTable(Queue.CHANGE.side(), Queue.CHANGE.schema() + ".data_key");
  }

  @Bean
  KeyTable professionalThreads() {
    return new KeyTable(Queue.PROFESSIONAL.side(), Queue.PROFESSIONAL.schema() + ".data_key");
  }
}
