package se.fristad.contact.front.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;
import se.fristad.contact.Words;
import se.fristad.contact.front.Limits.Limit;
import se.fristad.contact.front.Line;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.Said;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.front.web.FrontPage.First;
import se.fristad.vault.Confidential;

/// What she writes: the first words and the next, each received once however often they come.
final class MessageActs {
  private final Visits visits;
  private final FormNumbers numbers;
  private final Writing writing;
  private final Answers answers;

  MessageActs(Visits visits, FormNumbers numbers, Writing writing, Answers answers) {
    this.visits = visits;
    this.numbers = numbers;
    this.writing = writing;
    this.answers = answers;
  }

  Reply begin(Acts.Post post) {
    Optional<Entrance> entrance = entrance(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    Optional<UUID> id = Answers.id(post.form());
    if (entrance.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return answers.unread(post);
    }
    return switch (Words.of(post.form().text("words"))) {
      case Words.Empty _ -> unfit(post, entrance.get(), post.t("empty"));
      case Words.TooLong(int by) -> unfit(post, entrance.get(), post.t("toolong", by));
      case Words.Fit(Confidential words) -> {
        if (!answers.waited(post, Limit.BEGIN)) {
          yield post.script()
              ? answers.later(post)
              : first(post, entrance.get(), answers.crowded(post), words);
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

  private Reply unfit(Acts.Post post, Entrance entrance, String error) {
    return post.script()
        ? Answers.fields(422, Map.of("answer", "unfit", "text", error))
        : first(post, entrance, error, Confidential.of(post.form().text("words")));
  }

  Reply first(Acts.Post post, Entrance entrance, String error, Confidential draft) {
    return answers.page(422, post, writing.fresh(), First.written(entrance, error, draft));
  }

  Reply say(Acts.Post post) {
    Optional<Queue> queue = Answers.queue(post.form());
    Optional<VisitToken> token = Answers.token(post.form());
    Optional<UUID> id = Answers.id(post.form());
    if (queue.isEmpty() || token.isEmpty() || id.isEmpty()) {
      return answers.unread(post);
    }
    return switch (Words.of(post.form().text("words"))) {
      case Words.Empty _ -> unsaid(post, queue.get(), token.get(), post.t("empty"));
      case Words.TooLong(int by) -> unsaid(post, queue.get(), token.get(), post.t("toolong", by));
      case Words.Fit(Confidential words) -> {
        if (!answers.waited(post, Limit.SAY)) {
          yield post.script()
              ? answers.later(post)
              : sayAgain(post, queue.get(), token.get(), answers.crowded(post), words);
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

  private Reply unsaid(Acts.Post post, Queue queue, VisitToken token, String error) {
    return post.script()
        ? Answers.fields(422, Map.of("answer", "unfit", "text", error))
        : sayAgain(post, queue, token, error, Confidential.of(post.form().text("words")));
  }

  /// The conversation with what was typed and the sentence beside it; without the typed words when
  /// the visit has ended, since a page sent again by somebody else must not show them.
  Reply sayAgain(Acts.Post post, Queue queue, VisitToken token, String error, Confidential draft) {
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here ->
          answers.page(
              422,
              post,
              token.reveal(),
              answers.talk(
                  post, queue, here, post.form().number("from"), "", false, null, error, draft));
    };
  }

  private Reply said(Acts.Post post, Queue queue, VisitToken token, Said said, Confidential words) {
    return switch (said) {
      case Said.Gone _ -> answers.gone(post);
      case Said.Full _ ->
          unsaid(post, queue, token, post.t("full", writing.house(post.texts()).phone().shown()));
      case Said.Acknowledged acknowledged -> received(post, queue, token, acknowledged, words);
    };
  }

  private Reply received(
      Acts.Post post, Queue queue, VisitToken token, Said.Acknowledged said, Confidential words) {
    Writing.Opening opening = writing.opening(post.texts());
    String next =
        !opening.open()
            ? post.t("received.closed", opening.opens())
            : post.t(post.script() ? "received.open" : "received.open.plain");
    String state = post.t("received") + " " + next;
    if (post.script()) {
      return Answers.fields(
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
              answers.lines(post, List.of(new Line(said.seq(), true, said.at(), words)))));
    }
    return switch (visits.look(queue, token, 0)) {
      case Looked.Gone _ -> answers.gone(post);
      case Looked.Here here ->
          answers.page(
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

  /// The door at which this was written: the queue follows from it, whatever else was sent. A form
  /// that names none was written at the first door of its queue.
  static Optional<Entrance> entrance(Asked.Form form) {
    return form.text("door").isEmpty()
        ? Answers.queue(form).map(Entrance::of)
        : Entrance.of(form.text("door"));
  }
}
