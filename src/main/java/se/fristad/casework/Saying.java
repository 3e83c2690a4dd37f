package se.fristad.casework;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.casework.facts.SupportType;
import se.fristad.centre.Centre;
import se.fristad.law.Rules;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// What a document says of each thing that its template names, in Swedish: what leaves an authority
/// is written in its language.
@StaffFace
@Component
class Saying {
  private final StaffNames names;
  private final Centre centre;
  private final Texts texts;

  Saying(StaffNames names, Centre centre, TextCatalogue texts) {
    this.names = names;
    this.centre = centre;
    this.texts = texts.in(Locale.of("sv"));
  }

  Texts texts() {
    return texts;
  }

  /// Of a decision.
  ///
  /// @param corrections what has been put right in it
  /// @param nameless that nobody who has had a hand in it is named (33 § FL)
  Map<String, String> ofDecision(
      String number,
      Person person,
      DecisionRows.Row row,
      Words words,
      String corrections,
      boolean nameless) {
    LocalDate day = row.decidedOn();
    Set<SupportType> applied = Decisions.appliedFor(words);
    Set<SupportType> refused = new TreeSet<>(applied);
    refused.removeAll(row.granted());
    Map<String, String> said = general(number, person);
    said.put("day", texts.date(day));
    said.put("applied_for", types(applied));
    said.put("outcome", texts.t("casework.document.outcome." + row.outcome().code()));
    said.put("granted", granted(row));
    said.put("refused", types(refused));
    said.put("motive", words.value("motive"));
    said.put("childs_best", words.value("childs_best"));
    said.put("correction", corrections);
    said.put("ground", ground(row.ground(), day));
    if (!nameless) {
      said.put("decided_by", name(row.decidedBy()));
      UUID proposed = row.proposedBy() == null ? row.preparedBy() : row.proposedBy();
      said.put("proposed_by", proposed.equals(row.decidedBy()) ? "" : name(proposed));
    }
    return said;
  }

  private String ground(String key, LocalDate day) {
    return Rules.of(key)
        .map(rule -> rule.citedOn(day) + ", " + texts.t(rule.textKey()).toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /// Of an investigation that is ready.
  ///
  /// @param risk how the risk is assessed
  Map<String, String> ofInvestigation(
      String number, Person person, InvestigationRows.Row row, Words words, String risk) {
    Road.Mapping mapping = Investigations.mapping(words);
    Map<String, String> said = general(number, person);
    said.put("opened", texts.date(row.openedAt()));
    if (row.concludedAt() != null) {
      said.put("concluded", texts.date(row.concludedAt()));
    }
    said.put("investigator", name(row.investigator()));
    said.put(
        "kinds",
        mapping.kinds().stream()
            .sorted()
            .map(kind -> texts.t("casework.violence." + kind.code()))
            .collect(Collectors.joining(", ")));
    said.put(
        "perpetrators",
        lines(
            mapping.perpetrators(),
            one ->
                texts.t("casework.relationship." + one.relation().code())
                    + (one.words().isBlank() ? "" : ": " + one.words().reveal())));
    said.put("period", mapping.period().reveal());
    said.put("words", mapping.words().reveal());
    said.put("own_words", mapping.ownWords().reveal());
    said.put(
        "needs",
        lines(
            mapping.needs(),
            need ->
                texts.t("casework.need." + need.domain().code())
                    + " ("
                    + texts.t("casework.horizon." + need.horizon().code())
                    + ")"
                    + (need.words().isBlank() ? "" : ": " + need.words().reveal())));
    said.put("risk", risk);
    return said;
  }

  /// Of a plan. To whoever is protected, or may be, it names neither her nor anybody who helps her:
  /// it is found in a bag.
  Map<String, String> ofPlan(
      String number,
      Person person,
      LocalDate today,
      Reading.Seen<PlanRows.Row> plan,
      List<Reading.Seen<PlanRows.Action>> actions) {
    boolean hidden = person.treatedAs(today) != Road.Protection.NONE;
    Words words = plan.words();
    Map<String, String> said = general(number, person);
    if (hidden) {
      said.remove("number");
      said.remove("name");
    } else {
      said.put("made_by", name(plan.row().madeBy()));
    }
    said.put("made", texts.date(LocalDate.ofInstant(plan.row().madeAt(), Files.HERE)));
    said.put("review", texts.date(plan.row().reviewOn()));
    said.put("view", words.value("view"));
    said.put(
        "goals",
        IntStream.range(0, Plans.goals(words))
            .mapToObj(goal -> goal(words, goal, actions, hidden))
            .collect(Collectors.joining("\n\n")));
    return said;
  }

  private String goal(
      Words words, int goal, List<Reading.Seen<PlanRows.Action>> actions, boolean hidden) {
    return texts.t("casework.plan.goal", goal + 1, words.value(Plan.Goal.field(goal, "words")))
        + actions.stream()
            .filter(one -> one.row().goal() == goal)
            .map(one ->
                "\n"
                    + texts.t(
                        "casework.plan.print.action",
                        one.words().value("what"),
                        who(one, hidden),
                        texts.date(one.row().dueOn()),
                        texts.t("casework.plan.standing." + one.row().standing().code())))
            .collect(Collectors.joining());
  }

  private String who(Reading.Seen<PlanRows.Action> one, boolean hidden) {
    return switch (Road.of(Plan.By.values(), one.words().value("by"))) {
      case HERSELF -> texts.t("casework.plan.print.you");
      case STAFF -> hidden ? texts.t("casework.plan.print.us") : name(one.row().staff());
      case OTHER -> hidden ? texts.t("casework.plan.by.other") : one.words().value("name");
    };
  }

  /// Of nobody: how a template looks when it is filled in.
  Map<String, String> example(DocumentKind kind) {
    Map<String, String> said = new HashMap<>();
    for (String name : kind.names()) {
      said.put(name, texts.t("casework.document.example." + name));
    }
    said.putAll(ofUs());
    return said;
  }

  private Map<String, String> general(String number, Person person) {
    Map<String, String> said = new HashMap<>(ofUs());
    said.put("number", number);
    said.put("name", person.name().reveal());
    return said;
  }

  private Map<String, String> ofUs() {
    return Map.of("centre", centre.name(), "phone", centre.phone());
  }

  /// What is granted; of an acute protection from when to when.
  private String granted(DecisionRows.Row row) {
    return row.acuteFrom() == null || row.acuteUntil() == null || row.granted().isEmpty()
        ? types(row.granted())
        : texts.t(
            "casework.acute.granted",
            types(row.granted()),
            texts.moment(row.acuteFrom()),
            texts.date(row.acuteUntil()));
  }

  private String types(Set<SupportType> types) {
    return types.stream()
        .sorted()
        .map(type -> texts.t("casework.type." + type.code()))
        .collect(Collectors.joining(", "));
  }

  private static <T> String lines(List<T> all, Function<T, String> line) {
    return all.stream().map(line).collect(Collectors.joining("\n"));
  }

  private String name(@Nullable UUID staff) {
    Confidential name = staff == null ? null : names.of(List.of(staff)).get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }
}
