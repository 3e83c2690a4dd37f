package se.fristad.casework;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.NeedMet;
import se.fristad.page.Texts;

/// Her answer: was your need met?
@StaffFace
@Component
class FollowUpForm implements StepForm {
  private static final int MOST_WORDS = 4_000;

  private final Road road;

  FollowUpForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "follow_up";
  }

  @Override
  public int order() {
    return 51;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.FOLLOW_UP);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().followUps().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.doneAt() == null)
            .map(row ->
                new Offer(
                    row.id(),
                    texts.t("casework.step.follow_up.of", texts.near(row.dueOn(), at.today()))))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of("need_met", "words");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    sheet.choice(
        sheet.demanded("need_met", CaseRule.NEED_IS_FOLLOWED_UP),
        sheet.options("casework.step.follow_up.answer", NeedMet.values(), NeedMet::code));
    sheet.area(sheet.field("words"), 4, MOST_WORDS);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID followUp = Objects.requireNonNullElse(record, file);
    Road.FollowUp answer =
        new Road.FollowUp(
            sent.one("need_met", NeedMet.values(), NeedMet::code), sent.text("words", MOST_WORDS));
    return sent.step(() -> road.followUp(viewer, file, followUp, answer));
  }
}
