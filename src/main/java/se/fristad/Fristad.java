package se.fristad;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program. `main` lies here so that the nineteen rooms are found beneath it; what it does
/// stands in `house`.
@SpringBootApplication
public class Fristad {
  /// Starts the command named by the first argument, `serve` when there is none.
  public static void main(String[] arguments) {
    System.out.println("not yet");
  }
}
