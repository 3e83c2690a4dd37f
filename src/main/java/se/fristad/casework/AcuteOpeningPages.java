package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DutyAcute;
import se.fristad.centre.Municipality;
import se.fristad.intake.AfterIntake;
import se.fristad.intake.TakingUp;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Acute protection of somebody who has no file, or no name yet: by day a caseworker's, also on an
/// intake; at night the duty social service's.
@Order(2)
@StaffFace
@Controller
class AcuteOpeningPages implements AfterIntake {
  static final String HREF = "/staff/acute";

  private static final Set<String> NAMES = names();

  private final AcuteRoad road;
  private final Duty duty;
  private final TakingUp takingUp;
  private final MandateRows mandates;
  private final Shells shells;
  private final Clock clock;

  AcuteOpeningPages(
      AcuteRoad road,
      Duty duty,
      TakingUp takingUp,
      MandateRows mandates,
      Shells shells,
      Clock clock) {
    this.road = road;
    this.duty = duty;
    this.takingUp = takingUp;
    this.mandates = mandates;
    this.shells = shells;
    this.clock = clock;
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(AcuteForm.NAMES);
    names.addAll(
        List.of(
            OpeningForm.NAME,
            "alias",
            "number",
            "municipality",
            "language",
            "telephone",
            "safe_contact"));
    return Set.copyOf(names);
  }

  @Override
  public List<Option> on(Viewer viewer, AfterIntake.Ended ended, Shell shell) {
    return viewer.role() == Role.CASEWORKER && ended.waits()
        ? List.of(Option.of(HREF + "?intake=" + ended.intake(), shell.t("casework.acute.intake")))
        : List.of();
  }

  /// What stands in a form before anybody has typed: it begins now.
  static TypedForm begun(Instant now) {
    return TypedForm.empty()
        .with("from_on", LocalDate.ofInstant(now, Files.HERE).toString())
        .with(
            "from_at",
            "%02d:%02d"
                .formatted(now.atZone(Files.HERE).getHour(), now.atZone(Files.HERE).getMinute()));
  }

  @Allowed({Role.CASEWORKER, Role.DUTY_SOCIAL_SERVICE})
  @GetMapping(HREF)
  Reply form(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String intake) {
    if (closed(viewer)) {
      return SeeOther.to(DutyPages.HREF);
    }
    TypedForm typed = begun(clock.instant()).with("language", "sv");
    UUID of = Read.id(intake).orElse(null);
    if (!intake.isEmpty()) {
      if (of == null
          || viewer.role() != Role.CASEWORKER
          || !(takingUp.read(viewer, of)
              instanceof Opened.Value<TakingUp.Taken>(TakingUp.Taken taken))) {
        return shells.notThere(viewer, request);
      }
      if (taken.municipality() != null) {
        typed = typed.with("municipality", taken.municipality());
      }
    }
    return page(request, viewer, typed, List.of(), UUID.randomUUID(), of);
  }

  /// By day the duty social service is led to its page, which says that it is closed.
  private boolean closed(Viewer viewer) {
    return viewer.role() == Role.DUTY_SOCIAL_SERVICE && !duty.open();
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      TypedForm typed,
      List<Refusal> refusals,
      UUID file,
      @Nullable UUID intake) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    Sheet sheet = new Sheet(texts, AcuteForm.KIND, typed, refusals, today());
    DecisionForm.mandate(sheet, mandates.of(viewer.staff(), today()));
    who(sheet);
    AcuteForm.draw(sheet, new AcuteForm.For(today(), false, false));
    View view =
        View.of(
            "casework/duty-acute",
            new DutyAcute(
                shell,
                null,
                HREF,
                viewer.role() == Role.DUTY_SOCIAL_SERVICE ? DutyPages.HREF : "/staff/people",
                texts.t("casework.acute.new"),
                texts.t("casework.acute.new.lead"),
                file.toString(),
                intake == null ? "" : intake.toString(),
                sheet.against(),
                sheet.parts()));
    return refusals.isEmpty() ? view : view.with(422);
  }

  private static void who(Sheet sheet) {
    Texts texts = sheet.texts();
    sheet.part("who");
    sheet.line(sheet.field(OpeningForm.NAME), OpeningForm.MOST_NAME);
    sheet.line(sheet.field("alias"), OpeningForm.MOST_NAME);
    sheet.line(sheet.field("number"), OpeningForm.MOST_LINE);
    sheet.select(
        sheet.needed("municipality"),
        Stream.concat(
                Municipality.ofUppsalaCounty().stream()
                    .map(one -> Option.of(one.code().code(), one.name())),
                Stream.of(
                    Option.of(Municipality.ELSEWHERE, texts.t("casework.municipality.unknown"))))
            .toList());
    sheet.select(
        sheet.field("language"),
        OpeningForm.LANGUAGES.stream()
            .map(code -> Option.of(code, texts.languageName(code)))
            .toList());
    sheet.line(sheet.field("telephone"), OpeningForm.MOST_LINE);
    sheet.area(sheet.field("safe_contact"), 2, OpeningForm.MOST_TEXT);
  }

  /// Opens the file and decides.
  @Allowed({Role.CASEWORKER, Role.DUTY_SOCIAL_SERVICE})
  @PostMapping(HREF)
  Reply open(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String intake) {
    if (closed(viewer)) {
      return SeeOther.to(DutyPages.HREF);
    }
    UUID file = Read.id(form).orElseGet(UUID::randomUUID);
    UUID of = Read.id(intake).orElse(null);
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, AcuteForm.SEVERAL);
    Sent sent = new Sent(typed, today());
    AcuteRoad.Unfiled unfiled =
        new AcuteRoad.Unfiled(
            file,
            of,
            sent.value("municipality"),
            read(sent),
            AcuteForm.read(sent),
            Confidential.of(typed.text()));
    return switch (sent.step(() -> road.open(viewer, unfiled))) {
      case Step.Done<Road.Began> _, Step.Again<Road.Began> _ ->
          SeeOther.to(
              viewer.role() == Role.DUTY_SOCIAL_SERVICE
                  ? DutyPages.HREF + "/" + file + "?said=decided"
                  : CasePages.FILES + file);
      case Step.Refused<Road.Began>(List<Refusal> refusals) ->
          page(request, viewer, typed, refusals, StepPages.next(file, refusals), of);
      case Step.NotThere<Road.Began> _ -> shells.notThere(viewer, request);
    };
  }

  /// Who she is, as far as she has said it. Nobody has read the register yet.
  private static Road.Who read(Sent sent) {
    return new Road.Who(
        sent.text(OpeningForm.NAME, OpeningForm.MOST_NAME),
        sent.text("number", OpeningForm.MOST_LINE),
        null,
        sent.text("telephone", OpeningForm.MOST_LINE),
        Confidential.of(""),
        sent.text("safe_contact", OpeningForm.MOST_TEXT),
        Road.Protection.UNCHECKED,
        OpeningForm.LANGUAGES.contains(sent.value("language")) ? sent.value("language") : "",
        sent.text("alias", OpeningForm.MOST_NAME),
        !sent.has("number"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }
}
