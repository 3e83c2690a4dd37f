package se.fristad.house;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;

/// Hears everything that rooms tell: the third of the three ways in which a write is asserted.
@TestComponent
public class TestEvents {
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @EventListener
  void hear(PayloadApplicationEvent<?> event) {
    heard.add(event.getPayload());
  }

  /// What was told of this type since [#forget], in its order.
  public <T> List<T> of(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Forgets what was told.
  public void forget() {
    heard.clear();
  }
}
