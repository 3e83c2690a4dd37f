package se.fristad.contact.front.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Attachments;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;

/// A picture or a paper that she sends along.
final class FileActs {
  private final Visits visits;
  private final Attachments attachments;
  private final FormNumbers numbers;
  private final Answers answers;

  FileActs(Visits visits, Attachments attachments, FormNumbers numbers, Answers answers) {
    this.visits = visits;
    this.attachments = attachments;
    this.numbers = numbers;
    this.answers = answers;
  }

  Reply attach(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    Optional<UUID> id = Answers.id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return answers.unread(post);
    }
    if (post.file().length == 0) {
      return attached(post, queue.get(), token.get(), 422, "file.none");
    }
    if (!answers.waited(post, Limit.WORDS)) {
      return attached(post, queue.get(), token.get(), 503, "file.busy.text");
    }
    return switch (attachments.send(queue.get(), token.get(), id.get(), post.file())) {
      case PICTURE -> attached(post, queue.get(), token.get(), 200, "file.picture");
      case DOCUMENT -> attached(post, queue.get(), token.get(), 200, "file.document");
      case OTHER_KIND -> attached(post, queue.get(), token.get(), 422, "file.other");
      case UNREADABLE -> attached(post, queue.get(), token.get(), 422, "file.unreadable");
      case FULL -> attached(post, queue.get(), token.get(), 422, "file.full");
      case GONE -> answers.gone(post);
    };
  }

  /// The conversation as it was, with one sentence on the file.
  private Reply attached(Acts.Post post, Queue queue, VisitToken token, int status, String key) {
    String state = post.t(key);
    if (post.script()) {
      return Answers.fields(
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
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here ->
          answers.page(
              status,
              post,
              token.reveal(),
              answers.talk(
                  post,
                  queue,
                  here,
                  post.form().number("from"),
                  state,
                  status == 200 && !here.hasPhrase(),
                  null,
                  null,
                  Answers.NOTHING));
    };
  }
}
