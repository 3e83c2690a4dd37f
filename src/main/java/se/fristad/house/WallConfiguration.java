package se.fristad.house;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import se.fristad.centre.Moment;
import se.fristad.vault.Face;
import se.fristad.vault.Side;

/// The pools of the sides that this node serves, and nothing of the others.
@Configuration(proxyBeanMethods = false)
class WallConfiguration {
  @Bean(destroyMethod = "close")
  Wall dataSource(
      @Value("${fristad.database.url}") String url,
      @Value("${fristad.keys}") Path keys,
      @Value("${fristad.faces}") Set<Face> faces,
      @Value("${fristad.sides}") Set<Side> sides,
      @Value("${fristad.demonstration:false}") boolean demonstration) {
    Logins logins = Logins.in(keys);
    Map<Side, String> passwords = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      if (serves(faces, sides, side)) {
        passwords.put(side, logins.password(side.login()));
      }
    }
    return new Wall(url, passwords, demonstration);
  }

  /// Which pools a node opens: the front for the public face, its sides for staff and jobs, the log
  /// for both of these.
  static boolean serves(Set<Face> faces, Set<Side> sides, Side side) {
    boolean inner = faces.contains(Face.STAFF) || faces.contains(Face.JOBS);
    return switch (side) {
      case FRONT -> faces.contains(Face.PUBLIC);
      case LOG -> inner;
      case SUPPORT, SHELTER, PERPETRATOR, CONFERENCE -> inner && sides.contains(side);
    };
  }

  @Bean
  PlatformTransactionManager transactionManager(Wall wall) {
    return new DataSourceTransactionManager(wall);
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Moment.clock(Clock.systemUTC());
  }
}
