package se.fristad.contact.front.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Attachments;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.Limits.Room;
import se.fristad.contact.front.Line;
import se.fristad.contact.front.LostWords;
import se.fristad.contact.front.RemindWishes;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.Visits;
import se.fristad.contact.front.web.FrontPage.First;
import se.fristad.contact.front.web.FrontPage.Notice;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The acts of someone without a name, each answered twice over: a whole page without a script, a
/// few fields with one.
final class Acts {
  private final Limits limits;
  private final FormNumbers numbers;
  private final Writing writing;
  private final MessageActs messages;
  private final VisitActs visit;
  private final FileActs files;
  private final CallActs wishes;
  private final LostActs losses;
  private final TimeActs booking;
  private final Answers answers;

  Acts(
      Visits visits,
      CallWishes calls,
      TimesToBook times,
      RemindWishes reminders,
      Attachments attachments,
      LostWords lost,
      Limits limits,
      FormNumbers numbers,
      Writing writing,
      Clock clock) {
    this.limits = limits;
    this.numbers = numbers;
    this.writing = writing;
    this.answers = new Answers(visits, limits, numbers, writing, clock);
    this.messages = new MessageActs(visits, numbers, writing, answers);
    this.visit = new VisitActs(visits, limits, numbers, writing, answers);
    this.files = new FileActs(visits, attachments, numbers, answers);
    this.wishes = new CallActs(visits, calls, numbers, answers);
    this.losses = new LostActs(visits, lost, limits, numbers, answers);
    this.booking = new TimeActs(visits, times, reminders, numbers, writing, clock, answers);
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
      case "begin" -> messages.begin(post);
      case "say" -> messages.say(post);
      case "look" -> visit.look(post, false);
      case "later" -> visit.look(post, true);
      case "stay" -> visit.look(post, true);
      case "words" -> visit.words(post);
      case "return" -> visit.comeBack(post);
      case "stream" -> visit.stream(post);
      case "leave" -> visit.leave(post);
      case "destroy" -> visit.destroy(post);
      case "call" -> wishes.wishCall(post);
      case "uncall" -> wishes.takeBackCall(post);
      case "attach" -> files.attach(post);
      case "times" -> booking.times(post);
      case "book" -> booking.book(post);
      case "unbook" -> booking.unbook(post);
      case "remind" -> booking.remind(post);
      case "unremind" -> booking.unremind(post);
      case "recognise" -> losses.recognise(post);
      case "renew" -> losses.renew(post);
      case "stop" -> losses.stop(post);
      case "typing" -> losses.typing(post);
      default -> answers.unread(post);
    };
  }

  /// The same form again because it is old: what was typed stands in it.
  Reply stale(Post post) {
    if (post.script()) {
      return Answers.fields(422, Map.of("answer", "stale", "form", numbers.fresh()));
    }
    Confidential draft = Confidential.of(post.form().text("words"));
    Optional<Queue> queue = Answers.queue(post.form());
    return switch (post.form().text("act")) {
      case "begin" ->
          messages.first(
              post,
              MessageActs.entrance(post.form()).orElse(Entrance.SUPPORT),
              post.t("stale"),
              draft);
      case "say" ->
          queue.isPresent() && Answers.token(post.form()).isPresent()
              ? messages.sayAgain(
                  post, queue.get(), Answers.token(post.form()).get(), post.t("stale"), draft)
              : answers.gone(post);
      case "call" ->
          queue.isPresent() && Answers.token(post.form()).isPresent()
              ? wishes.unwished(
                  post,
                  queue.get(),
                  Answers.token(post.form()).get(),
                  post.form().typed(CallActs.FIELDS),
                  422,
                  Map.of("number", post.t("stale")))
              : answers.gone(post);
      case "recognise" ->
          queue.isPresent() && Answers.token(post.form()).isPresent()
              ? losses.unrecognised(
                  post,
                  queue.get(),
                  Answers.token(post.form()).get(),
                  post.form().typed(LostWords.FIELDS),
                  422,
                  Map.of("question", post.t("stale")))
              : answers.gone(post);
      case "return" -> answers.page(422, post, writing.fresh(), First.back(post.t("stale.back")));
      default -> visit.look(post, true);
    };
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
        ? answers.later(post)
        : answers.page(
            503, post, writing.fresh(), new Notice(post.t("crowded"), answers.crowded(post), true));
  }

  /// The lines as the script takes them.
  List<Map<String, Object>> lines(Post post, List<Line> lines) {
    return answers.lines(post, lines);
  }
}
