package se.fristad.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the vault gives to a running node: keysets only where a face may open them.
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
  @Bean
  Node node(
      @Value("${fristad.faces}") Set<Face> faces,
      @Value("${fristad.sides}") Set<Side> sides,
      @Value("${fristad.keys}") Path keys) {
    return new Node(faces, sides, keys);
  }

  @Bean
  Argon2 argon2() {
    return new Argon2();
  }

  /// What a word costs whoever guesses. Tests that are not about the cost have one of their own.
  @Bean
  @ConditionalOnMissingBean
  Strength strength() {
    return Strength.STANDARD;
  }

  @Bean
  QueueKeys queueKeys(Node node) {
    return new QueueKeys(node.keys());
  }

  @Bean
  @OnFace(Face.PUBLIC)
  PhraseKeys phraseKeys(Argon2 argon2, Strength strength, Node node) {
    return new PhraseKeys(argon2, strength, node.keys());
  }

  @Bean
  @OnFace({Face.STAFF, Face.JOBS})
  Keyring keyring(Node node, MasterKey master) {
    return new Keyring(node, master);
  }

  @Bean
  @OnFace({Face.STAFF, Face.JOBS})
  @ConditionalOnMissingBean
  MasterKey masterKey(@Value("${fristad.master-key-file}") Path file) {
    return new CredentialFile(file);
  }

  @Bean
  @OnFace({Face.STAFF, Face.JOBS})
  SideKeys sideKeys(Keyring ring) {
    return new SideKeys(ring);
  }

  @Bean
  @OnFace(Face.STAFF)
  StaffKeys staffKeys(Keyring ring) {
    return new StaffKeys(ring);
  }

  @Bean
  @OnFace({Face.STAFF, Face.JOBS})
  KeyTurning keyTurning(
      Keyring ring, Node node, JdbcClient sql, Clock clock, ObjectProvider<KeyTable> tables) {
    return new KeyTurning(ring, node.keys(), sql, clock, List.copyOf(tables.stream().toList()));
  }
}
