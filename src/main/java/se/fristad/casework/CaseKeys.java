package se.fristad.casework;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.vault.Face;
import se.fristad.vault.KeyTable;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;

/// Tells the vault where the keys of persons, files and forms lie, so that they are turned.
@OnFace({Face.STAFF, Face.JOBS})
@Configuration(proxyBeanMethods = false)
class CaseKeys {
  @Bean
  KeyTable keysOfFiles() {
    return new KeyTable(Side.SUPPORT, "casework.data_key");
  }
}
