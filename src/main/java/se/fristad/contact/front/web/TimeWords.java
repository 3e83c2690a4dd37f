package se.fristad.contact.front.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.front.RemindWishes;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.TimesToBook.Had;
import se.fristad.contact.front.web.FrontPage.TimeGroup;
import se.fristad.contact.front.web.FrontPage.TimeOption;
import se.fristad.contact.reception.Errand;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.Way;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// Booked and free times in the reader's words.
final class TimeWords {
  private final TimesToBook times;
  private final RemindWishes reminders;

  TimeWords(TimesToBook times, RemindWishes reminders) {
    this.times = times;
    this.reminders = reminders;
  }

  /// A time: "torsdag 26 november 2026 10:00".
  String time(Texts texts, Instant from) {
    ZonedDateTime here = from.atZone(OpeningHours.HERE);
    return texts.t(
        "contact.front.times.time",
        texts.weekday(here.getDayOfWeek()),
        texts.date(here.toLocalDate()),
        texts.time(here.toLocalTime()));
  }

  /// That a time is hers, and what she needs to know of it.
  String stands(Texts texts, Had had) {
    Confidential link = had.link();
    if (link != null && had.way() == Way.VIDEO) {
      return texts.t(
          "contact.front.times.stands.video.link", time(texts, had.from()), link.reveal());
    }
    String where = had.way() == Way.ON_SITE ? times.house(had.house()) : "";
    String how = had.errand() == Errand.ACCOMPANIES ? "accompanies" : had.way().code();
    return texts.t("contact.front.times.stands." + how, time(texts, had.from()), where);
  }

  /// All of it for the page.
  ///
  /// @param phone where one calls when nothing is free
  FrontPage.Times times(
      Texts texts,
      TimesToBook.Offer offer,
      Instant now,
      String phone,
      @Nullable String error,
      String number,
      Map<String, String> wrong) {
    Had had = offer.had();
    List<TimeGroup> groups = new ArrayList<>();
    add(
        groups,
        texts.t("contact.front.times.acute"),
        offer.free().stream().filter(FreeTimes.Time::acute).toList(),
        texts,
        true);
    for (Way way : Way.values()) {
      add(
          groups,
          texts.t("contact.front.times.way." + way.code()),
          offer.free().stream().filter(time -> time.way() == way && !time.acute()).toList(),
          texts,
          false);
    }
    return new FrontPage.Times(
        had == null ? null : had(texts, had),
        had != null && !had.cancelled() && !had.group() && had.from().isAfter(now),
        had == null || had.errand() == null ? Errand.CONSULTATION.code() : had.errand().code(),
        groups,
        groups.isEmpty() ? texts.t("contact.front.times.none", phone) : null,
        error,
        had == null || had.cancelled() || !had.from().isAfter(now)
            ? FrontPage.Remind.NONE
            : remind(texts, had, number, wrong));
  }

  private FrontPage.Remind remind(Texts texts, Had had, String number, Map<String, String> wrong) {
    TimesToBook.Nudge nudge = had.reminder();
    return new FrontPage.Remind(
        nudge == null
            ? null
            : texts.t(
                "contact.front.times.remind.state." + nudge.state(),
                window(texts, nudge.from(), nudge.until())),
        reminders.windows(had.from()).stream()
            .map(one -> new TimeOption(one.code(), window(texts, one.from(), one.until())))
            .toList(),
        nudge != null && nudge.isOpen(),
        number,
        wrong);
  }

  /// When she can be called: "tisdag 1 december 2026, 09:00–12:00".
  String window(Texts texts, Instant from, Instant until) {
    ZonedDateTime here = from.atZone(OpeningHours.HERE);
    return texts.t(
        "contact.front.wish.day",
        texts.weekday(here.getDayOfWeek()),
        texts.date(here.toLocalDate()),
        texts.time(here.toLocalTime()),
        texts.time(until.atZone(OpeningHours.HERE).toLocalTime()));
  }

  private String had(Texts texts, Had had) {
    return had.cancelled()
        ? texts.t("contact.front.times.cancelled", time(texts, had.from()))
        : had.group()
            ? texts.t(
                "contact.front.times.group", time(texts, had.from()), times.house(had.house()))
            : stands(texts, had);
  }

  private void add(
      List<TimeGroup> groups, String label, List<FreeTimes.Time> some, Texts texts, boolean ways) {
    if (!some.isEmpty()) {
      groups.add(
          new TimeGroup(
              label,
              some.stream()
                  .map(time -> new TimeOption(time.code(), label(texts, time, ways)))
                  .toList()));
    }
  }

  private String label(Texts texts, FreeTimes.Time time, boolean ways) {
    String when = time(texts, time.from());
    return ways ? texts.t("contact.front.times.acute.way." + time.way().code(), when) : when;
  }
}
