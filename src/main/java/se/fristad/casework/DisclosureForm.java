package se.fristad.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.DisclosureGround.Fact;
import se.fristad.law.Crime;
import se.fristad.page.ByLaw;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// Something is told to somebody outside: the ground is chosen first, and asks for what it demands.
@StaffFace
@Component
class DisclosureForm implements StepForm {
  private static final String GROUND = "ground";

  private final Road road;

  DisclosureForm(Road road) {
    this.road = road;
  }

  @Override
  public String kind() {
    return "disclosure";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 70;
  }

  /// Also in a closed file: it is asked for afterwards too.
  @Override
  public List<Offer> offers(At at, Texts texts) {
    return once(texts);
  }

  @Override
  public Set<String> names() {
    Set<String> names =
        new HashSet<>(Set.of(GROUND, "receiver", "to", "items", "purpose", "told_on", "what"));
    Arrays.stream(Fact.values()).map(Fact::code).forEach(names::add);
    return names;
  }

  @Override
  public Set<String> several() {
    return Set.of("items");
  }

  @Override
  public TypedForm begun(At at) {
    return TypedForm.empty().with("told_on", at.today().toString());
  }

  /// One of many, none of them chosen beforehand.
  static <E> List<Option> chosen(Sheet sheet, String prefix, E[] values, Function<E, String> code) {
    List<Option> options = new ArrayList<>();
    options.add(Option.of("", sheet.texts().t("casework.choose")));
    options.addAll(sheet.options(prefix, values, code));
    return options;
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<Option> grounds = new ArrayList<>();
    grounds.add(Option.of("", texts.t("casework.choose")));
    DisclosureGround.on(at.today())
        .forEach(one ->
            grounds.add(
                Option.of(
                    one.code(),
                    texts.t(
                        "casework.ground.option",
                        texts.t("casework.ground." + one.code()),
                        one.law().citedOn(at.today())))));
    sheet.select(sheet.demanded(GROUND, CaseRule.DISCLOSED_BY_A_GROUND), grounds);
    sheet.more(texts.t("casework.step.disclosure.more"));
    DisclosureGround ground = ground(sheet.typed());
    if (ground == null) {
      return;
    }
    sheet.partNamed(texts.t("casework.ground." + ground.code()));
    sheet.notice(Tone.INFO, texts.t("casework.ground." + ground.code() + ".when"));
    ByLaw law =
        new ByLaw(ground.law().citedOn(at.today()), texts.t(ground.law().textKey() + ".sentence"));
    for (Fact fact : ground.facts()) {
      Field field = sheet.field(fact.code());
      draw(sheet, at, fact, fact.mayBeLeftOut() ? field : field.demandedBy(law));
    }
    sheet.part("told");
    sheet.select(
        sheet.needed("receiver"),
        chosen(
            sheet,
            "casework.receiver",
            ground.receivers().stream().sorted().toArray(Telling.Receiver[]::new),
            Telling.Receiver::code));
    sheet.line(sheet.needed("to"), LettingForm.MOST_TO);
    sheet.checks(
        sheet.needed("items"),
        sheet.options("casework.item", Telling.Item.values(), Telling.Item::code));
    sheet.area(sheet.needed("what"), 4, Disclosures.MOST);
    sheet.select(
        sheet.needed("purpose"),
        chosen(sheet, "casework.purpose", Telling.Purpose.values(), Telling.Purpose::code));
    Field on = sheet.needed("told_on");
    // asked for only now: today, unless somebody says another day
    sheet.day(on.value().isEmpty() ? on.withValue(at.today().toString()) : on);
  }

  private static @Nullable DisclosureGround ground(TypedForm typed) {
    return Arrays.stream(DisclosureGround.values())
        .filter(one -> one.code().equals(typed.value(GROUND)))
        .findFirst()
        .orElse(null);
  }

  private static void draw(Sheet sheet, At at, Fact fact, Field field) {
    switch (fact) {
      case CRIME -> sheet.select(field, crimes(sheet.texts()));
      case STAGE ->
          sheet.across(
              field, sheet.options("casework.stage", Road.Stage.values(), Road.Stage::code));
      case WHO_NEEDS ->
          sheet.choice(
              field, sheet.options("casework.care", Road.CareFor.values(), Road.CareFor::code));
      case ANSWER ->
          sheet.choice(
              field,
              sheet.options(
                  "casework.reporter-answer", ChildRoad.Outcome.values(), ChildRoad.Outcome::code));
      case BORN -> sheet.day(field);
      case MOTIVE, WEIGHING, RESERVATION, NEED, REQUEST, PERSONS, CIRCUMSTANCES, SUITABILITY ->
          sheet.area(field, 3, Disclosures.MOST);
    }
  }

  private static List<Option> crimes(Texts texts) {
    List<Option> options = new ArrayList<>();
    options.add(Option.of("", texts.t("casework.choose")));
    for (Crime crime : Crime.all()) {
      String name = crime.name(texts.language());
      options.add(
          Option.of(
              crime.code(),
              crime.lowest().isPresent()
                  ? texts.t("casework.crime.from", crime.cited(), name, crime.lowest().getAsInt())
                  : texts.t("casework.crime", crime.cited(), name)));
    }
    return options;
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    DisclosureGround ground = sent.one(GROUND, DisclosureGround.values(), DisclosureGround::code);
    if (!sent.readable()) {
      return sent.step(Step.NotThere::new);
    }
    Map<Fact, Confidential> facts = new EnumMap<>(Fact.class);
    for (Fact fact : ground.facts()) {
      if (fact == Fact.BORN) {
        facts.put(fact, Confidential.of(sent.has("born") ? sent.day("born").toString() : ""));
      } else {
        facts.put(fact, sent.text(fact.code(), Disclosures.MOST));
      }
    }
    Road.Disclosing disclosing =
        new Road.Disclosing(
            ground,
            new Telling(
                sent.ticked("items", Telling.Item.values(), Telling.Item::code),
                sent.one("purpose", Telling.Purpose.values(), Telling.Purpose::code),
                sent.one("receiver", Telling.Receiver.values(), Telling.Receiver::code)),
            sent.text("to", LettingForm.MOST_TO),
            sent.day("told_on"),
            sent.text("what", Disclosures.MOST),
            facts);
    return sent.step(() -> road.disclose(viewer, file, disclosing));
  }
}
