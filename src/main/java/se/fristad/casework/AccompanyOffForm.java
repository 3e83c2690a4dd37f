package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// That somebody comes along is called off.
@StaffFace
@Component
class AccompanyOffForm implements StepForm {
  private static final int MOST_WHY = 1_000;

  private final Road road;

  AccompanyOffForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "accompany_off";
  }

  @Override
  public int order() {
    return 44;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return AccompaniedForm.booked(at, texts, "casework.step.accompany_off.of");
  }

  @Override
  public Set<String> names() {
    return Set.of("why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.demanded("why", CaseRule.WRITTEN_IN_WORDS), 3, MOST_WHY);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID one = Objects.requireNonNullElse(record, file);
    Confidential why = sent.text("why", MOST_WHY);
    return sent.step(() -> road.callOffAccompaniment(viewer, file, one, why));
  }
}
