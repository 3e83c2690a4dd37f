package se.fristad.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.vault.Confidential;

/// The duty social service (*socialjouren*): evenings, nights and weekends it decides on protection
/// of somebody in danger now (A-ORG-31, A-DEC-05). Of her it sees a card and nothing else, found by
/// her number or one that the centre gave and never by a search across people (7 a § 2001:454);
/// each look says why, and the day is told of it. What it decides and notes the day reads, with a
/// receipt, and it reads what the day asks it to watch.
///
/// It is no emergency hour: that opens the file, three times a day. See `docs/adr/`.
@StaffFace
@Component
class Duty {
  /// The most characters of why somebody looks, and of what the day is told.
  static final int MOST_WHY = 1_000;

  static final int MOST_WORDS = 4_000;

  /// The fewest that say anything.
  static final int LEAST_WHY = 10;

  /// How long she sees a card that she has looked up, unless the night ends before.
  static final Duration LOOKS = Duration.ofHours(12);

  /// How long she sees whether the day has read what she has handed over.
  private static final int RECEIPT_DAYS = 14;

  private final Files files;
  private final CaseLists lists;
  private final NightRows rows;
  private final NightEvents nights;
  private final Readings readings;
  private final AcuteProtections protections;
  private final Centre centre;
  private final Clock clock;

  Duty(
      Files files,
      CaseLists lists,
      NightRows rows,
      NightEvents nights,
      Readings readings,
      AcuteProtections protections,
      Centre centre,
      Clock clock) {
    this.files = files;
    this.lists = lists;
    this.rows = rows;
    this.nights = nights;
    this.readings = readings;
    this.protections = protections;
    this.centre = centre;
    this.clock = clock;
  }

  /// Whether it is night, and the pages of the duty social service are open.
  boolean open() {
    return centre.isNight(clock.instant());
  }

  /// Looks somebody's card up. Of somebody who has no file, and of somebody who is not to be seen
  /// by this viewer, the same is said.
  Step<UUID> look(Viewer viewer, Confidential value, AcuteRoad.Looking why, Confidential words) {
    if (!open()) {
      return new Step.NotThere<>();
    }
    if (words.reveal().strip().length() < LEAST_WHY) {
      return refused("words", "casework.duty.unsaid");
    }
    if (!lists.isNightValue(value)) {
      return refused("value", "casework.duty.not-a-value");
    }
    if (!lists.maySearch(viewer)) {
      return new Step.Refused<>(
          List.of(
              Refusal.unreadable("value", "casework.people.too-many", CaseLists.MOST_SEARCHES)));
    }
    // somebody whom nobody knows takes the same way, through the same door
    UUID file = files.asking(() -> lists.inEmergency(value)).orElseGet(UUID::randomUUID);
    Step<UUID> step = looked(viewer, file, why, words);
    return step instanceof Step.NotThere<UUID> ? refused("value", "casework.duty.nobody") : step;
  }

  private Step<UUID> looked(Viewer viewer, UUID file, AcuteRoad.Looking why, Confidential words) {
    return files.beside(
        viewer,
        new FileRef(DutyRule.Look.KIND, file),
        "look_" + why.code(),
        Purpose.ON_DUTY,
        hand -> {
          looks(hand, why, words);
          return hand.id();
        });
  }

  /// What the day asks for this night stands on the card: it is read with it.
  private void looks(Files.InHand hand, AcuteRoad.Looking why, Confidential words) {
    LocalDate night = centre.nightOf(hand.now());
    rows.of(hand.id()).stream()
        .filter(row -> row.what() == NightRows.What.WATCH && row.night().equals(night))
        .filter(row -> rows.read(row.id(), hand.id(), hand.staff(), hand.now()))
        .forEach(row -> nights.wasRead(hand, row.id()));
    nights.happened(
        hand,
        NightRows.What.LOOKED,
        null,
        centre.nightOf(hand.now()),
        seenUntil(hand.now()),
        Words.none().with("why", why.code()).with("words", words));
  }

  private static Step<UUID> refused(String field, String key) {
    return new Step.Refused<>(List.of(Refusal.unreadable(field, key)));
  }

  private static FileRef card(UUID file) {
    return new FileRef(DutyRule.KIND, file);
  }

  /// The card of somebody whom she has looked up this night.
  Opened<Reading> card(Viewer viewer, UUID file) {
    return files.read(
        viewer,
        card(file),
        "open",
        Purpose.ON_DUTY,
        hand -> readings.atNight(hand, centre.nightOf(hand.now())));
  }

  /// Whether she sees a card now.
  boolean sees(Viewer viewer, UUID file) {
    return open() && files.asking(() -> rows.looks(file, viewer.staff(), clock.instant()));
  }

  /// Decides.
  Step<UUID> decide(Viewer viewer, UUID file, AcuteRoad.Acute acute) {
    return files.write(
        viewer,
        card(file),
        "decide_acute",
        Purpose.ON_DUTY,
        hand -> {
          UUID decision = protections.decided(hand, acute);
          decided(hand, decision);
          return decision;
        });
  }

  /// The day is told of a decision.
  private void decided(Files.InHand hand, UUID decision) {
    happened(hand, decision, null);
  }

  /// The day is told of a file that was opened with a decision; whoever opened it sees its card for
  /// the rest of the night.
  void opened(Files.InHand hand, UUID decision) {
    happened(hand, decision, seenUntil(hand.now()));
  }

  private void happened(Files.InHand hand, UUID decision, @Nullable Instant until) {
    nights.happened(
        hand, NightRows.What.DECIDED, decision, centre.nightOf(hand.now()), until, Words.none());
  }

  private Instant seenUntil(Instant now) {
    Instant night = centre.nightEnds(now);
    Instant most = now.plus(LOOKS);
    return night.isBefore(most) ? night : most;
  }

  /// Tells the day something.
  Step<UUID> tell(Viewer viewer, UUID file, Confidential words) {
    return files.beside(
        viewer,
        card(file),
        "tell_day",
        Purpose.ON_DUTY,
        hand -> {
          if (words.isBlank()) {
            throw Files.refused(CaseRule.NIGHT_IS_HANDED_OVER.refusal("words"));
          }
          return nights.happened(
              hand,
              NightRows.What.NOTE,
              null,
              centre.nightOf(hand.now()),
              null,
              Words.none().with("words", words));
        });
  }

  /// Reads what the day asks for this night: that it is read is its receipt, and the card opens.
  Step<UUID> receive(Viewer viewer, UUID event) {
    if (!open()) {
      return new Step.NotThere<>();
    }
    NightRows.Row row =
        files
            .asking(() -> rows.find(event))
            .filter(one -> one.what() == NightRows.What.WATCH)
            .filter(one -> one.night().equals(centre.nightOf(clock.instant())))
            .orElse(null);
    return files.beside(
        viewer,
        new FileRef(DutyRule.Look.KIND, row == null ? UUID.randomUUID() : row.file()),
        "look_" + AcuteRoad.Looking.DAY.code(),
        Purpose.ON_DUTY,
        hand -> {
          looks(hand, AcuteRoad.Looking.DAY, Confidential.of(""));
          return hand.id();
        });
  }

  /// What the day asks for this night.
  List<NightRows.Numbered> watches(Viewer viewer) {
    return listed(viewer, "watch", open());
  }

  /// What she has handed over in the last fortnight, read or not; also by day.
  List<NightRows.Numbered> handedOver(Viewer viewer) {
    return listed(viewer, "handed_over", true);
  }

  private List<NightRows.Numbered> listed(Viewer viewer, String which, boolean may) {
    Instant now = clock.instant();
    return viewer.role() == Role.DUTY_SOCIAL_SERVICE && may
        ? lists.ofNight(
            viewer, which, centre.nightOf(now), now.minus(Duration.ofDays(RECEIPT_DAYS)))
        : List.of();
  }

  /// What the form of a decision is to ask, of somebody whose card she sees.
  AcuteForm.For asks(UUID file, LocalDate today) {
    return files.asking(() -> protections.asks(file, today));
  }

  /// Until when the night lasts, or when the next begins.
  Instant changes() {
    Instant now = clock.instant();
    return open() ? centre.nightEnds(now) : centre.nightBegins(centre.nightOf(now));
  }
}
