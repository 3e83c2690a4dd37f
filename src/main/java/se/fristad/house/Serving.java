package se.fristad.house;

import java.net.BindException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import se.fristad.Fristad;
import se.fristad.centre.Centre;
import se.fristad.page.Accent;
import se.fristad.vault.MasterKey;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Starting a node: the Spring context over a house that stands.
public final class Serving {
  private Serving() {}

  /// Starts a node over a house, with the master key that the house was opened with: a passphrase
  /// is asked for once.
  static ConfigurableApplicationContext node(House house, int port, Map<String, Object> more) {
    return node(house.settings(), port, more, house.master());
  }

  /// Starts a node on a port of loopback, or where `server.address` says.
  ///
  /// @param more settings that stand over the house's own
  /// @throws Refused when the port is taken
  public static ConfigurableApplicationContext node(
      Map<String, Object> house, int port, Map<String, Object> more, Class<?>... sources) {
    return node(house, port, more, null, sources);
  }

  private static ConfigurableApplicationContext node(
      Map<String, Object> house,
      int port,
      Map<String, Object> more,
      @Nullable MasterKey master,
      Class<?>... sources) {
    Map<String, Object> settings = new TreeMap<>(house);
    settings.put("server.port", port);
    settings.putAll(more);
    SpringApplication application = new SpringApplication(Fristad.class);
    application.addPrimarySources(List.of(sources));
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(Map.of());
    application.setRegisterShutdownHook(false);
    if (master != null && !"public".equals(settings.get("fristad.faces"))) {
      application.addInitializers(
          context -> context.getBeanFactory().registerSingleton("masterKey", master));
    }
    application.addInitializers(context -> refuseWrongSettings(context.getEnvironment()));
    try {
      // Modulith asks the database for its kind while the context is built: any side this node
      // serves will do
      return Sides.on(anySide(settings), () -> application.run(arguments(settings)));
    } catch (RuntimeException failed) {
      if (isTaken(failed)) {
        throw new Refused(
            "Port "
                + port
                + " is taken. Stop the program that uses it, or choose another with FRISTAD_PORT, as in: FRISTAD_PORT=8081 ./run");
      }
      throw failed;
    }
  }

  /// Refuses the settings of the environment before anything is started.
  static void refuseWrongSettings() {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigurationPropertySources.attach(environment);
    refuseWrongSettings(environment);
  }

  /// The centre's own settings are what a person types. One that cannot be right is told in a
  /// sentence, before anything is built on it.
  private static void refuseWrongSettings(Environment environment) {
    try {
      Binder.get(environment).bindOrCreate("fristad.centre", Centre.class);
      Accent.of(environment.getProperty("fristad.centre.accent", Accent.PINE.word()));
    } catch (org.springframework.boot.context.properties.bind.BindException wrong) {
      Throwable reason = wrong;
      while (reason.getCause() != null) {
        if (reason instanceof ConversionFailedException failed
            && failed.getTargetType().getType().getEnumConstants() instanceof Object[] words) {
          throw new Refused(
              "A setting cannot be right: %s must be one of: %s."
                  .formatted(
                      wrong.getName().toString().replace('[', '.').replace("]", ""),
                      Stream.of(words)
                          .map(word -> word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                          .collect(Collectors.joining(", "))));
        }
        reason = reason.getCause();
      }
      throw new Refused(
          reason instanceof IllegalArgumentException told
                  && String.valueOf(told.getMessage()).startsWith("fristad.centre")
              ? "A setting cannot be right: " + told.getMessage() + "."
              : "The setting "
                  + wrong.getName()
                  + " cannot be read. docs/operations.md says how it is written.");
    } catch (IllegalArgumentException wrong) {
      throw new Refused("A setting cannot be right: " + wrong.getMessage() + ".");
    }
  }

  /// Stops a node.
  public static void stop(ConfigurableApplicationContext node) {
    Sides.run(
        anySide(
            Map.of(
                "fristad.faces",
                node.getEnvironment().getProperty("fristad.faces", ""),
                "fristad.sides",
                node.getEnvironment().getProperty("fristad.sides", ""))),
        node::close);
  }

  /// A side that this node serves and that keeps events; the front for a node that is public alone.
  private static Side anySide(Map<String, Object> settings) {
    if ("public".equals(settings.get("fristad.faces"))) {
      return Side.FRONT;
    }
    String sides = String.valueOf(settings.getOrDefault("fristad.sides", Side.SUPPORT.code()));
    return Side.valueOf(List.of(sides.split(",")).getFirst().strip().toUpperCase(Locale.ROOT));
  }

  private static String[] arguments(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(one -> "--" + one.getKey() + "=" + one.getValue())
        .toArray(String[]::new);
  }

  private static boolean isTaken(Throwable failed) {
    for (Throwable one = failed; one != null; one = one.getCause()) {
      if (one instanceof PortInUseException || one instanceof BindException) {
        return true;
      }
    }
    return false;
  }
}
