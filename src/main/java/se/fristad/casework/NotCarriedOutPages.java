package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.web.NotCarriedOutPage;
import se.fristad.law.Rules;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// The head's page of what is granted and not carried out after three months: by decision for the
/// supervisor and the auditors, by number alone for the council.
@StaffFace
@Controller
class NotCarriedOutPages {
  static final String HREF = "/staff/not-carried-out";

  /// The months that part the council's figures.
  private static final List<Integer> PARTED = List.of(6, 12);

  private final NotCarriedOut waiting;
  private final CaseLists lists;
  private final Shells shells;
  private final Clock clock;

  NotCarriedOutPages(NotCarriedOut waiting, CaseLists lists, Shells shells, Clock clock) {
    this.waiting = waiting;
    this.lists = lists;
    this.shells = shells;
    this.clock = clock;
  }

  /// What was typed of a notice that could not be taken.
  private record Wrong(UUID notice, String typed, String sentence) {}

  @Allowed(Role.HEAD)
  @GetMapping(HREF)
  View page(HttpServletRequest request, Viewer viewer) {
    return page(request, viewer, null);
  }

  /// The supervisor and the auditors have been told of one.
  @Allowed(Role.HEAD)
  @PostMapping(HREF + "/{file}/{notice}")
  Reply told(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String file,
      @PathVariable String notice) {
    UUID id = Read.id(file).orElse(null);
    UUID about = Read.id(notice).orElse(null);
    if (id == null || about == null) {
      return shells.notThere(viewer, request);
    }
    if (waiting.report(viewer, today()).notices().stream()
        .noneMatch(one -> one.id().equals(about))) {
      return shells.notThere(viewer, request);
    }
    String told = Objects.requireNonNullElse(request.getParameter(field(about)), "");
    Texts texts = shells.shell(viewer, request).texts();
    LocalDate on = Field.day(told).orElse(null);
    if (on == null) {
      return page(request, viewer, new Wrong(about, told, texts.t("casework.wrong.day"))).with(422);
    }
    return switch (waiting.told(viewer, id, about, on)) {
      case Step.Done<UUID> _, Step.Again<UUID> _ -> SeeOther.to(HREF);
      case Step.Refused<UUID>(List<Refusal> refusals) ->
          page(request, viewer, new Wrong(about, told, Sheet.sentence(texts, refusals.getFirst())))
              .with(422);
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }

  private static String field(UUID notice) {
    return "told_" + notice;
  }

  private View page(HttpServletRequest request, Viewer viewer, @Nullable Wrong wrong) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    LocalDate today = today();
    NotCarriedOut.Report report = waiting.report(viewer, today);
    Set<UUID> files = new HashSet<>();
    report.late().forEach(one -> files.add(one.file()));
    report.notices().forEach(one -> files.add(one.file()));
    Map<UUID, String> numbers = lists.numbers(viewer, files);
    return View.of(
        "casework/not-carried-out",
        new NotCarriedOutPage(
            shell,
            texts.date(today),
            Rules.COUNCIL_IS_TOLD.citedOn(today),
            late(texts, report, numbers, today),
            report.notices().stream()
                .filter(one -> one.toldOn() == null)
                .map(one -> notice(texts, one, numbers, today, wrong))
                .toList(),
            told(texts, report, numbers),
            figures(texts, report.late(), today)));
  }

  private static Table late(
      Texts texts, NotCarriedOut.Report report, Map<UUID, String> numbers, LocalDate today) {
    return ReadFile.table(
        texts,
        "casework.not-carried-out.late",
        List.of(
            "casework.not-carried-out.number",
            "casework.not-carried-out.decided",
            "casework.not-carried-out.type",
            "casework.not-carried-out.since",
            "casework.not-carried-out.days",
            "casework.not-carried-out.reason"),
        report.late().stream()
            .sorted(Comparator.comparing(NotCarriedOut.One::since))
            .map(one ->
                Table.Row.of(
                    Cell.link(
                        numbers.getOrDefault(one.file(), ""),
                        StepPages.href(one.file(), "delay", one.decision())),
                    Cell.of(texts.date(one.decidedOn())),
                    Cell.of(texts.t("casework.type." + one.type().code())),
                    Cell.of(
                        texts.t(
                            one.interrupted()
                                ? "casework.not-carried-out.interrupted"
                                : "casework.not-carried-out.never-begun",
                            texts.date(one.since()))),
                    Cell.of(texts.number((int) ChronoUnit.DAYS.between(one.since(), today))),
                    reason(texts, one)))
            .toList());
  }

  private static Cell reason(Texts texts, NotCarriedOut.One one) {
    NotCarriedOut.Reason reason = one.reason();
    return reason == null
        ? Cell.badge(texts.t("casework.not-carried-out.no-reason"), Tone.WARN)
        : Cell.of(texts.t("casework.delay." + reason.code()));
  }

  private static NotCarriedOutPage.Notice notice(
      Texts texts,
      NotCarriedOut.Notice one,
      Map<UUID, String> numbers,
      LocalDate today,
      @Nullable Wrong wrong) {
    Field on = Field.of(field(one.id()), texts.t("casework.not-carried-out.told-on"));
    return new NotCarriedOutPage.Notice(
        sentence(texts, one),
        CasePages.FILES + one.file(),
        numbers.getOrDefault(one.file(), ""),
        HREF + "/" + one.file() + "/" + one.id(),
        wrong != null && wrong.notice().equals(one.id())
            ? on.withValue(wrong.typed()).withError(wrong.sentence())
            : on.withValue(today.toString()));
  }

  private static String sentence(Texts texts, NotCarriedOut.Notice one) {
    return texts.t(
        "casework.not-carried-out.what." + one.what().code(),
        texts.t("casework.type." + one.type().code()),
        texts.date(one.since()),
        texts.date(one.on()));
  }

  private static Table told(Texts texts, NotCarriedOut.Report report, Map<UUID, String> numbers) {
    List<Table.Row> rows = new ArrayList<>();
    for (NotCarriedOut.Notice one : report.notices()) {
      LocalDate on = one.toldOn();
      if (on != null) {
        rows.add(
            Table.Row.of(
                Cell.link(numbers.getOrDefault(one.file(), ""), CasePages.FILES + one.file()),
                Cell.of(sentence(texts, one)),
                Cell.of(texts.date(on))));
      }
    }
    return ReadFile.table(
        texts,
        "casework.not-carried-out.told",
        List.of(
            "casework.not-carried-out.number",
            "casework.not-carried-out.what",
            "casework.not-carried-out.told-on"),
        rows);
  }

  /// Numbers by kind of support and by how long: no day, no municipality, nobody.
  private static Table figures(Texts texts, List<NotCarriedOut.One> late, LocalDate today) {
    Map<SupportType, int[]> counted = new TreeMap<>();
    for (NotCarriedOut.One one : late) {
      int band = 0;
      for (int months : PARTED) {
        band += one.since().plusMonths(months).isBefore(today) ? 1 : 0;
      }
      counted.computeIfAbsent(one.type(), any -> new int[PARTED.size() + 1])[band]++;
    }
    List<Table.Row> rows = new ArrayList<>();
    int[] all = new int[PARTED.size() + 1];
    counted.forEach((type, bands) -> {
      for (int i = 0; i < bands.length; i++) {
        all[i] += bands[i];
      }
      rows.add(row(texts, texts.t("casework.type." + type.code()), bands));
    });
    if (!rows.isEmpty()) {
      rows.add(row(texts, texts.t("casework.not-carried-out.all"), all));
    }
    return new Table(
        texts.t("casework.not-carried-out.figures"),
        List.of(
            Column.of(texts.t("casework.not-carried-out.type")),
            Column.number(texts.t("casework.not-carried-out.from-3")),
            Column.number(texts.t("casework.not-carried-out.from-6")),
            Column.number(texts.t("casework.not-carried-out.from-12")),
            Column.number(texts.t("casework.not-carried-out.sum"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(
            texts.t("casework.not-carried-out.figures.empty"),
            texts.t("casework.not-carried-out.figures.empty.text")),
        false,
        null);
  }

  private static Table.Row row(Texts texts, String what, int[] bands) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(what));
    int sum = 0;
    for (int band : bands) {
      cells.add(Cell.of(texts.number(band)));
      sum += band;
    }
    cells.add(Cell.of(texts.number(sum)));
    return new Table.Row(cells);
  }
}
