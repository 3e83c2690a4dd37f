package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.law.Rules;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// A support (*insats*): under the decision that the address names, or as a service when it names
/// none. Who investigates stands among those who could deliver, so that whoever looks for her reads
/// why she may not.
@StaffFace
@Component
class SupportForm implements StepForm {
  /// The longest goal, in characters.
  static final int MOST_GOAL = 2_000;

  private static final Set<Role> DELIVERERS = Set.of(Role.TREATMENT_WORKER, Role.NGO_WORKER);

  private final Road road;
  private final Colleagues colleagues;
  private final Sharing sharing;

  SupportForm(Road road, Colleagues colleagues, Sharing sharing) {
    this.road = road;
    this.colleagues = colleagues;
    this.sharing = sharing;
  }

  @Override
  public String kind() {
    return "support";
  }

  @Override
  public int order() {
    return 40;
  }

  /// Under each decision that grants what has not been given yet; and as a service, where the law
  /// knows of them.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    Reading reading = at.reading();
    if (!reading.file().open()) {
      return List.of();
    }
    List<Offer> offers = new ArrayList<>();
    for (Reading.Seen<DecisionRows.Row> seen : reading.decisions()) {
      if (!seen.row().granted().isEmpty()) {
        offers.add(
            new Offer(
                seen.row().id(),
                texts.t("casework.step.support.under", texts.date(seen.row().decidedOn()))));
      }
    }
    if (Rules.SUPPORT_WITHOUT_ASSESSMENT.on(at.today()).isPresent()) {
      offers.add(new Offer(null, texts.t("casework.step.support.service")));
    }
    return offers;
  }

  @Override
  public Set<String> names() {
    return Set.of("type", "provider", "delivered_by", "horizon", "begins_on", "told", "goal");
  }

  /// The one kind of support that is left to choose is chosen.
  @Override
  public TypedForm begun(At at) {
    return at.reading().decisions().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.id().equals(at.record()) && row.granted().size() == 1)
        .findFirst()
        .map(row -> TypedForm.empty().with("type", row.granted().iterator().next().code()))
        .orElse(TypedForm.empty());
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    DecisionRows.Row decision =
        at.reading().decisions().stream()
            .map(Reading.Seen::row)
            .filter(row -> row.id().equals(at.record()))
            .findFirst()
            .orElse(null);
    if (decision == null) {
      sheet.select(
          sheet.demanded("type", CaseRule.SERVICE_NEEDS_NO_ASSESSMENT),
          sheet.options("casework.type", SupportType.values(), SupportType::code));
      sheet.tick(
          sheet.demanded("told", CaseRule.TOLD_OF_ASSESSED_SUPPORT),
          texts.t("casework.step.support.told.yes"));
    } else {
      sheet.told(AppealForm.decision(texts, at));
      sheet.choice(
          sheet.demanded("type", CaseRule.SUPPORT_UNDER_A_DECISION),
          sheet.options(
              "casework.type",
              decision.granted().stream().sorted().map(SupportType::code).toList()));
    }
    sheet.area(sheet.demanded("goal", CaseRule.WRITTEN_IN_WORDS), 3, MOST_GOAL);
    sheet.part("who");
    sheet.choice(
        sheet.needed("provider"),
        sheet.options("casework.provider", Road.Provider.values(), Road.Provider::code));
    sheet.select(
        sheet.demanded("delivered_by", CaseRule.DELIVERER_IS_NOT_INVESTIGATOR),
        deliverers(texts, at));
    sheet.part("when");
    sheet.across(
        sheet.needed("horizon"),
        sheet.options("casework.horizon", Road.Horizon.values(), Road.Horizon::code));
    sheet.day(sheet.field("begins_on"));
  }

  private List<Option> deliverers(Texts texts, At at) {
    Set<UUID> investigators = investigators(at.reading());
    return colleagues.with(Set.of(Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.CASEWORKER)).stream()
        .filter(one -> DELIVERERS.contains(one.role()) || investigators.contains(one.id()))
        .map(one ->
            Option.of(
                one.id().toString(),
                investigators.contains(one.id())
                    ? texts.t("casework.step.support.investigates", one.name().reveal())
                    : one.name().reveal()))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  private static Set<UUID> investigators(Reading reading) {
    return reading.investigations().stream()
        .map(seen -> seen.row().investigator())
        .collect(Collectors.toSet());
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    SupportType type = sent.one("type", SupportType.values(), SupportType::code);
    Road.Provider provider = sent.one("provider", Road.Provider.values(), Road.Provider::code);
    Road.Horizon horizon = sent.one("horizon", Road.Horizon.values(), Road.Horizon::code);
    LocalDate begins = sent.dayOrNone("begins_on");
    UUID deliverer = deliverer(sent);
    Road.Supporting supporting =
        new Road.Supporting(
            record,
            type,
            provider,
            deliverer,
            horizon,
            begins,
            sent.has("told"),
            sent.text("goal", MOST_GOAL));
    if (!sent.readable()) {
      saidTogether(sent, deliverer);
    }
    return sent.step(() -> road.grantSupport(viewer, file, supporting));
  }

  /// What was chosen, whoever it is: whether she may deliver is for the rules to say, with their
  /// names. Somebody who does not work here is nobody to ask them about.
  private @Nullable UUID deliverer(Sent sent) {
    if (!sent.has("delivered_by")) {
      return null;
    }
    UUID chosen = Read.id(sent.value("delivered_by")).orElse(null);
    if (chosen == null || !sharing.worksHere(chosen)) {
      sent.refuse(CaseRule.DELIVERER_GIVES_SUPPORT.refusal("delivered_by"));
    }
    return chosen;
  }

  /// What cannot be read stands beside what the rules say of the rest: she is told once.
  private static void saidTogether(Sent sent, @Nullable UUID deliverer) {
    if (sent.value("goal").isBlank()) {
      sent.refuse(CaseRule.WRITTEN_IN_WORDS.refusal("goal", ".goal"));
    }
    if (deliverer == null && sent.value("provider").equals(Road.Provider.OWN.code())) {
      sent.refuse(CaseRule.WRITTEN_IN_WORDS.refusal("delivered_by", ".deliverer"));
    }
  }

  /// A support by its name, for the steps that follow.
  static String named(Texts texts, String key, SupportRows.Row row) {
    return texts.t(key, texts.t("casework.type." + row.type().code()));
  }
}
