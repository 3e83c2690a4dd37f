package se.fristad.contact.reception;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.contact.Calls;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.vault.Sides;

/// Interpreters beside booked times. One comes from an agency of the register and in no other way,
/// so that a relative, a child or a friend of the family cannot be put down (E-T11); the agency is
/// told by somebody of ours on the telephone, and nothing is sent.
@StaffFace
@Component
public class Interpreters {
  /// The languages for which an interpreter can be ordered, as codes of ISO 639.
  static final Set<String> LANGUAGES =
      Stream.concat(
              Calls.LANGUAGES.stream()
                  .filter(one -> !Set.of("sv", "other", "unknown").contains(one)),
              Stream.of(
                  "aii", "bn", "de", "fr", "hi", "hy", "ka", "lt", "mn", "my", "pl", "pt", "ro",
                  "rom", "rw", "sw", "th", "tl", "ur", "uz", "vi", "zh"))
          .collect(Collectors.toCollection(LinkedHashSet::new));

  /// The dialects, each after the language to which it belongs.
  static final List<String> DIALECTS =
      List.of(
          "ar-levant",
          "ar-iraq",
          "ar-egypt",
          "ar-maghreb",
          "ar-gulf",
          "ar-sudan",
          "so-maxaa",
          "so-maay",
          "ti-eritrea",
          "ti-ethiopia",
          "sq-gheg",
          "sq-tosk",
          "rom-arli",
          "rom-kaale",
          "rom-kelderas",
          "rom-lovari",
          "zh-mandarin",
          "zh-cantonese");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{2,10}");
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InterpreterRows rows;
  private final MeetingRows meetings;
  private final ReceptionRows agencies;
  private final FileDoor door;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Interpreters(
      InterpreterRows rows,
      MeetingRows meetings,
      ReceptionRows agencies,
      FileDoor door,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.meetings = meetings;
    this.agencies = agencies;
    this.door = door;
    this.events = events;
    this.clock = clock;
  }

  /// A booked time and its interpreter.
  ///
  /// @param interpreter nothing when none is needed
  /// @param agencies the agencies of the register that are in use
  record Beside(
      Booked booked, @Nullable Interpreter interpreter, List<Receptions.Agency> agencies) {
    Beside {
      agencies = List.copyOf(agencies);
    }

    /// The agencies that have the language.
    List<Receptions.Agency> having() {
      return interpreter == null
          ? List.of()
          : agencies.stream()
              .filter(one -> one.languages().contains(interpreter.need().language()))
              .toList();
    }
  }

  /// What somebody of ours does about an interpreter.
  sealed interface Step {
    /// One is needed, and this is wished.
    record Needs(Interpreter.Need need) implements Step {}

    /// She who says so rings the agency.
    record TakenOn() implements Step {}

    /// The agency was reminded on the telephone.
    record Reminded() implements Step {}

    /// It was ordered on the telephone.
    record Ordered(UUID agency) implements Step {}

    /// The agency has said who comes.
    ///
    /// @param number the agency's number of the interpreter, as it was typed
    /// @param nobodyClose whether the agency answers for that it is nobody close
    record Confirmed(String number, boolean nobodyClose) implements Step {}

    /// The agency has cancelled it.
    record Cancelled() implements Step {}

    /// We called it off.
    record CalledOff() implements Step {}

    /// How it went: came, did not come, could not be had.
    record Went(Interpreter.State state) implements Step {}
  }

  /// What becomes of a step.
  enum Answer {
    /// It is done.
    DONE,
    /// Somebody else was first, or it is too late for this step.
    OVERTAKEN,
    /// The time is taken back or has been.
    NO_TIME,
    /// The agency is not in the register, not in use, or does not have the language.
    NO_AGENCY,
    /// It is not a number of an interpreter; a name never is.
    NOT_A_NUMBER,
    /// The agency does not answer for that it is nobody close.
    CLOSE,
    /// That interpreter could not be had for this person before.
    NOT_AGAIN,
    /// The time was moved after the order.
    MOVED,
    /// It has not been yet.
    NOT_YET
  }

  /// A booked time of a conversation and its interpreter. One line in the log.
  Opened<Optional<Beside>> open(Viewer viewer, Queue queue, ThreadId thread, UUID meeting) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                Purpose.MEETING,
                permit ->
                    meetings.isThere(queue, permit.id())
                        ? meetings
                            .find(queue, meeting)
                            .filter(one -> permit.id().equals(one.thread()))
                            .map(one ->
                                new Beside(
                                    one,
                                    rows.find(queue, meeting).orElse(null),
                                    agencies.agencies(queue).stream()
                                        .filter(Receptions.Agency::inUse)
                                        .toList()))
                        : null));
  }

  /// The interpreters of some booked times.
  Map<UUID, Interpreter> beside(Queue queue, Collection<Booked> booked) {
    return Sides.on(queue.side(), () -> rows.of(queue, booked.stream().map(Booked::id).toList()));
  }

  /// Does a step.
  ///
  /// @param version the version that was seen; 0 when there was none
  Opened<Answer> take(
      Viewer viewer, Queue queue, ThreadId thread, UUID meeting, int version, Step step) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.MEETING,
                "interpreter",
                permit -> take(queue, permit, meeting, version, step)));
  }

  /// An interpreter of a language is needed for a booked time, on the telephone, whoever it is.
  ///
  /// @return false when it cannot be asked for
  public boolean need(Viewer viewer, Queue queue, ThreadId thread, UUID meeting, String language) {
    return LANGUAGES.contains(language)
        && take(
                viewer,
                queue,
                thread,
                meeting,
                0,
                new Step.Needs(new Interpreter.Need(language, null, null, false, Way.PHONE)))
            instanceof Opened.Value<Answer>(Answer answer)
        && answer == Answer.DONE;
  }

  private @Nullable Written<Answer> take(
      Queue queue, Permit permit, UUID meeting, int version, Step step) {
    if (!meetings.lock(queue, permit.id())) {
      return null;
    }
    Booked booked =
        meetings.find(queue, meeting).filter(one -> permit.id().equals(one.thread())).orElse(null);
    if (booked == null) {
      return Written.refused(Answer.NO_TIME);
    }
    Interpreter now = rows.find(queue, meeting).orElse(null);
    if ((now == null ? 0 : now.version()) != version) {
      return Written.refused(Answer.OVERTAKEN);
    }
    Answer answer = may(queue, permit.id(), booked, now, step);
    if (answer != Answer.DONE) {
      return Written.refused(answer);
    }
    Instant at = clock.instant();
    Interpreter next = next(booked, now, step, permit.viewer().staff(), at);
    rows.keep(queue, next, permit.viewer().staff());
    events.publishEvent(
        new InterpreterChanged(
            meeting,
            permit.id(),
            queue,
            step instanceof Step.Reminded ? "reminded" : next.state().code(),
            at));
    return Written.plain(Answer.DONE, meetings.written(queue, permit.id()));
  }

  private Answer may(
      Queue queue, UUID thread, Booked booked, @Nullable Interpreter now, Step step) {
    boolean over = booked.cancelled() || !booked.until().isAfter(clock.instant());
    if (step instanceof Step.Needs) {
      return now != null && !now.state().isOpen()
          ? Answer.OVERTAKEN
          : over ? Answer.NO_TIME : Answer.DONE;
    }
    if (now == null) {
      return Answer.OVERTAKEN;
    }
    return switch (step) {
      case Step.Needs _ -> Answer.DONE;
      case Step.TakenOn _ ->
          now.state().isOrdered() || now.state().isOpen() ? Answer.DONE : Answer.OVERTAKEN;
      case Step.Reminded _ ->
          now.state() != Interpreter.State.CONFIRMED
              ? Answer.OVERTAKEN
              : over
                  ? Answer.NO_TIME
                  : now.isForAnotherTime(booked.from()) ? Answer.MOVED : Answer.DONE;
      case Step.Ordered(UUID agency) ->
          !now.state().isOpen()
              ? Answer.OVERTAKEN
              : over
                  ? Answer.NO_TIME
                  : agencies.agencies(queue).stream()
                          .anyMatch(one ->
                              one.id().equals(agency)
                                  && one.inUse()
                                  && one.languages().contains(now.need().language()))
                      ? Answer.DONE
                      : Answer.NO_AGENCY;
      case Step.Confirmed(String number, boolean nobodyClose) ->
          now.state() != Interpreter.State.ORDERED
              ? Answer.OVERTAKEN
              : over
                  ? Answer.NO_TIME
                  : now.isForAnotherTime(booked.from())
                      ? Answer.MOVED
                      : !NUMBER.matcher(number).matches()
                          ? Answer.NOT_A_NUMBER
                          : !nobodyClose
                              ? Answer.CLOSE
                              : rows.isUnsuitable(queue, thread, now.agency(), number)
                                  ? Answer.NOT_AGAIN
                                  : Answer.DONE;
      case Step.Cancelled _ -> now.state().isOrdered() ? Answer.DONE : Answer.OVERTAKEN;
      case Step.CalledOff _ ->
          now.state().isOrdered() || now.state().isOpen() ? Answer.DONE : Answer.OVERTAKEN;
      case Step.Went _ ->
          now.state() != Interpreter.State.CONFIRMED
              ? Answer.OVERTAKEN
              : booked.cancelled()
                  ? Answer.NO_TIME
                  : booked.from().isAfter(clock.instant()) ? Answer.NOT_YET : Answer.DONE;
    };
  }

  private static Interpreter next(
      Booked booked, @Nullable Interpreter now, Step step, UUID staff, Instant at) {
    String reference = now == null ? reference() : now.reference();
    int version = now == null ? 1 : now.version() + 1;
    if (step instanceof Step.Needs(Interpreter.Need need) || now == null) {
      return new Interpreter(
          booked.id(),
          reference,
          ((Step.Needs) step).need(),
          Interpreter.State.NEEDED,
          null,
          null,
          null,
          null,
          null,
          at,
          version);
    }
    Interpreter.State state =
        switch (step) {
          case Step.Needs _ -> Interpreter.State.NEEDED;
          case Step.TakenOn _, Step.Reminded _ -> now.state();
          case Step.Ordered _ -> Interpreter.State.ORDERED;
          case Step.Confirmed _ -> Interpreter.State.CONFIRMED;
          case Step.Cancelled _ -> Interpreter.State.CANCELLED;
          case Step.CalledOff _ -> Interpreter.State.CALLED_OFF;
          case Step.Went(Interpreter.State went) -> went;
        };
    boolean ordered = step instanceof Step.Ordered;
    return new Interpreter(
        booked.id(),
        reference,
        now.need(),
        state,
        step instanceof Step.Ordered(UUID agency) ? agency : now.agency(),
        step instanceof Step.Confirmed(String number, boolean _)
            ? number
            : ordered ? null : now.number(),
        ordered ? booked.from() : now.orderedFor(),
        step instanceof Step.Reminded ? booked.from() : now.remindedFor(),
        staff,
        // who rings and that the agency was reminded change nothing of how long it has waited
        state == now.state() ? now.changedAt() : at,
        version);
  }

  /// Random, and of letters that are not mistaken for each other on the telephone.
  private static String reference() {
    List<String> letters = new ArrayList<>();
    for (int at = 0; at < 8; at++) {
      int which = RANDOM.nextInt(LETTERS.length());
      letters.add(LETTERS.substring(which, which + 1));
    }
    return String.join("", letters);
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }
}
