package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// What the population register says of her: read by one of us, and written down.
@StaffFace
@Component
class ProtectionForm implements StepForm {
  private static final int MOST_LINE = 200;
  private final Road road;

  ProtectionForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "protection";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 14;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.READ_REGISTER, TaskKind.CONFIRM_PROTECTION);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return once(texts);
  }

  @Override
  public Set<String> names() {
    return Set.of("level", "provision", "set_on", "authority", "until");
  }

  @Override
  public TypedForm begun(At at) {
    Guard guard = at.reading().person().guard();
    TypedForm typed =
        TypedForm.empty()
            .with("provision", guard.provision().reveal())
            .with("authority", guard.authority().reveal());
    if (guard.suggested() != Road.Protection.NONE) {
      typed = typed.with("level", guard.suggested().code());
    } else if (guard.level().compareTo(Road.Protection.SECRECY_MARK) >= 0) {
      typed = typed.with("level", guard.level().code());
    }
    if (guard.setOn() != null) {
      typed = typed.with("set_on", guard.setOn().toString());
    }
    return guard.until() == null ? typed : typed.with("until", guard.until().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Guard guard = at.reading().person().guard();
    if (guard.suggested() != Road.Protection.NONE) {
      sheet.notice(
          Tone.WARN,
          texts.t(
              "casework.step.protection.suggested",
              texts.t("casework.protection." + guard.suggested().code())));
    }
    List<Road.Protection> levels = new ArrayList<>(List.of(Road.Protection.values()));
    if (at.viewer().role() != Role.HEAD) {
      levels.remove(Road.Protection.FICTITIOUS);
    }
    sheet.choice(
        sheet.demanded(sheet.needed("level"), CaseRule.REGISTER_IS_READ),
        sheet.options(
            "casework.step.protection.level", levels.stream().map(Road.Protection::code).toList()));
    sheet.part("details");
    sheet.line(sheet.demanded("provision", CaseRule.SECRECY_MARK_IS_WHOLE), MOST_LINE);
    sheet.day(sheet.field("set_on"));
    sheet.line(sheet.field("authority"), MOST_LINE);
    sheet.day(sheet.field("until"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Protection level = sent.one("level", Road.Protection.values(), Road.Protection::code);
    Road.Protecting protecting =
        new Road.Protecting(
            level,
            sent.text("provision", MOST_LINE),
            sent.dayOrNone("set_on"),
            sent.text("authority", MOST_LINE),
            sent.dayOrNone("until"));
    return sent.step(() -> road.protect(viewer, file, protecting));
  }
}
