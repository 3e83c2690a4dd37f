package se.fristad.contact.front.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fristad.contact.Queue;
import se.fristad.contact.front.CallTimes;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.page.TypedForm;

/// Her wish to be called, and to be called no more.
final class CallActs {
  /// The fields of the form.
  static final Set<String> FIELDS =
      Set.of("number", "when", "named", "voicemail", "hers", "ours", "alone", "note");

  private final Visits visits;
  private final CallWishes calls;
  private final FormNumbers numbers;
  private final Answers answers;

  CallActs(Visits visits, CallWishes calls, FormNumbers numbers, Answers answers) {
    this.visits = visits;
    this.calls = calls;
    this.numbers = numbers;
    this.answers = answers;
  }

  Reply wishCall(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    TypedForm typed = post.form().typed(FIELDS);
    if (!answers.waited(post, Limit.WORDS)) {
      return unwished(
          post, queue.get(), token.get(), typed, 503, Map.of("number", answers.crowded(post)));
    }
    return switch (calls.wish(queue.get(), token.get(), typed)) {
      case CallWishes.Wished.Gone _ -> answers.gone(post);
      case CallWishes.Wished.Unfit(Map<String, String> wrong) -> {
        Map<String, String> said = new LinkedHashMap<>();
        wrong.forEach((field, key) -> said.put(field, wrong(post, key)));
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

  /// The sentence beside a field, in her language: the desk's languages are two, hers are more.
  static String wrong(Acts.Post post, String key) {
    return post.t("wish.wrong." + key.substring(key.lastIndexOf('.') + 1));
  }

  Reply takeBackCall(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    return calls.takeBack(queue.get(), token.get())
        ? wished(post, queue.get(), token.get(), post.t("wish.taken-back"))
        : answers.gone(post);
  }

  private Reply wished(Acts.Post post, Queue queue, VisitToken token, String state) {
    return switch (visits.look(queue, token, post.script() ? Integer.MAX_VALUE : 0)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here ->
          post.script()
              ? Answers.fields(
                  200,
                  Map.of(
                      "answer",
                      "wished",
                      "text",
                      state,
                      "signs",
                      Answers.signs(here.signs()),
                      "form",
                      numbers.fresh()))
              : answers.page(
                  200,
                  post,
                  token.reveal(),
                  answers.talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      state,
                      !here.hasPhrase(),
                      null,
                      null,
                      Answers.NOTHING));
    };
  }

  /// The form as it was typed, with each sentence beside its field.
  Reply unwished(
      Acts.Post post,
      Queue queue,
      VisitToken token,
      TypedForm typed,
      int status,
      Map<String, String> wrong) {
    if (post.script()) {
      return Answers.fields(
          status, Map.of("answer", "unfit", "wrong", wrong, "form", numbers.fresh()));
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here ->
          answers.page(
              status,
              post,
              token.reveal(),
              new FrontPage.Calling(
                  answers.talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      "",
                      false,
                      null,
                      null,
                      Answers.NOTHING),
                  typed,
                  wrong));
    };
  }
}
