package se.fristad.contact.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.fristad.access.Viewer;
import se.fristad.centre.PublicLine;
import se.fristad.centre.SupportLine;
import se.fristad.contact.publishing.web.LineForm;
import se.fristad.page.Field;
import se.fristad.page.Language;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.TextCatalogue;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// Where staff write a telephone number of the public face, and until when it is to be trusted.
@StaffFace
@Controller
class LinePages {
  private static final String ONE = PublishingPages.HOME + "/line";
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{0,17}[0-9]");

  /// Of a name, in characters.
  private static final int LONGEST_NAME = 80;

  private static final Set<String> FIELDS =
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

  private final Publishing publishing;
  private final Shells shells;
  private final Versions versions;
  private final TextCatalogue catalogue;
  private final ReviewDays days;

  LinePages(
      Publishing publishing,
      Shells shells,
      Versions versions,
      TextCatalogue catalogue,
      ReviewDays days) {
    this.publishing = publishing;
    this.shells = shells;
    this.versions = versions;
    this.catalogue = catalogue;
    this.days = days;
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(ONE)
  View line(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String code) {
    Shell shell = shells.shell(viewer, request);
    if (code.isEmpty()) {
      return form(shell, Optional.empty(), TypedForm.empty().with("shown", "yes"), null, Map.of());
    }
    Optional<PublicLine> line = publishing.line(code);
    return line.isEmpty()
        ? shells.notThere(viewer, request)
        : form(shell, line, typed(shell, line.get()), null, Map.of());
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @PostMapping(ONE)
  Reply keepLine(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), FIELDS, Set.of("doors"));
    Optional<PublicLine> line = publishing.line(typed.value("code"));
    if (typed.has("code") && line.isEmpty()) {
      return shells.notThere(viewer, request);
    }
    if (line.isPresent() && line.get().isFixed()) {
      return form(
              shell, line, typed(shell, line.get()), shell.t("contact.public.fixed.text"), Map.of())
          .with(422);
    }
    Map<String, String> errors = errors(typed);
    if (!errors.isEmpty()) {
      return form(shell, line, typed, null, errors).with(422);
    }
    return switch (publishing.keep(viewer, read(typed, line))) {
      case Kept.Done done -> SeeOther.to(PublishingPages.HOME + "?done=line");
      case Kept.Overtaken overtaken ->
          form(shell, line, typed, shell.t("contact.public.overtaken"), Map.of()).with(409);
    };
  }

  private Map<String, String> errors(TypedForm typed) {
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
    for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
      if (typed.isLonger("name_" + language.code(), LONGEST_NAME)) {
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
    days.wrong(typed, "recheck_by").ifPresent(error -> errors.put("recheck_by", error));
    return errors;
  }

  private static PublicLine read(TypedForm typed, Optional<PublicLine> line) {
    Map<String, String> called = new LinkedHashMap<>();
    for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
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
                told.doors().stream().map(LinePages::code).collect(Collectors.joining(",")))
            .with("recheck_by", told.recheckBy().toString());
    SupportLine.@Nullable Hours hours = told.answering();
    if (hours != null) {
      typed = typed.with("answers", hours.from().toString()).with("shuts", hours.to().toString());
    }
    for (Language language : Language.thatReach(Language.Reach.WHOLE)) {
      String name =
          line.name(language.code()).orElseGet(() -> catalogue.in(language).t(told.nameKey()));
      typed = typed.with("name_" + language.code(), name);
    }
    return line.shown() ? typed.with("shown", "yes") : typed;
  }

  private View form(
      Shell shell,
      Optional<PublicLine> line,
      TypedForm typed,
      @Nullable String refused,
      Map<String, String> errors) {
    List<Field> called =
        Language.thatReach(Language.Reach.WHOLE).stream()
            .map(language -> {
              Field field = PublicField.of(shell, "name_" + language.code(), typed, errors);
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
            PublicField.of(shell, "phone", typed, errors)
                .withHint(shell.t("contact.public.phone.hint"))
                .needed(),
            PublicField.of(shell, "doors", typed, errors).needed(),
            Stream.of(SupportLine.Door.values())
                .map(door ->
                    Option.of(code(door), shell.t("contact.public.line-door." + code(door))))
                .toList(),
            typed.ticked("doors"),
            PublicField.of(shell, "answers", typed, errors)
                .withHint(shell.t("contact.public.answers.hint")),
            PublicField.of(shell, "shuts", typed, errors),
            PublicField.of(shell, "recheck_by", typed, errors)
                .withHint(shell.t("contact.public.recheck_by.hint"))
                .needed(),
            PublicField.of(shell, "shown", typed, errors),
            List.of(Option.of("yes", shell.t("contact.public.shown.yes"))),
            called,
            line.map(one -> versions(shell, one)).orElseGet(() -> Versions.none(shell))));
  }

  private Table versions(Shell shell, PublicLine line) {
    return versions.table(
        shell,
        publishing.versions(line).stream()
            .map(version ->
                new Versions.One(
                    version.number(),
                    Cell.of(
                        version.shown()
                            ? version.phone()
                            : version.phone() + " · " + shell.t("contact.public.hidden")),
                    version.at(),
                    version.by()))
            .toList());
  }

  /// What a number is called in the reader's language.
  static String name(Shell shell, PublicLine line) {
    return line.name(shell.texts().spoken().code()).orElseGet(() -> shell.t(line.line().nameKey()));
  }

  /// The door as forms and texts name it.
  static String code(SupportLine.Door door) {
    return door.name().toLowerCase(Locale.ROOT);
  }
}
