package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// Somebody in the relation map is written down anew.
@StaffFace
@Component
class LinkChangeForm implements StepForm {
  /// Its address.
  static final String KIND = "link_change";

  private final Road road;

  LinkChangeForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 66;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? open(at, texts, KIND) : List.of();
  }

  /// Each that holds.
  static List<Offer> open(At at, Texts texts, String kind) {
    return at.reading().links().stream()
        .filter(link -> !link.ended())
        .map(link -> new Offer(link.id(), texts.t("casework.step." + kind)))
        .toList();
  }

  static Optional<Link> found(At at) {
    return at.reading().links().stream()
        .filter(link -> Objects.equals(link.id(), at.record()))
        .findFirst();
  }

  @Override
  public Set<String> names() {
    return LinkForm.NAMES;
  }

  @Override
  public TypedForm begun(At at) {
    return found(at).map(LinkForm::typed).orElse(TypedForm.empty());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    LinkForm.draw(sheet);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Link link = LinkForm.read(sent);
    UUID id = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.changeLink(viewer, file, id, link));
  }
}
