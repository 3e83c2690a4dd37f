package se.fristad.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Promises;
import se.fristad.contact.Queue;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// What was promised to those who declined: a no gets advice, others to turn to, and a renewed
/// offer with a day and a safe way; never silence (A-MOT-10…13).
@StaffFace
@Component
class Offers {
  /// How many rows a page of the list has.
  static final int PAGE = 25;

  private final OfferRows rows;
  private final NotHers notHers;
  private final Promises promises;
  private final FileDoor door;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Offers(
      OfferRows rows,
      NotHers notHers,
      Promises promises,
      FileDoor door,
      SideKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.notHers = notHers;
    this.promises = promises;
    this.door = door;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
  }

  /// Promises, in the transaction in which an intake is concluded. The conversation lives on as a
  /// stub until the day after.
  ///
  /// @param intake the one that is concluded: who knows her there does not find the promise either
  void promise(
      UUID intake,
      @Nullable UUID thread,
      Offer.Channel channel,
      LocalDate due,
      String how,
      UUID by,
      Instant now) {
    UUID id = UUID.randomUUID();
    try (DataKey key = DataKey.random()) {
      byte[] sealed = key.seal(place(id), Confidential.of(how));
      WrappedKey wrapped = keys.wrap(id, key);
      rows.insert(id, intake, thread, channel, due, by, now, wrapped, sealed);
    }
    notHers.hold(thread, intake, now);
    if (thread != null) {
      promises.askAgain(Queue.SUPPORT, id, thread, at(due), by, now);
    }
  }

  /// A page of the list.
  record Listed(List<Offer.Row> rows, int total) {}

  /// The promises to be kept, of [#PAGE] rows, the first due on top.
  ///
  /// @param page from 1
  Listed list(Viewer viewer, int page) {
    return onSide(() -> {
      NotHers.Hidden hidden = notHers.from(viewer.staff());
      return new Listed(
          door.list(
              viewer,
              OfferFileRule.KIND,
              "offers_due",
              () -> rows.unkept(hidden, PAGE, (page - 1) * PAGE),
              Offer.Row::id),
          rows.count(hidden));
    });
  }

  /// How many are due today or were due before.
  int due(Viewer viewer) {
    return onSide(() -> rows.due(notHers.from(viewer.staff()), today()));
  }

  Opened<Offer> read(Viewer viewer, UUID id) {
    return onSide(() ->
        door.open(
            viewer,
            new FileRef(OfferFileRule.KIND, id),
            OfferFileRule.purposeOf(viewer),
            this::offer));
  }

  private @Nullable Offer offer(Permit permit) {
    Offer.Row row = rows.find(permit.id()).orElse(null);
    OfferRows.Sealed sealed = rows.sealed(permit.id()).orElse(null);
    if (row == null || sealed == null) {
      return null;
    }
    try (DataKey key = keys.unwrap(row.id(), sealed.key())) {
      return new Offer(row, key.open(place(row.id()), sealed.how()));
    }
  }

  /// She was asked, or it was tried.
  ///
  /// @param again the day on which it is tried again; null when it is over with this answer
  /// @return false when somebody has answered it meanwhile
  Opened<Boolean> keep(
      Viewer viewer, UUID id, int seen, Offer.Answer answer, @Nullable LocalDate again) {
    return onSide(() ->
        door.write(
            viewer,
            new FileRef(OfferFileRule.KIND, id),
            Purpose.FOLLOWING_UP,
            again == null ? "keep_offer" : "try_offer",
            permit -> kept(permit, seen, answer, again)));
  }

  private @Nullable Written<Boolean> kept(
      Permit permit, int seen, Offer.Answer answer, @Nullable LocalDate again) {
    Offer.Row row = rows.lock(permit.id()).orElse(null);
    if (row == null) {
      return null;
    }
    if (row.answer() != null || row.version() != seen) {
      return Written.refused(false);
    }
    Instant now = clock.instant();
    UUID thread = row.thread();
    if (thread != null) {
      promises.kept(Queue.SUPPORT, row.id(), thread, now);
    }
    if (again == null) {
      rows.answer(row.id(), answer, permit.viewer().staff(), now);
      events.publishEvent(new OfferKept(row.id(), answer.code(), now));
    } else {
      rows.again(row.id(), again);
      if (thread != null) {
        promises.askAgain(
            Queue.SUPPORT, UUID.randomUUID(), thread, at(again), permit.viewer().staff(), now);
      }
    }
    return Written.plain(true, row.version() + 1);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(OpeningHours.HERE).toInstant();
  }

  private static <T> T onSide(Supplier<T> work) {
    return Sides.on(Side.SUPPORT, work::get);
  }

  private static Place place(UUID offer) {
    return new Place("intake", offer, "offer", 1);
  }
}
