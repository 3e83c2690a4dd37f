package se.fristad.contact.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.fristad.centre.PublicPage;
import se.fristad.contact.Entrance;
import se.fristad.contact.publishing.web.PageForm;
import se.fristad.page.Field;
import se.fristad.page.Language;
import se.fristad.page.Markdown;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// Where staff write a page of information, language by language, and look at it before the public
/// does.
@StaffFace
@Controller
class InformationPages {
  private static final String ONE = PublishingPages.HOME + "/page";

  /// Of a title, in characters.
  private static final int LONGEST_TITLE = 80;

  private static final Set<String> FIELDS =
      Set.of("number", "version", "language", "door", "title", "body", "review_by", "act");

  private final Publishing publishing;
  private final Shells shells;
  private final Versions versions;
  private final ReviewDays days;

  InformationPages(Publishing publishing, Shells shells, Versions versions, ReviewDays days) {
    this.publishing = publishing;
    this.shells = shells;
    this.versions = versions;
    this.days = days;
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(ONE)
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
              .with("review_by", days.usual());
      return form(shell, 0, Optional.empty(), fresh, null, Map.of(), false);
    }
    List<PublicPage> languages =
        publishing.pages().stream().filter(page -> page.number() == Read.number(number)).toList();
    if (languages.isEmpty() || wholeLanguage(language).isEmpty()) {
      return shells.notThere(viewer, request);
    }
    Optional<PublicPage> page =
        languages.stream().filter(one -> one.language().equals(language)).findFirst();
    TypedForm typed =
        page.map(InformationPages::typed)
            .orElseGet(() ->
                TypedForm.empty()
                    .with("number", number)
                    .with("language", language)
                    .with("door", languages.getFirst().door())
                    .with("review_by", days.usual()));
    return form(shell, Read.number(number), page, typed, null, Map.of(), false);
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @PostMapping(ONE)
  Reply keepPage(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), FIELDS, Set.of());
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
    Map<String, String> errors = errors(typed);
    Optional<PublicPage.State> state =
        switch (typed.value("act")) {
          case "draft" -> Optional.of(PublicPage.State.DRAFT);
          case "publish" -> Optional.of(PublicPage.State.PUBLISHED);
          case "withdraw" -> Optional.of(PublicPage.State.WITHDRAWN);
          default -> Optional.empty();
        };
    if (!errors.isEmpty() || state.isEmpty()) {
      return form(shell, number, page, typed, null, errors, errors.isEmpty())
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
      case Kept.Done done -> SeeOther.to(PublishingPages.HOME + "?done=" + state.get().code());
      case Kept.Overtaken overtaken ->
          form(shell, number, page, typed, shell.t("contact.public.overtaken"), Map.of(), false)
              .with(409);
    };
  }

  private Map<String, String> errors(TypedForm typed) {
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
    days.wrong(typed, "review_by").ifPresent(error -> errors.put("review_by", error));
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

  private View form(
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
            PublicField.of(shell, "language", typed, errors).needed(),
            Language.thatReach(Language.Reach.WHOLE).stream()
                .filter(one -> number == 0 || one == language)
                .map(one -> Option.of(one.code(), shell.t("contact.inbox.language." + one.code())))
                .toList(),
            PublicField.of(shell, "door", typed, errors).needed(),
            doorCodes().stream()
                .map(code -> Option.of(code, shell.t("contact.public.door." + code)))
                .toList(),
            PublicField.of(shell, "title", typed, errors).needed(),
            PublicField.of(shell, "body", typed, errors)
                .withHint(shell.t("contact.public.body.hint", PublicPage.MOST))
                .needed(),
            PublicField.of(shell, "review_by", typed, errors)
                .withHint(shell.t("contact.public.review_by.hint"))
                .needed(),
            number == 0 ? Versions.none(shell) : versions(shell, number, language.code())));
  }

  private Table versions(Shell shell, int number, String language) {
    return versions.table(
        shell,
        publishing.versions(number, language).stream()
            .map(version ->
                new Versions.One(
                    version.version(),
                    Cell.of(
                        shell.t("contact.public.state." + version.state().code())
                            + " · "
                            + version.title()),
                    version.at(),
                    version.by()))
            .toList());
  }

  /// Where a page of information is written, in one language.
  static String address(int number, String language) {
    return ONE + "?number=" + number + "&language=" + language;
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
}
