package se.fristad.statistics;

import org.springframework.boot.test.context.TestComponent;

/// Somebody who tells of days long past, as the invented year does. She is silent until a test lets
/// her begin.
@TestComponent
public class Teller implements Telling {
  private volatile boolean goesOn;

  /// She begins or ends; a field of hers would be her wrapper's.
  void tells(boolean more) {
    goesOn = more;
  }

  @Override
  public boolean goesOn() {
    return goesOn;
  }
}
