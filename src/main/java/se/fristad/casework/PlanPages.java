package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.Reading.Seen;
import se.fristad.casework.web.PlanPage;
import se.fristad.page.Empty;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.View;

/// The plans of a file: the one that stands, or the one that the address names, and all there are.
@StaffFace
@Controller
class PlanPages {
  private static final int PAGE = 10;

  private final Readings readings;
  private final ReasonPages reasons;
  private final Shells shells;
  private final StaffNames names;
  private final PlanForm form;
  private final PlanPaperForm paper;
  private final PlanCloseForm closing;
  private final Clock clock;

  PlanPages(
      Readings readings,
      ReasonPages reasons,
      Shells shells,
      StaffNames names,
      PlanForm form,
      PlanPaperForm paper,
      PlanCloseForm closing,
      Clock clock) {
    this.readings = readings;
    this.reasons = reasons;
    this.shells = shells;
    this.names = names;
    this.form = form;
    this.paper = paper;
    this.closing = closing;
    this.clock = clock;
  }

  static String href(UUID file) {
    return CasePages.FILES + file + "/plan";
  }

  /// What cannot be read in the address is taken as not said.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/plan")
  View one(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "1") String page) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.read(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) ->
          View.of(
              "casework/plan",
              page(
                  shells.shell(viewer, request),
                  viewer,
                  reading,
                  Read.number(number),
                  Read.page(page)));
      case Opened.NotThere<Reading> _ -> reasons.insteadOf(request, viewer, file);
    };
  }

  private PlanPage page(Shell shell, Viewer viewer, Reading reading, int number, int page) {
    Texts texts = shell.texts();
    Instant now = clock.instant();
    NamedStaff named = NamedStaff.in(reading, names, texts);
    Planned planned = new Planned(texts, reading, named, now, viewer.role());
    Seen<PlanRows.Row> shown =
        reading.plans().stream()
            .filter(seen -> seen.row().number() == number)
            .findFirst()
            .or(() -> PlanForm.standing(reading))
            .or(() -> reading.plans().stream().findFirst())
            .orElse(null);
    return new PlanPage(
        shell,
        new ReadFile(shell, reading, names, now).head(),
        shown == null ? null : planned.sheet(shown),
        ways(viewer, reading, texts, LocalDate.ofInstant(now, Files.HERE)),
        versions(texts, reading, named, page));
  }

  private List<Option> ways(Viewer viewer, Reading reading, Texts texts, LocalDate today) {
    StepForm.At at = new StepForm.At(viewer, reading, null, today);
    return Stream.<StepForm>of(form, paper, closing)
        .filter(step -> step.roles().contains(viewer.role()))
        .flatMap(step ->
            step.offered(at, texts).stream()
                .map(offer ->
                    Option.of(
                        StepPages.href(reading.file().id(), step.kind(), offer.record()),
                        offer.label())))
        .toList();
  }

  private static Table versions(Texts texts, Reading reading, NamedStaff named, int page) {
    String href = href(reading.file().id());
    List<Seen<PlanRows.Row>> all = reading.plans();
    Paging paging = Paging.of(page, PAGE, all.size(), number -> href + "?page=" + number);
    return new Table(
        texts.t("casework.plans"),
        Stream.of(
                "casework.plans.which",
                "casework.plans.made",
                "casework.plans.by",
                "casework.plans.state")
            .map(key -> Column.of(texts.t(key)))
            .toList(),
        all.stream()
            .skip(paging.skipped())
            .limit(PAGE)
            .map(Seen::row)
            .map(row ->
                Table.Row.of(
                    Cell.link(
                        texts.t("casework.plan.title", row.number()),
                        href + "?number=" + row.number()),
                    Cell.of(texts.moment(row.madeAt())),
                    Cell.of(named.of(row.madeBy())),
                    Cell.of(texts.t("casework.plan.state." + row.state().code()))))
            .toList(),
        paging,
        Empty.of(texts.t("casework.plans.empty"), texts.t("casework.plans.empty.text")),
        false,
        null);
  }
}
