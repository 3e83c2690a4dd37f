package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// An investigation is broken off: nobody is investigated against her will.
@StaffFace
@Component
class DiscontinueForm implements StepForm {
  /// The longest text, in characters.
  static final int MOST = 2_000;

  private final Road road;

  DiscontinueForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "discontinue";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return InvestigationForm.open(at, texts.t("casework.step.discontinue"));
  }

  @Override
  public Set<String> names() {
    return Set.of("why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.demanded("why", CaseRule.WRITTEN_IN_WORDS), 4, MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Confidential why = sent.text("why", MOST);
    return record == null
        ? new Step.NotThere<>()
        : sent.step(() -> road.discontinueInvestigation(viewer, file, record, why));
  }
}
