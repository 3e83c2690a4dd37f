package se.fristad.casework;

import java.util.List;
import java.util.Objects;
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

/// The head gives the file to somebody else. Whoever had it does not open it any more.
@StaffFace
@Component
class HandoverForm implements StepForm {
  private static final int MOST = 2_000;
  private final Road road;
  private final Colleagues colleagues;

  HandoverForm(Road road, Colleagues colleagues) {
    this.road = road;
    this.colleagues = colleagues;
  }

  @Override
  public String kind() {
    return "handover";
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
    return 70;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("to", "through", "told", "left", "first");
  }

  @Override
  public Set<String> several() {
    return Set.of("through");
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.HAND_OVER, TaskKind.GIVE_OUT);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.select(
        sheet.needed("to"),
        caseworkers().stream()
            .filter(one -> !Objects.equals(one.id(), at.reading().file().responsible()))
            .map(one -> Option.of(one.id().toString(), one.name().reveal()))
            .toList());
    Texts texts = sheet.texts();
    sheet.part("list");
    sheet.checks(
        sheet.field("through"),
        sheet.options("casework.step.handover.through", Road.Through.values(), Road.Through::code));
    sheet.tick(sheet.field("told"), texts.t("casework.step.handover.told.yes"));
    sheet.area(sheet.field("left"), 2, MOST);
    sheet.area(sheet.demanded("first", CaseRule.HANDED_OVER_WHOLE), 3, MOST);
  }

  private List<Colleagues.Colleague> caseworkers() {
    return colleagues.with(Set.of(Role.CASEWORKER));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID chosen = Read.id(sent.value("to")).orElse(null);
    UUID to =
        caseworkers().stream()
            .map(Colleagues.Colleague::id)
            .filter(id -> id.equals(chosen))
            .findFirst()
            .orElseGet(() -> {
              sent.refuse(Refusal.unreadable("to", "casework.wrong.choose"));
              return file;
            });
    Road.Handing handing =
        new Road.Handing(
            to,
            sent.ticked("through", Road.Through.values(), Road.Through::code),
            sent.has("told"),
            sent.text("left", MOST),
            sent.text("first", MOST));
    return sent.step(() -> road.handOver(viewer, file, handing));
  }
}
