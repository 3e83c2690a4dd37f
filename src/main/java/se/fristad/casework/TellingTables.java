package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import se.fristad.casework.DisclosureGround.Fact;
import se.fristad.casework.FilePart.Said;
import se.fristad.casework.Reading.Seen;
import se.fristad.law.Crime;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// What she lets be told, and what has been told, on the page of her file.
final class TellingTables {
  private final Texts texts;
  private final Reading reading;
  private final NamedStaff names;
  private final LocalDate today;

  TellingTables(Texts texts, Reading reading, NamedStaff names, LocalDate today) {
    this.texts = texts;
    this.reading = reading;
    this.names = names;
    this.today = today;
  }

  List<Table> all() {
    List<Table> tables = new ArrayList<>();
    List<Table.Row> lets =
        reading.consents().stream()
            .filter(seen -> seen.row().subject().equals(Road.Subject.DISCLOSE.code()))
            .map(this::let)
            .toList();
    if (!lets.isEmpty()) {
      tables.add(
          ReadFile.table(
              texts,
              "casework.lettings",
              List.of(
                  "casework.letting.to",
                  "casework.letting.what",
                  "casework.letting.for",
                  "casework.letting.until"),
              lets));
    }
    if (!reading.disclosures().isEmpty()) {
      tables.add(
          ReadFile.table(
              texts,
              "casework.disclosures",
              List.of(
                  "casework.disclosure.on",
                  "casework.disclosure.to",
                  "casework.disclosure.what",
                  "casework.disclosure.ground",
                  "casework.disclosure.by"),
              reading.disclosures().stream().map(this::told).toList()));
    }
    if (!reading.insights().isEmpty()) {
      tables.add(
          ReadFile.table(
              texts,
              "casework.insights",
              List.of(
                  "casework.insight.print",
                  "casework.insight.by",
                  "casework.insight.outcome",
                  "casework.insight.decided"),
              reading.insights().stream().map(this::seen).toList()));
    }
    return tables;
  }

  private Table.Row seen(Seen<InsightRows.Row> seen) {
    InsightRows.Row row = seen.row();
    Road.Seeing.Paragraph paragraph = row.paragraph();
    LocalDate decided = LocalDate.ofInstant(row.decidedAt(), Files.HERE);
    Cell outcome = Cell.of(texts.t("casework.insight.outcome." + row.outcome().code()));
    return Table.Row.of(
        Cell.link(
            texts.date(row.decidedAt()),
            CasePages.FILES + reading.file().id() + "/insights/" + row.id()),
        Cell.of(texts.t("casework.speaking." + row.by().code()))
            .withDetail(seen.words().value("who")),
        paragraph == null ? outcome : outcome.withDetail(paragraph.law().citedOn(decided)),
        Cell.of(names.of(row.decidedBy())));
  }

  private Table.Row let(Seen<ConsentRows.Row> seen) {
    ConsentRows.Row row = seen.row();
    Telling telling = Telling.of(seen.words());
    Cell until =
        row.withdrawnAt() != null
            ? Cell.badge(texts.t("casework.consent.withdrawn"), Tone.WARN)
                .withDetail(texts.date(row.withdrawnAt()))
            : today.isAfter(row.endsOn())
                ? Cell.badge(
                    texts.t("casework.consent.ended", "", texts.date(row.endsOn())), Tone.WARN)
                : today.isBefore(row.givenOn())
                    ? Cell.badge(
                        texts.t("casework.letting.from", texts.date(row.givenOn())), Tone.INFO)
                    : Cell.of(texts.near(row.endsOn(), today)).withDetail(texts.date(row.endsOn()));
    return Table.Row.of(
        Cell.of(seen.words().value("to"))
            .withDetail(texts.t("casework.receiver." + telling.receiver().code())),
        Cell.of(items(texts, telling)),
        Cell.of(texts.t("casework.purpose." + telling.purpose().code())),
        until);
  }

  private Table.Row told(Seen<DisclosureRows.Row> seen) {
    DisclosureRows.Row row = seen.row();
    Telling telling = Telling.of(seen.words());
    return Table.Row.of(
        Cell.of(texts.near(row.toldOn(), today)).withDetail(texts.date(row.toldOn())),
        Cell.of(seen.words().value("to"))
            .withDetail(texts.t("casework.receiver." + telling.receiver().code())),
        Cell.of(items(texts, telling)).withDetail(seen.words().value("what")),
        Cell.of(texts.t("casework.ground." + row.ground().code()))
            .withDetail(row.ground().law().citedOn(row.toldOn())),
        Cell.of(names.of(row.madeBy())));
  }

  private static String items(Texts texts, Telling telling) {
    return telling.items().stream()
        .sorted(Comparator.naturalOrder())
        .map(item -> texts.t("casework.item." + item.code()))
        .collect(Collectors.joining(", "));
  }

  /// A disclosure in words, with all that its ground demanded.
  static List<Said> said(Texts texts, Seen<DisclosureRows.Row> seen) {
    Words words = seen.words();
    Telling telling = Telling.of(words);
    DisclosureRows.Row row = seen.row();
    List<Said> said = new ArrayList<>();
    said.add(
        new Said(
            texts.t("casework.disclosure.ground"),
            texts.t(
                "casework.ground.option",
                texts.t("casework.ground." + row.ground().code()),
                row.ground().law().citedOn(row.toldOn()))));
    said.add(new Said(texts.t("casework.disclosure.on"), texts.date(row.toldOn())));
    said.add(
        new Said(
            texts.t("casework.disclosure.to"),
            words.value("to")
                + " ("
                + texts.t("casework.receiver." + telling.receiver().code())
                + ")"));
    said.add(
        new Said(
            texts.t("casework.disclosure.what"),
            items(texts, telling) + ": " + words.value("what")));
    said.add(
        new Said(
            texts.t("casework.letting.for"),
            texts.t("casework.purpose." + telling.purpose().code())));
    for (Fact fact : row.ground().facts()) {
      String value = words.value("f_" + fact.code());
      if (!value.isBlank()) {
        said.add(
            new Said(texts.t("casework.step.disclosure." + fact.code()), told(texts, fact, value)));
      }
    }
    return said;
  }

  private static String told(Texts texts, Fact fact, String value) {
    return switch (fact) {
      case CRIME ->
          Crime.of(value)
              .map(crime -> texts.t("casework.crime", crime.cited(), crime.name(texts.language())))
              .orElse(value);
      case STAGE -> texts.t("casework.stage." + value);
      case WHO_NEEDS -> texts.t("casework.care." + value);
      case ANSWER -> texts.t("casework.reporter-answer." + value);
      case MOTIVE,
          WEIGHING,
          RESERVATION,
          NEED,
          REQUEST,
          PERSONS,
          BORN,
          CIRCUMSTANCES,
          SUITABILITY ->
          value;
    };
  }
}
