package se.fristad.contact.front.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Line;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.Signs;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.front.web.FrontPage.Bubble;
import se.fristad.contact.front.web.FrontPage.Notice;
import se.fristad.contact.front.web.FrontPage.Talk;
import se.fristad.vault.Confidential;

/// What every act is answered with: the page or the fields, the turn that it waits, and what stands
/// in a form that all forms have.
final class Answers {
  static final Confidential NOTHING = Confidential.of("");
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
  private final Visits visits;
  private final Limits limits;
  private final FormNumbers numbers;
  private final Writing writing;
  private final Clock clock;

  Answers(Visits visits, Limits limits, FormNumbers numbers, Writing writing, Clock clock) {
    this.visits = visits;
    this.limits = limits;
    this.numbers = numbers;
    this.writing = writing;
    this.clock = clock;
  }

  /// The conversation with her words, shown once; the sentence alone when there are none.
  Reply withPhrase(
      Acts.Post post, Queue queue, VisitToken token, String state, @Nullable Confidential words) {
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              words == null ? 503 : 200,
              post,
              token.reveal(),
              talk(
                  post,
                  queue,
                  here,
                  post.form().number("from"),
                  state,
                  words == null,
                  words,
                  null,
                  NOTHING));
    };
  }

  /// The conversation as it was, with one sentence on what was done.
  Reply told(Acts.Post post, Queue queue, VisitToken token, String answer, String state) {
    return switch (visits.look(queue, token, post.script() ? Integer.MAX_VALUE : 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          post.script()
              ? fields(
                  200,
                  Map.of(
                      "answer",
                      answer,
                      "text",
                      state,
                      "signs",
                      signs(here.signs()),
                      "form",
                      numbers.fresh()))
              : page(
                  200,
                  post,
                  token.reveal(),
                  talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      state,
                      false,
                      null,
                      null,
                      NOTHING));
    };
  }

  /// The answer when the visit is not there any more.
  Reply gone(Acts.Post post) {
    return post.script() ? fields(410, Map.of("answer", "gone")) : ended(post, 410);
  }

  Reply ended(Acts.Post post, int status) {
    return page(
        status, post, writing.fresh(), new Notice(post.t("ended"), post.t("ended.text"), false));
  }

  /// The answer to a post that no page of ours sends.
  Reply unread(Acts.Post post) {
    return post.script()
        ? fields(400, Map.of("answer", "unread", "text", post.t("unread.text")))
        : page(
            400, post, writing.fresh(), new Notice(post.t("unread"), post.t("unread.text"), true));
  }

  /// Waits this one's turn.
  ///
  /// @return false when too many stand in line before it
  boolean waited(Acts.Post post, Limit limit) {
    Optional<Duration> pause = limits.pause(limit, post.address());
    sleep(pause.orElse(Duration.ZERO));
    return pause.isPresent();
  }

  /// Waits, and lets everybody pass: who looks has a page to lose, and it holds the only way back.
  void slowed(Acts.Post post) {
    sleep(limits.pause(Limit.LOOK, post.address()).orElse(LONGEST_LOOK));
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  Reply later(Acts.Post post) {
    return fields(503, Map.of("answer", "busy", "text", crowded(post)));
  }

  String crowded(Acts.Post post) {
    return post.t("crowded.text", writing.house(post.texts()).phone().shown());
  }

  Talk talk(
      Acts.Post post,
      Queue queue,
      Looked.Here here,
      int from,
      String state,
      boolean offer,
      @Nullable Confidential phrase,
      @Nullable String error,
      Confidential draft) {
    List<Line> shown = new ArrayList<>();
    here.lines().stream()
        .filter(line -> line.seq() <= from && !line.fromPerson())
        .reduce((a, b) -> b)
        .ifPresent(shown::add);
    here.lines().stream().filter(line -> line.seq() > from).forEach(shown::add);
    return new Talk(
        queue, bubbles(post, shown), from, state, offer, phrase, error, draft, here.signs());
  }

  List<Bubble> bubbles(Acts.Post post, List<Line> lines) {
    return lines.stream()
        .map(line ->
            new Bubble(
                line.seq(),
                line.fromPerson(),
                post.texts().when(line.at(), clock.instant()),
                line.words()))
        .toList();
  }

  /// The lines as the script takes them.
  List<Map<String, Object>> lines(Acts.Post post, List<Line> lines) {
    return lines.stream()
        .map(line ->
            Map.<String, Object>of(
                "seq",
                line.seq(),
                "mine",
                line.fromPerson(),
                "at",
                post.texts().when(line.at(), clock.instant()),
                "words",
                line.words().reveal()))
        .toList();
  }

  Reply page(int status, Acts.Post post, String token, FrontPage.Shown shown) {
    return new Reply.Page(status, writing.page(post.texts(), token, shown));
  }

  static Reply fields(int status, Map<String, Object> fields) {
    return new Reply.Fields(status, fields);
  }

  /// The signs as the script takes them.
  static Map<String, Object> signs(Signs signs) {
    return Map.of(
        "typing",
        signs.typing(),
        "words",
        signs.newWords(),
        "lost",
        signs.lost() != Signs.Lost.NO,
        "call",
        signs.call().code());
  }

  static Optional<Queue> queue(Asked.Form form) {
    return Arrays.stream(Queue.values())
        .filter(queue -> queue.name().equals(form.text("queue")))
        .findFirst();
  }

  static Optional<VisitToken> token(Asked.Form form) {
    return VisitToken.parse(form.text("t"));
  }

  static Optional<UUID> id(Asked.Form form) {
    String text = form.text("id");
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /// No stream for this page now: it asks every few seconds instead.
  static Reply ask() {
    return fields(503, Map.of("answer", "ask"));
  }
}
