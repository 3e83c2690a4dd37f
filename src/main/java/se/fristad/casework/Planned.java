package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Role;
import se.fristad.casework.Reading.Seen;
import se.fristad.casework.web.PlanSheet;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Draws the plans of a file that has been read.
final class Planned {
  private final Texts texts;
  private final Reading reading;
  private final NamedStaff names;
  private final Instant now;
  private final LocalDate today;
  private final @Nullable Role reader;

  /// @param reader the role for which ways lead on; null when nothing does
  Planned(Texts texts, Reading reading, NamedStaff names, Instant now, @Nullable Role reader) {
    this.texts = texts;
    this.reading = reading;
    this.names = names;
    this.now = now;
    this.today = LocalDate.ofInstant(now, Files.HERE);
    this.reader = reader;
  }

  /// Something that was said of what is to be done.
  record Said(Plan.Standing standing, Confidential words, Instant at, UUID by) {}

  /// All that was said, the oldest first.
  static List<Said> said(Words words) {
    List<String> standings = words.codes("said");
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < standings.size(); i++) {
      said.add(
          new Said(
              Plan.Standing.of(standings.get(i)),
              words.text("said_" + i),
              Instant.parse(words.value("said_" + i + "_at")),
              UUID.fromString(words.value("said_" + i + "_by"))));
    }
    return said;
  }

  static List<UUID> saidBy(Words words) {
    return said(words).stream().map(Said::by).toList();
  }

  /// The plan that stands; null when none does.
  @Nullable PlanSheet standing() {
    return PlanForm.standing(reading).map(this::sheet).orElse(null);
  }

  /// A plan whole.
  PlanSheet sheet(Seen<PlanRows.Row> seen) {
    PlanRows.Row row = seen.row();
    Words words = seen.words();
    List<Seen<PlanRows.Action>> actions = PlanForm.actions(reading, row.id());
    List<PlanSheet.Goal> goals = new ArrayList<>();
    int count = words.value("goals").isEmpty() ? 0 : Plans.goals(words);
    for (int i = 0; i < count; i++) {
      int goal = i;
      goals.add(
          new PlanSheet.Goal(
              texts.t("casework.plan.column.goal", i + 1),
              words.value(Plan.Goal.field(i, "words")),
              belongs(words, i),
              met(row.id(), i),
              table(row, actions.stream().filter(one -> one.row().goal() == goal).toList())));
    }
    if (count == 0 && !actions.isEmpty()) {
      // whoever delivers support reads what is hers, and no goals
      goals.add(
          new PlanSheet.Goal(texts.t("casework.plan.yours"), "", "", null, table(row, actions)));
    }
    return new PlanSheet(
        texts.t("casework.plan.title", row.number()),
        row.stands() ? null : texts.t("casework.plan.state." + row.state().code()),
        row.stands() && row.reviewOn().isBefore(today) ? Tone.WARN : Tone.NEUTRAL,
        lines(row, words),
        goals);
  }

  /// What she has said last of a goal; null when she has not been asked.
  private @Nullable String met(UUID plan, int goal) {
    return reading.followUps().stream()
        .filter(seen -> plan.equals(seen.row().plan()) && seen.row().doneAt() != null)
        .filter(seen -> !seen.words().value(FollowUps.goal(goal)).isEmpty())
        .max(Comparator.comparing(seen -> Objects.requireNonNull(seen.row().doneAt())))
        .map(seen ->
            texts.t(
                "casework.plan.met",
                texts.t("casework.step.follow_up.goal." + seen.words().value(FollowUps.goal(goal))),
                texts.when(Objects.requireNonNull(seen.row().doneAt()), now)))
        .orElse(null);
  }

  private String belongs(Words words, int goal) {
    List<String> names = new ArrayList<>();
    names.add(texts.t("casework.need." + words.value(Plan.Goal.field(goal, "need"))));
    List<String> supports = words.codes(Plan.Goal.field(goal, "supports"));
    reading.supports().stream()
        .map(Seen::row)
        .filter(row -> supports.contains(row.id().toString()))
        .map(row -> texts.t("casework.type." + row.type().code()))
        .forEach(names::add);
    return String.join(" · ", names);
  }

  private List<Described> lines(PlanRows.Row row, Words words) {
    List<Described> lines = new ArrayList<>();
    lines.add(
        new Described(
            texts.t("casework.plan.made"),
            texts.t("casework.plan.made.by", texts.moment(row.madeAt()), names.of(row.madeBy()))));
    if (row.stands()) {
      lines.add(new Described(texts.t("casework.plan.review"), near(row.reviewOn())));
    }
    if (!words.value("agreed").isEmpty()) {
      lines.add(
          new Described(
              texts.t("casework.plan.agreed"),
              texts.t("casework.step.plan.agreed." + words.value("agreed"))));
      lines.add(
          new Described(
              texts.t("casework.plan.got"),
              texts.t("casework.step.plan.got." + words.value("got"))
                  + (words.value("got_how").isBlank() ? "" : ": " + words.value("got_how"))));
    }
    if (!words.value("view").isBlank()) {
      lines.add(new Described(texts.t("casework.plan.view"), words.value("view")));
    }
    if (row.endedAt() != null) {
      lines.add(
          new Described(
              texts.t("casework.plan.state." + row.state().code()),
              texts.t(
                  "casework.plan.made.by", texts.moment(row.endedAt()), names.of(row.endedBy()))));
    }
    if (!words.value("why").isBlank()) {
      lines.add(new Described(texts.t("casework.plan.why"), words.value("why")));
    }
    return lines;
  }

  /// A day in words with its date, said once when they are the same.
  private String near(LocalDate day) {
    String near = texts.near(day, today);
    String date = texts.date(day);
    return near.equals(date) ? date : texts.t("casework.plan.review.on", near, date);
  }

  private Table table(PlanRows.Row plan, List<Seen<PlanRows.Action>> actions) {
    return ReadFile.table(
        texts,
        "casework.plan.actions",
        List.of(
            "casework.plan.column.what",
            "casework.plan.column.who",
            "casework.plan.column.due",
            "casework.plan.column.standing"),
        actions.stream().map(seen -> row(plan, seen)).toList());
  }

  private Table.Row row(PlanRows.Row plan, Seen<PlanRows.Action> seen) {
    PlanRows.Action action = seen.row();
    String what = seen.words().value("what");
    boolean ways = reader != null && reader != Role.HEAD && reading.file().open() && plan.stands();
    Cell first =
        ways
            ? Cell.link(what, StepPages.href(reading.file().id(), PlanActionForm.KIND, action.id()))
            : Cell.of(what);
    List<Said> said = said(seen.words());
    Cell standing =
        Cell.badge(
            texts.t("casework.plan.standing." + action.standing().code()), tone(action.standing()));
    return Table.Row.of(
        first,
        Cell.of(who(seen)),
        plan.stands() && action.standing().open()
            ? ReadFile.when(texts, Tasks.endOf(action.dueOn()), now, today)
            : Cell.of(texts.date(action.dueOn())),
        said.isEmpty() ? standing : standing.withDetail(last(said.getLast())));
  }

  private String last(Said said) {
    String by = names.of(said.by());
    String at = texts.when(said.at(), now);
    return said.words().isBlank()
        ? texts.t("casework.plan.said.only", by, at)
        : texts.t("casework.plan.said", said.words().reveal(), by, at);
  }

  private String who(Seen<PlanRows.Action> seen) {
    return switch (Road.of(Plan.By.values(), seen.words().value("by"))) {
      case HERSELF -> texts.t("casework.plan.by.herself");
      case STAFF -> names.of(seen.row().staff());
      case OTHER -> seen.words().value("name");
    };
  }

  private static Tone tone(Plan.Standing standing) {
    return switch (standing) {
      case NOT_BEGUN, DROPPED -> Tone.NEUTRAL;
      case GOING -> Tone.INFO;
      case DONE -> Tone.SUCCESS;
      case HINDERED -> Tone.WARN;
    };
  }

  /// The way to every plan of the file; null when nothing leads on, or there is none.
  @Nullable Option way() {
    return reader == null || reading.plans().isEmpty()
        ? null
        : Option.of(
            PlanPages.href(reading.file().id()),
            texts.t("casework.plan.way", reading.plans().size()));
  }
}
