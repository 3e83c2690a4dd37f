package se.fristad.intake;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Receiving without a browser: the same use cases that the pages call, for whoever holds the
/// answers already.
@StaffFace
@Component
public class Receiving {
  private final Intakes intakes;

  Receiving(Intakes intakes) {
    this.intakes = intakes;
  }

  /// Begins an intake.
  ///
  /// @param id minted by the caller: the same id is the same intake
  /// @param thread the conversation; null for a call, a visit or a referral
  /// @return whether it is begun and hers
  public boolean begin(Viewer viewer, UUID id, WayIn way, @Nullable UUID thread) {
    return intakes.begin(viewer, id, way, thread) instanceof Opened.Value<UUID>(UUID begun)
        && Objects.equals(begun, id);
  }

  /// Concludes it, if every rule is met.
  ///
  /// @param form name and value of the fields, as the page has them
  /// @return whether it was concluded; never half
  public boolean conclude(Viewer viewer, UUID id, Map<String, String> form) {
    return intakes.conclude(viewer, id, new Seen(1, null), Typed.of(sent(form)))
        instanceof Concluding.Concluded;
  }

  private static Map<String, String[]> sent(Map<String, String> form) {
    return form.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> new String[] {field.getValue()}));
  }
}
