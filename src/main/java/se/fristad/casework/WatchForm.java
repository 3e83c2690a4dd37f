package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// The day asks the night to watch somebody, and sees whether it has read that.
@StaffFace
@Component
class WatchForm implements StepForm {
  private final AcuteRoad road;

  WatchForm(AcuteRoad road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "watch";
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
    return 66;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open() ? once(texts) : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("night", "words");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("night", at.today().toString());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    sheet.told(
        at.reading().nights().stream()
            .filter(seen ->
                !seen.row().toDay() && !seen.row().night().isBefore(at.today().minusDays(7)))
            .map(seen -> {
              NightRows.Row row = seen.row();
              return new Described(
                  row.readAt() == null
                      ? texts.t("casework.night.watch.unread", texts.date(row.night()))
                      : texts.t(
                          "casework.night.watch.read",
                          texts.date(row.night()),
                          texts.moment(row.readAt())),
                  seen.words().value("words"));
            })
            .toList());
    sheet.day(sheet.demanded("night", CaseRule.NIGHT_IS_HANDED_OVER));
    sheet.area(sheet.demanded("words", CaseRule.NIGHT_IS_HANDED_OVER), 4, Duty.MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    LocalDate night = sent.day("night");
    se.fristad.vault.Confidential words = sent.text("words", Duty.MOST_WORDS);
    return sent.step(() -> road.watch(viewer, file, night, words));
  }
}
