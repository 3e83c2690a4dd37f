package se.fristad.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;

/// Whoever has got a file reads what was handed over, and says that she has.
@StaffFace
@Component
class TakeOverForm implements StepForm {
  private final Road road;

  TakeOverForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "take_over";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 4;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.TAKE_OVER);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().handovers().stream()
        .filter(one -> one.received() == null && one.to().equals(at.viewer().staff()))
        .map(one -> new Offer(one.id(), texts.t("casework.step.take_over")))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("read");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().handovers().stream()
        .filter(one -> one.id().equals(at.record()))
        .findFirst()
        .ifPresent(one -> sheet.told(lines(texts, one)));
    sheet.tick(sheet.needed("read"), texts.t("casework.step.take_over.read.yes"));
  }

  private static List<Described> lines(Texts texts, HandoverRows.Handover one) {
    List<Described> lines = new ArrayList<>();
    lines.add(new Described(texts.t("casework.step.handover.first"), one.words().value("first")));
    String through = one.words().value("through");
    if (!through.isEmpty()) {
      lines.add(
          new Described(
              texts.t("casework.step.handover.through"),
              Arrays.stream(through.split(","))
                  .map(code -> texts.t("casework.step.handover.through." + code))
                  .collect(Collectors.joining(", "))));
    }
    if (!one.words().value("left").isEmpty()) {
      lines.add(new Described(texts.t("casework.step.handover.left"), one.words().value("left")));
    }
    lines.add(
        new Described(
            texts.t("casework.step.handover.told"),
            texts.t(
                one.words().value("told").isEmpty()
                    ? "casework.step.handover.told.no"
                    : "casework.step.handover.told.yes")));
    return lines;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    if (!sent.has("read")) {
      sent.refuse(Refusal.unreadable("read", "casework.step.take_over.unread"));
    }
    UUID handover = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.takeOver(viewer, file, handover));
  }
}
