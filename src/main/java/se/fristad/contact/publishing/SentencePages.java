package se.fristad.contact.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import se.fristad.centre.SentencesRead.Reader;
import se.fristad.centre.SentencesRead.Said;
import se.fristad.contact.publishing.web.SentencesPage;
import se.fristad.contact.publishing.web.SentencesPage.Sentence;
import se.fristad.page.Field;
import se.fristad.page.Language;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// Every sentence of the public face in every language, beside its Swedish, and whether somebody
/// has read it whose language it is. A sentence that was changed since is unread.
@StaffFace
@Controller
class SentencePages {
  static final String HOME = PublishingPages.HOME + "/sentences";
  private static final int PAGE = 25;

  private final Publishing publishing;
  private final TextCatalogue catalogue;
  private final Shells shells;

  SentencePages(Publishing publishing, TextCatalogue catalogue, Shells shells) {
    this.publishing = publishing;
    this.catalogue = catalogue;
    this.shells = shells;
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD, Role.ADMINISTRATOR})
  @GetMapping(HOME)
  View sentences(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "ar") String language,
      @RequestParam(defaultValue = "") String page,
      @RequestParam(defaultValue = "") String done) {
    Language shown = Language.of(language).orElse(null);
    if (shown == null) {
      return shells.notThere(viewer, request);
    }
    return page(request, viewer, shown, Read.page(page), Typed.nothing(done));
  }

  /// What was sent, and what is wrong with it.
  private record Typed(
      Set<String> keys,
      String reader,
      @Nullable String keysWrong,
      @Nullable String readerWrong,
      String done) {
    static Typed nothing(String done) {
      return new Typed(Set.of(), "", null, null, done);
    }
  }

  @Allowed({Role.CONTENT_EDITOR, Role.HEAD})
  @PostMapping(HOME)
  Reply judge(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "ar") String language,
      @RequestParam(defaultValue = "") String reading,
      @RequestParam(defaultValue = "") String page,
      @RequestParam(defaultValue = "") String reader,
      @RequestParam(defaultValue = "") String act) {
    Language shown = Language.of(language).orElse(null);
    if (shown == null) {
      return shells.notThere(viewer, request);
    }
    String[] sent = request.getParameterValues("keys");
    Set<String> ticked = new HashSet<>(sent == null ? List.of() : Arrays.asList(sent));
    List<String> keys = keys(shown).stream().filter(ticked::contains).toList();
    Reader whose = Reader.of(reader).orElse(null);
    Shell shell = shells.shell(viewer, request);
    if (keys.isEmpty() || whose == null) {
      return page(
              request,
              viewer,
              shown,
              Read.page(page),
              new Typed(
                  Set.copyOf(keys),
                  reader,
                  keys.isEmpty() ? shell.t("contact.sentences.wrong.keys") : null,
                  whose == null ? shell.t("contact.sentences.wrong.reader") : null,
                  ""))
          .with(422);
    }
    publishing.judge(
        viewer,
        Read.id(reading).orElseGet(UUID::randomUUID),
        shown.code(),
        keys,
        keys.stream().map(key -> digest(catalogue.pattern(shown, key))).toList(),
        !act.equals("again"),
        whose);
    return SeeOther.to(
        HOME + "?language=" + shown.code() + "&page=" + Read.page(page) + "&done=sentences");
  }

  private View page(
      HttpServletRequest request, Viewer viewer, Language language, int asked, Typed typed) {
    Shell shell = shells.shell(viewer, request);
    List<String> keys = keys(language);
    Map<String, Said> said = publishing.sentencesRead(language.code());
    long read = keys.stream().filter(key -> isRead(language, key, said.get(key))).count();
    Paging paging =
        Paging.of(
            asked,
            PAGE,
            keys.size(),
            number -> HOME + "?language=" + language.code() + "&page=" + number);
    boolean judges = Publishing.EDITORS.contains(viewer.role());
    return View.of(
        "contact/public-sentences",
        new SentencesPage(
            shell,
            typed.done().equals("sentences") ? shell.t("contact.sentences.done") : null,
            shell.t("contact.sentences.told", read, keys.size()),
            Field.of("language", shell.t("contact.public.language"))
                .withValue(language.code())
                .needed(),
            Stream.of(Language.values())
                .map(one -> Option.of(one.code(), PhrasePages.name(shell, one)))
                .toList(),
            language.code(),
            language.tag(),
            language.direction(),
            UUID.randomUUID().toString(),
            asked,
            judges,
            Field.of("keys", shell.t("contact.sentences.keys")).withError(typed.keysWrong()),
            typed.keys(),
            Field.of("reader", shell.t("contact.sentences.reader"))
                .withValue(typed.reader())
                .withError(typed.readerWrong())
                .needed(),
            Stream.of(Reader.values())
                .map(
                    one -> Option.of(one.code(), shell.t("contact.sentences.reader." + one.code())))
                .toList(),
            keys.stream()
                .skip(paging.skipped())
                .limit(PAGE)
                .map(key -> sentence(shell, language, key, said.get(key)))
                .toList(),
            paging));
  }

  private Sentence sentence(Shell shell, Language language, String key, @Nullable Said said) {
    String swedish = language == Language.SWEDISH ? null : catalogue.pattern(Language.SWEDISH, key);
    String text = catalogue.pattern(language, key);
    if (isRead(language, key, said) && said != null) {
      return new Sentence(
          key,
          text,
          swedish,
          shell.t(
              "contact.sentences.read",
              shell.t("contact.sentences.reader." + said.reader().code()),
              shell.texts().date(said.at())),
          Tone.SUCCESS);
    }
    return new Sentence(
        key,
        text,
        swedish,
        shell.t(
            said == null
                ? "contact.sentences.unread"
                : said.good() ? "contact.sentences.changed" : "contact.sentences.to-read"),
        said == null ? Tone.NEUTRAL : Tone.WARN);
  }

  private boolean isRead(Language language, String key, @Nullable Said said) {
    return said != null
        && said.good()
        && said.digest().equals(HexFormat.of().formatHex(digest(catalogue.pattern(language, key))));
  }

  /// The sentences that the public face says in a language.
  private List<String> keys(Language language) {
    return catalogue.keys(language).stream()
        .filter(key ->
            key.startsWith("contact.front.")
                || key.startsWith("contact.safety.")
                || key.startsWith("centre.phrase.")
                || key.matches("centre\\.line\\.[^.]+\\.(name|about)"))
        .sorted()
        .collect(Collectors.toList());
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
