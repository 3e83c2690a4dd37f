package se.fristad.contact.front.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.fristad.contact.Entrance;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.web.FrontPage.First;
import se.fristad.contact.front.web.FrontPage.Notice;
import se.fristad.page.Language;
import se.fristad.page.Markdown;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.page.View;
import tools.jackson.databind.json.JsonMapper;

/// Everything outside `/staff` is answered here and nowhere else: the document, its acts, its
/// stream, and every refusal. So every answer has the same headers and the same face, and nothing
/// of a request comes near a framework that could remember or repeat it.
///
/// No address, no browser's name and no typed word reaches a log from here.
final class PublicFace implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(PublicFace.class);

  /// The features that a page of ours never uses, each denied to it and to whatever it could hold.
  private static final String NO_FEATURES =
      "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), "
          + "encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), "
          + "microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), "
          + "storage-access=(), usb=(), web-share=(), xr-spatial-tracking=()";

  /// Fewer than the server's threads (`server.jetty.threads.max`): whatever is asked of this face,
  /// the staff face of the same node still answers.
  private static final int AT_ONCE = 8_000;

  /// Files that are in memory at once, each of five megabytes and its picture.
  private static final int FILES_AT_ONCE = 4;

  private final Semaphore filesAtOnce = new Semaphore(FILES_AT_ONCE);

  /// `/`, `/<language>`, `/<language>/<number of a door>` or `/<language>/i<number of a page>`.
  private static final Pattern ADDRESS =
      Pattern.compile("/(?:([a-z]{2,4})(?:/(?:([1-9])|i([1-9][0-9]{0,3})))?)?");

  /// What our script accepts when it asks for the conversation's part of the page.
  private static final String TALK = "text/html;part=talk";

  private final Semaphore atOnce = new Semaphore(AT_ONCE);
  private final Acts acts;
  private final Writing writing;
  private final FormNumbers numbers;
  private final Streams streams;
  private final PublicWords words;
  private final Templates templates;
  private final TextCatalogue catalogue;
  private final JsonMapper json = JsonMapper.builder().build();

  PublicFace(
      Acts acts,
      Writing writing,
      FormNumbers numbers,
      Streams streams,
      PublicWords words,
      Templates templates,
      TextCatalogue catalogue) {
    this.acts = acts;
    this.writing = writing;
    this.numbers = numbers;
    this.streams = streams;
    this.words = words;
    this.templates = templates;
    this.catalogue = catalogue;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    String path = request.getRequestURI();
    if (path.equals("/staff") || path.startsWith("/staff/")) {
      chain.doFilter(request, response);
      return;
    }
    headers(response);
    Texts texts = catalogue.in(whole(path, request));
    if (!atOnce.tryAcquire()) {
      notice(response, 503, texts, "crowded", true);
      return;
    }
    try {
      answer(request, response, path, texts);
    } catch (IOException broken) {
      LOG.debug("the other end went away");
    } catch (RuntimeException fault) {
      LOG.warn("the public face failed: {}", chainOf(fault));
      if (!response.isCommitted()) {
        response.reset();
        headers(response);
        fault(request, response, texts);
      }
    } finally {
      atOnce.release();
    }
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, String path, Texts texts)
      throws IOException {
    boolean root = path.equals("/");
    switch (request.getMethod()) {
      case "GET", "HEAD" -> {
        Optional<FrontPage.Shown> shown = shown(path, request);
        if (shown.isPresent()) {
          Texts own = catalogue.in(language(path, request));
          FrontPage page = writing.page(own, writing.fresh(), shown.get());
          got(request, response, View.of(template(request, shown.get()), page));
        } else {
          notice(response, 404, texts, "missing", false);
        }
      }
      case "POST" -> {
        if (root) {
          post(request, response, texts);
        } else {
          notice(response, 404, texts, "missing", false);
        }
      }
      case "OPTIONS" -> {
        response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        response.setStatus(204);
      }
      default -> {
        response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        notice(response, 405, texts, "unread", false);
      }
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response, Texts texts)
      throws IOException {
    boolean script = wants(request, "application/json") || wants(request, "application/x-ndjson");
    if (!Asked.hasFile(request)) {
      post(request, response, texts, script, Asked.of(request));
      return;
    }
    Optional<Limits.Inside> entered = acts.enterWithFile(request.getRemoteAddr());
    try {
      if (entered.isEmpty() || !filesAtOnce.tryAcquire()) {
        response.setHeader("Connection", "close");
        said(response, script, 503, texts, "file.busy");
        return;
      }
      try {
        post(request, response, texts, script, Asked.withFile(request));
      } finally {
        filesAtOnce.release();
      }
    } finally {
      entered.ifPresent(Limits.Inside::close);
    }
  }

  private void post(
      HttpServletRequest request,
      HttpServletResponse response,
      Texts texts,
      boolean script,
      Asked asked)
      throws IOException {
    switch (asked) {
      case Asked.TooLarge _ -> {
        // the rest of a body without end is not waited for
        response.setHeader("Connection", "close");
        said(response, script, 413, texts, Asked.hasFile(request) ? "file.large" : "large");
      }
      case Asked.TooSlow _ -> {
        response.setHeader("Connection", "close");
        said(response, script, 408, texts, "file.busy");
      }
      case Asked.OtherKind _ -> said(response, script, 415, texts, "unread");
      case Asked.Garbled _ -> said(response, script, 400, texts, "unread");
      case Asked.Farewell(String token) -> {
        if (!foreign(request)) {
          act(
              request,
              response,
              new Acts.Post(
                  new Asked.Form(Map.of("act", "leave", "t", token)),
                  true,
                  texts,
                  "",
                  new byte[0]));
        } else {
          notice(response, 403, texts, "refused", false);
        }
      }
      case Asked.WithFile(Asked.Form form, byte[] sent) ->
          form(request, response, texts, script, form, sent);
      case Asked.Form form -> form(request, response, texts, script, form, new byte[0]);
    }
  }

  private void form(
      HttpServletRequest request,
      HttpServletResponse response,
      Texts texts,
      boolean script,
      Asked.Form form,
      byte[] sent)
      throws IOException {
    Texts own =
        Language.of(form.text("lang")).filter(Language::isWhole).map(catalogue::in).orElse(texts);
    Acts.Post post = new Acts.Post(form, script, own, request.getRemoteAddr(), sent);
    Optional<Duration> age = numbers.age(form.text("form"));
    boolean told = request.getHeader("Sec-Fetch-Site") != null;
    if (foreign(request) || age.isEmpty()) {
      said(response, script, 403, own, "refused");
    } else if (age.get().compareTo(told ? FormNumbers.OLDEST : FormNumbers.YOUNG) > 0) {
      reply(response, acts.stale(post), post);
    } else {
      act(request, response, post);
    }
  }

  private void act(HttpServletRequest request, HttpServletResponse response, Acts.Post post)
      throws IOException {
    Optional<Limits.Inside> entered = acts.enter(post);
    if (entered.isEmpty()) {
      reply(response, acts.full(post), post);
      return;
    }
    Reply reply;
    try (Limits.Inside inside = entered.get()) {
      reply = acts.perform(post);
      if (!(reply instanceof Reply.Stream)) {
        reply(response, reply, post);
        return;
      }
    }
    reply(response, reply, post);
  }

  private void reply(HttpServletResponse response, Reply reply, Acts.Post post) throws IOException {
    switch (reply) {
      case Reply.Page(int status, FrontPage page) -> page(response, status, page);
      case Reply.Fields(int status, Map<String, Object> fields) -> json(response, status, fields);
      case Reply.Nothing _ -> response.setStatus(204);
      case Reply.Stream stream -> {
        try (Limits.Inside inside = stream.inside()) {
          if (!streams.run(stream, response, lines -> acts.lines(post, lines))) {
            reply(response, Answers.ask(), post);
          }
        }
      }
    }
  }

  /// A browser that says where a post comes from is believed; one that does not must bring a young
  /// number of ours.
  private static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin");
  }

  private void fault(HttpServletRequest request, HttpServletResponse response, Texts texts)
      throws IOException {
    if (wants(request, "application/json") || wants(request, "application/x-ndjson")) {
      json(response, 500, Map.of("answer", "fault", "text", texts.t("contact.front.fault.short")));
    } else {
      notice(response, 500, texts, "fault", true);
    }
  }

  private void said(
      HttpServletResponse response, boolean script, int status, Texts texts, String what)
      throws IOException {
    if (script) {
      json(
          response,
          status,
          Map.of("answer", what, "text", texts.t("contact.front." + what + ".text")));
    } else {
      notice(response, status, texts, what, false);
    }
  }

  private void notice(
      HttpServletResponse response, int status, Texts texts, String what, boolean numbersToo)
      throws IOException {
    Notice notice =
        new Notice(
            texts.t("contact.front." + what),
            texts.t("contact.front." + what + ".text"),
            numbersToo);
    page(response, status, writing.page(texts, writing.fresh(), notice));
  }

  private void page(HttpServletResponse response, int status, FrontPage page) throws IOException {
    templates.answer(View.of("contact/front", page).with(status), response);
  }

  /// The whole document, or for our script the part of it that only a conversation needs: an empty
  /// one, which it asks for when somebody begins to write.
  private static String template(HttpServletRequest request, FrontPage.Shown shown) {
    return shown instanceof First && wants(request, TALK) ? "contact/front-room" : "contact/front";
  }

  /// A page that was got, smaller on its way where the browser can unpack it. Only here: nothing of
  /// what anybody sends stands in such a page and its secrets are new each time, so its length
  /// tells nothing. An answer with somebody's words in it is never packed.
  private void got(HttpServletRequest request, HttpServletResponse response, View view)
      throws IOException {
    String takes = request.getHeader("Accept-Encoding");
    if (takes == null || !takes.contains("gzip")) {
      templates.answer(view, response);
      return;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(16_384);
    try (GZIPOutputStream packing = new LightlyPacking(packed)) {
      packing.write(templates.render(view).getBytes(StandardCharsets.UTF_8));
    }
    response.setStatus(200);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Encoding", "gzip");
    response.setContentLength(packed.size());
    packed.writeTo(response.getOutputStream());
  }

  private void json(HttpServletResponse response, int status, Map<String, Object> fields)
      throws IOException {
    byte[] bytes = json.writeValueAsBytes(fields);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private void headers(HttpServletResponse response) {
    headersOf(writing.policy()).forEach(response::setHeader);
  }

  /// The headers of every answer of this face.
  static Map<String, String> headersOf(String policy) {
    return Map.of(
        "Content-Security-Policy", policy,
        "Cache-Control", "no-store",
        "Referrer-Policy", "no-referrer",
        "X-Content-Type-Options", "nosniff",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Cross-Origin-Resource-Policy", "same-origin",
        "Permissions-Policy", NO_FEATURES);
  }

  /// What an address shows: `/` and `/sv` the first screen, `/sv/3` one door of it. Addresses are
  /// codes and numbers, since they stay on her device.
  private Optional<FrontPage.Shown> shown(String path, HttpServletRequest request) {
    Matcher parts = ADDRESS.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    if (parts.group(1) != null && Language.of(parts.group(1)).isEmpty()) {
      return Optional.empty();
    }
    Language language = language(path, request);
    boolean whole = language.isWhole();
    if (parts.group(2) != null) {
      return whole ? Entrance.numbered(parts.group(2)).map(First::door) : Optional.empty();
    }
    if (parts.group(3) != null) {
      return info(language, Integer.parseInt(parts.group(3)));
    }
    return Optional.of(whole ? First.EMPTY : new FrontPage.Safety());
  }

  /// A page of information. Where it is not there in the reader's language she is told how to reach
  /// us, and that an interpreter can be had: never the page in another language.
  private Optional<FrontPage.Shown> info(Language language, int number) {
    if (!words.has(number)) {
      return Optional.empty();
    }
    if (!language.isWhole()) {
      return Optional.of(new FrontPage.Safety());
    }
    Texts texts = catalogue.in(language);
    return Optional.of(
        words
            .page(language.code(), number)
            .map(page ->
                new FrontPage.Info(
                    number, page.title(), Markdown.html(page.body(), 1), texts.date(page.at())))
            .orElseGet(
                () -> new FrontPage.Info(number, texts.t("contact.front.page.other"), null, "")));
  }

  /// The language that the address names, else the reader's first that we have. Who reads none of
  /// them is met in English; who says nothing, in Swedish.
  private static Language language(String path, HttpServletRequest request) {
    Matcher parts = ADDRESS.matcher(path);
    return Optional.ofNullable(parts.matches() ? parts.group(1) : null)
        .flatMap(Language::of)
        .orElseGet(() ->
            request.getHeader("Accept-Language") == null
                ? Language.SWEDISH
                : Language.ofReader(Collections.list(request.getLocales()))
                    .orElse(Language.ENGLISH));
  }

  /// As [#language], among those that the whole face speaks: for what must be said and stands in no
  /// safety set.
  private static Language whole(String path, HttpServletRequest request) {
    Language wanted = language(path, request);
    if (wanted.isWhole()) {
      return wanted;
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> Language.ofReader(List.of(locale)).stream())
        .filter(Language::isWhole)
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  private static boolean wants(HttpServletRequest request, String type) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains(type);
  }

  /// The kinds of fault, outermost first. Never what they say: a message may carry a typed word.
  private static String chainOf(Throwable fault) {
    StringBuilder kinds = new StringBuilder(fault.getClass().getName());
    StackTraceElement[] where = fault.getStackTrace();
    if (where.length > 0) {
      kinds.append(" at ").append(where[0]);
    }
    @Nullable Throwable cause = fault.getCause();
    for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
      kinds.append(" from ").append(cause.getClass().getName());
    }
    return kinds.toString();
  }

  /// Packs in two thirds of the time, to seven hundredths more: drawn anew for everybody, the first
  /// page is packed anew too, and packing was the dearest part of it.
  private static final class LightlyPacking extends GZIPOutputStream {
    LightlyPacking(OutputStream packed) throws IOException {
      super(packed);
      def.setLevel(3);
    }
  }
}
