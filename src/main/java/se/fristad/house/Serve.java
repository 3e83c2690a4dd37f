package se.fristad.house;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Staffing;
import se.fristad.demonstration.YearMaker;

/// `./run`: raises the house and serves until it is told to stop; then stops everything it started.
final class Serve implements Command {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String help() {
    return "start everything (the default; --empty: real data, no demonstration)";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws Exception {
    for (String argument : arguments) {
      if (!argument.equals("--empty")) {
        throw new Refused(
            "There is no option \""
                + argument
                + "\". ./run knows --empty; ./run help lists the commands.");
      }
    }
    boolean empty = arguments.contains("--empty");
    Serving.refuseWrongSettings();
    int port = port();
    refuseTaken(port);
    Map<String, Object> year = year();
    long began = System.nanoTime();
    House house = House.raise(directory, !empty, System.out::println);
    if (empty && house.data().demonstration()) {
      house.close();
      throw new Refused(
          "The data in "
              + house.data().root()
              + " are a demonstration, and a demonstration never becomes real. Choose an empty directory with FRISTAD_DATA, as in: FRISTAD_DATA=real ./run --empty");
    }
    ConfigurableApplicationContext node;
    try {
      node = Serving.node(house, port, year);
    } catch (RuntimeException failed) {
      house.close();
      throw failed;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Serving.stop(node);
                  house.close();
                  stopped.countDown();
                },
                "stopping"));
    System.out.printf(
        "%nFristad is open (%.1f s).%n  Public face  http://localhost:%d%n  Staff face   http://localhost:%d/staff%nCtrl-C stops everything.%n",
        (System.nanoTime() - began) / 1e9, port, port);
    if (!house.data().demonstration()) {
      node.getBeanProvider(Staffing.class)
          .ifAvailable(staffing ->
              staffing
                  .firstAdministratorCode()
                  .ifPresent(code ->
                      System.out.printf(
                          "%nNobody works here yet. The first administrator opens this link, once, within an hour:%n  http://localhost:%d/staff/begin#%s%nBehind a proxy: the same path at your own address. Too late? Stop and start again for a new one.%n",
                          port, code)));
    }
    if (house.data().demonstration()) {
      node.getBeanProvider(YearMaker.class).ifAvailable(YearBar::show);
    }
    stopped.await();
    return 0;
  }

  /// How much the invented year holds, and by which seed it is drawn.
  private static Map<String, Object> year() {
    String volumes = System.getenv().getOrDefault("FRISTAD_YEAR", "nexus-2023");
    String seed = System.getenv().getOrDefault("FRISTAD_SEED", "2025");
    if (!YearMaker.understands(volumes) || !seed.matches("[0-9]{1,18}")) {
      throw new Refused(
          "FRISTAD_YEAR must be nexus-2023, none, or intakes/investigations/supports/placements that can be, and FRISTAD_SEED a number, as in: FRISTAD_YEAR=7/5/3/2 FRISTAD_SEED=4 ./run");
    }
    return Map.of(
        "fristad.demonstration.volumes",
        volumes,
        "fristad.demonstration.seed",
        seed,
        "fristad.demonstration.reception",
        "true");
  }

  private static int port() {
    String port = System.getenv().getOrDefault("FRISTAD_PORT", "8080");
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      throw new Refused(
          "FRISTAD_PORT must be a number between 1 and 65535, as in: FRISTAD_PORT=8081 ./run");
    }
    return Integer.parseInt(port);
  }

  private static void refuseTaken(int port) throws IOException {
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    } catch (BindException taken) {
      throw new Refused(
          "Port "
              + port
              + " is taken. Stop the program that uses it, or choose another with FRISTAD_PORT, as in: FRISTAD_PORT=8081 ./run");
    }
  }
}
