package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// She takes back that something may be told; it holds at once.
@StaffFace
@Component
class WithdrawLettingForm implements StepForm {
  private final Road road;

  WithdrawLettingForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "withdraw_letting";
  }

  @Override
  public int order() {
    return 66;
  }

  /// Each that has not ended and is not taken back; also in a closed file.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().consents().stream()
        .filter(seen ->
            seen.row().subject().equals(Road.Subject.DISCLOSE.code())
                && seen.row().withdrawnAt() == null
                && !seen.row().endsOn().isBefore(at.today()))
        .map(seen ->
            new Offer(
                seen.row().id(),
                texts.t("casework.step.withdraw_letting.of", seen.words().value("to"))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.notice(Tone.INFO, sheet.texts().t("casework.step.withdraw_letting.at-once"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID consent = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.withdrawLetting(viewer, file, consent));
  }
}
