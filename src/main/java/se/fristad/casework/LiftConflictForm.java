package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The head lifts a conflict of interest that was a mistake or is over, with a reason.
@StaffFace
@Component
class LiftConflictForm implements StepForm {
  private final FileConflicts conflicts;
  private final StaffNames names;

  LiftConflictForm(FileConflicts conflicts, StaffNames names) {
    this.conflicts = conflicts;
    this.names = names;
  }

  @Override
  public String kind() {
    return "lift_conflict";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 96;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().conflicts().stream()
        .map(one ->
            new Offer(
                one.staff(), texts.t("casework.step.lift_conflict.of", name(texts, one.staff()))))
        .toList();
  }

  private String name(Texts texts, UUID staff) {
    Confidential name = names.of(Set.of(staff)).get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }

  @Override
  public Set<String> names() {
    return Set.of("why");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.area(sheet.needed("why"), 3, FileConflicts.MOST);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Confidential why = sent.text("why", FileConflicts.MOST);
    UUID staff = record == null ? viewer.staff() : record;
    return sent.step(() -> conflicts.lift(viewer, file, staff, why));
  }
}
