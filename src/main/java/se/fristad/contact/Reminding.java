package se.fristad.contact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.Hours;
import se.fristad.outgoing.Outgoing;
import se.fristad.outgoing.OutgoingStep;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.SafeContact;
import se.fristad.vault.DataKey;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sweep;
import se.fristad.vault.WrappedKey;

/// Reminders of booked times whose moment has come: the gate is asked, and what her rule allows
/// becomes a call for one of us to make; what it does not becomes nothing. A time that was moved is
/// reminded of anew, one that was taken back never. Each step is taken once whatever node comes
/// first, with its line in the log.
@OnFace(Face.JOBS)
@Configuration(proxyBeanMethods = false)
class Reminding {
  private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);
  private static final int MOST = 200;
  private final ReminderRows rows;
  private final ReachRows reach;
  private final ThreadRows threads;
  private final SideKeys keys;
  private final Outgoing outgoing;
  private final ReminderTimes times;
  private final OpeningHours hours;
  private final AuditLog log;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Reminding(
      ReminderRows rows,
      ReachRows reach,
      ThreadRows threads,
      SideKeys keys,
      Outgoing outgoing,
      ReminderTimes times,
      Centre centre,
      AuditLog log,
      Wake wake,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.reach = reach;
    this.threads = threads;
    this.keys = keys;
    this.outgoing = outgoing;
    this.times = times;
    this.hours = centre.hours();
    this.log = log;
    this.wake = wake;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  Sweep remindForSupport() {
    return new Remind(Side.SUPPORT);
  }

  @Bean
  Sweep remindForChange() {
    return new Remind(Side.PERPETRATOR);
  }

  private final class Remind implements Sweep {
    private final Side side;

    Remind(Side side) {
      this.side = side;
    }

    @Override
    public Side side() {
      return side;
    }

    @Override
    public String name() {
      return "remind-of-times";
    }

    @Override
    public Duration every() {
      return Duration.ofSeconds(30);
    }

    @Override
    public void sweep(Instant now) {
      for (Queue queue : Queue.values()) {
        if (queue.side() == side) {
          rows.due(queue, now, MOST).forEach(due -> one(queue, due, now));
        }
      }
    }
  }

  /// One that cannot be opened must not keep those behind it from their call: she is told that
  /// nobody called, and the fault is written down by its kind alone.
  private void one(Queue queue, ReminderRows.Due due, Instant now) {
    try {
      transaction.executeWithoutResult(status -> step(queue, due, now));
    } catch (RuntimeException failed) {
      LOG.error("a reminder could not be made: {}", failed.getClass().getName());
      transaction.executeWithoutResult(
          status -> turn(queue, due.reminder(), Reminder.State.NOT_MADE, null, now));
    }
  }

  private void step(Queue queue, ReminderRows.Due due, Instant now) {
    Reminder one = due.reminder();
    if (due.cancelled()) {
      turn(queue, one, Reminder.State.WITHDRAWN, null, now);
    } else if (!due.meets().equals(one.forAt())) {
      times
          .moved(hours, due.meets(), now, one.from())
          .ifPresentOrElse(
              window -> {
                if (rows.plan(queue, one, due.meets(), window, now)) {
                  told(queue, one, Reminder.State.ASKED, now);
                }
              },
              () -> turn(queue, one, Reminder.State.NOT_MADE, null, now));
    } else if (!one.until().isAfter(now)) {
      turn(queue, one, Reminder.State.NOT_MADE, null, now);
    } else {
      String why = why(queue, one, now);
      turn(queue, one, why == null ? Reminder.State.TO_CALL : Reminder.State.REFUSED, why, now);
    }
  }

  /// Why her rule does not allow a call now; nothing when it does.
  private @Nullable String why(Queue queue, Reminder one, Instant now) {
    WrappedKey wrapped = threads.key(queue, one.thread()).orElse(null);
    ReachRows.Said said = reach.said(queue, one.thread()).orElse(null);
    if (wrapped == null || said == null) {
      return "not_asked";
    }
    Reach agreed;
    try (DataKey key = keys.unwrap(one.thread(), wrapped)) {
      agreed =
          Reach.read(
              key.open(new Place("contact", one.thread(), "reach", said.version()), said.sealed()));
    }
    // what she has said since of when to call stands over an older wish
    SafeContact rule =
        said.isAgreedAfter(one.askedAt())
            ? agreed.rule()
            : agreed.reminded(
                new Hours.Once(one.from(), one.until()),
                one.askedAt().atZone(Hours.HERE).toLocalDate());
    return switch (outgoing.decide(rule, new OutgoingStep.Call(false), now)) {
      case Decision.Allowed _ -> agreed.hasNumber() ? null : "no_number";
      case Decision.AskFirst _ -> "ask_first";
      case Decision.Refused(Decision.Why why, var _) ->
          switch (why) {
            case NOT_ASKED -> "not_asked";
            case NEVER -> "never";
            case NOT_NOW -> "not_now";
            case NO_VOICEMAIL, TELLS_WHO_WE_ARE, NEVER_CONTACTED ->
                throw new IllegalStateException("a call that says nothing to a machine");
          };
    };
  }

  private void turn(
      Queue queue, Reminder one, Reminder.State state, @Nullable String why, Instant now) {
    if (rows.turn(queue, one, state, why, now)) {
      told(queue, one, state, now);
    }
  }

  private void told(Queue queue, Reminder one, Reminder.State state, Instant now) {
    log.append(
        LogLine.about(
            null,
            null,
            null,
            "remind_time",
            queue.kind(),
            one.thread(),
            state.code(),
            Outcome.DONE));
    events.publishEvent(new ReminderChanged(one.meeting(), one.thread(), queue, state, now));
    wake.ring();
  }
}
