package se.fristad.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.vault.KeyTable;
import se.fristad.vault.Side;

/// Tells the vault where the keys of intakes lie, so that they are turned.
@Configuration(proxyBeanMethods = false)
class IntakeKeys {
  @Bean
  KeyTable keysOfIntakes() {
    return new KeyTable(Side.SUPPORT, "intake.data_key");
  }
}
