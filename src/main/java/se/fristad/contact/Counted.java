package se.fristad.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.contact.facts.FirstAnswer;
import se.fristad.page.Language;

/// Tells the figures that a conversation took place, once, in the transaction of the step.
///
/// The public face owns no table and can tell nothing: a conversation is counted when one of us
/// answers or closes it, or when it dies unanswered; of one that she took away before that
/// [CountingDestroyed] tells that it was. Of the queue for those who use violence nothing is told
/// to this side.
@Component
class Counted {
  private static final ZoneId HERE = OpeningHours.HERE;

  private final ThreadRows rows;
  private final ApplicationEventPublisher events;

  Counted(ThreadRows rows, ApplicationEventPublisher events) {
    this.rows = rows;
    this.events = events;
  }

  /// Counts a conversation whose row is locked, unless it has been counted.
  void once(Queue queue, UUID thread, ThreadRows.Locked locked) {
    if (!locked.counted()) {
      locked
          .entrance()
          .counted()
          .ifPresent(door -> {
            rows.counted(queue, thread);
            events.publishEvent(
                new ContactBegun(
                    UUID.randomUUID(),
                    LocalDate.ofInstant(locked.begunAt(), HERE),
                    door,
                    Channel.CHAT,
                    spoken(locked.language())));
          });
    }
  }

  /// Counts a call or a walk-in that has just been logged.
  void call(Queue queue, UUID thread, Instant at, Calls.Call call) {
    rows.counted(queue, thread);
    if (queue == Queue.SUPPORT) {
      call.about()
          .counted()
          .ifPresent(door ->
              events.publishEvent(
                  new ContactBegun(
                      UUID.randomUUID(),
                      LocalDate.ofInstant(at, HERE),
                      door,
                      call.channel(),
                      call.language())));
    }
  }

  /// Counts a conversation that she destroyed before anybody had counted it.
  void destroyed(Entrance entrance, LocalDate day, String language) {
    entrance
        .counted()
        .ifPresent(door ->
            events.publishEvent(
                new ContactBegun(UUID.randomUUID(), day, door, Channel.CHAT, spoken(language))));
  }

  /// Counts how long she waited, if this was the first answer.
  void answered(ThreadRows.Locked before, Instant now) {
    if (!before.answered()) {
      before
          .entrance()
          .counted()
          .ifPresent(door ->
              events.publishEvent(
                  new FirstAnswer(
                      UUID.randomUUID(),
                      LocalDate.ofInstant(now, HERE),
                      door,
                      Math.max(0, Duration.between(before.begunAt(), now).toMinutes()))));
    }
  }

  /// Easy Swedish is Swedish to a figure.
  private static String spoken(String language) {
    return Language.of(language).map(Language::tag).orElse(ContactBegun.UNKNOWN);
  }
}
