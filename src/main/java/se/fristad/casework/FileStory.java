package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Happening;
import se.fristad.page.Icon;
import se.fristad.page.Paging;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// The story of a file: what has happened in it, the latest first, some on a page.
final class FileStory {
  /// How much stands on a page.
  static final int ON_A_PAGE = 30;

  private final Texts texts;
  private final Reading reading;
  private final NamedStaff names;
  private final Instant now;
  private final LocalDate today;

  FileStory(Texts texts, Reading reading, NamedStaff names, Instant now) {
    this.texts = texts;
    this.reading = reading;
    this.names = names;
    this.now = now;
    this.today = LocalDate.ofInstant(now, Files.HERE);
  }

  private record Told(Instant at, Happening happening) {}

  /// A page of it.
  ///
  /// @param notes how many notes there are, those among them that were not read: enough are read
  ///   when the latest of the pages until this one are
  /// @param page from 1; beyond the end it is the last one
  Page page(int page, int notes, IntFunction<String> address) {
    List<Happening> told = told();
    Paging paging =
        Paging.of(page, ON_A_PAGE, told.size() - reading.notes().size() + notes, address);
    return new Page(told.stream().skip(paging.skipped()).limit(ON_A_PAGE).toList(), paging);
  }

  /// All of it.
  Page whole() {
    List<Happening> told = told();
    return new Page(told, Paging.whole(told.size()));
  }

  /// Some of it, and which.
  record Page(List<Happening> told, Paging paging) {}

  private List<Happening> told() {
    List<Told> told = new ArrayList<>();
    CaseFile file = reading.file();
    tell(told, file.openedAt(), Icon.PEOPLE, Tone.NEUTRAL, "opened", file.openedBy(), null);
    reading
        .assessments()
        .forEach(seen ->
            tell(
                told,
                seen.row().madeAt(),
                Icon.WARNING,
                seen.row().level().equals("high") ? Tone.DANGER : Tone.INFO,
                "assessed",
                seen.row().madeBy(),
                texts.t("casework.risk." + seen.row().level())));
    reading
        .investigations()
        .forEach(seen -> {
          tell(
              told,
              seen.row().openedAt(),
              Icon.FIGURES,
              Tone.NEUTRAL,
              "investigation_opened",
              seen.row().openedBy(),
              null);
          Instant concluded = seen.row().concludedAt();
          if (concluded != null) {
            boolean ready = seen.row().state() == InvestigationRows.State.CONCLUDED;
            tell(
                told,
                concluded,
                ready ? Icon.DONE : Icon.INFORMATION,
                ready ? Tone.SUCCESS : Tone.NEUTRAL,
                ready ? "investigation_concluded" : "investigation_discontinued",
                seen.row().investigator(),
                seen.words().value(ready ? "words" : "why"));
          }
        });
    reading
        .nights()
        .forEach(seen ->
            tell(
                told,
                seen.row().at(),
                Icon.CLOCK,
                seen.row().toDay() && seen.row().readAt() == null ? Tone.WARN : Tone.NEUTRAL,
                "night_" + seen.row().what().code(),
                seen.row().by(),
                seen.words().value("words")));
    reading
        .decisions()
        .forEach(seen ->
            tell(
                told,
                seen.row().decidedAt(),
                Icon.STEERING,
                Tone.SUCCESS,
                "decided",
                seen.row().decidedBy(),
                seen.words().value("motive")));
    reading
        .decisions()
        .forEach(seen -> tellDay(told, seen.row().servedOn(), Icon.MESSAGE, "served", null));
    reading
        .corrections()
        .forEach(seen ->
            tell(
                told,
                seen.row().madeAt(),
                Icon.INFORMATION,
                Tone.INFO,
                "corrected",
                seen.row().madeBy(),
                seen.words().value("text")));
    reading
        .proposals()
        .forEach(seen ->
            tell(
                told,
                seen.row().proposedAt(),
                Icon.STEERING,
                Tone.NEUTRAL,
                "proposed",
                seen.row().proposedBy(),
                seen.words().value("back")));
    reading
        .requests()
        .forEach(seen ->
            tellDay(
                told,
                seen.row().receivedOn(),
                Icon.WARNING,
                "refused".equals(seen.row().answer()) ? "decision_asked_refused" : "decision_asked",
                seen.words().value("refused".equals(seen.row().answer()) ? "answer" : "words")));
    reading
        .communications()
        .forEach(seen -> {
          tellDay(
              told, seen.row().sentOn(), Icon.MESSAGE, "communicated", seen.words().value("words"));
          tellDay(
              told,
              seen.row().answeredOn(),
              Icon.MESSAGE,
              "communication_answered",
              seen.words().value("answer"));
        });
    reading
        .appeals()
        .forEach(seen ->
            tellDay(
                told,
                seen.row().receivedOn(),
                Icon.WARNING,
                seen.row().late() ? "appealed_late" : "appealed",
                seen.words().value("words")));
    reading
        .supports()
        .forEach(seen -> {
          String what = texts.t("casework.type." + seen.row().type().code());
          tellDay(told, seen.row().grantedOn(), Icon.DONE, "support_granted", what);
          LocalDate begins = seen.row().beginsOn();
          tellDay(
              told,
              begins == null || begins.isAfter(today) ? null : begins,
              Icon.DONE,
              "support_begun",
              what);
          tellDay(
              told,
              seen.row().endedOn(),
              Icon.DONE,
              begins == null ? "support_never" : "support_ended",
              what);
        });
    reading
        .followUps()
        .forEach(seen -> {
          Instant done = seen.row().doneAt();
          if (done != null && seen.row().doneBy() != null && seen.row().needMet() != null) {
            tell(
                told,
                done,
                Icon.MESSAGE,
                Tone.INFO,
                "followed_up",
                seen.row().doneBy(),
                texts.t("casework.met." + seen.row().needMet().code()));
          }
        });
    reading
        .dangerChanges()
        .forEach(seen -> {
          DangerChangeRows.Row row = seen.row();
          tell(
              told,
              row.notedAt(),
              Icon.WARNING,
              Tone.WARN,
              "danger_changed",
              row.notedBy(),
              texts.t("casework.danger." + seen.words().value("what")));
          if (row.state() == DangerChangeRows.State.DISMISSED && row.answeredAt() != null) {
            tell(
                told,
                row.answeredAt(),
                Icon.INFORMATION,
                Tone.NEUTRAL,
                "danger_dismissed",
                row.answeredBy(),
                seen.words().value("why"));
          }
        });
    reading
        .accompaniments()
        .forEach(seen -> {
          AccompanimentRows.Row row = seen.row();
          tell(
              told,
              row.bookedAt(),
              Icon.PEOPLE,
              Tone.NEUTRAL,
              "accompany",
              row.bookedBy(),
              Accompanied.time(texts, row.from(), row.until()));
          if (row.endedAt() != null) {
            tell(
                told,
                row.endedAt(),
                Icon.PEOPLE,
                Tone.INFO,
                "accompany_" + row.state().code(),
                row.endedBy(),
                seen.words().value("words"));
          }
        });
    reading
        .contactsAgain()
        .forEach(seen -> {
          Instant ended = seen.row().endedAt();
          if (ended != null) {
            tell(
                told,
                ended,
                Icon.MESSAGE,
                Tone.INFO,
                "contact_again_" + seen.row().state().code(),
                seen.row().endedBy(),
                seen.words().value("words"));
          }
        });
    for (Reading.Seen<PlanRows.Row> seen : reading.plans()) {
      PlanRows.Row row = seen.row();
      tell(
          told,
          row.madeAt(),
          Icon.DONE,
          Tone.NEUTRAL,
          row.number() == 1 ? "plan_made" : "plan_revised",
          row.madeBy(),
          null);
      if (row.state() == PlanRows.State.CLOSED && row.endedAt() != null) {
        tell(
            told,
            row.endedAt(),
            Icon.DONE,
            Tone.NEUTRAL,
            "plan_closed",
            row.endedBy(),
            seen.words().value("why"));
      }
    }
    reading.reports().forEach(seen -> reported(told, seen));
    reading
        .notes()
        .forEach(seen ->
            tell(
                told,
                seen.row().madeAt(),
                Icon.LOG,
                Tone.NEUTRAL,
                seen.row().kind().code(),
                seen.row().madeBy(),
                seen.words().value("text")));
    if (file.closedAt() != null) {
      tell(
          told,
          file.closedAt(),
          Icon.LOCK,
          Tone.NEUTRAL,
          "closed",
          file.responsible(),
          reading.words().value("closed_why"));
    }
    // what happened at the same moment is told in the order in which it can have happened
    return told.reversed().stream()
        .sorted(Comparator.comparing(Told::at).reversed())
        .map(Told::happening)
        .toList();
  }

  private void reported(List<Told> told, Reading.Seen<ReportRows.Row> seen) {
    ReportRows.Row row = seen.row();
    Words words = seen.words();
    tell(
        told,
        row.aroseAt(),
        Icon.WARNING,
        Tone.INFO,
        row.received() ? "child_report_received" : "child_concern",
        row.madeBy(),
        words.value("seen"));
    if (row.made() && row.sentAt() != null) {
      tell(
          told,
          row.sentAt(),
          Icon.MESSAGE,
          Tone.INFO,
          "child_reported",
          row.madeBy(),
          words.value("to"));
    }
    tellDay(told, row.receiptOn(), Icon.DONE, "child_receipt", words.value("receipt_from"));
    tellDay(
        told, row.protectionOn(), Icon.INFORMATION, "child_protection", words.value("protection"));
    if (row.outcome() != null) {
      tellDay(
          told,
          row.outcomeOn(),
          Icon.STEERING,
          "child_" + row.outcome().code(),
          row.elsewhere() ? words.value("answer") : words.value("why"));
    }
    tellDay(told, row.toldOn(), Icon.MESSAGE, "child_reporter_told", words.value("told"));
  }

  /// What is known by its day only; told after what has a time of that day, but never after the
  /// file was closed.
  private void tellDay(
      List<Told> told, @Nullable LocalDate day, Icon icon, String what, @Nullable String detail) {
    if (day != null) {
      told.add(
          new Told(
              atLatest(day),
              new Happening(
                  icon,
                  Tone.NEUTRAL,
                  texts.t("casework.story." + what),
                  texts.near(day, today),
                  texts.date(day),
                  "",
                  detail == null || detail.isBlank() ? null : detail)));
    }
  }

  private Instant atLatest(LocalDate day) {
    Instant end = day.atTime(LocalTime.MAX).atZone(Files.HERE).toInstant();
    Instant closed = reading.file().closedAt();
    boolean sameDay = closed != null && LocalDate.ofInstant(closed, Files.HERE).equals(day);
    return closed != null && sameDay ? closed.minusMillis(1) : end;
  }

  private void tell(
      List<Told> told,
      Instant at,
      Icon icon,
      Tone tone,
      String what,
      @Nullable UUID by,
      @Nullable String detail) {
    told.add(
        new Told(
            at,
            new Happening(
                icon,
                tone,
                texts.t("casework.story." + what),
                texts.when(at, now),
                texts.moment(at),
                names.of(by),
                detail == null || detail.isBlank() ? null : detail)));
  }
}
