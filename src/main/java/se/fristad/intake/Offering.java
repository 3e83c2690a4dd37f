package se.fristad.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// What the centre gives without individual assessment, and what the board has decided on it (11
/// kap. 5 § and 14 kap. 5 § SoL): for the one who sets a centre up.
@StaffFace
@Component
public class Offering {
  private final Services services;

  Offering(Services services) {
    this.services = services;
  }

  /// Writes down a kind of support.
  ///
  /// @param level 1 information, 2 advice, 3 support without individual assessment
  /// @return whether it stands
  public boolean gives(Viewer head, UUID type, String name, int level) {
    return services.addType(head, type, name, level) instanceof Opened.Value<?>;
  }

  /// Writes down that the board has decided that a kind is given without individual assessment,
  /// and, with its reasons, without documenting who somebody is.
  ///
  /// @param reasons the particular reasons under 14 kap. 5 §; empty when there is no such decision
  /// @return whether it stands
  public boolean decided(
      Viewer head, UUID type, LocalDate on, LocalDate until, String diary, String reasons) {
    boolean given =
        services.decide(
                head,
                type,
                new BoardDecision(
                    UUID.randomUUID(),
                    BoardDecision.Paragraph.WITHOUT_ASSESSMENT,
                    on,
                    on,
                    until,
                    diary,
                    null))
            instanceof Opened.Value<?>;
    return given
        && (reasons.isEmpty()
            || services.decide(
                    head,
                    type,
                    new BoardDecision(
                        UUID.randomUUID(),
                        BoardDecision.Paragraph.WITHOUT_IDENTITY,
                        on,
                        on,
                        until,
                        diary,
                        reasons))
                instanceof Opened.Value<?>);
  }
}
