package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;

/// She takes a consent back.
@StaffFace
@Component
class WithdrawForm implements StepForm {
  private final Road road;

  WithdrawForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "withdraw";
  }

  @Override
  public int order() {
    return 65;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return standing(at).isEmpty() ? List.of() : once(texts);
  }

  private static List<String> standing(At at) {
    return Road.Subject.WHOLE.stream()
        .map(Road.Subject::code)
        .filter(subject ->
            at.reading().consents().stream()
                .anyMatch(seen ->
                    seen.row().subject().equals(subject) && seen.row().withdrawnAt() == null))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("subject");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(sheet.needed("subject"), sheet.options("casework.subject", standing(at)));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Subject subject =
        sent.one("subject", Road.Subject.WHOLE.toArray(Road.Subject[]::new), Road.Subject::code);
    return sent.step(() -> road.withdrawConsent(viewer, file, subject));
  }
}
