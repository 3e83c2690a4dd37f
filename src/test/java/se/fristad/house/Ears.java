package se.fristad.house;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;

/// Two listeners, one on each side of the wall, and those who speak to them. Not scanned: a test
/// names this as a source.
class Ears {
  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  SupportEar supportEar(JdbcClient jdbc) {
    return new SupportEar(jdbc);
  }

  @Bean
  Bystander bystander(JdbcClient jdbc) {
    return new Bystander(jdbc);
  }

  @Bean
  PerpetratorEar perpetratorEar(JdbcClient jdbc) {
    return new PerpetratorEar(jdbc);
  }

  @Bean
  SupportMouth supportMouth(ApplicationEventPublisher events, PlatformTransactionManager manager) {
    return new SupportMouth(new Mouth(events, new TransactionTemplate(manager)));
  }

  @Bean
  PerpetratorMouth perpetratorMouth(
      ApplicationEventPublisher events, PlatformTransactionManager manager) {
    return new PerpetratorMouth(new Mouth(events, new TransactionTemplate(manager)));
  }

  /// Something happened on the support side.
  record ForSupport(UUID id) {}

  /// Something happened on the perpetrator side.
  record ForPerpetrator(UUID id) {}

  /// Something that its listener never manages to hear.
  record Unheard(UUID id) {}

  /// Something that one hears who belongs to no side.
  record Overheard(UUID id) {}

  static class Bystander {
    private final JdbcClient jdbc;

    Bystander(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    public void hear(Overheard happened) {
      write(jdbc, happened.id());
    }
  }

  @OnSide(Side.SUPPORT)
  static class SupportEar {
    private final JdbcClient jdbc;

    SupportEar(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    public void hear(ForSupport happened) {
      write(jdbc, happened.id());
    }

    @ApplicationModuleListener
    public void fail(Unheard happened) {
      throw new IllegalStateException("never");
    }
  }

  @OnSide(Side.PERPETRATOR)
  static class PerpetratorEar {
    private final JdbcClient jdbc;

    PerpetratorEar(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    public void hear(ForPerpetrator happened) {
      write(jdbc, happened.id());
    }
  }

  @OnSide(Side.SUPPORT)
  static class SupportMouth {
    private final Mouth mouth;

    SupportMouth(Mouth mouth) {
      this.mouth = mouth;
    }

    public void say(Object event, Runnable afterCommit) {
      mouth.say(event, afterCommit);
    }
  }

  @OnSide(Side.PERPETRATOR)
  static class PerpetratorMouth {
    private final Mouth mouth;

    PerpetratorMouth(Mouth mouth) {
      this.mouth = mouth;
    }

    public void say(Object event, Runnable afterCommit) {
      mouth.say(event, afterCommit);
    }
  }

  private record Mouth(ApplicationEventPublisher events, TransactionTemplate transaction) {
    /// Publishes in a transaction; `afterCommit` runs when it is committed and before any listener.
    void say(Object event, Runnable afterCommit) {
      transaction.executeWithoutResult(status -> {
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public int getOrder() {
                return Integer.MIN_VALUE;
              }

              @Override
              public void afterCommit() {
                afterCommit.run();
              }
            });
        events.publishEvent(event);
      });
    }
  }

  private static void write(JdbcClient jdbc, UUID id) {
    jdbc.sql("insert into ears.heard (id, login) values (?, session_user)").param(id).update();
  }
}
