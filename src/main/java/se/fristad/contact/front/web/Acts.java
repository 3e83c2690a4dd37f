package se.fristad.contact.front.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;
import se.fristad.contact.Words;
import se.fristad.contact.front.Attachments;
import se.fristad.contact.front.CallTimes;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Limits.Room;
import se.fristad.contact.front.Line;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.LostWords;
import se.fristad.contact.front.PhraseSet;
import se.fristad.contact.front.Returned;
import se.fristad.contact.front.Said;
import se.fristad.contact.front.Signs;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.front.web.FrontPage.Bubble;
import se.fristad.contact.front.web.FrontPage.First;
import se.fristad.contact.front.web.FrontPage.Notice;
import se.fristad.contact.front.web.FrontPage.Talk;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The acts of someone without a name, each answered twice over: a whole page without a script, a
/// few fields with one.
final class Acts {
  private static final Confidential NOTHING = Confidential.of("");
  private static final Set<String> CALL =
      Set.of("number", "when", "named", "voicemail", "hers", "ours", "alone", "note");
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
  private final Visits visits;
  private final CallWishes calls;
  private final TimesToBook times;
  private final Attachments attachments;
  private final LostWords lost;
  private final Limits limits;
  private final FormNumbers numbers;
  private final Writing writing;
  private final Clock clock;

  Acts(
      Visits visits,
      CallWishes calls,
      TimesToBook times,
      Attachments attachments,
      LostWords lost,
      Limits limits,
      FormNumbers numbers,
      Writing writing,
      Clock clock) {
    this.visits = visits;
    this.calls = calls;
    this.times = times;
    this.attachments = attachments;
    this.lost = lost;
    this.limits = limits;
    this.numbers = numbers;
    this.writing = writing;
    this.clock = clock;
  }

  /// One post.
  ///
  /// @param script whether our script asks, and wants fields
  /// @param address the other end, for the limits only
  /// @param file the file that came with it; empty when none did
  @SuppressWarnings("ArrayRecordComponent")
  record Post(Asked.Form form, boolean script, Texts texts, String address, byte[] file) {
    String t(String key, Object... filled) {
      return texts.t("contact.front." + key, filled);
    }
  }

  /// Does what the post asks.
  Reply perform(Post post) {
    return switch (post.form().text("act")) {
      case "begin" -> begin(post);
      case "say" -> say(post);
      case "look" -> look(post, false);
      case "later" -> look(post, true);
      case "stay" -> look(post, true);
      case "words" -> words(post);
      case "return" -> comeBack(post);
      case "stream" -> stream(post);
      case "leave" -> leave(post);
      case "destroy" -> destroy(post);
      case "call" -> wishCall(post);
      case "uncall" -> takeBackCall(post);
      case "attach" -> attach(post);
      case "times" -> times(post);
      case "book" -> book(post);
      case "unbook" -> unbook(post);
      case "recognise" -> recognise(post);
      case "renew" -> renew(post);
      case "stop" -> stop(post);
      case "typing" -> typing(post);
      default -> unread(post);
    };
  }

  /// The same form again because it is old: what was typed stands in it.
  Reply stale(Post post) {
    if (post.script()) {
      return fields(422, Map.of("answer", "stale", "form", numbers.fresh()));
    }
    Confidential draft = Confidential.of(post.form().text("words"));
    Optional<Queue> queue = queue(post.form());
    return switch (post.form().text("act")) {
      case "begin" ->
          first(post, entrance(post.form()).orElse(Entrance.SUPPORT), post.t("stale"), draft);
      case "say" ->
          queue.isPresent() && token(post.form()).isPresent()
              ? sayAgain(post, queue.get(), token(post.form()).get(), post.t("stale"), draft)
              : gone(post);
      case "call" ->
          queue.isPresent() && token(post.form()).isPresent()
              ? unwished(
                  post,
                  queue.get(),
                  token(post.form()).get(),
                  post.form().typed(CALL),
                  422,
                  Map.of("number", post.t("stale")))
              : gone(post);
      case "recognise" ->
          queue.isPresent() && token(post.form()).isPresent()
              ? unrecognised(
                  post,
                  queue.get(),
                  token(post.form()).get(),
                  post.form().typed(LostWords.FIELDS),
                  422,
                  Map.of("question", post.t("stale")))
              : gone(post);
      case "return" -> page(422, post, writing.fresh(), First.back(post.t("stale.back")));
      default -> look(post, true);
    };
  }

  private Reply begin(Post post) {
    Optional<Entrance> entrance = entrance(post.form());
    Optional<VisitToken> token = token(post.form());
    Optional<UUID> id = id(post.form());
    if (entrance.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return unread(post);
    }
    return switch (Words.of(post.form().text("words"))) {
      case Words.Empty _ -> unfit(post, entrance.get(), post.t("empty"));
      case Words.TooLong(int by) -> unfit(post, entrance.get(), post.t("toolong", by));
      case Words.Fit(Confidential words) -> {
        if (!waited(post, Limit.BEGIN)) {
          yield post.script() ? later(post) : first(post, entrance.get(), crowded(post), words);
        }
        yield said(
            post,
            entrance.get().queue(),
            token.get(),
            visits.begin(
                entrance.get(),
                token.get(),
                once(id.get(), words),
                words,
                post.texts().spoken().code(),
                post.script()),
            words);
      }
    };
  }

  private Reply unfit(Post post, Entrance entrance, String error) {
    return post.script()
        ? fields(422, Map.of("answer", "unfit", "text", error))
        : first(post, entrance, error, Confidential.of(post.form().text("words")));
  }

  private Reply first(Post post, Entrance entrance, String error, Confidential draft) {
    return page(422, post, writing.fresh(), First.written(entrance, error, draft));
  }

  private Reply say(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    Optional<UUID> id = id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return unread(post);
    }
    return switch (Words.of(post.form().text("words"))) {
      case Words.Empty _ -> unsaid(post, queue.get(), token.get(), post.t("empty"));
      case Words.TooLong(int by) -> unsaid(post, queue.get(), token.get(), post.t("toolong", by));
      case Words.Fit(Confidential words) -> {
        if (!waited(post, Limit.SAY)) {
          yield post.script()
              ? later(post)
              : sayAgain(post, queue.get(), token.get(), crowded(post), words);
        }
        yield said(
            post,
            queue.get(),
            token.get(),
            visits.say(queue.get(), token.get(), once(id.get(), words), words),
            words);
      }
    };
  }

  private Reply unsaid(Post post, Queue queue, VisitToken token, String error) {
    return post.script()
        ? fields(422, Map.of("answer", "unfit", "text", error))
        : sayAgain(post, queue, token, error, Confidential.of(post.form().text("words")));
  }

  /// The conversation with what was typed and the sentence beside it; without the typed words when
  /// the visit has ended, since a page sent again by somebody else must not show them.
  private Reply sayAgain(
      Post post, Queue queue, VisitToken token, String error, Confidential draft) {
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              422,
              post,
              token.reveal(),
              talk(post, queue, here, post.form().number("from"), "", false, null, error, draft));
    };
  }

  private Reply said(Post post, Queue queue, VisitToken token, Said said, Confidential words) {
    return switch (said) {
      case Said.Gone _ -> gone(post);
      case Said.Full _ ->
          unsaid(post, queue, token, post.t("full", writing.house(post.texts()).phone().shown()));
      case Said.Acknowledged acknowledged -> received(post, queue, token, acknowledged, words);
    };
  }

  private Reply received(
      Post post, Queue queue, VisitToken token, Said.Acknowledged said, Confidential words) {
    FrontPage.House house = writing.house(post.texts());
    String next =
        !house.open()
            ? post.t("received.closed", house.opens())
            : post.t(post.script() ? "received.open" : "received.open.plain");
    String state = post.t("received") + " " + next;
    if (post.script()) {
      return fields(
          200,
          Map.of(
              "answer",
              "ok",
              "text",
              state,
              "form",
              numbers.fresh(),
              "phrase",
              said.hasPhrase(),
              "lines",
              lines(post, List.of(new Line(said.seq(), true, said.at(), words)))));
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              200,
              post,
              token.reveal(),
              talk(
                  post,
                  queue,
                  here,
                  post.form().number("from"),
                  state,
                  !here.hasPhrase(),
                  null,
                  null,
                  NOTHING));
    };
  }

  private Reply look(Post post, boolean quietly) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    slowed(post);
    int from = post.form().number("from");
    return switch (visits.look(queue.get(), token.get(), post.script() ? from : 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here -> {
        if (post.script()) {
          yield fields(
              200,
              Map.of(
                  "answer",
                  "here",
                  "lines",
                  lines(post, here.lines()),
                  "last",
                  here.lastSeq(),
                  "phrase",
                  here.hasPhrase(),
                  "signs",
                  signs(here.signs()),
                  "form",
                  numbers.fresh()));
        }
        boolean answered = !here.lines().isEmpty() && !here.lines().getLast().fromPerson();
        String state = quietly ? "" : post.t(answered ? "look.new" : "look.none");
        yield page(
            200,
            post,
            token.get().reveal(),
            talk(post, queue.get(), here, from, state, false, null, null, NOTHING));
      }
    };
  }

  private Reply words(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    if (!waited(post, Limit.WORDS)) {
      return post.script()
          ? fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
          : withPhrase(post, queue.get(), token.get(), post.t("phrase.busy"), null);
    }
    return switch (visits.givePhrase(queue.get(), token.get(), post.texts().language())) {
      case PhraseSet.Gone _ -> gone(post);
      case PhraseSet.Busy _ ->
          post.script()
              ? fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
              : withPhrase(post, queue.get(), token.get(), post.t("phrase.busy"), null);
      case PhraseSet.Set(Confidential words) ->
          post.script()
              ? fields(
                  200, Map.of("answer", "set", "words", words.reveal(), "form", numbers.fresh()))
              : withPhrase(post, queue.get(), token.get(), "", words);
    };
  }

  private Reply withPhrase(
      Post post, Queue queue, VisitToken token, String state, @Nullable Confidential words) {
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

  private Reply comeBack(Post post) {
    Words typed = Words.of(post.form().text("words"));
    if (typed instanceof Words.Empty) {
      return noWay(post, 422, post.t("back.empty"));
    }
    if (!waited(post, Limit.RETURN)) {
      return noWay(post, 503, post.t("back.busy", writing.house(post.texts()).phone().shown()));
    }
    // words too long to be any words take the same path as wrong ones
    Confidential words = typed instanceof Words.Fit(Confidential fit) ? fit : Confidential.of("-");
    return switch (visits.comeBack(words, post.script())) {
      case Returned.NoWay _ -> noWay(post, 422, post.t("back.no"));
      case Returned.Busy _ ->
          noWay(post, 503, post.t("back.busy", writing.house(post.texts()).phone().shown()));
      case Returned.Found found -> {
        List<Line> latest = found.latestAnswer().map(List::of).orElseGet(List::of);
        String state = post.t(latest.isEmpty() ? "returned.none" : "returned.answer");
        if (post.script()) {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("answer", "found");
          fields.put("t", found.token().reveal());
          fields.put("queue", found.queue().name());
          fields.put("last", found.lastSeq());
          fields.put("text", state);
          fields.put("lines", lines(post, latest));
          fields.put("signs", signs(found.signs()));
          fields.put("form", numbers.fresh());
          yield fields(200, fields);
        }
        yield page(
            200,
            post,
            found.token().reveal(),
            new Talk(
                found.queue(),
                bubbles(post, latest),
                found.lastSeq(),
                state,
                false,
                null,
                null,
                NOTHING,
                found.signs()));
      }
    };
  }

  private Reply noWay(Post post, int status, String text) {
    return post.script()
        ? fields(status, Map.of("answer", "no", "text", text))
        : page(status, post, writing.fresh(), First.back(text));
  }

  private Reply stream(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty() || !post.script()) {
      return unread(post);
    }
    slowed(post);
    return switch (visits.look(queue.get(), token.get(), Integer.MAX_VALUE)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here _ ->
          limits
              .enter(Room.STREAM, post.address())
              .<Reply>map(inside ->
                  new Reply.Stream(queue.get(), token.get(), post.form().number("from"), inside))
              .orElseGet(Acts::ask);
    };
  }

  /// No stream for this page now: it asks every few seconds instead.
  static Reply ask() {
    return fields(503, Map.of("answer", "ask"));
  }

  private Reply leave(Post post) {
    token(post.form()).ifPresent(visits::leave);
    return post.script() ? new Reply.Nothing() : ended(post, 200);
  }

  private Reply destroy(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    if (!visits.destroy(queue.get(), token.get())) {
      return gone(post);
    }
    return post.script()
        ? fields(200, Map.of("answer", "destroyed"))
        : page(
            200,
            post,
            writing.fresh(),
            new Notice(post.t("destroyed"), post.t("destroyed.text"), false));
  }

  private Reply attach(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    Optional<UUID> id = id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return unread(post);
    }
    if (post.file().length == 0) {
      return attached(post, queue.get(), token.get(), 422, "file.none");
    }
    if (!waited(post, Limit.WORDS)) {
      return attached(post, queue.get(), token.get(), 503, "file.busy.text");
    }
    return switch (attachments.send(queue.get(), token.get(), id.get(), post.file())) {
      case PICTURE -> attached(post, queue.get(), token.get(), 200, "file.picture");
      case DOCUMENT -> attached(post, queue.get(), token.get(), 200, "file.document");
      case OTHER_KIND -> attached(post, queue.get(), token.get(), 422, "file.other");
      case UNREADABLE -> attached(post, queue.get(), token.get(), 422, "file.unreadable");
      case FULL -> attached(post, queue.get(), token.get(), 422, "file.full");
      case GONE -> gone(post);
    };
  }

  /// The conversation as it was, with one sentence on the file.
  private Reply attached(Post post, Queue queue, VisitToken token, int status, String key) {
    String state = post.t(key);
    if (post.script()) {
      return fields(
          status,
          Map.of(
              "answer",
              status == 200 ? "attached" : "unfit",
              "text",
              state,
              "form",
              numbers.fresh()));
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              status,
              post,
              token.reveal(),
              talk(
                  post,
                  queue,
                  here,
                  post.form().number("from"),
                  state,
                  status == 200 && !here.hasPhrase(),
                  null,
                  null,
                  NOTHING));
    };
  }

  private Reply wishCall(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    TypedForm typed = post.form().typed(CALL);
    if (!waited(post, Limit.WORDS)) {
      return unwished(post, queue.get(), token.get(), typed, 503, Map.of("number", crowded(post)));
    }
    return switch (calls.wish(queue.get(), token.get(), typed)) {
      case CallWishes.Wished.Gone _ -> gone(post);
      case CallWishes.Wished.Unfit(Map<String, String> wrong) -> {
        Map<String, String> said = new LinkedHashMap<>();
        wrong.forEach((field, key) -> said.put(field, post.texts().t(key)));
        yield unwished(post, queue.get(), token.get(), typed, 422, said);
      }
      case CallWishes.Wished.Stands(CallTimes.Offered when) ->
          wished(
              post,
              queue.get(),
              token.get(),
              post.t(
                  "wish.stands",
                  post.texts().date(when.from().toLocalDate()),
                  post.texts().time(when.from().toLocalTime()),
                  post.texts().time(when.until().toLocalTime())));
    };
  }

  private Reply takeBackCall(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    return calls.takeBack(queue.get(), token.get())
        ? wished(post, queue.get(), token.get(), post.t("wish.taken-back"))
        : gone(post);
  }

  private Reply wished(Post post, Queue queue, VisitToken token, String state) {
    return switch (visits.look(queue, token, post.script() ? Integer.MAX_VALUE : 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          post.script()
              ? fields(200, Map.of("answer", "wished", "text", state, "form", numbers.fresh()))
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
                      !here.hasPhrase(),
                      null,
                      null,
                      NOTHING));
    };
  }

  /// The form as it was typed, with each sentence beside its field.
  private Reply unwished(
      Post post,
      Queue queue,
      VisitToken token,
      TypedForm typed,
      int status,
      Map<String, String> wrong) {
    if (post.script()) {
      return fields(status, Map.of("answer", "unfit", "wrong", wrong, "form", numbers.fresh()));
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              status,
              post,
              token.reveal(),
              new FrontPage.Calling(
                  talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      "",
                      false,
                      null,
                      null,
                      NOTHING),
                  typed,
                  wrong));
    };
  }

  /// She leaves a question that only she can answer, for the day when she has lost her words.
  private Reply recognise(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    TypedForm typed = post.form().typed(LostWords.FIELDS);
    if (!waited(post, Limit.WORDS)) {
      return unrecognised(
          post, queue.get(), token.get(), typed, 503, Map.of("question", crowded(post)));
    }
    return switch (lost.ask(queue.get(), token.get(), typed)) {
      case LostWords.Asked.Gone _ -> gone(post);
      case LostWords.Asked.Unfit(Map<String, String> wrong) -> {
        Map<String, String> said = new LinkedHashMap<>();
        wrong.forEach(
            (field, key) -> said.put(field, post.t(key, LostWords.MOST, LostWords.LEAST)));
        yield unrecognised(post, queue.get(), token.get(), typed, 422, said);
      }
      case LostWords.Asked.Kept _ ->
          told(post, queue.get(), token.get(), "recognised", post.t("recognise.kept"));
    };
  }

  /// The conversation as it was, with one sentence on what was done.
  private Reply told(Post post, Queue queue, VisitToken token, String answer, String state) {
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

  /// The question as it was typed, with each sentence beside its field; the answer is typed anew.
  private Reply unrecognised(
      Post post,
      Queue queue,
      VisitToken token,
      TypedForm typed,
      int status,
      Map<String, String> wrong) {
    if (post.script()) {
      return fields(status, Map.of("answer", "unfit", "wrong", wrong, "form", numbers.fresh()));
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              status,
              post,
              token.reveal(),
              new FrontPage.Recognising(
                  talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      "",
                      false,
                      null,
                      null,
                      NOTHING),
                  typed,
                  wrong));
    };
  }

  /// The new words to the conversation whose words she has lost, shown once and only here.
  private Reply renew(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    if (!waited(post, Limit.WORDS)) {
      return post.script()
          ? fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
          : told(post, queue.get(), token.get(), "busy", post.t("phrase.busy"));
    }
    return switch (lost.take(queue.get(), token.get(), post.texts().language())) {
      case PhraseSet.Gone _ -> told(post, queue.get(), token.get(), "none", post.t("renewed.none"));
      case PhraseSet.Busy _ ->
          post.script()
              ? fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
              : told(post, queue.get(), token.get(), "busy", post.t("phrase.busy"));
      case PhraseSet.Set(Confidential words) ->
          post.script()
              ? fields(
                  200, Map.of("answer", "set", "words", words.reveal(), "form", numbers.fresh()))
              : withPhrase(post, queue.get(), token.get(), post.t("renewed.have"), words);
    };
  }

  /// She who has the old words says that it was not she who asked for new ones.
  private Reply stop(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    return switch (lost.stop(queue.get(), token.get())) {
      case STOPPED -> told(post, queue.get(), token.get(), "stopped", post.t("notme.stopped"));
      case NOTHING -> told(post, queue.get(), token.get(), "none", post.t("notme.none"));
      case GONE -> gone(post);
    };
  }

  /// She writes just now. Nothing waits and nothing is answered: what is over the limit is dropped.
  private Reply typing(Post post) {
    Optional<Queue> queue = queue(post.form());
    Optional<VisitToken> token = token(post.form());
    if (queue.isPresent()
        && token.isPresent()
        && limits.pause(Limit.TYPING, post.address()).filter(Duration::isZero).isPresent()) {
      lost.typing(queue.get(), token.get());
    }
    return new Reply.Nothing();
  }

  /// The signs as the script takes them.
  static Map<String, Object> signs(Signs signs) {
    return Map.of(
        "typing", signs.typing(), "words", signs.newWords(), "lost", signs.lost() != Signs.Lost.NO);
  }

  /// The times to choose among, and the one she has.
  private Reply times(Post post) {
    Optional<Queue> queue = queue(post.form()).filter(Bookings::books);
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    slowed(post);
    return timing(post, queue.get(), token.get(), 200, "", null);
  }

  /// She books a time; the one that she has becomes the new one.
  private Reply book(Post post) {
    Optional<Queue> queue = queue(post.form()).filter(Bookings::books);
    Optional<VisitToken> token = token(post.form());
    Optional<UUID> id = id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return unread(post);
    }
    if (!waited(post, Limit.WORDS)) {
      return timing(post, queue.get(), token.get(), 503, "", crowded(post));
    }
    return switch (times.choose(
        queue.get(),
        token.get(),
        id.get(),
        post.form().text("time"),
        post.texts().spoken().code())) {
      case TimesToBook.Chosen.Gone _ -> gone(post);
      case TimesToBook.Chosen.Nothing _ ->
          timing(post, queue.get(), token.get(), 422, "", post.t("times.choose"));
      case TimesToBook.Chosen.Taken(List<FreeTimes.Time> nearest) ->
          timing(
              post,
              queue.get(),
              token.get(),
              422,
              "",
              nearest.isEmpty()
                  ? post.t("times.taken.none", writing.house(post.texts()).phone().shown())
                  : post.t(
                      "times.taken",
                      String.join(
                          "; ",
                          nearest.stream()
                              .map(time -> words().time(post.texts(), time.from()))
                              .toList())));
      case TimesToBook.Chosen.Stands(TimesToBook.Had had) ->
          timing(post, queue.get(), token.get(), 200, words().stands(post.texts(), had), null);
    };
  }

  private Reply unbook(Post post) {
    Optional<Queue> queue = queue(post.form()).filter(Bookings::books);
    Optional<VisitToken> token = token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return unread(post);
    }
    return switch (times.takeBack(queue.get(), token.get())) {
      case "gone" -> gone(post);
      case "ok" -> timing(post, queue.get(), token.get(), 200, post.t("times.taken-back"), null);
      default -> timing(post, queue.get(), token.get(), 422, "", post.t("times.past"));
    };
  }

  private TimeWords words() {
    return new TimeWords(times);
  }

  /// The conversation with the times to choose among.
  ///
  /// @param state what has happened; nothing when nothing has
  /// @param error the sentence beside the field
  private Reply timing(
      Post post, Queue queue, VisitToken token, int status, String state, @Nullable String error) {
    Optional<TimesToBook.Offer> offer = times.offer(queue, token, post.texts().spoken().code());
    if (offer.isEmpty()) {
      return gone(post);
    }
    FrontPage.Times shown =
        words()
            .times(
                post.texts(),
                offer.get(),
                clock.instant(),
                writing.house(post.texts()).phone().shown(),
                error);
    if (post.script()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("answer", status == 200 ? "times" : "unfit");
      fields.put("text", state);
      fields.put("error", error == null ? "" : error);
      fields.put("had", shown.had() == null ? "" : shown.had());
      fields.put("hers", shown.hers());
      fields.put("none", shown.none() == null ? "" : shown.none());
      fields.put(
          "groups",
          shown.groups().stream()
              .map(group ->
                  Map.of(
                      "label",
                      group.label(),
                      "times",
                      group.times().stream()
                          .map(time -> Map.of("code", time.code(), "label", time.label()))
                          .toList()))
              .toList());
      fields.put("form", numbers.fresh());
      return fields(status, fields);
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> gone(post);
      case Looked.Here here ->
          page(
              status,
              post,
              token.reveal(),
              new FrontPage.Timing(
                  talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      state,
                      !state.isEmpty() && !here.hasPhrase(),
                      null,
                      null,
                      NOTHING),
                  shown));
    };
  }

  private Reply gone(Post post) {
    return post.script() ? fields(410, Map.of("answer", "gone")) : ended(post, 410);
  }

  private Reply ended(Post post, int status) {
    return page(
        status, post, writing.fresh(), new Notice(post.t("ended"), post.t("ended.text"), false));
  }

  private Reply unread(Post post) {
    return post.script()
        ? fields(400, Map.of("answer", "unread", "text", post.t("unread.text")))
        : page(
            400, post, writing.fresh(), new Notice(post.t("unread"), post.t("unread.text"), true));
  }

  /// Waits this one's turn.
  ///
  /// @return false when too many stand in line before it
  private boolean waited(Post post, Limit limit) {
    Optional<Duration> pause = limits.pause(limit, post.address());
    sleep(pause.orElse(Duration.ZERO));
    return pause.isPresent();
  }

  /// Waits, and lets everybody pass: who looks has a page to lose, and it holds the only way back.
  private void slowed(Post post) {
    sleep(limits.pause(Limit.LOOK, post.address()).orElse(LONGEST_LOOK));
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /// A place among those whose posts are being answered; empty when this neighbourhood has too
  /// many. Who leaves or destroys is never kept out.
  Optional<Limits.Inside> enter(Post post) {
    return switch (post.form().text("act")) {
      case "leave", "destroy" -> Optional.of(() -> {});
      default -> limits.enter(Room.ACT, post.address());
    };
  }

  /// A place among those who send a file; empty when this neighbourhood has too many.
  Optional<Limits.Inside> enterWithFile(String address) {
    return limits.enter(Room.FILE, address);
  }

  /// The answer to one who found no place. A page without a script keeps its text, since the
  /// browser has it.
  Reply full(Post post) {
    return post.script()
        ? later(post)
        : page(503, post, writing.fresh(), new Notice(post.t("crowded"), crowded(post), true));
  }

  private Reply later(Post post) {
    return fields(503, Map.of("answer", "busy", "text", crowded(post)));
  }

  private String crowded(Post post) {
    return post.t("crowded.text", writing.house(post.texts()).phone().shown());
  }

  private Talk talk(
      Post post,
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

  private List<Bubble> bubbles(Post post, List<Line> lines) {
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
  List<Map<String, Object>> lines(Post post, List<Line> lines) {
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

  private Reply page(int status, Post post, String token, FrontPage.Shown shown) {
    return new Reply.Page(status, writing.page(post.texts(), token, shown));
  }

  private static Reply fields(int status, Map<String, Object> fields) {
    return new Reply.Fields(status, fields);
  }

  /// One id for these words in this form: sent twice they are one message, and other words in the
  /// same form are another.
  private static UUID once(UUID id, Confidential words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(id.toString().getBytes(StandardCharsets.US_ASCII));
      ByteBuffer hash =
          ByteBuffer.wrap(digest.digest(words.reveal().getBytes(StandardCharsets.UTF_8)));
      return new UUID(
          (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
          (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  private static Optional<Queue> queue(Asked.Form form) {
    return Arrays.stream(Queue.values())
        .filter(queue -> queue.name().equals(form.text("queue")))
        .findFirst();
  }

  /// The door at which this was written: the queue follows from it, whatever else was sent. A form
  /// that names none was written at the first door of its queue.
  private static Optional<Entrance> entrance(Asked.Form form) {
    return form.text("door").isEmpty()
        ? queue(form).map(Entrance::of)
        : Entrance.of(form.text("door"));
  }

  private static Optional<VisitToken> token(Asked.Form form) {
    return VisitToken.parse(form.text("t"));
  }

  private static Optional<UUID> id(Asked.Form form) {
    String text = form.text("id");
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
