package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.law.Deadline;
import se.fristad.law.Deadlines;
import se.fristad.law.Rule;
import se.fristad.law.Rules;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;

/// The decision (*beslut*) on an investigation that is ready: what was applied for, what of it is
/// granted, on which section of law, why. What the investigation came to, the risk and the mandate
/// of whoever decides stand above it.
@StaffFace
@Component
class DecisionForm implements StepForm {
  /// The longest motive, in characters.
  static final int MOST_MOTIVE = 8_000;

  private static final int MOST_CONFIRMED = 2_000;
  private static final int MOST_CHILD = 4_000;

  /// So many kinds of support are left out at most before those that stand are listed instead.
  private static final int FEW = 8;

  private final Road road;
  private final Decisions decisions;
  private final MandateRows mandates;

  DecisionForm(Road road, Decisions decisions, MandateRows mandates) {
    this.road = road;
    this.decisions = decisions;
    this.mandates = mandates;
  }

  @Override
  public String kind() {
    return "decision";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.PROPOSE_AGAIN);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return at.reading().file().open()
        ? at.reading().investigations().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.state() == InvestigationRows.State.CONCLUDED && !row.decided())
            .filter(row ->
                at.reading().proposals().stream()
                    .map(Reading.Seen::row)
                    .noneMatch(one ->
                        one.investigation().equals(row.id())
                            && one.state() == ProposalRows.State.WAITING))
            .map(row -> new Offer(row.id(), texts.t("casework.step.decision")))
            .toList()
        : List.of();
  }

  @Override
  public Set<String> names() {
    return Set.of(
        "applied_for",
        "granted",
        "ground",
        "motive",
        "confirmed",
        "children",
        "childs_best",
        "unheard",
        "unheard_why");
  }

  @Override
  public Set<String> several() {
    return Set.of("applied_for", "granted");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    told(sheet, at);
    mandate(sheet, mandates.of(at.viewer().staff(), at.today()));
    List<Option> types = sheet.options("casework.type", SupportType.values(), SupportType::code);
    sheet.part("what");
    sheet.checks(sheet.demanded("applied_for", CaseRule.DECISION_SAYS_WHAT), types);
    sheet.checks(sheet.needed("granted"), types);
    sheet.live(says(sheet.typed(), texts, at.today()));
    sheet.part("why");
    sheet.choice(
        sheet.demanded("ground", CaseRule.GROUND_STOOD_THAT_DAY),
        Rules.grounds(at.today()).stream()
            .map(rule ->
                new Option(
                    rule.key(), rule.citedOn(at.today()) + " · " + texts.t(rule.textKey()), null))
            .toList());
    sheet.area(sheet.demanded("motive", CaseRule.MOTIVE_IS_GIVEN), 8, MOST_MOTIVE);
    sheet.part("children");
    if (at.reading().reports().isEmpty()) {
      sheet.across(
          sheet.demanded("children", CaseRule.CHILDS_BEST_INTEREST),
          sheet.options("casework.step.decision.children", List.of("yes", "no")));
    } else {
      sheet.notice(Tone.INFO, texts.t("casework.step.decision.children.reported"));
    }
    sheet.area(sheet.field("childs_best"), 5, MOST_CHILD);
    sheet.part("heard");
    told(sheet, at.reading(), at.record());
    sheet.choice(
        sheet.field("unheard"),
        sheet.options("casework.unheard", Road.Unheard.values(), Road.Unheard::code));
    sheet.area(sheet.field("unheard_why"), 2, MOST_CONFIRMED);
  }

  /// What she has been told of before, and whether her time to answer is over.
  static void told(Sheet sheet, Reading reading, @Nullable UUID investigation) {
    Texts texts = sheet.texts();
    List<Described> lines = new ArrayList<>();
    for (Reading.Seen<CommunicationRows.Row> seen : reading.communications()) {
      CommunicationRows.Row row = seen.row();
      if (row.investigation().equals(investigation)) {
        lines.add(
            new Described(
                texts.t("casework.communication.sent", texts.date(row.sentOn())),
                row.answeredOn() == null
                    ? texts.t("casework.communication.until", texts.date(row.answerBy()))
                    : texts.t(
                        "casework.communication.answered",
                        texts.date(row.answeredOn()),
                        seen.words().value("answer"))));
      }
    }
    if (lines.isEmpty()) {
      sheet.notice(Tone.INFO, texts.t("casework.communication.none"));
    } else {
      sheet.told(lines);
    }
  }

  /// What it rests on: the investigation, and the risk as it is assessed now.
  private void told(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<Described> lines = new ArrayList<>();
    at.reading().investigations().stream()
        .filter(seen -> seen.row().id().equals(at.record()))
        .map(Reading.Seen::words)
        .forEach(words -> {
          add(lines, texts, "words", words.value("words"));
          add(lines, texts, "own_words", words.value("own_words"));
          add(lines, texts, "needs", needs(texts, words));
        });
    add(lines, texts, "risk", ReadFile.risk(texts, at.reading().file(), at.today()));
    sheet.told(lines);
    AssessmentRows.Row latest =
        at.reading().assessments().stream()
            .map(Reading.Seen::row)
            .max(Comparator.comparing(AssessmentRows.Row::madeAt))
            .orElse(null);
    if (latest == null) {
      sheet.notice(
          Tone.WARN, texts.t(CaseRule.RISK_ASSESSMENT_STANDS.textKey() + ".sentence.none"));
    } else if (latest.expired(at.today())) {
      sheet.area(sheet.demanded("confirmed", CaseRule.RISK_ASSESSMENT_STANDS), 3, MOST_CONFIRMED);
    }
  }

  private static void add(List<Described> lines, Texts texts, String what, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t("casework.step.decision.told." + what), value));
    }
  }

  private static String needs(Texts texts, Words words) {
    return Investigations.mapping(words).needs().stream()
        .map(need ->
            texts.t("casework.need." + need.domain().code())
                + (need.words().isBlank() ? "" : ": " + need.words().reveal()))
        .collect(Collectors.joining("; "));
  }

  /// On what she may decide today.
  static void mandate(Sheet sheet, List<MandateRows.Row> hers) {
    Texts texts = sheet.texts();
    if (hers.isEmpty()) {
      sheet.notice(Tone.WARN, texts.t("casework.step.decision.no-mandate"));
    } else {
      if (hers.stream().anyMatch(MandateRows.Row::second)) {
        sheet.notice(Tone.INFO, texts.t("casework.step.decision.with-second"));
      }
      sheet.told(
          hers.stream()
              .map(row ->
                  new Described(
                      texts.t("casework.step.decision.told.mandate", texts.date(row.until())),
                      types(texts, row.types())))
              .toList());
    }
  }

  /// The kinds of support in words: all of them in one, all but a few by those few.
  static String types(Texts texts, Set<SupportType> types) {
    Set<SupportType> others = EnumSet.allOf(SupportType.class);
    others.removeAll(types);
    if (others.isEmpty()) {
      return texts.t("casework.step.decision.every-type");
    }
    return others.size() <= FEW
        ? texts.t("casework.step.decision.every-type.but", listed(texts, others))
        : listed(texts, types);
  }

  private static String listed(Texts texts, Set<SupportType> types) {
    return types.stream()
        .sorted()
        .map(type -> texts.t("casework.type." + type.code()))
        .collect(Collectors.joining(", "));
  }

  /// What the answers come to, and until when it could be appealed.
  @Override
  public List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    Set<String> applied = typed.ticked("applied_for");
    Set<String> granted = typed.ticked("granted");
    if (applied.isEmpty()) {
      return List.of();
    }
    String outcome =
        granted.isEmpty() ? "denied" : granted.containsAll(applied) ? "granted" : "partly";
    Deadline appeal = Deadlines.appeal(today);
    return List.of(
        texts.t("casework.step.decision.becomes." + outcome),
        texts.t("casework.step.decision.appeal", texts.date(appeal.legal())));
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    Road.Deciding deciding =
        new Road.Deciding(
            Objects.requireNonNullElse(record, file),
            sent.ticked("applied_for", SupportType.values(), SupportType::code),
            sent.ticked("granted", SupportType.values(), SupportType::code),
            ground(sent),
            sent.text("motive", MOST_MOTIVE),
            sent.text("confirmed", MOST_CONFIRMED),
            heard(sent));
    return sent.step(() ->
        decisions.needsSecond(viewer, deciding.appliedFor(), sent.today())
            ? road.propose(viewer, file, deciding)
            : road.decide(viewer, file, deciding));
  }

  /// Whose voice was heard.
  static Road.Heard heard(Sent sent) {
    return new Road.Heard(
        sent.has("children") ? sent.value("children").equals("yes") : null,
        sent.text("childs_best", MOST_CHILD),
        sent.chosen("unheard", Road.Unheard.values(), Road.Unheard::code).orElse(null),
        sent.text("unheard_why", MOST_CONFIRMED));
  }

  /// The name of a rule and nothing else; the step refuses what did not stand that day.
  private static String ground(Sent sent) {
    return Rules.all().stream()
        .map(Rule::key)
        .filter(sent.value("ground")::equals)
        .findFirst()
        .orElse("");
  }
}
