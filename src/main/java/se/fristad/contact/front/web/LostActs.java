package se.fristad.contact.front.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.LostWords;
import se.fristad.contact.front.PhraseSet;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// What she does for the day when she has lost her words, and on that day; and that she writes just
/// now.
final class LostActs {
  private final Visits visits;
  private final LostWords lost;
  private final Limits limits;
  private final FormNumbers numbers;
  private final Answers answers;

  LostActs(Visits visits, LostWords lost, Limits limits, FormNumbers numbers, Answers answers) {
    this.visits = visits;
    this.lost = lost;
    this.limits = limits;
    this.numbers = numbers;
    this.answers = answers;
  }

  /// She leaves a question that only she can answer, for the day when she has lost her words.
  Reply recognise(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    TypedForm typed = post.form().typed(LostWords.FIELDS);
    if (!answers.waited(post, Limit.WORDS)) {
      return unrecognised(
          post, queue.get(), token.get(), typed, 503, Map.of("question", answers.crowded(post)));
    }
    return switch (lost.ask(queue.get(), token.get(), typed)) {
      case LostWords.Asked.Gone _ -> answers.gone(post);
      case LostWords.Asked.Unfit(Map<String, String> wrong) -> {
        Map<String, String> said = new LinkedHashMap<>();
        wrong.forEach(
            (field, key) -> said.put(field, post.t(key, LostWords.MOST, LostWords.LEAST)));
        yield unrecognised(post, queue.get(), token.get(), typed, 422, said);
      }
      case LostWords.Asked.Kept _ ->
          answers.told(post, queue.get(), token.get(), "recognised", post.t("recognise.kept"));
    };
  }

  /// The question as it was typed, with each sentence beside its field; the answer is typed anew.
  Reply unrecognised(
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
              new FrontPage.Recognising(
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

  /// The new words to the conversation whose words she has lost, shown once and only here.
  Reply renew(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    if (!answers.waited(post, Limit.WORDS)) {
      return post.script()
          ? Answers.fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
          : answers.told(post, queue.get(), token.get(), "busy", post.t("phrase.busy"));
    }
    return switch (lost.take(queue.get(), token.get(), post.texts().language())) {
      case PhraseSet.Gone _ ->
          answers.told(post, queue.get(), token.get(), "none", post.t("renewed.none"));
      case PhraseSet.Busy _ ->
          post.script()
              ? Answers.fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
              : answers.told(post, queue.get(), token.get(), "busy", post.t("phrase.busy"));
      case PhraseSet.Set(Confidential words) ->
          post.script()
              ? Answers.fields(
                  200, Map.of("answer", "set", "words", words.reveal(), "form", numbers.fresh()))
              : answers.withPhrase(post, queue.get(), token.get(), post.t("renewed.have"), words);
    };
  }

  /// She who has the old words says that it was not she who asked for new ones.
  Reply stop(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    return switch (lost.stop(queue.get(), token.get())) {
      case STOPPED ->
          answers.told(post, queue.get(), token.get(), "stopped", post.t("notme.stopped"));
      case NOTHING -> answers.told(post, queue.get(), token.get(), "none", post.t("notme.none"));
      case GONE -> answers.gone(post);
    };
  }

  /// She writes just now. Nothing waits and nothing is answered: what is over the limit is dropped.
  Reply typing(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isPresent()
        && token.isPresent()
        && limits.pause(Limit.TYPING, post.address()).filter(Duration::isZero).isPresent()) {
      lost.typing(queue.get(), token.get());
    }
    return new Reply.Nothing();
  }
}
