package se.fristad.contact.front.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fristad.contact.Queue;
import se.fristad.contact.Words;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Limits.Room;
import se.fristad.contact.front.Line;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.PhraseSet;
import se.fristad.contact.front.Returned;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.front.web.FrontPage.First;
import se.fristad.contact.front.web.FrontPage.Notice;
import se.fristad.contact.front.web.FrontPage.Talk;
import se.fristad.vault.Confidential;

/// Her visit: to look for an answer, to get words to come back with and come back by them, to keep
/// the page open, to leave, and to destroy everything.
final class VisitActs {
  private final Visits visits;
  private final Limits limits;
  private final FormNumbers numbers;
  private final Writing writing;
  private final Answers answers;

  VisitActs(Visits visits, Limits limits, FormNumbers numbers, Writing writing, Answers answers) {
    this.visits = visits;
    this.limits = limits;
    this.numbers = numbers;
    this.writing = writing;
    this.answers = answers;
  }

  Reply look(Acts.Post post, boolean quietly) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    answers.slowed(post);
    int from = post.form().number("from");
    return switch (visits.look(queue.get(), token.get(), post.script() ? from : 0)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here -> {
        if (post.script()) {
          yield Answers.fields(
              200,
              Map.of(
                  "answer",
                  "here",
                  "lines",
                  answers.lines(post, here.lines()),
                  "last",
                  here.lastSeq(),
                  "phrase",
                  here.hasPhrase(),
                  "signs",
                  Answers.signs(here.signs()),
                  "form",
                  numbers.fresh()));
        }
        boolean answered = !here.lines().isEmpty() && !here.lines().getLast().fromPerson();
        String state = quietly ? "" : post.t(answered ? "look.new" : "look.none");
        yield answers.page(
            200,
            post,
            token.get().reveal(),
            answers.talk(post, queue.get(), here, from, state, false, null, null, Answers.NOTHING));
      }
    };
  }

  Reply words(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    if (!answers.waited(post, Limit.WORDS)) {
      return post.script()
          ? Answers.fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
          : answers.withPhrase(post, queue.get(), token.get(), post.t("phrase.busy"), null);
    }
    return switch (visits.givePhrase(queue.get(), token.get(), post.texts().language())) {
      case PhraseSet.Gone _ -> answers.gone(post);
      case PhraseSet.Busy _ ->
          post.script()
              ? Answers.fields(503, Map.of("answer", "busy", "text", post.t("phrase.busy")))
              : answers.withPhrase(post, queue.get(), token.get(), post.t("phrase.busy"), null);
      case PhraseSet.Set(Confidential words) ->
          post.script()
              ? Answers.fields(
                  200, Map.of("answer", "set", "words", words.reveal(), "form", numbers.fresh()))
              : answers.withPhrase(post, queue.get(), token.get(), "", words);
    };
  }

  Reply comeBack(Acts.Post post) {
    Words typed = Words.of(post.form().text("words"));
    if (typed instanceof Words.Empty) {
      return noWay(post, 422, post.t("back.empty"));
    }
    if (!answers.waited(post, Limit.RETURN)) {
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
          fields.put("lines", answers.lines(post, latest));
          fields.put("signs", Answers.signs(found.signs()));
          fields.put("form", numbers.fresh());
          yield Answers.fields(200, fields);
        }
        yield answers.page(
            200,
            post,
            found.token().reveal(),
            new Talk(
                found.queue(),
                answers.bubbles(post, latest),
                found.lastSeq(),
                state,
                false,
                null,
                null,
                Answers.NOTHING,
                found.signs()));
      }
    };
  }

  private Reply noWay(Acts.Post post, int status, String text) {
    return post.script()
        ? Answers.fields(status, Map.of("answer", "no", "text", text))
        : answers.page(status, post, writing.fresh(), First.back(text));
  }

  Reply stream(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty() || !post.script()) {
      return answers.unread(post);
    }
    answers.slowed(post);
    return switch (visits.look(queue.get(), token.get(), Integer.MAX_VALUE)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here _ ->
          limits
              .enter(Room.STREAM, post.address())
              .<Reply>map(inside ->
                  new Reply.Stream(queue.get(), token.get(), post.form().number("from"), inside))
              .orElseGet(Answers::ask);
    };
  }

  Reply leave(Acts.Post post) {
    Answers.token(post.form()).ifPresent(visits::leave);
    return post.script() ? new Reply.Nothing() : answers.ended(post, 200);
  }

  Reply destroy(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    if (!visits.destroy(queue.get(), token.get())) {
      return answers.gone(post);
    }
    return post.script()
        ? Answers.fields(200, Map.of("answer", "destroyed"))
        : answers.page(
            200,
            post,
            writing.fresh(),
            new Notice(post.t("destroyed"), post.t("destroyed.text"), false));
  }
}
