package se.fristad.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every part a staff page can be built of, on one page with invented contents: what a builder
/// looks at before making a new one, and what is looked at in light, dark, print and on a phone.
public record PatternsPage(
    Shell shell,
    Table table,
    Table emptyTable,
    List<Field> wrong,
    Field text,
    Field area,
    Field choice,
    List<Option> choices,
    Field checks,
    List<Option> needs,
    Field select,
    List<Option> municipalities,
    Field date,
    Field narrow,
    List<Happening> story,
    List<Bubble> bubbles,
    List<Described> facts,
    BarChart bars,
    LineChart line) {
  private static final int SHOWN = 6;
  private static final int ALL = 200;

  /// The page with an invented shell, for looking at it without the rest of the house.
  public static PatternsPage sample(Texts texts) {
    var words = List.of("inbox", "day", "people", "conference", "shelter", "change");
    var more = List.of("professionals", "figures", "steering", "log");
    var icons =
        List.of(
            Icon.INBOX,
            Icon.DAY,
            Icon.PEOPLE,
            Icon.CONFERENCE,
            Icon.SHELTER,
            Icon.CHANGE,
            Icon.PROFESSIONALS,
            Icon.FIGURES,
            Icon.STEERING,
            Icon.LOG);
    var all = new ArrayList<>(words);
    all.addAll(more);
    var navigation = new ArrayList<NavItem>();
    for (int at = 0; at < all.size(); at++) {
      navigation.add(
          new NavItem(
              texts.t("page.patterns.nav." + all.get(at)),
              "#" + all.get(at),
              icons.get(at),
              at == 0,
              at == 0 ? 3 : 0));
    }
    return sample(
        new Shell(
            texts,
            texts.t("page.patterns.who"),
            texts.t("page.patterns.organisation"),
            navigation,
            List.of(),
            true,
            "",
            Look.STANDARD,
            null));
  }

  /// The page in a shell that already is.
  public static PatternsPage sample(Shell shell) {
    var texts = shell.texts();
    var today = LocalDate.of(2026, 11, 19);
    var now = Instant.parse("2026-11-19T13:03:00Z");
    var text =
        Field.of("patternName", texts.t("page.patterns.field.name"))
            .withHint(texts.t("page.patterns.field.name.hint"))
            .needed();
    var choice =
        Field.of("patternUrgent", texts.t("page.patterns.field.urgent"))
            .withError(texts.t("page.patterns.field.urgent.error"))
            .demandedBy(
                new ByLaw(
                    texts.t("page.patterns.law.paragraph"), texts.t("page.patterns.law.why")));
    var area =
        Field.of("patternNote", texts.t("page.patterns.field.note"))
            .withValue(texts.t("page.patterns.field.note.value"))
            .withError(texts.t("page.patterns.field.note.error"))
            .needed();
    return new PatternsPage(
        shell,
        table(texts, now),
        new Table(
            texts.t("page.patterns.empty.caption"),
            columns(texts),
            List.of(),
            Paging.whole(0),
            Empty.of(texts.t("page.patterns.empty.title"), texts.t("page.patterns.empty.text"))
                .then(texts.t("page.patterns.empty.action"), "#forms"),
            false,
            null),
        List.of(choice, area),
        text,
        area,
        choice,
        List.of(
            Option.of("yes", texts.t("page.patterns.yes")),
            Option.of("no", texts.t("page.patterns.no")),
            new Option(
                "unsure", texts.t("page.patterns.unsure"), texts.t("page.patterns.unsure.hint"))),
        Field.of("patternNeeds", texts.t("page.patterns.field.needs")),
        List.of(
            Option.of("talk", texts.t("page.patterns.need.talk")),
            Option.of("shelter", texts.t("page.patterns.need.shelter")),
            Option.of("police", texts.t("page.patterns.need.police")),
            Option.of("care", texts.t("page.patterns.need.care"))),
        Field.of("patternMunicipality", texts.t("page.patterns.field.municipality")),
        List.of(
            Option.of("0380", "Uppsala"),
            Option.of("0381", "Enköping"),
            Option.of("0382", "Östhammar")),
        Field.of("patternDate", texts.t("page.patterns.field.date"))
            .withValue("2026-11-21")
            .withHint(texts.near(today.plusDays(2), today)),
        Field.of("patternPhone", texts.t("page.patterns.field.phone")),
        story(texts, now),
        bubbles(texts, now),
        List.of(
            new Described(
                texts.t("page.patterns.fact.contact"), texts.t("page.patterns.fact.contact.value")),
            new Described(
                texts.t("page.patterns.fact.since"), texts.ago(now.minus(Duration.ofDays(3)), now)),
            new Described(
                texts.t("page.patterns.fact.next"),
                texts.near(today.plusDays(2), today) + " (" + texts.date(today.plusDays(2)) + ")"),
            new Described(
                texts.t("page.patterns.fact.who"), texts.t("page.patterns.fact.who.value"))),
        new BarChart(
            "pattern-bars",
            texts.t("page.patterns.bars"),
            texts.t("page.patterns.bars.text"),
            texts.t("page.patterns.municipality"),
            texts.t("page.patterns.threads"),
            List.of(
                new BarChart.Bar("Uppsala", 1214L),
                new BarChart.Bar("Enköping", 236L),
                new BarChart.Bar("Östhammar", 108L),
                new BarChart.Bar("Heby", 41L),
                new BarChart.Bar("Älvkarleby", null),
                new BarChart.Bar("Håbo", 0L))),
        new LineChart(
            "pattern-line",
            texts.t("page.patterns.line"),
            texts.t("page.patterns.line.text"),
            texts.t("page.patterns.month"),
            months(texts),
            List.of(
                new LineChart.Series(
                    texts.t("page.patterns.line.first"),
                    Arrays.asList(31L, 34L, 29L, 42L, 47L, 45L, 52L, 58L, 55L, 63L, 71L, 68L)),
                new LineChart.Series(
                    texts.t("page.patterns.line.second"),
                    Arrays.asList(9L, 12L, null, 11L, 14L, 18L, 16L, 21L, 20L, 24L, 23L, 27L)))));
  }

  private static List<String> months(Texts texts) {
    var months = new ArrayList<String>();
    for (int month = 1; month <= 12; month++) {
      months.add(
          Month.of(month)
              .getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale())
              .replace(".", ""));
    }
    return months;
  }

  private static List<Table.Column> columns(Texts texts) {
    return List.of(
        Table.Column.of(texts.t("page.patterns.column.thread")),
        Table.Column.of(texts.t("page.patterns.column.state")),
        Table.Column.of(texts.t("page.patterns.column.waited"))
            .sortedBy("#waited", Table.Order.DESCENDING),
        Table.Column.number(texts.t("page.patterns.column.messages")));
  }

  private static Table table(Texts texts, Instant now) {
    var rows = new ArrayList<Table.Row>();
    var names = List.of("Lind", "Björk", "Rönn", "Ask", "Hassel", "Sälg");
    for (int at = 0; at < SHOWN; at++) {
      var since = now.minus(Duration.ofMinutes(List.of(3, 12, 47, 125, 1500, 6000).get(at)));
      var badge =
          switch (at) {
            case 0 -> Table.Cell.badge(texts.t("page.patterns.state.danger"), Tone.DANGER);
            case 1 -> Table.Cell.badge(texts.t("page.patterns.state.waiting"), Tone.WARN);
            case 2 -> Table.Cell.badge(texts.t("page.patterns.state.new"), Tone.INFO);
            case 3 -> Table.Cell.badge(texts.t("page.patterns.state.answered"), Tone.SUCCESS);
            default -> Table.Cell.badge(texts.t("page.patterns.state.resting"), Tone.NEUTRAL);
          };
      rows.add(
          Table.Row.of(
              Table.Cell.link(texts.t("page.patterns.thread", names.get(at)), "#conversation")
                  .withDetail(
                      texts.t(at % 2 == 0 ? "page.patterns.web" : "page.patterns.telephone")),
              badge,
              Table.Cell.of(texts.waited(Duration.between(since, now)))
                  .withDetail(texts.moment(since)),
              Table.Cell.of(texts.number(3 + at * 7L))));
    }
    return new Table(
        texts.t("page.patterns.table"),
        columns(texts),
        rows,
        Paging.of(2, SHOWN, ALL, page -> "#page-" + page),
        Empty.of(texts.t("page.patterns.empty.title"), texts.t("page.patterns.empty.text")),
        false,
        "#dense");
  }

  private static List<Happening> story(Texts texts, Instant now) {
    return List.of(
        new Happening(
            Icon.WARNING,
            Tone.DANGER,
            texts.t("page.patterns.story.risk"),
            texts.ago(now.minus(Duration.ofMinutes(20)), now),
            texts.moment(now.minus(Duration.ofMinutes(20))),
            texts.t("page.patterns.who"),
            texts.t("page.patterns.story.risk.text")),
        new Happening(
            Icon.MESSAGE,
            Tone.INFO,
            texts.t("page.patterns.story.message"),
            texts.ago(now.minus(Duration.ofHours(26)), now),
            texts.moment(now.minus(Duration.ofHours(26))),
            texts.t("page.patterns.person"),
            null),
        new Happening(
            Icon.DONE,
            Tone.SUCCESS,
            texts.t("page.patterns.story.time"),
            texts.ago(now.minus(Duration.ofDays(3)), now),
            texts.moment(now.minus(Duration.ofDays(3))),
            texts.t("page.patterns.who"),
            null),
        new Happening(
            Icon.CALL,
            Tone.NEUTRAL,
            texts.t("page.patterns.story.call"),
            texts.ago(now.minus(Duration.ofDays(20)), now),
            texts.moment(now.minus(Duration.ofDays(20))),
            texts.t("page.patterns.who"),
            null));
  }

  private static List<Bubble> bubbles(Texts texts, Instant now) {
    return List.of(
        bubble(texts, now, 14, Bubble.From.PERSON, "page.patterns.bubble.first", null),
        bubble(texts, now, 13, Bubble.From.SYSTEM, "page.patterns.bubble.taken", null),
        bubble(
            texts,
            now,
            12,
            Bubble.From.STAFF,
            "page.patterns.bubble.answer",
            texts.t("page.patterns.bubble.read")),
        bubble(texts, now, 3, Bubble.From.PERSON, "page.patterns.bubble.second", null));
  }

  private static Bubble bubble(
      Texts texts,
      Instant now,
      int minutesAgo,
      Bubble.From from,
      String key,
      @Nullable String state) {
    var then = now.minus(Duration.ofMinutes(minutesAgo));
    var name =
        switch (from) {
          case PERSON -> texts.t("page.patterns.person");
          case STAFF -> texts.t("page.patterns.who");
          case SYSTEM -> texts.t("page.patterns.house");
        };
    return new Bubble(from, name, texts.t(key), texts.ago(then, now), texts.time(then), state);
  }
}
