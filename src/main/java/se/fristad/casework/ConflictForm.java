package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// One of us knows the person: she says so of herself, or the head of a colleague.
@StaffFace
@Component
class ConflictForm implements StepForm {
  /// Its address.
  static final String KIND = "conflict";

  private static final String WHO = "who";
  private static final String MYSELF = "myself";
  private static final Set<Role> OTHERS =
      Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER);

  private final FileConflicts conflicts;
  private final Colleagues colleagues;

  ConflictForm(FileConflicts conflicts, Colleagues colleagues) {
    this.conflicts = conflicts;
    this.colleagues = colleagues;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 95;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return List.of(
        new Offer(
            null,
            texts.t(
                at.viewer().role() == Role.HEAD
                    ? "casework.step.conflict.of"
                    : "casework.step.conflict")));
  }

  @Override
  public Set<String> names() {
    return Set.of(WHO);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    if (at.viewer().role() == Role.HEAD) {
      sheet.select(
          sheet.needed(WHO),
          others().stream()
              .map(one -> Option.of(one.id().toString(), one.name().reveal()))
              .toList());
      return;
    }
    sheet.notice(Tone.WARN, texts.t("casework.step.conflict.gone"));
    sheet.checks(
        sheet.needed(WHO), List.of(Option.of(MYSELF, texts.t("casework.step.conflict.myself"))));
  }

  private List<Colleagues.Colleague> others() {
    return colleagues.with(OTHERS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    String chosen = sent.value(WHO);
    UUID staff = viewer.staff();
    if (viewer.role() == Role.HEAD) {
      UUID asked = Read.id(chosen).orElse(null);
      staff =
          others().stream()
              .map(Colleagues.Colleague::id)
              .filter(id -> id.equals(asked))
              .findFirst()
              .orElse(null);
    }
    if (staff == null || (viewer.role() != Role.HEAD && !chosen.equals(MYSELF))) {
      sent.refuse(Refusal.unreadable(WHO, "casework.step.conflict.choose"));
    }
    UUID whose = staff == null ? viewer.staff() : staff;
    return sent.step(() -> conflicts.declare(viewer, file, whose));
  }
}
