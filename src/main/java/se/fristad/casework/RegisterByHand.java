package se.fristad.casework;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The register as one of us has read it, by hand, and written down with her name and the day.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class RegisterByHand implements PopulationRegister {
  @Override
  public Said said(Person person) {
    LocalDate on = person.guard().readOn();
    return on == null ? new Said.Silent() : new Said.Says(person.guard().level(), on);
  }
}
