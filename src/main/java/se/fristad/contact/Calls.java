package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import se.fristad.contact.facts.Channel;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// Calls and walk-ins, logged without identity (A-LOW-02, A-LOW-03): beside those who write, in the
/// same inbox, sealed in the same way. Counted when they are logged.
///
/// A call becomes an intake, or it is closed with a reason. It never waits for an answer: there is
/// no page to answer on.
@StaffFace
@Component
public class Calls {
  /// The languages that are offered, as codes of ISO 639; then another one, and not known.
  public static final List<String> LANGUAGES =
      List.of(
          "sv", "en", "ar", "so", "fa", "prs", "ps", "ckb", "kmr", "ti", "am", "tr", "sq", "bs",
          "uk", "ru", "es", "fi", "sgn", "other", "unknown");

  private final LoggedCallRows rows;
  private final FileDoor door;
  private final SideKeys keys;
  private final Wake wake;
  private final Counted counted;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Calls(
      LoggedCallRows rows,
      FileDoor door,
      SideKeys keys,
      Wake wake,
      Counted counted,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.door = door;
    this.keys = keys;
    this.wake = wake;
    this.counted = counted;
    this.events = events;
    this.clock = clock;
  }

  /// What is logged.
  ///
  /// @param language a code of [#LANGUAGES]
  /// @param note what was said, without who said it
  public record Call(
      Channel channel, About about, boolean danger, String language, Confidential note) {
    /// Refuses what is written and what nobody speaks.
    public Call {
      if (channel == Channel.CHAT || !LANGUAGES.contains(language)) {
        throw new IllegalArgumentException("neither a call nor a visit");
      }
    }
  }

  /// Whether a call of somebody who asks in her work is logged where such questions wait, by this
  /// viewer: she answers there. Whoever else receives it keeps it in her own queue and hands it on.
  public boolean answersProfessionals(Viewer viewer) {
    return Queue.PROFESSIONALS.contains(viewer.role());
  }

  /// Logs a call; whoever logs it has it. The same form sent twice is one call.
  ///
  /// @param id minted with the form
  public Opened<ThreadId> log(Viewer viewer, Queue queue, UUID id, Call call) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                new FileRef(queue.kind(), id),
                Purpose.ANSWERING,
                "log_call",
                permit -> permit.id().equals(id) ? logged(queue, permit, call) : null));
  }

  private @Nullable Written<ThreadId> logged(Queue queue, Permit permit, Call call) {
    UUID id = permit.id();
    if (!call.about().in(queue)) {
      return null;
    }
    Instant now = clock.instant();
    byte[] sealed;
    WrappedKey wrapped;
    try (DataKey key = DataKey.random()) {
      sealed = key.seal(new Place("contact", id, "words", 1), call.note());
      wrapped = keys.wrap(id, key);
    }
    if (!rows.log(queue, id, permit.viewer().staff(), now, call, wrapped, sealed)) {
      return rows.isOwn(queue, id, permit.viewer().staff())
          ? Written.plain(new ThreadId(id), 1)
          : null;
    }
    counted.call(queue, id, now, call);
    events.publishEvent(new CallLogged(id, queue, call.channel(), now));
    wake.ring();
    return Written.sealed(new ThreadId(id), 1, sealed);
  }
}
