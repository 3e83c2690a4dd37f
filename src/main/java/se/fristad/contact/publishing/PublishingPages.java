package se.fristad.contact.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicLines;
import se.fristad.centre.PublicPage;
import se.fristad.centre.SupportLine;
import se.fristad.contact.Entrance;
import se.fristad.contact.publishing.web.LineForm;
import se.fristad.contact.publishing.web.PageForm;
import se.fristad.contact.publishing.web.PublicOverview;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Language;
import se.fristad.page.Markdown;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Where staff write for the public face: the numbers, the pages, and what is due to be looked at
/// again.
@StaffFace
@Controller
class PublishingPages {
  static final String HOME = "/staff/public";
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{0,17}[0-9]");
  private static final int LONGEST_TITLE = 80;

  /// A number or a text that nobody has looked at for so long is not to be trusted.
  private static final int LONGEST_YEARS = 2;

  private static final Set<String> LINE_FIELDS =
      Set.of(
          "code",
          "version",
          "phone",
          "doors",
          "answers",
          "shuts",
          "recheck_by",
          "shown",
          "name_sv",
          "name_latt",
          "name_en",
          "name_ar");
  private static final Set<String> PAGE_FIELDS =
      Set.of("number", "version", "language", "door", "title", "body", "review_by", "act");

  private final Publishing publishing;
  private final Shells shells;
  private final StaffNames names;
  private final TextCatalogue catalogue;
  private final Clock clock;

  PublishingPages(
      Publishing publishing,
      Shells shells,
      StaffNames names,
      TextCatalogue catalogue,
      Clock clock) {
    this.publishing = publishing;
    this.shells = shells;
    this.names = names;
    this.catalogue = catalogue;
    this.clock = clock;
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
                .filter(line -> line.isDueForCheck(today()))
                .map(line ->
                    shell.t(
                        "contact.public.due.line",
                        name(shell, line),
                        shell.texts().date(line.line().recheckBy()))),
            pages.stream()
                .filter(page -> page.isDueForReview(today()))
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
                        ? Cell.of(name(shell, line)).withDetail(shell.t("contact.public.fixed"))
                        : Cell.link(name(shell, line), HOME + "/line?code=" + line.line().id()),
                    Cell.of(line.line().phone().replace(' ', '\u00a0').replace('-', '\u2011')),
                    Cell.of(
                        line.shown()
                            ? line.line().doors().stream()
                                .sorted()
                                .map(door -> shell.t("contact.public.line-door." + code(door)))
                                .collect(Collectors.joining(", "))
                            : shell.t("contact.public.hidden")),
                    line.isDueForCheck(today())
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
      for (Language language : whole()) {
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
        Cell.link(page.title(), address(page.number(), page.language())),
        Cell.of(shell.t("contact.inbox.language." + language.code())),
        Cell.of(shell.t("contact.public.door." + page.door())),
        Cell.badge(
            shell.t("contact.public.state." + page.state().code()),
            switch (page.state()) {
              case DRAFT -> Tone.INFO;
              case PUBLISHED -> Tone.SUCCESS;
              case WITHDRAWN -> Tone.NEUTRAL;
            }),
        page.isDueForReview(today())
            ? Cell.badge(
                shell.t("contact.public.overdue", shell.texts().date(page.reviewBy())), Tone.WARN)
            : Cell.of(shell.texts().date(page.reviewBy())));
  }

  private static Row missing(
      Shell shell, int number, Language language, Map<String, PublicPage> inLanguages) {
    String title = inLanguages.values().iterator().next().title();
    return Row.of(
        Cell.link(shell.t("contact.public.translate", title), address(number, language.code())),
        Cell.of(shell.t("contact.inbox.language." + language.code())),
        Cell.of(""),
        Cell.badge(shell.t("contact.public.missing"), Tone.NEUTRAL),
        Cell.of(""));
  }

  // ---- a telephone number

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(HOME + "/line")
  View line(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String code) {
    Shell shell = shells.shell(viewer, request);
    if (code.isEmpty()) {
      return lineForm(
          shell, Optional.empty(), TypedForm.empty().with("shown", "yes"), null, Map.of());
    }
    Optional<PublicLine> line = publishing.line(code);
    return line.isEmpty()
        ? shells.notThere(viewer, request)
        : lineForm(shell, line, typed(shell, line.get()), null, Map.of());
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @PostMapping(HOME + "/line")
  Reply keepLine(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), LINE_FIELDS, Set.of("doors"));
    Optional<PublicLine> line = publishing.line(typed.value("code"));
    if (typed.has("code") && line.isEmpty()) {
      return shells.notThere(viewer, request);
    }
    if (line.isPresent() && line.get().isFixed()) {
      return lineForm(
              shell, line, typed(shell, line.get()), shell.t("contact.public.fixed.text"), Map.of())
          .with(422);
    }
    Map<String, String> errors = lineErrors(typed);
    if (!errors.isEmpty()) {
      return lineForm(shell, line, typed, null, errors).with(422);
    }
    return switch (publishing.keep(viewer, read(typed, line))) {
      case Kept.Done done -> SeeOther.to(HOME + "?done=line");
      case Kept.Overtaken overtaken ->
          lineForm(shell, line, typed, shell.t("contact.public.overtaken"), Map.of()).with(409);
    };
  }

  private Map<String, String> lineErrors(TypedForm typed) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!PHONE.matcher(typed.value("phone")).matches()) {
      errors.put("phone", "contact.public.wrong.phone");
    }
    if (doors(typed).isEmpty()) {
      errors.put("doors", "contact.public.wrong.doors");
    }
    for (String language : List.of("sv", "en", "ar")) {
      if (!typed.has("name_" + language)) {
        errors.put("name_" + language, "contact.public.wrong.name");
      }
    }
    for (Language language : whole()) {
      if (typed.isLonger("name_" + language.code(), LONGEST_TITLE)) {
        errors.put("name_" + language.code(), "contact.public.wrong.long");
      }
    }
    Optional<LocalTime> from = Field.time(typed.value("answers"));
    Optional<LocalTime> to = Field.time(typed.value("shuts"));
    if (typed.has("answers") && from.isEmpty()) {
      errors.put("answers", "contact.public.wrong.time");
    }
    if (typed.has("shuts") && to.isEmpty()) {
      errors.put("shuts", "contact.public.wrong.time");
    }
    if (typed.has("answers") != typed.has("shuts")
        || (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get()))) {
      errors.putIfAbsent("shuts", "contact.public.wrong.hours");
    }
    dayError(typed, "recheck_by").ifPresent(error -> errors.put("recheck_by", error));
    return errors;
  }

  private Optional<String> dayError(TypedForm typed, String field) {
    Optional<LocalDate> day = Field.day(typed.value(field));
    if (day.isEmpty()) {
      return Optional.of("contact.public.wrong.day");
    }
    return !day.get().isAfter(today()) || day.get().isAfter(today().plusYears(LONGEST_YEARS))
        ? Optional.of("contact.public.wrong.ahead")
        : Optional.empty();
  }

  private static PublicLine read(TypedForm typed, Optional<PublicLine> line) {
    Map<String, String> called = new LinkedHashMap<>();
    for (Language language : whole()) {
      called.put(language.code(), typed.value("name_" + language.code()));
    }
    if (!typed.has("name_latt")) {
      called.put("latt", typed.value("name_sv"));
    }
    SupportLine.@Nullable Hours hours =
        typed.has("answers")
            ? new SupportLine.Hours(
                Field.time(typed.value("answers")).orElseThrow(),
                Field.time(typed.value("shuts")).orElseThrow())
            : null;
    return new PublicLine(
        new SupportLine(
            line.map(one -> one.line().id())
                .orElseGet(() -> "own-" + UUID.randomUUID().toString().substring(0, 8)),
            typed.value("phone"),
            doors(typed),
            hours,
            Field.day(typed.value("recheck_by")).orElseThrow()),
        called,
        typed.has("shown"),
        Read.number(typed.value("version")) + 1);
  }

  private static Set<SupportLine.Door> doors(TypedForm typed) {
    return Stream.of(SupportLine.Door.values())
        .filter(door -> typed.ticked("doors").contains(code(door)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private TypedForm typed(Shell shell, PublicLine line) {
    SupportLine told = line.line();
    TypedForm typed =
        TypedForm.empty()
            .with("code", told.id())
            .with("version", Integer.toString(line.version()))
            .with("phone", told.phone())
            .with(
                "doors",
                told.doors().stream().map(PublishingPages::code).collect(Collectors.joining(",")))
            .with("recheck_by", told.recheckBy().toString());
    SupportLine.@Nullable Hours hours = told.answering();
    if (hours != null) {
      typed = typed.with("answers", hours.from().toString()).with("shuts", hours.to().toString());
    }
    for (Language language : whole()) {
      String name =
          line.name(language.code()).orElseGet(() -> catalogue.in(language).t(told.nameKey()));
      typed = typed.with("name_" + language.code(), name);
    }
    return line.shown() ? typed.with("shown", "yes") : typed;
  }

  private View lineForm(
      Shell shell,
      Optional<PublicLine> line,
      TypedForm typed,
      @Nullable String refused,
      Map<String, String> errors) {
    List<Field> called =
        whole().stream()
            .map(language -> {
              Field field = field(shell, "name_" + language.code(), typed, errors);
              return language == Language.EASY_SWEDISH
                  ? field.withHint(shell.t("contact.public.name_latt.hint"))
                  : field.needed();
            })
            .toList();
    return View.of(
        "contact/public-line",
        new LineForm(
            shell,
            line.map(one -> name(shell, one)).orElseGet(() -> shell.t("contact.public.line.new")),
            typed.value("code"),
            Read.number(typed.value("version")),
            line.isPresent() && line.get().isFixed(),
            refused,
            field(shell, "phone", typed, errors)
                .withHint(shell.t("contact.public.phone.hint"))
                .needed(),
            field(shell, "doors", typed, errors).needed(),
            Stream.of(SupportLine.Door.values())
                .map(door ->
                    Option.of(code(door), shell.t("contact.public.line-door." + code(door))))
                .toList(),
            typed.ticked("doors"),
            field(shell, "answers", typed, errors).withHint(shell.t("contact.public.answers.hint")),
            field(shell, "shuts", typed, errors),
            field(shell, "recheck_by", typed, errors)
                .withHint(shell.t("contact.public.recheck_by.hint"))
                .needed(),
            field(shell, "shown", typed, errors),
            List.of(Option.of("yes", shell.t("contact.public.shown.yes"))),
            called,
            line.map(one -> lineVersions(shell, one)).orElseGet(() -> noVersions(shell))));
  }

  private Table lineVersions(Shell shell, PublicLine line) {
    List<PublicLines.Version> versions = publishing.versions(line);
    Map<UUID, Confidential> who =
        names.of(versions.stream().map(PublicLines.Version::by).collect(Collectors.toSet()));
    return versions(
        shell,
        versions.stream()
            .map(version ->
                Row.of(
                    Cell.of(shell.texts().number(version.number())),
                    Cell.of(
                        version.shown()
                            ? version.phone()
                            : version.phone() + " · " + shell.t("contact.public.hidden")),
                    Cell.of(shell.texts().moment(version.at())),
                    Cell.of(called(shell, who, version.by()))))
            .toList());
  }

  // ---- a page of information

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(HOME + "/page")
  View page(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String language) {
    Shell shell = shells.shell(viewer, request);
    if (number.isEmpty()) {
      TypedForm fresh =
          TypedForm.empty()
              .with("language", "sv")
              .with("door", PublicPage.EVERYONE)
              .with("review_by", today().plusMonths(6).toString());
      return pageForm(shell, 0, Optional.empty(), fresh, null, Map.of(), false);
    }
    List<PublicPage> languages =
        publishing.pages().stream().filter(page -> page.number() == Read.number(number)).toList();
    if (languages.isEmpty() || wholeLanguage(language).isEmpty()) {
      return shells.notThere(viewer, request);
    }
    Optional<PublicPage> page =
        languages.stream().filter(one -> one.language().equals(language)).findFirst();
    TypedForm typed =
        page.map(PublishingPages::typed)
            .orElseGet(() ->
                TypedForm.empty()
                    .with("number", number)
                    .with("language", language)
                    .with("door", languages.getFirst().door())
                    .with("review_by", today().plusMonths(6).toString()));
    return pageForm(shell, Read.number(number), page, typed, null, Map.of(), false);
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @PostMapping(HOME + "/page")
  Reply keepPage(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), PAGE_FIELDS, Set.of());
    int number = Read.number(typed.value("number"));
    List<PublicPage> languages =
        publishing.pages().stream().filter(page -> page.number() == number).toList();
    if (number > 0 && languages.isEmpty()) {
      return shells.notThere(viewer, request);
    }
    Optional<PublicPage> page =
        languages.stream()
            .filter(one -> one.language().equals(typed.value("language")))
            .findFirst();
    Map<String, String> errors = pageErrors(typed);
    Optional<PublicPage.State> state =
        switch (typed.value("act")) {
          case "draft" -> Optional.of(PublicPage.State.DRAFT);
          case "publish" -> Optional.of(PublicPage.State.PUBLISHED);
          case "withdraw" -> Optional.of(PublicPage.State.WITHDRAWN);
          default -> Optional.empty();
        };
    if (!errors.isEmpty() || state.isEmpty()) {
      return pageForm(shell, number, page, typed, null, errors, errors.isEmpty())
          .with(errors.isEmpty() ? 200 : 422);
    }
    Publishing.Written written =
        new Publishing.Written(
            number,
            typed.value("language"),
            Read.number(typed.value("version")),
            state.get(),
            typed.value("door"),
            typed.value("title"),
            typed.value("body"),
            Field.day(typed.value("review_by")).orElseThrow());
    return switch (publishing.keep(viewer, written)) {
      case Kept.Done done -> SeeOther.to(HOME + "?done=" + state.get().code());
      case Kept.Overtaken overtaken ->
          pageForm(shell, number, page, typed, shell.t("contact.public.overtaken"), Map.of(), false)
              .with(409);
    };
  }

  private Map<String, String> pageErrors(TypedForm typed) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (wholeLanguage(typed.value("language")).isEmpty()) {
      errors.put("language", "contact.public.wrong.language");
    }
    if (!doorCodes().contains(typed.value("door"))) {
      errors.put("door", "contact.public.wrong.door");
    }
    if (!typed.has("title")) {
      errors.put("title", "contact.public.wrong.title");
    } else if (typed.isLonger("title", LONGEST_TITLE)) {
      errors.put("title", "contact.public.wrong.long");
    }
    if (!typed.has("body")) {
      errors.put("body", "contact.public.wrong.body");
    } else if (typed.isLonger("body", PublicPage.MOST)) {
      errors.put("body", "contact.public.wrong.body-long");
    } else {
      Markdown.faults(typed.value("body")).stream()
          .findFirst()
          .ifPresent(fault ->
              errors.put(
                  "body",
                  switch (fault) {
                    case HTML -> "contact.public.wrong.html";
                    case LINK -> "contact.public.wrong.link";
                    case PICTURE -> "contact.public.wrong.picture";
                  }));
    }
    dayError(typed, "review_by").ifPresent(error -> errors.put("review_by", error));
    return errors;
  }

  private static TypedForm typed(PublicPage page) {
    return TypedForm.empty()
        .with("number", Integer.toString(page.number()))
        .with("language", page.language())
        .with("version", Integer.toString(page.version()))
        .with("door", page.door())
        .with("title", page.title())
        .with("body", page.body())
        .with("review_by", page.reviewBy().toString());
  }

  private View pageForm(
      Shell shell,
      int number,
      Optional<PublicPage> page,
      TypedForm typed,
      @Nullable String refused,
      Map<String, String> errors,
      boolean preview) {
    Language language = wholeLanguage(typed.value("language")).orElse(Language.SWEDISH);
    boolean published =
        number > 0
            && publishing.versions(number, language.code()).stream()
                .filter(one -> one.state() != PublicPage.State.DRAFT)
                .findFirst()
                .filter(one -> one.state() == PublicPage.State.PUBLISHED)
                .isPresent();
    return View.of(
        "contact/public-page",
        new PageForm(
            shell,
            page.map(PublicPage::title).orElseGet(() -> shell.t("contact.public.page.new")),
            number,
            language.tag(),
            language.direction(),
            Read.number(typed.value("version")),
            published,
            refused,
            preview
                ? new PageForm.Preview(typed.value("title"), Markdown.html(typed.value("body"), 3))
                : null,
            field(shell, "language", typed, errors).needed(),
            whole().stream()
                .filter(one -> number == 0 || one == language)
                .map(one -> Option.of(one.code(), shell.t("contact.inbox.language." + one.code())))
                .toList(),
            field(shell, "door", typed, errors).needed(),
            doorCodes().stream()
                .map(code -> Option.of(code, shell.t("contact.public.door." + code)))
                .toList(),
            field(shell, "title", typed, errors).needed(),
            field(shell, "body", typed, errors)
                .withHint(shell.t("contact.public.body.hint", PublicPage.MOST))
                .needed(),
            field(shell, "review_by", typed, errors)
                .withHint(shell.t("contact.public.review_by.hint"))
                .needed(),
            number == 0 ? noVersions(shell) : pageVersions(shell, number, language.code())));
  }

  private Table pageVersions(Shell shell, int number, String language) {
    List<PublicPage> versions = publishing.versions(number, language);
    Map<UUID, Confidential> who =
        names.of(versions.stream().map(PublicPage::by).collect(Collectors.toSet()));
    return versions(
        shell,
        versions.stream()
            .map(version ->
                Row.of(
                    Cell.of(shell.texts().number(version.version())),
                    Cell.of(
                        shell.t("contact.public.state." + version.state().code())
                            + " · "
                            + version.title()),
                    Cell.of(shell.texts().moment(version.at())),
                    Cell.of(called(shell, who, version.by()))))
            .toList());
  }

  // ---- common

  private static Table noVersions(Shell shell) {
    return versions(shell, List.of());
  }

  private static Table versions(Shell shell, List<Row> rows) {
    return new Table(
        shell.t("contact.public.versions"),
        List.of(
            Column.number(shell.t("contact.public.column.version")),
            Column.of(shell.t("contact.public.column.what")),
            Column.of(shell.t("contact.public.column.when")),
            Column.of(shell.t("contact.public.column.who"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(
            shell.t("contact.public.versions.empty"),
            shell.t("contact.public.versions.empty.text")),
        true,
        null);
  }

  private static String called(Shell shell, Map<UUID, Confidential> who, UUID by) {
    Confidential name = who.get(by);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }

  private static Field field(
      Shell shell, String name, TypedForm typed, Map<String, String> errors) {
    String error = errors.get(name);
    return Field.of(name, shell.t("contact.public." + name))
        .withValue(typed.value(name))
        .withError(error == null ? null : shell.t(error));
  }

  private static String name(Shell shell, PublicLine line) {
    return line.name(shell.texts().spoken().code()).orElseGet(() -> shell.t(line.line().nameKey()));
  }

  private static String address(int number, String language) {
    return HOME + "/page?number=" + number + "&language=" + language;
  }

  private static String code(SupportLine.Door door) {
    return door.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Language> whole() {
    return Language.thatReach(Language.Reach.WHOLE);
  }

  private static Optional<Language> wholeLanguage(String code) {
    return Language.of(code).filter(Language::isWhole);
  }

  private static List<String> doorCodes() {
    return Stream.concat(
            Stream.of(PublicPage.EVERYONE),
            Stream.of(Entrance.values())
                .sorted(Comparator.comparing(Entrance::number))
                .map(Entrance::code))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
  }
}
