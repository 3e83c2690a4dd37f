package se.fristad.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.AcuteRoad;
import se.fristad.casework.Road;
import se.fristad.casework.Step;
import se.fristad.casework.facts.SupportType;
import se.fristad.centre.Centre;
import se.fristad.centre.Moment;
import se.fristad.centre.OpeningHours;
import se.fristad.vault.Confidential;

/// The night before the day on which the invented centre is made: the day has asked the duty social
/// service to watch one woman, and the duty has protected another who has no name yet. This morning
/// all of it is unread, and the day has asked for the night to come as well.
@StaffFace
@OnDemonstration
@Component
class InventedNight {
  private static final LocalTime AFTERNOON = LocalTime.of(14, 40);
  private static final LocalTime EVENING = LocalTime.of(21, 40);
  private static final LocalTime LATER = LocalTime.of(22, 35);
  private static final LocalTime NIGHT = LocalTime.of(23, 5);

  /// So many days what is granted at night holds here.
  private static final int DAYS = 5;

  private final Road road;
  private final AcuteRoad acute;
  private final Centre centre;
  private final Clock clock;

  InventedNight(Road road, AcuteRoad acute, Centre centre, Clock clock) {
    this.road = road;
    this.acute = acute;
    this.centre = centre;
    this.clock = clock;
  }

  /// Lets it pass, once.
  ///
  /// @param head who gives the mandates
  void pass(Viewer caseworker, Viewer duty, Viewer head) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.HERE);
    if (acute.hasHandedOver(duty)) {
      return;
    }
    LocalDate day = today.minusDays(1);
    while (!centre.hours().isOpenOn(day)) {
      day = day.minusDays(1);
    }
    LocalDate last = LocalDate.of(today.getYear(), 12, 31);
    mandate(head, duty, AcuteRoad.KINDS, day, last);
    mandate(head, caseworker, Set.of(SupportType.GUIDANCE), day, last);
    UUID disa = UUID.randomUUID();
    told(duty, disa, day, watched(caseworker, disa, day));
    nameless(duty, day);
    Moment.run(
        now,
        () ->
            done(
                acute.watch(
                    caseworker,
                    disa,
                    centre.hours().isOpenOn(today) ? today : centre.nightOf(now),
                    text(
                        "Samma i natt. Ringer hon: fråga om hon är ensam innan ni säger var ni är."))));
  }

  private void mandate(
      Viewer head, Viewer staff, Set<SupportType> types, LocalDate from, LocalDate until) {
    at(
        from,
        AFTERNOON,
        () ->
            road.giveMandate(
                head,
                new Road.Mandate(
                    UUID.randomUUID(),
                    staff.staff(),
                    EnumSet.copyOf(types),
                    from,
                    until.isBefore(from) ? from : until)));
  }

  /// By day: somebody comes along to the police, and the night is asked to watch her.
  private UUID watched(Viewer caseworker, UUID file, LocalDate day) {
    at(
        day,
        AFTERNOON,
        () ->
            acute.open(
                caseworker,
                unfiled(
                    file,
                    "Disa",
                    decided(
                        day,
                        AFTERNOON,
                        SupportType.GUIDANCE,
                        "Han är anhållen till i kväll. Han vet var hon arbetar.",
                        "Jag vill inte gå dit ensam.",
                        "Hon behöver någon som följer med till polisen."))));
    return at(
        day,
        AFTERNOON,
        () ->
            acute.watch(
                caseworker,
                file,
                day,
                text("Han släpps i kväll. Ringer hon: fråga först om hon är ensam.")));
  }

  /// At night: she calls, and the day is told.
  private void told(Viewer duty, UUID file, LocalDate day, UUID watch) {
    at(day, EVENING, () -> acute.receiveWatch(duty, watch));
    at(
        day,
        LATER,
        () ->
            acute.tellDay(
                duty,
                file,
                text(
                    "Hon ringde 22.10. Han hade stått utanför porten. Polisen körde förbi, han var"
                        + " borta. Hon sover hos sin syster i natt och vill bli uppringd före nio.")));
  }

  /// At night: somebody without a name is protected.
  private void nameless(Viewer duty, LocalDate day) {
    at(
        day,
        NIGHT,
        () ->
            acute.open(
                duty,
                unfiled(
                    UUID.randomUUID(),
                    "Kvinnan från nattbussen",
                    decided(
                        day,
                        NIGHT,
                        SupportType.SHELTER,
                        "Han letar efter henne i bilen. Hon har bara handväskan med sig.",
                        "Jag säger inte vad jag heter än.",
                        "Hon kan inte vara hemma i natt och har ingen annan att sova hos."))));
  }

  private static AcuteRoad.Unfiled unfiled(UUID file, String called, AcuteRoad.Acute acute) {
    return new AcuteRoad.Unfiled(
        file,
        null,
        "0380",
        new Road.Who(
            text(""),
            text(""),
            null,
            text(""),
            text(""),
            text(""),
            Road.Protection.UNCHECKED,
            "sv",
            text(called),
            true),
        acute,
        text(called));
  }

  private static AcuteRoad.Acute decided(
      LocalDate day, LocalTime time, SupportType type, String risk, String own, String motive) {
    return new AcuteRoad.Acute(
        Set.of(type),
        Set.of(type),
        day.atTime(time).atZone(OpeningHours.HERE).toInstant(),
        day.plusDays(DAYS),
        AcuteRoad.Danger.NOW,
        text(risk),
        text(own),
        false,
        text(""),
        text(""),
        text(motive),
        AcuteRoad.Afterwards.INVESTIGATION,
        text(""),
        text("Muntligt."));
  }

  private static <T> T at(LocalDate day, LocalTime time, Supplier<Step<T>> step) {
    return Moment.on(
        day.atTime(time).atZone(OpeningHours.HERE).toInstant(), () -> done(step.get()));
  }

  private static <T> T done(Step<T> step) {
    if (step instanceof Step.Done<T>(T value)) {
      return value;
    }
    throw new IllegalStateException("the invented night was refused a step");
  }

  private static Confidential text(String text) {
    return Confidential.of(text);
  }
}
