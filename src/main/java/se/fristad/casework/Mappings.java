package se.fristad.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.ViolenceKind;

/// The mapping of violence (*våldskartläggning*) while an investigation goes on: one exposure at a
/// time, as she tells it and on the day she can, and the lists of the honour context and of digital
/// violence. What is written stays; who knows better writes a new one in its place, and both are
/// read.
@StaffFace
@Component
class Mappings {
  /// The most of one file: each is read whenever the file is.
  static final int MOST = 200;

  private static final String WHAT = "mapping";
  private static final String EXPOSURE = "exposure";

  private final Files files;
  private final MappingRows rows;
  private final InvestigationRows investigations;
  private final ConsentRows consents;
  private final DangerChanges changes;

  Mappings(
      Files files,
      MappingRows rows,
      InvestigationRows investigations,
      ConsentRows consents,
      DangerChanges changes) {
    this.files = files;
    this.rows = rows;
    this.investigations = investigations;
    this.consents = consents;
    this.changes = changes;
  }

  /// Writes down what she has been exposed to.
  ///
  /// @param replaces the one whose place it takes; null when it is one more
  Step<UUID> expose(Viewer viewer, UUID file, @Nullable UUID replaces, Exposure exposure) {
    return files.write(
        viewer,
        file,
        "map_violence",
        hand -> {
          List<Refusal> refusals = against(hand, replaces);
          if (exposure.ownWords().isBlank() && exposure.words().isBlank()) {
            refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("own_words", ".exposure"));
          }
          if (exposure.who().isEmpty()) {
            refusals.add(CaseRule.VIOLENCE_AND_NEEDS_MAPPED.refusal("who", ".perpetrators"));
          }
          if (exposure.provenance().source().needsTeller()
              && exposure.provenance().told().isBlank()) {
            refusals.add(CaseRule.FACT_HAS_A_SOURCE.refusal("told"));
          }
          Files.refuse(refusals);
          if (replaces == null
              && (exposure.going() == Exposure.Going.ON
                  || exposure.going() == Exposure.Going.FEARED)) {
            changes.violence(hand);
          }
          return insert(hand, replaces, words(exposure));
        });
  }

  /// Answers a list; its answers until now stay, and these take their place.
  Step<UUID> check(Viewer viewer, UUID file, Checklist.Answers answers) {
    return files.write(
        viewer,
        file,
        "map_" + answers.list().code(),
        hand -> {
          UUID replaces =
              rows.of(hand.id()).stream()
                  .filter(row -> !row.replaced())
                  .filter(row -> what(read(hand, row)).equals(answers.list().code()))
                  .map(MappingRows.Row::id)
                  .findFirst()
                  .orElse(null);
          List<Refusal> refusals = against(hand, replaces);
          if (answers.isEmpty()) {
            refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("words", ".checklist"));
          }
          Files.refuse(refusals);
          return insert(hand, replaces, words(answers));
        });
  }

  /// What stands against any of them. In the place of an older one it may be written for as long as
  /// the file is open; one more belongs to an investigation that goes on.
  private List<Refusal> against(Files.InHand hand, @Nullable UUID replaces) {
    hand.open();
    hand.ofAdult();
    List<Refusal> refusals = new ArrayList<>();
    if (!consents.stands(hand.id(), Road.Subject.REGISTER, hand.today())) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("investigation"));
    }
    List<MappingRows.Row> all = rows.of(hand.id());
    if (replaces == null && !investigations.openIn(hand.id())) {
      refusals.add(CaseRule.ONE_INVESTIGATION.refusal("investigation", ".not_open"));
    }
    if (replaces != null
        && all.stream().noneMatch(row -> row.id().equals(replaces) && !row.replaced())) {
      refusals.add(CaseRule.MAPPED_ONCE_MORE.refusal("form"));
    }
    if (all.size() >= MOST) {
      refusals.add(Refusal.unreadable("form", "casework.wrong.mappings", MOST));
    }
    return refusals;
  }

  private UUID insert(Files.InHand hand, @Nullable UUID replaces, Words words) {
    UUID id = UUID.randomUUID();
    rows.insert(
        hand.id(),
        new MappingRows.Row(
            id, replaces, hand.staff(), hand.now(), hand.seal(id, WHAT, 1, words), false));
    return id;
  }

  /// All that is mapped in a file, opened, the oldest first.
  List<Reading.Seen<MappingRows.Row>> of(Files.InHand hand) {
    return rows.of(hand.id()).stream()
        .map(row -> new Reading.Seen<>(row, read(hand, row)))
        .toList();
  }

  private static Words read(Files.InHand hand, MappingRows.Row row) {
    return hand.open(row.id(), WHAT, 1, row.sealed());
  }

  /// What an investigation comes to, with what was mapped on the way: no kind of violence and
  /// nobody who used it can be forgotten on the last page.
  Road.Mapping whole(Files.InHand hand, Road.Mapping said) {
    List<Exposure> exposures = exposures(of(hand));
    Set<ViolenceKind> kinds = new HashSet<>(said.kinds());
    exposures.forEach(exposure -> kinds.add(exposure.kind()));
    List<Road.Perpetrator> perpetrators = new ArrayList<>(said.perpetrators());
    Set<Relationship> named =
        perpetrators.stream().map(Road.Perpetrator::relation).collect(Collectors.toSet());
    for (Exposure exposure : exposures) {
      exposure.who().stream()
          .sorted()
          .filter(named::add)
          .forEach(who -> perpetrators.add(new Road.Perpetrator(who, exposure.whom())));
    }
    return new Road.Mapping(
        kinds, perpetrators, said.period(), said.words(), said.ownWords(), said.needs());
  }

  /// The exposures whose place nothing has taken, the oldest first.
  static List<Exposure> exposures(List<Reading.Seen<MappingRows.Row>> mappings) {
    return mappings.stream()
        .filter(seen -> !seen.row().replaced() && isExposure(seen.words()))
        .map(seen -> exposure(seen.words()))
        .toList();
  }

  /// The latest answers of a list.
  static Stream<Reading.Seen<MappingRows.Row>> answered(
      List<Reading.Seen<MappingRows.Row>> mappings, Checklist list) {
    return mappings.stream()
        .filter(seen -> !seen.row().replaced() && what(seen.words()).equals(list.code()));
  }

  static boolean isExposure(Words words) {
    return what(words).equals(EXPOSURE);
  }

  private static String what(Words words) {
    return words.value("what");
  }

  private static Words words(Exposure one) {
    return Words.none()
        .with("what", EXPOSURE)
        .with("kind", one.kind().code())
        .with("period", one.period())
        .with("going", one.going().code())
        .with("frequency", one.frequency().code())
        .with("severity", one.severity().code())
        .withCodes("who", codes(one.who(), Relationship::code))
        .with("whom", one.whom())
        .withCodes("where", codes(one.where(), Exposure.Scene::code))
        .withCodes("consequences", codes(one.consequences(), Exposure.Consequence::code))
        .with("children", one.children().code())
        .with("own_words", one.ownWords())
        .with("words", one.words())
        .with("source", one.provenance().source().code())
        .with("told", one.provenance().told())
        .with("ground", one.provenance().ground().code())
        .with("protection", one.provenance().protection().code());
  }

  private static <E> List<String> codes(Collection<E> values, Function<E, String> code) {
    return values.stream().map(code).sorted().toList();
  }

  /// An exposure, read back.
  static Exposure exposure(Words words) {
    return new Exposure(
        Codes.violence(words.value("kind")),
        words.text("period"),
        Road.of(Exposure.Going.values(), words.value("going")),
        Road.of(Exposure.Frequency.values(), words.value("frequency")),
        Road.of(Exposure.Severity.values(), words.value("severity")),
        words.codes("who").stream().map(Codes::relationship).collect(Collectors.toSet()),
        words.text("whom"),
        words.codes("where").stream()
            .map(code -> Road.of(Exposure.Scene.values(), code))
            .collect(Collectors.toSet()),
        words.codes("consequences").stream()
            .map(code -> Road.of(Exposure.Consequence.values(), code))
            .collect(Collectors.toSet()),
        Road.of(Exposure.Children.values(), words.value("children")),
        words.text("own_words"),
        words.text("words"),
        new Provenance(
            Road.of(Provenance.Source.values(), words.value("source")),
            words.text("told"),
            Road.of(Provenance.Ground.values(), words.value("ground")),
            Road.of(Provenance.Protection.values(), words.value("protection"))));
  }

  private static Words words(Checklist.Answers answers) {
    Words words =
        Words.none()
            .with("what", answers.list().code())
            .with("who", answers.who())
            .with("words", answers.words());
    for (Map.Entry<String, Checklist.Answered> one : answers.answers().entrySet()) {
      words = words.with(ANSWER + one.getKey(), one.getValue().code());
    }
    return words;
  }

  /// What stands before a question's code as the name of its field and of its answer.
  static final String ANSWER = "a_";

  /// The answers of a list, read back.
  static Checklist.Answers answers(Words words) {
    Checklist list = Checklist.of(what(words));
    Map<String, Checklist.Answered> answers = new HashMap<>();
    for (String item : list.items()) {
      String answer = words.value(ANSWER + item);
      if (!answer.isEmpty()) {
        answers.put(item, Road.of(Checklist.Answered.values(), answer));
      }
    }
    return new Checklist.Answers(list, answers, words.text("who"), words.text("words"));
  }
}
