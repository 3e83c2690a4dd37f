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
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.FreeTimes;

/// The times that she can book, books and gives back.
final class TimeActs {
  private final Visits visits;
  private final TimesToBook times;
  private final FormNumbers numbers;
  private final Writing writing;
  private final Clock clock;
  private final Answers answers;

  TimeActs(
      Visits visits,
      TimesToBook times,
      FormNumbers numbers,
      Writing writing,
      Clock clock,
      Answers answers) {
    this.visits = visits;
    this.times = times;
    this.numbers = numbers;
    this.writing = writing;
    this.clock = clock;
    this.answers = answers;
  }

  /// The times to choose among, and the one she has.
  Reply times(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form()).filter(Bookings::books);
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    answers.slowed(post);
    return timing(post, queue.get(), token.get(), 200, "", null);
  }

  /// She books a time; the one that she has becomes the new one.
  Reply book(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form()).filter(Bookings::books);
    Optional<VisitToken> token = Answers.token(post.form());
    Optional<UUID> id = Answers.id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return answers.unread(post);
    }
    if (!answers.waited(post, Limit.WORDS)) {
      return timing(post, queue.get(), token.get(), 503, "", answers.crowded(post));
    }
    return switch (times.choose(
        queue.get(),
        token.get(),
        id.get(),
        post.form().text("time"),
        post.texts().spoken().code())) {
      case TimesToBook.Chosen.Gone _ -> answers.gone(post);
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

  Reply unbook(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form()).filter(Bookings::books);
    Optional<VisitToken> token = Answers.token(post.form());
    if (queue.isEmpty() || token.isEmpty()) {
      return answers.unread(post);
    }
    return switch (times.takeBack(queue.get(), token.get())) {
      case "gone" -> answers.gone(post);
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
      Acts.Post post,
      Queue queue,
      VisitToken token,
      int status,
      String state,
      @Nullable String error) {
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
