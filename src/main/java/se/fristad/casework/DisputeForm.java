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
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// The person, or who speaks for her, holds something in the file to be wrong: it is noted beside
/// what stands (14 kap. 6 § SoL).
@StaffFace
@Component
class DisputeForm implements StepForm {
  static final String KIND = "dispute";

  /// The longest text of one field, in characters.
  static final int MOST = 4_000;

  private static final String ABOUT = "about";
  private static final String FILE = "file";

  private final Road road;

  DisputeForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return NoteForm.WRITERS;
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 93;
  }

  /// About the file, and about each record of it; also in a closed file.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    List<Offer> offers = new ArrayList<>(once(texts));
    at.reading()
        .notes()
        .forEach(seen -> offers.add(new Offer(seen.row().id(), texts.t("casework.step.dispute"))));
    return offers;
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public Set<String> names() {
    return Set.of(ABOUT, "by", "fact", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return at.record() == null
        ? TypedForm.empty()
        : TypedForm.empty().with(ABOUT, at.record().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.select(sheet.needed(ABOUT), records(sheet.texts(), at.reading()));
    sheet.choice(
        sheet.needed("by"),
        sheet.options("casework.speaking", Road.Speaking.values(), Road.Speaking::code));
    sheet.area(sheet.demanded("fact", CaseRule.DISPUTED_FACT_IS_NOTED), 3, MOST);
    sheet.area(sheet.demanded("words", CaseRule.DISPUTED_FACT_IS_NOTED), 4, MOST);
  }

  /// What can be disputed: each record once, the latest first, and the rest of the file.
  private static List<Option> records(Texts texts, Reading reading) {
    List<Option> options = new ArrayList<>();
    options.add(Option.of("", texts.t("casework.step.dispute.choose")));
    FileParts.of(texts, reading).stream()
        .filter(part ->
            switch (part.kind()) {
              case NOTE,
                  ASSESSMENT,
                  MAPPING,
                  INVESTIGATION,
                  DECISION,
                  SUPPORT,
                  FOLLOW_UP,
                  PLAN,
                  ACCOMPANIMENT,
                  REPORT,
                  APPEAL ->
                  true;
              case CORRECTION, DISPUTE, PERPETRATORS, CONSENT, DISCLOSURE, CLOSING -> false;
            })
        .forEach(part ->
            options.add(
                Option.of(
                    part.record().toString(),
                    texts.t(
                        "casework.step.dispute.record",
                        texts.t(part.kind().textKey()),
                        part.dayOnly() ? texts.date(part.at()) : texts.moment(part.at()),
                        Journal.beginning(part)))));
    options.add(Option.of(FILE, texts.t("casework.step.dispute.file")));
    return options;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    String about = sent.value(ABOUT);
    if (about.isEmpty()) {
      sent.refuse(Refusal.unreadable(ABOUT, "casework.wrong.choose"));
    }
    Road.Disputing disputing =
        new Road.Disputing(
            about.equals(FILE) ? file : Read.id(about).orElseGet(UUID::randomUUID),
            sent.one("by", Road.Speaking.values(), Road.Speaking::code),
            sent.text("fact", MOST),
            sent.text("words", MOST));
    return sent.step(() -> road.dispute(viewer, file, disputing));
  }
}
