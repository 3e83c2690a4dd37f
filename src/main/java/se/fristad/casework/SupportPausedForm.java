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
import se.fristad.page.TypedForm;

/// A support that had begun is interrupted: from that day it waits to be carried out again.
@StaffFace
@Component
class SupportPausedForm implements StepForm {
  private final Supports supports;

  SupportPausedForm(Supports supports) {
    this.supports = supports;
  }

  @Override
  public String kind() {
    return "support_paused";
  }

  @Override
  public int order() {
    return 42;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().supports().stream()
        .map(Reading.Seen::row)
        .filter(row ->
            at.reading().file().open()
                && SupportBeginsForm.goesOn(row, at.today())
                && row.pausedOn() == null)
        .map(row ->
            new Offer(
                row.id(),
                texts.t(
                    "casework.step.support_paused.of",
                    texts.t("casework.type." + row.type().code()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("from");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("from", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.day(sheet.demanded("from", CaseRule.NOT_CARRIED_OUT_IS_REPORTED));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID support = Objects.requireNonNullElse(record, file);
    return sent.step(() -> supports.pause(viewer, file, support, sent.day("from")));
  }
}
