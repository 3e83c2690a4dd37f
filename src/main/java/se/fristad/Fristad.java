package se.fristad;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import se.fristad.house.Commands;

/// The program. It lies here so that the nineteen rooms are found beneath it; what it does stands
/// in `house`.
@Modulithic(systemName = "Fristad")
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class Fristad {
  /// Runs the command named by the first argument, `serve` when there is none. Ends with its exit
  /// code.
  public static void main(String[] arguments) throws Exception {
    System.exit(Commands.run(List.of(arguments)));
  }
}
