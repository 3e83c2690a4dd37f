package se.fristad.contact.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.fristad.centre.Phrase;
import se.fristad.centre.Phrase.Audience;
import se.fristad.centre.Phrase.Shelf;
import se.fristad.centre.Phrases;
import se.fristad.contact.Phrasebook;
import se.fristad.contact.Revealing;
import se.fristad.contact.publishing.web.PhraseForm;
import se.fristad.contact.publishing.web.PhraseShelf;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Language;
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
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// Where staff write the phrases that those who answer have ready, language by language, each
/// beside its Swedish.
@StaffFace
@Controller
class PhrasePages {
  static final String SHELF = PublishingPages.HOME + "/phrases";
  private static final String ONE = PublishingPages.HOME + "/phrase";
  private static final String SWEDISH = Language.SWEDISH.code();

  /// An address would stay in her browser.
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.");

  private static final Set<String> FIELDS =
      Set.of("number", "version", "language", "shelf", "text", "audiences", "in_use", "review_by");

  private final Publishing publishing;
  private final Phrasebook book;
  private final Shells shells;
  private final Versions versions;
  private final ReviewDays days;

  PhrasePages(
      Publishing publishing, Phrasebook book, Shells shells, Versions versions, ReviewDays days) {
    this.publishing = publishing;
    this.book = book;
    this.shells = shells;
    this.versions = versions;
    this.days = days;
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(SHELF)
  View shelf(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "sv") String language,
      @RequestParam(defaultValue = "talk") String shelf,
      @RequestParam(defaultValue = "") String done) {
    Language shown = Language.of(language).orElse(null);
    Shelf on = Shelf.of(shelf).orElse(null);
    if (shown == null || on == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    List<Phrase> every = publishing.phrases();
    List<Phrase> all = every.stream().filter(one -> one.shelf() == on).toList();
    long due = every.stream().filter(one -> one.isDueForReview(days.today())).count();
    return View.of(
        "contact/public-phrases",
        new PhraseShelf(
            shell,
            done.equals("phrase") ? shell.t("contact.public.done.phrase") : null,
            due == 0 ? null : shell.t("contact.public.phrases.due", due),
            Field.of("language", shell.t("contact.public.language"))
                .withValue(shown.code())
                .needed(),
            Stream.of(Language.values())
                .map(one ->
                    Option.of(
                        one.code(),
                        shell.t("contact.public.phrases.of", name(shell, one), count(all, one))))
                .toList(),
            Field.of("shelf", shell.t("contact.public.shelf")).withValue(on.code()).needed(),
            shelves(shell),
            ONE + (on == Shelf.TALK ? "" : "?shelf=" + on.code()),
            table(shell, all, shown)));
  }

  private static List<Option> shelves(Shell shell) {
    return Stream.of(Shelf.values())
        .map(one -> Option.of(one.code(), shell.t("contact.public.shelf." + one.code())))
        .toList();
  }

  private static long count(List<Phrase> all, Language language) {
    return all.stream()
        .filter(one -> one.language().equals(language.code()) && one.inUse())
        .count();
  }

  private Table table(Shell shell, List<Phrase> all, Language language) {
    List<Row> rows = new ArrayList<>();
    for (Phrase original : all) {
      if (!original.language().equals(SWEDISH)) {
        continue;
      }
      Optional<Phrase> here = find(all, original.number(), language.code());
      String words =
          here.map(book::text)
              .orElseGet(() -> shell.t("contact.public.phrase.write", name(shell, language)));
      // a sentence of another direction keeps its own, full stop included
      Cell first =
          Cell.link("\u2068" + words + "\u2069", address(original.number(), language.code()));
      List<Cell> cells = new ArrayList<>();
      cells.add(language == Language.SWEDISH ? first : first.withDetail(book.text(original)));
      cells.add(
          Cell.of(
              original.audiences().stream()
                  .sorted()
                  .map(one -> shell.t("contact.public.audience." + one.code()))
                  .collect(Collectors.joining(", "))));
      cells.add(state(shell, here, original));
      cells.add(
          here.map(one ->
                  one.isDueForReview(days.today())
                      ? Cell.badge(
                          shell.t("contact.public.overdue", shell.texts().date(one.reviewBy())),
                          Tone.WARN)
                      : Cell.of(shell.texts().date(one.reviewBy())))
              .orElseGet(() -> Cell.of("")));
      rows.add(new Row(cells));
    }
    return new Table(
        shell.t("contact.public.phrases.in", name(shell, language)),
        List.of(
            Column.of(
                shell.t(
                    language == Language.SWEDISH
                        ? "contact.public.column.phrase"
                        : "contact.public.column.phrase.beside")),
            Column.of(shell.t("contact.public.column.audiences")),
            Column.of(shell.t("contact.public.column.state")),
            Column.of(shell.t("contact.public.column.review"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(shell.t("contact.public.phrases"), shell.t("contact.public.phrases.empty")),
        false,
        null);
  }

  private static Cell state(Shell shell, Optional<Phrase> here, Phrase original) {
    if (here.isEmpty()) {
      return Cell.badge(shell.t("contact.public.missing"), Tone.NEUTRAL);
    }
    if (!here.get().inUse() || !original.inUse()) {
      return Cell.badge(shell.t("contact.public.phrase.unused"), Tone.NEUTRAL);
    }
    return Phrasebook.isBehind(here.get(), original)
        ? Cell.badge(shell.t("contact.public.phrase.behind"), Tone.WARN)
        : Cell.badge(shell.t("contact.public.phrase.used"), Tone.SUCCESS);
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @GetMapping(ONE)
  View one(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "talk") String shelf) {
    Shell shell = shells.shell(viewer, request);
    if (number.isEmpty()) {
      TypedForm fresh =
          TypedForm.empty()
              .with("language", SWEDISH)
              .with("shelf", shelf)
              .with("in_use", "yes")
              .with("review_by", days.usual());
      return form(shell, List.of(), 0, Language.SWEDISH, fresh, null, Map.of());
    }
    List<Phrase> all = publishing.phrases();
    int asked = Read.number(number);
    Language in = Language.of(language).orElse(null);
    if (in == null || find(all, asked, SWEDISH).isEmpty()) {
      return shells.notThere(viewer, request);
    }
    return form(shell, all, asked, in, typed(all, asked, in), null, Map.of());
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @PostMapping(ONE)
  Reply keep(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), FIELDS, Set.of("audiences"));
    List<Phrase> all = publishing.phrases();
    int number = Read.number(typed.value("number"));
    Language language =
        typed.has("language")
            ? Language.of(typed.value("language")).orElse(null)
            : Language.SWEDISH;
    Optional<Phrase> original = find(all, number, SWEDISH);
    if (language == null
        || (number > 0 && original.isEmpty())
        || (number == 0 && language != Language.SWEDISH)) {
      return shells.notThere(viewer, request);
    }
    Map<String, String> errors = errors(typed, language);
    Shelf shelf =
        original
            .map(Phrase::shelf)
            .or(() -> Shelf.of(typed.has("shelf") ? typed.value("shelf") : Shelf.TALK.code()))
            .orElse(null);
    int next = shelf == null ? 0 : next(all, shelf);
    if (shelf == null) {
      errors.put("shelf", "contact.public.wrong.shelf");
    } else if (number == 0 && !shelf.holds(next)) {
      errors.put(
          "shelf",
          shelf == Shelf.TALK ? "contact.public.wrong.phrases" : "contact.public.wrong.shelf-full");
    }
    if (!errors.isEmpty()) {
      return form(shell, all, number, language, typed, null, errors).with(422);
    }
    int kept = number > 0 ? number : next;
    Phrase phrase =
        new Phrase(
            Phrases.id(kept),
            kept,
            language.code(),
            Read.number(typed.value("version")) + 1,
            language == Language.SWEDISH ? audiences(typed) : original.orElseThrow().audiences(),
            typed.value("text"),
            typed.has("in_use"),
            Field.day(typed.value("review_by")).orElseThrow(),
            null,
            null);
    return switch (publishing.keep(viewer, phrase)) {
      case Kept.Done done ->
          SeeOther.to(
              SHELF
                  + "?language="
                  + language.code()
                  + PhraseForm.on(phrase.shelf().code())
                  + "&done=phrase");
      case Kept.Overtaken overtaken ->
          form(shell, all, number, language, typed, shell.t("contact.public.overtaken"), Map.of())
              .with(409);
    };
  }

  /// The number after the last on a shelf.
  private static int next(List<Phrase> all, Shelf shelf) {
    return all.stream()
            .filter(one -> one.shelf() == shelf)
            .mapToInt(Phrase::number)
            .max()
            .orElse(shelf.before())
        + 1;
  }

  private Map<String, String> errors(TypedForm typed, Language language) {
    Map<String, String> errors = new LinkedHashMap<>();
    String text = typed.value("text");
    if (text.isEmpty()) {
      errors.put("text", "contact.public.wrong.phrase");
    } else if (typed.isLonger("text", Phrase.MOST)) {
      errors.put("text", "contact.public.wrong.phrase-long");
    } else if (ADDRESS.matcher(text).find()) {
      errors.put("text", "contact.public.wrong.phrase-address");
    } else if (!Revealing.in(text).isEmpty()) {
      errors.put("text", "contact.public.wrong.phrase-reveals");
    }
    if (language == Language.SWEDISH && audiences(typed).isEmpty()) {
      errors.put("audiences", "contact.public.wrong.audiences");
    }
    days.wrong(typed, "review_by").ifPresent(error -> errors.put("review_by", error));
    return errors;
  }

  private static Set<Audience> audiences(TypedForm typed) {
    return Stream.of(Audience.values())
        .filter(one -> typed.ticked("audiences").contains(one.code()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Audience.class)));
  }

  private TypedForm typed(List<Phrase> all, int number, Language language) {
    TypedForm typed =
        TypedForm.empty()
            .with("number", Integer.toString(number))
            .with("language", language.code())
            .with("in_use", "yes")
            .with("review_by", days.usual());
    Optional<Phrase> here = find(all, number, language.code());
    if (here.isEmpty()) {
      return typed;
    }
    Phrase phrase = here.get();
    TypedForm kept =
        typed
            .with("version", Integer.toString(phrase.version()))
            .with("text", book.text(phrase))
            .with(
                "audiences",
                phrase.audiences().stream().map(Audience::code).collect(Collectors.joining(",")))
            .with("review_by", phrase.reviewBy().toString());
    return phrase.inUse() ? kept : kept.without("in_use");
  }

  private View form(
      Shell shell,
      List<Phrase> all,
      int number,
      Language language,
      TypedForm typed,
      @Nullable String refused,
      Map<String, String> errors) {
    Optional<Phrase> original =
        language == Language.SWEDISH ? Optional.empty() : find(all, number, SWEDISH);
    return View.of(
        "contact/public-phrase",
        new PhraseForm(
            shell,
            shell.t(
                number == 0 ? "contact.public.phrase.new" : "contact.public.phrase.in",
                name(shell, language)),
            number,
            language.code(),
            language.tag(),
            language.direction(),
            find(all, number, SWEDISH)
                .map(Phrase::shelf)
                .or(() -> Shelf.of(typed.value("shelf")))
                .orElse(Shelf.TALK)
                .code(),
            number == 0
                ? PublicField.of(shell, "shelf", typed, errors)
                    .withHint(shell.t("contact.public.shelf.hint"))
                    .needed()
                : null,
            shelves(shell),
            Read.number(typed.value("version")),
            refused,
            original.map(book::text).orElse(null),
            original
                .flatMap(swedish ->
                    find(all, number, language.code())
                        .map(here -> Phrasebook.isBehind(here, swedish)))
                .orElse(false),
            PublicField.of(shell, "text", typed, errors)
                .withHint(shell.t("contact.public.text.hint", Phrase.MOST))
                .needed(),
            language == Language.SWEDISH
                ? PublicField.of(shell, "audiences", typed, errors).needed()
                : null,
            Stream.of(Audience.values())
                .map(one -> Option.of(one.code(), shell.t("contact.public.audience." + one.code())))
                .toList(),
            typed.ticked("audiences"),
            PublicField.of(shell, "in_use", typed, errors),
            List.of(Option.of("yes", shell.t("contact.public.in_use.yes"))),
            PublicField.of(shell, "review_by", typed, errors)
                .withHint(shell.t("contact.public.phrase.review.hint"))
                .needed(),
            versions(shell, number, language)));
  }

  private Table versions(Shell shell, int number, Language language) {
    List<Phrase> kept =
        number == 0 ? List.of() : publishing.phraseVersions(number, language.code());
    return versions.table(
        shell,
        kept.stream()
            .map(one ->
                new Versions.One(
                    one.version(),
                    one.inUse()
                        ? Cell.of(book.text(one))
                        : Cell.of(book.text(one))
                            .withDetail(shell.t("contact.public.phrase.unused")),
                    one.at(),
                    one.by()))
            .toList());
  }

  private static Optional<Phrase> find(List<Phrase> all, int number, String language) {
    return all.stream()
        .filter(one -> one.number() == number && one.language().equals(language))
        .findFirst();
  }

  /// What a language is called in the reader's own.
  static String name(Shell shell, Language language) {
    String key = "contact.inbox.language." + language.code();
    if (shell.texts().has(key)) {
      return shell.t(key);
    }
    String name = shell.texts().languageName(language.code());
    return name.substring(0, 1).toUpperCase(shell.texts().locale()) + name.substring(1);
  }

  private static String address(int number, String language) {
    return ONE + "?number=" + number + "&language=" + language;
  }
}
