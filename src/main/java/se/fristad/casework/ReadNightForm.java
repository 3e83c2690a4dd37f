package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The day reads what happened at night, and says that it has: the duty social service sees it.
@StaffFace
@Component
class ReadNightForm implements StepForm {
  static final String KIND = "read_night";

  private final AcuteRoad road;
  private final StaffNames names;

  ReadNightForm(AcuteRoad road, StaffNames names) {
    this.road = road;
    this.names = names;
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
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().nights().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.toDay() && row.readAt() == null)
        .map(row ->
            new Offer(
                row.id(),
                texts.t(
                    "casework.step.read_night.of",
                    texts.t("casework.night.what." + row.what().code()),
                    texts.moment(row.at()))))
        .toList();
  }

  @Override
  public Set<String> names() {
    return Set.of("read");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().nights().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .ifPresent(seen -> sheet.told(lines(texts, at, seen)));
    sheet.tick(sheet.needed("read"), texts.t("casework.step.read_night.read.yes"));
  }

  private List<Described> lines(Texts texts, At at, Reading.Seen<NightRows.Row> seen) {
    NightRows.Row row = seen.row();
    List<Described> lines = new ArrayList<>();
    Confidential who = names.of(List.of(row.by())).get(row.by());
    lines.add(
        new Described(
            texts.t("casework.night.what." + row.what().code()),
            texts.t(
                "casework.night.by",
                texts.moment(row.at()),
                who == null ? texts.t("casework.somebody") : who.reveal())));
    add(lines, texts, "why", why(texts, seen.words().value("why")));
    add(lines, texts, "words", seen.words().value("words"));
    at.reading().decisions().stream()
        .filter(one -> one.row().id().equals(row.record()))
        .findFirst()
        .ifPresent(one -> decision(lines, texts, one));
    return lines;
  }

  private static String why(Texts texts, String code) {
    return code.isEmpty() ? "" : texts.t("casework.duty.why." + code);
  }

  private static void decision(
      List<Described> lines, Texts texts, Reading.Seen<DecisionRows.Row> one) {
    DecisionRows.Row row = one.row();
    Words words = one.words();
    lines.add(
        new Described(
            texts.t("casework.decision.outcome"),
            texts.t("casework.outcome." + row.outcome().code())));
    add(lines, texts, "wanted", kinds(texts, Codes.of(Decisions.appliedFor(words))));
    add(lines, texts, "granted", kinds(texts, Codes.of(row.granted())));
    if (row.acuteFrom() != null && row.acuteUntil() != null && !row.granted().isEmpty()) {
      add(
          lines,
          texts,
          "time",
          texts.t(
              "casework.night.time.span",
              texts.moment(row.acuteFrom()),
              texts.date(row.acuteUntil())));
    }
    add(lines, texts, "motive", words.value("motive"));
    add(lines, texts, "risk", words.value("risk"));
    add(lines, texts, "own_words", words.value("own_words"));
    add(lines, texts, "children", words.value("children_words"));
    String after = words.value("afterwards");
    add(
        lines,
        texts,
        "afterwards",
        after.isEmpty() ? "" : texts.t("casework.acute.afterwards." + after));
    add(lines, texts, "no_investigation", words.value("no_investigation"));
  }

  private static String kinds(Texts texts, java.util.Collection<String> codes) {
    return codes.stream()
        .map(code -> texts.t("casework.acute.kind." + code))
        .collect(Collectors.joining(", "));
  }

  private static void add(List<Described> lines, Texts texts, String what, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t("casework.night." + what), value));
    }
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    if (!sent.has("read")) {
      sent.refuse(Refusal.unreadable("read", "casework.step.read_night.unread"));
    }
    UUID event = record == null ? UUID.randomUUID() : record;
    return sent.step(() -> road.readNight(viewer, file, event));
  }
}
