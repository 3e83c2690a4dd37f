package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// Acute protection of somebody who has no file, or no name yet: the file is opened with it, since
/// what is decided on after an assessment is documented (14 kap. 3 § SoL). Who she is is written
/// down as far as she has said it; whoever has no number gets one of the centre's.
@StaffFace
@Component
class AcuteOpenings {
  private final Openings openings;
  private final AcuteProtections protections;
  private final Duty duty;
  private final Clock clock;

  AcuteOpenings(Openings openings, AcuteProtections protections, Duty duty, Clock clock) {
    this.openings = openings;
    this.protections = protections;
    this.duty = duty;
    this.clock = clock;
  }

  Step<Road.Began> open(Viewer viewer, AcuteRoad.Unfiled unfiled) {
    boolean night = viewer.role() == Role.DUTY_SOCIAL_SERVICE;
    if (night && (!duty.open() || unfiled.intake() != null)) {
      return new Step.NotThere<>();
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    AcuteRoad.Acute acute = unfiled.acute();
    Step<Road.Began> step =
        openings.openAcutely(
            viewer,
            new Road.Opening(
                unfiled.file(),
                unfiled.intake(),
                unfiled.municipality(),
                unfiled.who(),
                new Road.Agreed(today, AcuteProtections.agreedUntil(acute, today), acute.agreed())),
            night ? Purpose.ON_DUTY : Purpose.INVESTIGATING,
            new Openings.Acutely(
                unfiled.typed(),
                hand -> {
                  UUID decision = protections.decided(hand, acute);
                  if (night) {
                    duty.opened(hand, decision);
                  }
                }));
    // the same form again: she sees the card of the file that it opened
    return night && step instanceof Step.NotThere<Road.Began> && duty.sees(viewer, unfiled.file())
        ? new Step.Again<>()
        : step;
  }
}
