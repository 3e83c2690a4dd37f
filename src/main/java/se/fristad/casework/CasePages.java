package se.fristad.casework;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
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
import se.fristad.casework.web.NextStep;
import se.fristad.casework.web.NextSteps;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.Texts;
import se.fristad.page.View;

/// The page of a file.
@StaffFace
@Controller
class CasePages {
  static final String FILES = "/staff/files/";

  /// Pages of a story that can be asked for.
  private static final int MOST_PAGES = 1_000;

  /// A step stands out when what it does is due within this time.
  private static final Duration SOON = Duration.ofDays(14);

  private final Readings readings;
  private final ObjectProvider<StepForm> forms;
  private final ObjectProvider<CasePanel> panels;
  private final Sharing sharing;
  private final ReasonPages reasons;
  private final Shells shells;
  private final StaffNames names;
  private final Templates templates;
  private final Clock clock;

  CasePages(
      Readings readings,
      ObjectProvider<StepForm> forms,
      ObjectProvider<CasePanel> panels,
      Sharing sharing,
      ReasonPages reasons,
      Shells shells,
      StaffNames names,
      Templates templates,
      Clock clock) {
    this.readings = readings;
    this.forms = forms;
    this.panels = panels;
    this.sharing = sharing;
    this.reasons = reasons;
    this.shells = shells;
    this.names = names;
    this.templates = templates;
    this.clock = clock;
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}")
  View one(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "1") String story) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    int page = Math.min(Read.page(story), MOST_PAGES);
    return switch (readings.latest(viewer, file, page * FileStory.ON_A_PAGE)) {
      case Opened.Value<Readings.Desk>(Readings.Desk desk) -> {
        Shell shell = shells.shell(viewer, request);
        Instant now = clock.instant();
        yield View.of(
            "casework/file",
            new ReadFile(shell, desk.reading(), names, now)
                .seenBy(viewer.role())
                .sharing(shared(viewer, desk.reading(), now))
                .story(page, desk.written())
                .page(
                    next(viewer, shell.texts(), desk),
                    viewer.role() == Role.HEAD
                        ? null
                        : NotePanels.of(shell, file, desk.notes(), now, false),
                    sections(viewer, desk.reading(), shell)));
      }
      case Opened.NotThere<Readings.Desk> _ -> reasons.insteadOf(request, viewer, file);
    };
  }

  /// The steps that can be taken now, by the work that they belong to; those first for which
  /// something waits.
  private List<NextSteps> next(Viewer viewer, Texts texts, Readings.Desk desk) {
    Instant now = clock.instant();
    StepForm.At at =
        new StepForm.At(viewer, desk.reading(), null, LocalDate.ofInstant(now, Files.HERE));
    List<NextStep> waiting = new ArrayList<>();
    Map<Work, List<NextStep>> others = new EnumMap<>(Work.class);
    forms.stream()
        .filter(form -> form.next() && form.roles().contains(viewer.role()))
        .sorted(Comparator.comparingInt(StepForm::order))
        .forEach(form -> {
          for (StepForm.Offer offer : form.offered(at, texts)) {
            NextStep step = next(form, offer, desk, texts, now);
            (step.due()
                    ? waiting
                    : others.computeIfAbsent(Work.of(form.kind()), any -> new ArrayList<>()))
                .add(step);
          }
        });
    return Stream.concat(
            waiting.isEmpty()
                ? Stream.of()
                : Stream.of(new NextSteps(texts.t("casework.work.waiting"), waiting)),
            others.entrySet().stream()
                .map(work -> new NextSteps(texts.t(work.getKey().textKey()), work.getValue())))
        .toList();
  }

  private static NextStep next(
      StepForm form, StepForm.Offer offer, Readings.Desk desk, Texts texts, Instant now) {
    Reading reading = desk.reading();
    Instant begun = desk.begun().get(StepPages.kind(form.kind(), offer.record()));
    return new NextStep(
        offer.label(),
        StepPages.href(reading.file().id(), form.kind(), offer.record()),
        reading.tasks().stream()
            .filter(task -> task.due().isBefore(now.plus(SOON)))
            .anyMatch(task -> form.does().contains(task.kind())),
        begun == null ? null : texts.t("casework.next.begun", texts.when(begun, now)));
  }

  /// What rests on a consent to share that ends. Whoever delivers support sees no consents and is
  /// told nothing of them here.
  private List<Sharing.Told> shared(Viewer viewer, Reading reading, Instant now) {
    return viewer.role() == Role.CASEWORKER || viewer.role() == Role.HEAD
        ? sharing.told(reading, LocalDate.ofInstant(now, Files.HERE))
        : List.of();
  }

  private List<Content> sections(Viewer viewer, Reading reading, Shell shell) {
    return panels.stream()
        .sorted(Comparator.comparingInt(CasePanel::order))
        .flatMap(panel -> panel.on(viewer, reading.file(), shell).stream())
        .map(this::section)
        .toList();
  }

  /// A panel's view as a part of the page: rendered, and thereby escaped, by its own template.
  private Content section(View view) {
    String html = templates.render(view);
    return output -> output.writeContent(html);
  }
}
