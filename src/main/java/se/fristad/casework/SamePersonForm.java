package se.fristad.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;

/// Two files seem to be of one person: the head, and nobody else, sees it, reads both and says that
/// she has.
@StaffFace
@Component
class SamePersonForm implements StepForm {
  private final Road road;

  SamePersonForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "same_person";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.HEAD);
  }

  @Override
  public int order() {
    return 75;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.SAME_PERSON);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return others(at).findAny().isPresent() ? once(texts) : List.of();
  }

  private static Stream<UUID> others(At at) {
    return at.reading().tasks().stream()
        .filter(task -> task.kind() == TaskKind.SAME_PERSON)
        .map(Tasks.Task::record)
        .flatMap(Stream::ofNullable);
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public void draw(Sheet sheet, At at) {
    others(at)
        .forEach(other ->
            sheet.way(sheet.texts().t("casework.step.same_person.other"), CasePages.FILES + other));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    return sent.step(() -> road.lookedAtSamePerson(viewer, file));
  }
}
