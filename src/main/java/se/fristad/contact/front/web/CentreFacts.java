package se.fristad.contact.front.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.fristad.centre.Centre;
import se.fristad.centre.KeptHours;
import se.fristad.centre.OpeningHours;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicPage;
import se.fristad.centre.SupportLine;
import se.fristad.contact.Entrance;
import se.fristad.contact.front.HoursNow;
import se.fristad.contact.front.web.FrontPage.House;
import se.fristad.contact.front.web.FrontPage.Phone;
import se.fristad.contact.front.web.Writing.Opening;
import se.fristad.page.Texts;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The centre's facts, as the public face tells them.
@OnFace(Face.PUBLIC)
@Component
class CentreFacts implements Writing.Facts {
  private final Centre centre;
  private final PublicWords words;
  private final HoursNow kept;
  private final Clock clock;
  private final boolean demonstration;
  private final Duration warn;
  private final Duration end;

  /// @param warn idle time until the page asks whether she is there
  /// @param end idle time until the page closes itself; the visit ends after 30 minutes in any case
  CentreFacts(
      Centre centre,
      PublicWords words,
      HoursNow kept,
      Clock clock,
      @Value("${fristad.demonstration:false}") boolean demonstration,
      @Value("${fristad.contact.idle-warning:20m}") Duration warn,
      @Value("${fristad.contact.idle-end:30m}") Duration end) {
    this.centre = centre;
    this.words = words;
    this.kept = kept;
    this.clock = clock;
    this.demonstration = demonstration;
    this.warn = warn;
    this.end = end;
  }

  @Override
  public House now(Texts texts) {
    Instant now = clock.instant();
    OpeningHours hours = centre.hours();
    Opening opening = opening(texts);
    List<Phone> others =
        lines(SupportLine.Door.SUPPORT, now).stream()
            // 112 stands on the page of itself
            .filter(line -> !line.isFixed())
            // those who listen first, the police last
            .sorted(Comparator.comparing(line -> line.line().id().equals("police")))
            .map(line -> phone(texts, line))
            .toList();
    Map<Entrance, List<Phone>> inside = new EnumMap<>(Entrance.class);
    inside.put(Entrance.CHANGE, onlyAt(SupportLine.Door.CHANGE, texts, now));
    inside.put(Entrance.YOUNG, onlyAt(SupportLine.Door.YOUNG, texts, now));
    return new House(
        centre.publicName(),
        hours(texts, hours),
        opening.open(),
        opening.opens(),
        new Phone(texts.t("contact.front.we"), centre.phone(), centre.dial()),
        others,
        List.of(),
        inside,
        pages(texts),
        centre.leaveTo(),
        demonstration,
        warn.toSeconds(),
        end.toSeconds());
  }

  @Override
  public Opening opening(Texts texts) {
    Instant now = clock.instant();
    KeptHours hours = kept.now();
    return new Opening(
        hours.isOpen(now),
        opens(texts, hours.next(now), now.atZone(OpeningHours.HERE).toLocalDate()));
  }

  /// The short safety set: no sentence is made, since most languages here have none to make.
  @Override
  public House safety(Texts texts) {
    Instant now = clock.instant();
    OpeningHours hours = centre.hours();
    List<Phone> always =
        lines(SupportLine.Door.SUPPORT, now).stream()
            .map(PublicLine::line)
            .filter(line -> line.id().equals("kvinnofridslinjen"))
            .map(line -> new Phone("Kvinnofridslinjen", line.phone(), line.dial()))
            .toList();
    return new House(
        centre.publicName(),
        days(texts, hours)
            + " "
            + texts.time(hours.from())
            + "\u2060–\u2060"
            + texts.time(hours.to()),
        kept.now().isOpen(now),
        "",
        new Phone(texts.t("contact.safety.ours"), centre.phone(), centre.dial()),
        List.of(),
        always,
        Map.of(),
        Map.of(),
        centre.leaveTo(),
        demonstration,
        warn.toSeconds(),
        end.toSeconds());
  }

  private static String days(Texts texts, OpeningHours hours) {
    List<DayOfWeek> days = hours.days().stream().sorted().toList();
    return isRow(days)
        ? texts.weekday(days.getFirst()) + "\u2060–\u2060" + texts.weekday(days.getLast())
        : String.join(", ", days.stream().map(texts::weekday).toList());
  }

  /// Only what the first screen does not show already.
  private List<Phone> onlyAt(SupportLine.Door door, Texts texts, Instant now) {
    return lines(door, now).stream()
        .filter(line -> !line.line().doors().contains(SupportLine.Door.SUPPORT))
        .map(line -> phone(texts, line))
        .toList();
  }

  private List<PublicLine> lines(SupportLine.Door door, Instant now) {
    return words.lines().stream()
        .filter(line -> line.line().doors().contains(door) && line.line().answers(now))
        .toList();
  }

  /// The pages of the reader's language, by their doors.
  private Map<String, List<FrontPage.Link>> pages(Texts texts) {
    String language = texts.spoken().code();
    return words.pages(language).stream()
        .sorted(Comparator.comparing(PublicPage::number))
        .collect(
            Collectors.groupingBy(
                PublicPage::door,
                Collectors.mapping(
                    page -> new FrontPage.Link(page.title(), "/" + language + "/i" + page.number()),
                    Collectors.toList())));
  }

  /// When we answer: weekdays, or the days that the centre has chosen, a row of them as "Tuesday to
  /// Saturday".
  private static String hours(Texts texts, OpeningHours hours) {
    String from = texts.time(hours.from());
    String to = texts.time(hours.to());
    List<DayOfWeek> days = hours.days().stream().sorted().toList();
    if (days.equals(List.of(DayOfWeek.values()).subList(0, 5))) {
      return texts.t("contact.front.hours", from, to);
    }
    List<String> names = days.stream().map(texts::weekday).toList();
    return texts.t(
        "contact.front.hours.days",
        isRow(days)
            ? texts.t("contact.front.hours.row", names.getFirst(), names.getLast())
            : String.join(", ", names),
        from,
        to);
  }

  private static boolean isRow(List<DayOfWeek> days) {
    return days.size() > 2
        && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
  }

  private static Phone phone(Texts texts, PublicLine line) {
    String name = line.name(texts.spoken().code()).orElseGet(() -> texts.t(line.line().nameKey()));
    return new Phone(name, line.line().phone(), line.line().dial());
  }

  private static String opens(Texts texts, ZonedDateTime next, LocalDate today) {
    String time = texts.time(next.toLocalTime());
    LocalDate day = next.toLocalDate();
    if (day.equals(today)) {
      return texts.t("contact.front.opens.today", time);
    }
    if (day.equals(today.plusDays(1))) {
      return texts.t("contact.front.opens.tomorrow", time);
    }
    return day.isBefore(today.plusDays(7))
        ? texts.t("contact.front.opens.day", texts.weekday(day.getDayOfWeek()), time)
        : texts.t("contact.front.opens.date", texts.date(day), time);
  }
}
