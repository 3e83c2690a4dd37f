package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// What came of it that somebody came along.
@StaffFace
@Component
class AccompaniedForm implements StepForm {
  static final String KIND = "accompanied";

  private static final int MOST_WORDS = 2_000;

  private final Road road;

  AccompaniedForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Set<Role> roles() {
    return Accompaniments.ROLES;
  }

  @Override
  public int order() {
    return 44;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.ACCOMPANY);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return booked(at, texts, "casework.step.accompanied.of");
  }

  /// Those that are booked, each by its day.
  static List<Offer> booked(At at, Texts texts, String key) {
    return at.reading().file().open()
        ? at.reading().accompaniments().stream()
            .map(Reading.Seen::row)
            .filter(AccompanimentRows.Row::booked)
            .map(row -> new Offer(row.id(), texts.t(key, texts.moment(row.from()))))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("went", "words");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    at.reading().accompaniments().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .findFirst()
        .ifPresent(seen -> sheet.told(Accompanied.lines(texts, seen.row(), seen.words())));
    sheet.across(
        sheet.needed("went"),
        List.of(
            Option.of("yes", texts.t("casework.step.accompanied.went.yes")),
            Option.of("no", texts.t("casework.step.accompanied.went.no"))));
    sheet.area(sheet.field("words"), 4, MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID one = Objects.requireNonNullElse(record, file);
    String went = sent.one("went", new String[] {"yes", "no"}, code -> code);
    Confidential words = sent.text("words", MOST_WORDS);
    return sent.step(() -> road.accompanied(viewer, file, one, went.equals("yes"), words));
  }
}
