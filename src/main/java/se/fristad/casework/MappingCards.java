package se.fristad.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.web.Mapped;
import se.fristad.casework.web.Mapped.Card;
import se.fristad.casework.web.Mapped.Mark;
import se.fristad.page.Described;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// Draws what is mapped in a file, the worst first; what has given place stands under what took it.
final class MappingCards {
  private final Texts texts;
  private final Reading reading;
  private final NamedStaff names;
  private final Instant now;

  MappingCards(Texts texts, Reading reading, NamedStaff names, Instant now) {
    this.texts = texts;
    this.reading = reading;
    this.names = names;
    this.now = now;
  }

  /// All of it; nothing when nothing is mapped.
  @Nullable Mapped mapped() {
    List<Reading.Seen<MappingRows.Row>> standing =
        reading.mappings().stream().filter(seen -> !seen.row().replaced()).toList();
    if (standing.isEmpty()) {
      return null;
    }
    List<Card> cards =
        new ArrayList<>(
            standing.stream()
                .filter(seen -> Mappings.isExposure(seen.words()))
                .sorted(Comparator.comparing(seen -> weight(seen.words())))
                .map(this::exposure)
                .toList());
    standing.stream()
        .filter(seen -> !Mappings.isExposure(seen.words()))
        .map(this::checklist)
        .forEach(cards::add);
    long left = cards.stream().filter(card -> card.heldBack() != null).count();
    return new Mapped(cards, left == 0 ? null : texts.t("casework.mapping.left", left));
  }

  private static int weight(Words words) {
    return switch (Mappings.exposure(words).severity()) {
      case LIFE -> 0;
      case SERIOUS -> 1;
      case UNKNOWN -> 2;
      case LESS -> 3;
    };
  }

  private Card exposure(Reading.Seen<MappingRows.Row> seen) {
    Exposure one = Mappings.exposure(seen.words());
    List<Described> lines = new ArrayList<>();
    add(lines, "casework.mapping.period", one.period().reveal());
    add(lines, "casework.mapping.frequency", text("frequency", one.frequency()));
    add(
        lines,
        "casework.mapping.who",
        joined(
            one.who().stream().sorted().map(Relationship::code).toList(),
            "casework.relationship."));
    add(lines, "casework.mapping.whom", one.whom().reveal());
    add(lines, "casework.mapping.where", joined(codes(one.where()), "casework.mapping.where."));
    add(
        lines,
        "casework.mapping.consequences",
        joined(codes(one.consequences()), "casework.mapping.consequence."));
    add(lines, "casework.mapping.children", text("children", one.children()));
    add(lines, "casework.mapping.words", one.words().reveal());
    Provenance from = one.provenance();
    add(
        lines,
        "casework.mapping.source",
        from.told().isBlank()
            ? text("source", from.source())
            : text("source", from.source()) + ": " + from.told().reveal());
    add(lines, "casework.mapping.ground", text("ground", from.ground()));
    return new Card(
        texts.t("casework.violence." + one.kind().code()),
        marks(one),
        one.ownWords().isBlank() ? null : one.ownWords().reveal(),
        lines,
        by(seen.row()),
        from.heldBack() ? heldBack(from) : null,
        again(seen.row(), ExposureForm.KIND, seen.row().id()),
        texts.t("casework.mapping.again"),
        earlier(seen.row()));
  }

  private List<Mark> marks(Exposure one) {
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark(
            switch (one.severity()) {
              case LIFE -> Tone.DANGER;
              case SERIOUS -> Tone.WARN;
              case LESS, UNKNOWN -> Tone.NEUTRAL;
            },
            text("severity", one.severity())));
    marks.add(
        new Mark(
            one.going() == Exposure.Going.ON ? Tone.WARN : Tone.NEUTRAL,
            text("going", one.going())));
    return marks;
  }

  private String heldBack(Provenance from) {
    return from.source() == Provenance.Source.POLICE_BY_MOUTH
        ? texts.t("casework.mapping.held_back.police")
        : texts.t("casework.mapping.held_back", text("protection", from.protection()));
  }

  private Card checklist(Reading.Seen<MappingRows.Row> seen) {
    Checklist.Answers answers = Mappings.answers(seen.words());
    Checklist list = answers.list();
    List<Described> lines = new ArrayList<>();
    for (String item : list.items()) {
      Checklist.Answered answer = answers.answers().get(item);
      if (answer != null) {
        lines.add(
            new Described(
                texts.t("casework.checklist." + list.code() + "." + item),
                texts.t("casework.mapping.answer." + answer.code())));
      }
    }
    add(lines, "casework.step." + list.code() + ".who", answers.who().reveal());
    add(lines, "casework.step." + list.code() + ".words", answers.words().reveal());
    boolean acute = !answers.acute().isEmpty();
    return new Card(
        texts.t("casework.checklist." + list.code()),
        List.of(
            new Mark(
                acute ? Tone.DANGER : Tone.NEUTRAL,
                acute
                    ? texts.t("casework.checklist.acute")
                    : texts.t("casework.checklist.yes", answers.yes().size()))),
        null,
        lines,
        by(seen.row()),
        null,
        again(seen.row(), list.code(), null),
        texts.t("casework.checklist.again"),
        earlier(seen.row()));
  }

  private List<Card> earlier(MappingRows.Row row) {
    return reading.mappings().stream()
        .filter(seen -> Objects.equals(seen.row().id(), row.replaces()))
        .map(seen -> Mappings.isExposure(seen.words()) ? exposure(seen) : checklist(seen))
        .toList();
  }

  private @Nullable String again(MappingRows.Row row, String kind, @Nullable UUID record) {
    return reading.file().open() && !row.replaced()
        ? StepPages.href(reading.file().id(), kind, record)
        : null;
  }

  private String by(MappingRows.Row row) {
    return texts.t("casework.mapping.by", names.of(row.madeBy()), texts.when(row.madeAt(), now));
  }

  private String text(String question, Enum<?> answer) {
    return texts.t("casework.mapping." + question + "." + Road.code(answer));
  }

  private static List<String> codes(Collection<? extends Enum<?>> answers) {
    return answers.stream().sorted(Comparator.comparingInt(Enum::ordinal)).map(Road::code).toList();
  }

  private String joined(List<String> codes, String prefix) {
    return codes.stream().map(code -> texts.t(prefix + code)).collect(Collectors.joining(", "));
  }

  private void add(List<Described> lines, String key, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t(key), value));
    }
  }
}
