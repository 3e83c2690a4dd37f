package se.fristad.contact.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicPage;
import se.fristad.contact.publishing.web.PublicOverview;
import se.fristad.page.Empty;
import se.fristad.page.Language;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// What staff have written for the public face, and what of it is due to be looked at again.
@StaffFace
@Controller
class PublishingPages {
  static final String HOME = "/staff/public";

  private final Publishing publishing;
  private final Shells shells;
  private final ReviewDays days;

  PublishingPages(Publishing publishing, Shells shells, ReviewDays days) {
    this.publishing = publishing;
    this.shells = shells;
    this.days = days;
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(HOME)
  View overview(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String done) {
    Shell shell = shells.shell(viewer, request);
    List<PublicLine> lines = publishing.lines();
    List<PublicPage> pages = publishing.pages();
    String doneKey = "contact.public.done." + done;
    return View.of(
        "contact/public",
        new PublicOverview(
            shell,
            shell.texts().has(doneKey) ? shell.t(doneKey) : null,
            due(shell, lines, pages),
            lineTable(shell, lines),
            pageTable(shell, pages)));
  }

  private List<String> due(Shell shell, List<PublicLine> lines, List<PublicPage> pages) {
    return Stream.concat(
            lines.stream()
                .filter(line -> line.isDueForCheck(days.today()))
                .map(line ->
                    shell.t(
                        "contact.public.due.line",
                        LinePages.name(shell, line),
                        shell.texts().date(line.line().recheckBy()))),
            pages.stream()
                .filter(page -> page.isDueForReview(days.today()))
                .map(page ->
                    shell.t(
                        "contact.public.due.page",
                        page.title(),
                        shell.texts().date(page.reviewBy()))))
        .toList();
  }

  private Table lineTable(Shell shell, List<PublicLine> lines) {
    return new Table(
        shell.t("contact.public.lines"),
        List.of(
            Column.of(shell.t("contact.public.column.name")),
            Column.of(shell.t("contact.public.column.phone")),
            Column.of(shell.t("contact.public.column.doors")),
            Column.of(shell.t("contact.public.column.recheck"))),
        lines.stream()
            .map(line ->
                Row.of(
                    line.isFixed()
                        ? Cell.of(LinePages.name(shell, line))
                            .withDetail(shell.t("contact.public.fixed"))
                        : Cell.link(
                            LinePages.name(shell, line), HOME + "/line?code=" + line.line().id()),
                    Cell.of(line.line().phone().replace(' ', '\u00a0').replace('-', '\u2011')),
                    Cell.of(
                        line.shown()
                            ? line.line().doors().stream()
                                .sorted()
                                .map(door ->
                                    shell.t("contact.public.line-door." + LinePages.code(door)))
                                .collect(Collectors.joining(", "))
                            : shell.t("contact.public.hidden")),
                    line.isDueForCheck(days.today())
                        ? Cell.badge(
                            shell.t(
                                "contact.public.overdue",
                                shell.texts().date(line.line().recheckBy())),
                            Tone.WARN)
                        : Cell.of(shell.texts().date(line.line().recheckBy()))))
            .toList(),
        Paging.whole(lines.size()),
        Empty.of(shell.t("contact.public.lines"), shell.t("contact.public.lines.empty")),
        true,
        null);
  }

  private Table pageTable(Shell shell, List<PublicPage> pages) {
    Map<Integer, Map<String, PublicPage>> byNumber = new TreeMap<>();
    pages.forEach(page ->
        byNumber
            .computeIfAbsent(page.number(), any -> new LinkedHashMap<>())
            .put(page.language(), page));
    List<Row> rows = new ArrayList<>();
    byNumber.forEach((number, inLanguages) -> {
      for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
        PublicPage page = inLanguages.get(language.code());
        rows.add(
            page == null
                ? missing(shell, number, language, inLanguages)
                : row(shell, page, language));
      }
    });
    return new Table(
        shell.t("contact.public.pages"),
        List.of(
            Column.of(shell.t("contact.public.column.title")),
            Column.of(shell.t("contact.public.column.language")),
            Column.of(shell.t("contact.public.column.door")),
            Column.of(shell.t("contact.public.column.state")),
            Column.of(shell.t("contact.public.column.review"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(shell.t("contact.public.pages.empty"), shell.t("contact.public.pages.empty.text")),
        true,
        null);
  }

  private Row row(Shell shell, PublicPage page, Language language) {
    return Row.of(
        Cell.link(page.title(), InformationPages.address(page.number(), page.language())),
        Cell.of(shell.t("contact.inbox.language." + language.code())),
        Cell.of(shell.t("contact.public.door." + page.door())),
        Cell.badge(
            shell.t("contact.public.state." + page.state().code()),
            switch (page.state()) {
              case DRAFT -> Tone.INFO;
              case PUBLISHED -> Tone.SUCCESS;
              case WITHDRAWN -> Tone.NEUTRAL;
            }),
        page.isDueForReview(days.today())
            ? Cell.badge(
                shell.t("contact.public.overdue", shell.texts().date(page.reviewBy())), Tone.WARN)
            : Cell.of(shell.texts().date(page.reviewBy())));
  }

  private static Row missing(
      Shell shell, int number, Language language, Map<String, PublicPage> inLanguages) {
    String title = inLanguages.values().iterator().next().title();
    return Row.of(
        Cell.link(
            shell.t("contact.public.translate", title),
            InformationPages.address(number, language.code())),
        Cell.of(shell.t("contact.inbox.language." + language.code())),
        Cell.of(""),
        Cell.badge(shell.t("contact.public.missing"), Tone.NEUTRAL),
        Cell.of(""));
  }
}
