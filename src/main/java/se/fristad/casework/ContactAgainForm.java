package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.NeedMet;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// What came of being contacted after the closing; and that she does not want to be, which can be
/// said on any day.
@StaffFace
@Component
class ContactAgainForm implements StepForm {
  private static final int MOST_WORDS = 4_000;

  private final Road road;

  ContactAgainForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "contact_again";
  }

  @Override
  public int order() {
    return 52;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.CONTACT_AGAIN);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    ContactAgainRows.Row row = ContactsAgain.waiting(at.reading());
    return row == null
        ? List.of()
        : List.of(
            new Offer(
                row.id(),
                texts.t(
                    row.isDue(at.today())
                        ? "casework.step.contact_again.of"
                        : "casework.step.contact_again.before",
                    row.months(),
                    texts.date(row.dueOn()))));
  }

  @Override
  public Set<String> names() {
    return Set.of("outcome", "herself", "need_met", "again_on", "words");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    ContactAgainRows.Row row =
        at.reading().contactsAgain().stream()
            .map(Reading.Seen::row)
            .filter(one -> one.id().equals(at.record()))
            .findFirst()
            .orElse(null);
    if (row != null) {
      List<Described> told = new ArrayList<>();
      told.add(
          new Described(
              texts.t("casework.again.by"), texts.t("casework.again.by." + row.by().code())));
      String how = at.reading().words().value("contact_how");
      if (!how.isBlank()) {
        told.add(new Described(texts.t("casework.step.closing.contact_how"), how));
      }
      sheet.told(told);
      if (!row.isDue(at.today())) {
        sheet.notice(
            Tone.WARN, texts.t("casework.step.contact_again.not-before", texts.date(row.dueOn())));
      }
    }
    sheet.choice(
        sheet.demanded("outcome", CaseRule.CONTACT_ON_HER_TERMS),
        sheet.options(
            "casework.step.contact_again.outcome",
            Road.Asked.Outcome.values(),
            Road.Asked.Outcome::code));
    sheet.tick(sheet.field("herself"), texts.t("casework.step.contact_again.herself.yes"));
    sheet.across(
        sheet.field("need_met"),
        sheet.options("casework.step.follow_up.answer", NeedMet.values(), NeedMet::code));
    sheet.area(sheet.field("words"), 4, MOST_WORDS);
    sheet.day(sheet.field("again_on"));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID again = Objects.requireNonNullElse(record, file);
    LocalDate on = sent.dayOrNone("again_on");
    Road.Asked asked =
        new Road.Asked(
            sent.one("outcome", Road.Asked.Outcome.values(), Road.Asked.Outcome::code),
            sent.has("herself"),
            sent.chosen("need_met", NeedMet.values(), NeedMet::code).orElse(null),
            on,
            sent.text("words", MOST_WORDS));
    return sent.step(() -> road.contactedAgain(viewer, file, again, asked));
  }
}
