package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;

/// The summary of an investigation that is ready, for her to read and say what is wrong in it.
@StaffFace
@Component
class SummaryForm implements StepForm {
  static final String KIND = "investigation_summary";

  private final Documents documents;
  private final Saying saying;

  SummaryForm(Documents documents, Saying saying) {
    this.documents = documents;
    this.saying = saying;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 29;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().investigations().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.state() == InvestigationRows.State.CONCLUDED)
        .map(row -> new Offer(row.id(), texts.t("casework.step.investigation_summary")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Reading reading = at.reading();
    reading.investigations().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .map(seen ->
            saying.ofInvestigation(
                reading.number(),
                reading.person(),
                seen.row(),
                seen.words(),
                ReadFile.risk(saying.texts(), reading.file(), at.today())))
        .ifPresent(said -> sheet.document(DocumentKind.INVESTIGATION_SUMMARY, said));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID investigation = Objects.requireNonNullElse(record, file);
    return sent.step(() -> documents.summary(viewer, file, investigation));
  }
}
