package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;

/// What happens at night and what the day asks of the night, handed over with a receipt: it stands
/// unread on the other side until somebody who may has read it.
@StaffFace
@Component
class NightEvents {
  /// How many days ahead the night is asked to watch.
  static final int MOST_AHEAD = 14;

  private final Files files;
  private final NightRows rows;
  private final Centre centre;
  private final ApplicationEventPublisher events;

  NightEvents(Files files, NightRows rows, Centre centre, ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.centre = centre;
    this.events = events;
  }

  /// Something happens, in the transaction of its step.
  UUID happened(
      Files.InHand hand,
      NightRows.What what,
      @Nullable UUID record,
      LocalDate night,
      @Nullable Instant until,
      Words words) {
    UUID id = UUID.randomUUID();
    rows.insert(
        new NightRows.Row(
            id,
            hand.id(),
            what,
            record,
            hand.now(),
            hand.staff(),
            night,
            until,
            null,
            null,
            hand.seal(id, "night_event", 1, words)));
    events.publishEvent(new NightHappened(hand.id(), id, what.code(), hand.now()));
    return id;
  }

  /// It is read, in the transaction of its step.
  void wasRead(Files.InHand hand, UUID event) {
    events.publishEvent(new NightRead(hand.id(), event, hand.now()));
  }

  /// The day asks the night to watch.
  Step<UUID> watch(Viewer viewer, UUID file, LocalDate night, se.fristad.vault.Confidential words) {
    return files.write(
        viewer,
        file,
        "watch",
        CaseFileRule.deciding(viewer),
        hand -> {
          hand.open();
          LocalDate first = centre.nightOf(hand.now());
          if (night.isBefore(first) || night.isAfter(first.plusDays(MOST_AHEAD))) {
            throw Files.refused(
                CaseRule.NIGHT_IS_HANDED_OVER.refusal("night", ".night").filledWith(MOST_AHEAD));
          }
          if (words.isBlank()) {
            throw Files.refused(CaseRule.NIGHT_IS_HANDED_OVER.refusal("words"));
          }
          return happened(
              hand,
              NightRows.What.WATCH,
              null,
              centre.nightOf(centre.nightBegins(night)),
              null,
              Words.none().with("words", words));
        });
  }

  /// The day has read it.
  Step<UUID> read(Viewer viewer, UUID file, UUID event) {
    return files.beside(
        viewer,
        file,
        "read_night",
        CaseFileRule.deciding(viewer),
        hand -> {
          boolean toDay =
              rows.of(hand.id()).stream().anyMatch(row -> row.id().equals(event) && row.toDay());
          if (!toDay || !rows.read(event, hand.id(), hand.staff(), hand.now())) {
            throw Files.refused(Refusal.unreadable("read", "casework.step.read_night.before"));
          }
          wasRead(hand, event);
          return event;
        });
  }
}
