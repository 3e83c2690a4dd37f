package se.fristad.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootContextLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.MergedContextConfiguration;
import se.fristad.Fristad;
import se.fristad.access.Statements;
import se.fristad.access.TestStaff;
import se.fristad.casework.Desk;
import se.fristad.casework.Walk;
import se.fristad.contact.People;
import se.fristad.statistics.Teller;
import se.fristad.statistics.Year;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;
import se.fristad.vault.Strength;

/// A test against a node that serves on a random port, over the shared [TestHouse], with a
/// [TestClock], with [TestStaff] who log in, [People] who write, a [Walk] along the road, a [Desk]
/// with its forms, a [Year] of invented facts and a [Teller] of such, [TestEvents] that hear, and
/// [Statements] that write down what the database is asked.
///
/// All of these are one context for every test that adds nothing of its own; a context more is a
/// program more to start and to keep.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Fristad.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(
    loader = FristadTest.OnASide.class,
    initializers = FristadTest.OverTheSharedHouse.class)
@Import({
  FristadTest.WithTestClock.class,
  FristadTest.WithLightWords.class,
  TestEvents.class,
  Statements.class,
  TestStaff.class,
  People.class,
  Walk.class,
  Desk.class,
  Year.class,
  Teller.class
})
public @interface FristadTest {
  /// Tells the node where the shared house is.
  final class OverTheSharedHouse
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("house", TestHouse.shared().settings()));
    }
  }

  /// Builds the context on a side, as [Serving] does.
  final class OnASide extends SpringBootContextLoader {
    @Override
    public ApplicationContext loadContext(MergedContextConfiguration configuration)
        throws Exception {
      return Sides.calling(Side.SUPPORT, () -> super.loadContext(configuration));
    }
  }

  /// The clock that tests move.
  @TestConfiguration
  class WithTestClock {
    @Bean
    TestClock clock() {
      return new TestClock();
    }
  }

  /// Words and passwords that cost a hundredth of what they cost a guesser of real ones; what those
  /// cost is proved by [se.fristad.contact.front.VisitsTest] on nodes as they serve.
  @TestConfiguration
  class WithLightWords {
    @Bean
    Strength strength() {
      return new Strength(1_024, 1, 1);
    }
  }
}
