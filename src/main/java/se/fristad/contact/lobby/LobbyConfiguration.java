package se.fristad.contact.lobby;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.access.AlarmEntry;
import se.fristad.access.NavEntry;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.contact.Queue;
import se.fristad.page.Icon;
import se.fristad.vault.Face;
import se.fristad.vault.KeyTable;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// The desk's parameters, its place in the navigation, and what it does by itself.
@EnableConfigurationProperties(LobbyTimes.class)
@Configuration(proxyBeanMethods = false)
class LobbyConfiguration {
  /// Who sees the desk of a side.
  static final Set<Role> ROLES =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD);

  @StaffFace
  @Bean
  NavEntry deskEntry() {
    return new NavEntry(14, "contact.lobby.nav", LobbyPages.HOME, Icon.DOOR, ROLES);
  }

  @OnFace(Face.JOBS)
  @Bean
  Sweep staysForSupport(LobbyRows rows) {
    return new Stays(Queue.SUPPORT, rows);
  }

  @OnFace(Face.JOBS)
  @Bean
  Sweep staysForChange(LobbyRows rows) {
    return new Stays(Queue.CHANGE, rows);
  }

  @StaffFace
  @Bean
  AlarmEntry helpAlarm() {
    return new AlarmEntry(
        "contact.help.press", HelpPages.HOME, HelpPages.NOW, LobbyRule.RECEIVE, ROLES);
  }

  @Bean
  KeyTable supportSafetyNotes() {
    return new KeyTable(Queue.SUPPORT.side(), Queue.SUPPORT.schema() + ".safety_key");
  }

  @Bean
  KeyTable changeSafetyNotes() {
    return new KeyTable(Queue.CHANGE.side(), Queue.CHANGE.schema() + ".safety_key");
  }

  /// Whoever has not gone is still in the house, however long she was reckoned to stay: nobody of
  /// the other side is received as if she had gone.
  private record Stays(Queue queue, LobbyRows rows) implements Sweep {
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration LONGER = Duration.ofMinutes(30);

    @Override
    public String name() {
      return "lobby-stays";
    }

    @Override
    public Side side() {
      return queue.side();
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(5);
    }

    @Override
    public void sweep(Instant now) {
      rows.stays(queue, Lobby.day(now), now.plus(SOON), now.plus(LONGER));
    }
  }
}
