package se.fristad.contact.front.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.RemindWishes;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.vault.Confidential;

/// The times that she can book, books and gives back.
final class TimeActs {
  private final Visits visits;
  private final TimesToBook times;
  private final RemindWishes reminders;
  private final FormNumbers numbers;
  private final Writing writing;
  private final Clock clock;
  private final Answers answers;

  TimeActs(
      Visits visits,
      TimesToBook times,
      RemindWishes reminders,
      FormNumbers numbers,
      Writing writing,
      Clock clock,
      Answers answers) {
    this.visits = visits;
    this.times = times;
    this.reminders = reminders;
    this.numbers = numbers;
    this.writing = writing;
    this.clock = clock;
    this.answers = answers;
  }

  /// The times to choose among, and the one she has.
  Reply times(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    answers.slowed(post);
    return timing(post, queue.get(), token.get(), 200, "", null);
  }

  /// She books a time; the one that she has becomes the new one.
  Reply book(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    Optional<UUID> id = Answers.id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return answers.unread(post);
    }
    if (!answers.waited(post, Limit.SAY)) {
      return timing(post, queue.get(), token.get(), 503, "", answers.crowded(post));
    }
    return switch (times.choose(
        queue.get(),
        token.get(),
        id.get(),
        post.form().text("time"),
        post.form().text("errand"),
        post.texts().spoken().code())) {
      case TimesToBook.Chosen.Gone _ -> answers.gone(post);
      case TimesToBook.Chosen.Nothing _ ->
          timing(post, queue.get(), token.get(), 422, "", post.t("times.choose"));
      case TimesToBook.Chosen.Taken(TimesToBook.Why why, List<FreeTimes.Time> nearest) ->
          timing(
              post,
              queue.get(),
              token.get(),
              422,
              "",
              nearest.isEmpty()
                  ? post.t(
                      "times." + said(why) + ".none", writing.house(post.texts()).phone().shown())
                  : post.t(
                      "times." + said(why),
                      String.join(
                          "; ",
                          nearest.stream()
                              .map(time -> words().time(post.texts(), time.from()))
                              .toList())));
      case TimesToBook.Chosen.Stands(TimesToBook.Had had) ->
          timing(post, queue.get(), token.get(), 200, words().stands(post.texts(), had), null);
    };
  }

  private static String said(TimesToBook.Why why) {
    return switch (why) {
      case PAST -> "was";
      case CLOSED -> "closed";
      case HERE -> "here";
      case TAKEN -> "taken";
    };
  }

  Reply unbook(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    return switch (times.takeBack(queue.get(), token.get())) {
      case TimesToBook.TakenBack.Gone _ -> answers.gone(post);
      case TimesToBook.TakenBack.Free _ ->
          timing(post, queue.get(), token.get(), 200, post.t("times.taken-back"), null);
      case TimesToBook.TakenBack.TooLate _ ->
          timing(post, queue.get(), token.get(), 422, "", post.t("times.past"));
    };
  }

  /// She wants to be reminded of her time: by a call, and by nothing else.
  Reply remind(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    String number = post.form().typed(java.util.Set.of("number")).value("number");
    if (!answers.waited(post, Limit.SAY)) {
      return reminding(
          post, queue.get(), token.get(), 503, "", number, Map.of("number", answers.crowded(post)));
    }
    return switch (reminders.ask(
        queue.get(), token.get(), Confidential.of(number), post.form().text("when"))) {
      case RemindWishes.Asked.Gone _ -> answers.gone(post);
      case RemindWishes.Asked.Stands(var window) ->
          timing(
              post,
              queue.get(),
              token.get(),
              200,
              post.t(
                  "times.remind.state.asked",
                  words().window(post.texts(), window.from(), window.until())),
              null);
      case RemindWishes.Asked.NoNumber(boolean typed) ->
          unreminded(
              post,
              queue.get(),
              token.get(),
              number,
              "number",
              CallActs.wrong(
                  post,
                  typed ? "outgoing.reach.wrong.number" : "outgoing.reach.wrong.number-needed"));
      case RemindWishes.Asked.Never _ ->
          unreminded(
              post, queue.get(), token.get(), number, "number", post.t("times.remind.never"));
      case RemindWishes.Asked.Nothing _ ->
          unreminded(post, queue.get(), token.get(), number, "when", post.t("times.remind.choose"));
      case RemindWishes.Asked.TooLate _ ->
          unreminded(post, queue.get(), token.get(), number, "when", post.t("times.remind.late"));
    };
  }

  private Reply unreminded(
      Acts.Post post, Queue queue, VisitToken token, String number, String field, String says) {
    return reminding(post, queue, token, 422, "", number, Map.of(field, says));
  }

  /// She wants it no more.
  Reply unremind(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    return reminders.withdraw(queue.get(), token.get())
        ? timing(post, queue.get(), token.get(), 200, post.t("times.remind.state.withdrawn"), null)
        : answers.gone(post);
  }

  private TimeWords words() {
    return new TimeWords(times, reminders);
  }

  /// The conversation with the times to choose among.
  ///
  /// @param state what has happened; nothing when nothing has
  /// @param error the sentence beside the field
  private Reply timing(
      Acts.Post post,
      Queue queue,
      VisitToken token,
      int status,
      String state,
      @Nullable String error) {
    return timing(post, queue, token, status, state, error, "", Map.of());
  }

  private Reply reminding(
      Acts.Post post,
      Queue queue,
      VisitToken token,
      int status,
      String state,
      String number,
      Map<String, String> wrong) {
    return timing(post, queue, token, status, state, null, number, wrong);
  }

  /// @param number what was typed of the reminder and refused
  /// @param wrong what is wrong with it, by its field
  private Reply timing(
      Acts.Post post,
      Queue queue,
      VisitToken token,
      int status,
      String state,
      @Nullable String error,
      String number,
      Map<String, String> wrong) {
    Optional<TimesToBook.Offer> offer = times.offer(queue, token, post.texts().spoken().code());
    if (offer.isEmpty()) {
      return answers.gone(post);
    }
    FrontPage.Times shown =
        words()
            .times(
                post.texts(),
                offer.get(),
                clock.instant(),
                writing.house(post.texts()).phone().shown(),
                error,
                number,
                wrong);
    if (post.script()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("answer", status == 200 ? "times" : "unfit");
      fields.put("text", state);
      fields.put("error", error == null ? "" : error);
      fields.put("had", shown.had() == null ? "" : shown.had());
      fields.put("hers", shown.hers());
      fields.put("errand", shown.errand());
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
      FrontPage.Remind remind = shown.remind();
      fields.put(
          "remind",
          Map.of(
              "state",
              remind.state() == null ? "" : remind.state(),
              "open",
              remind.open(),
              "windows",
              remind.windows().stream()
                  .map(one -> Map.of("code", one.code(), "label", one.label()))
                  .toList(),
              "wrong",
              remind.wrong()));
      fields.put("form", numbers.fresh());
      return Answers.fields(status, fields);
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here ->
          answers.page(
              status,
              post,
              token.reveal(),
              new FrontPage.Timing(
                  answers.talk(
                      post,
                      queue,
                      here,
                      post.form().number("from"),
                      state,
                      !state.isEmpty() && !here.hasPhrase(),
                      null,
                      null,
                      Answers.NOTHING),
                  shown));
    };
  }
}
