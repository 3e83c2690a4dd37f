package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.DisclosureGround.Fact;
import se.fristad.law.Age;
import se.fristad.law.Crime;

/// Something secret is told to somebody (*utlämnande av uppgift*): only by a ground of the law,
/// with all that the ground demands written down before it is told. Each is a record of its own.
@StaffFace
@Component
class Disclosures {
  /// The longest text of one field, in characters.
  static final int MOST = 4_000;

  /// The age from which nobody is young any more (10 kap. 18 a § OSL).
  private static final int YOUNG_TO = 21;

  private final Files files;
  private final GoingOut goingOut;
  private final DisclosureRows rows;
  private final Tellings tellings;

  Disclosures(Files files, GoingOut goingOut, DisclosureRows rows, Tellings tellings) {
    this.files = files;
    this.goingOut = goingOut;
    this.rows = rows;
    this.tellings = tellings;
  }

  /// Writes down that something is told. By a consent that has ended nothing is: she is to be asked
  /// again, and that stands on the responsible caseworker's day although nothing else was saved.
  Step<UUID> disclose(Viewer viewer, UUID file, Road.Disclosing disclosing) {
    Step<UUID> step =
        files.write(
            viewer,
            file,
            "disclose",
            CaseFileRule.deciding(viewer),
            hand -> disclosed(hand, disclosing));
    if (step instanceof Step.Refused<UUID>(List<Refusal> refusals)
        && refusals.stream()
            .anyMatch(refusal ->
                refusal.rule() == CaseRule.CONSENT_TO_TELL_STANDS
                    && refusal.key().endsWith(".ended"))) {
      tellings.askAgain(viewer, file);
    }
    return step;
  }

  private UUID disclosed(Files.InHand hand, Road.Disclosing disclosing) {
    List<Refusal> refusals = new ArrayList<>(refusals(disclosing, hand.today()));
    refusals.addAll(goingOut.against(hand, GoingOut.Way.DISCLOSE, "to", disclosing.to()));
    Leave leave =
        disclosing.ground() == DisclosureGround.CONSENT
            ? tellings.leave(hand, disclosing.telling())
            : null;
    UUID consent = leave instanceof Leave.Given(UUID given, LocalDate _) ? given : null;
    if (leave != null && consent == null) {
      refusals.add(Tellings.refusal(leave, "ground"));
    }
    Files.refuse(refusals);
    UUID id = UUID.randomUUID();
    Words words =
        disclosing
            .telling()
            .in(Words.none())
            .with("to", disclosing.to())
            .with("what", disclosing.what());
    for (Fact fact : disclosing.ground().facts()) {
      words = words.with("f_" + fact.code(), disclosing.fact(fact));
    }
    rows.insert(
        hand.id(),
        new DisclosureRows.Row(
            id,
            disclosing.ground(),
            disclosing.on(),
            consent,
            hand.staff(),
            hand.now(),
            hand.seal(id, "disclosure", 1, words)));
    return id;
  }

  /// What stands against a disclosure as it is written down.
  static List<Refusal> refusals(Road.Disclosing disclosing, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    DisclosureGround ground = disclosing.ground();
    if (disclosing.on().isAfter(today)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("told_on", ".future"));
    }
    if (ground.law().on(disclosing.on()).isEmpty()) {
      refusals.add(by(ground, CaseRule.DISCLOSED_BY_A_GROUND.refusal("ground", ".no_law"), today));
    }
    if (!ground.receivers().contains(disclosing.telling().receiver())) {
      refusals.add(
          by(ground, CaseRule.DISCLOSED_BY_A_GROUND.refusal("receiver", ".receiver"), today));
    }
    if (disclosing.to().isBlank()) {
      refusals.add(CaseRule.DISCLOSED_BY_A_GROUND.refusal("to", ".to"));
    }
    if (disclosing.telling().items().isEmpty()) {
      refusals.add(CaseRule.DISCLOSED_BY_A_GROUND.refusal("items", ".items"));
    }
    if (disclosing.what().isBlank()) {
      refusals.add(CaseRule.DISCLOSED_BY_A_GROUND.refusal("what", ".what"));
    }
    for (Fact fact : ground.facts()) {
      if (!fact.mayBeLeftOut() && disclosing.fact(fact).isBlank()) {
        String code = fact.code();
        refusals.add(by(ground, CaseRule.DISCLOSED_BY_A_GROUND.refusal(code, "." + code), today));
      }
    }
    Refusal crime = crime(disclosing);
    if (crime != null) {
      refusals.add(by(ground, crime, today));
    }
    Refusal age = age(disclosing);
    if (age != null) {
      refusals.add(by(ground, age, today));
    }
    return refusals;
  }

  /// With the ground's own paragraph.
  private static Refusal by(DisclosureGround ground, Refusal refusal, LocalDate today) {
    return new Refusal(
        refusal.rule(),
        refusal.field(),
        refusal.key(),
        ground.law().citedOn(today),
        refusal.filled());
  }

  private static @Nullable Refusal crime(Road.Disclosing disclosing) {
    String code = disclosing.fact(Fact.CRIME).reveal();
    if (!disclosing.ground().facts().contains(Fact.CRIME) || code.isBlank()) {
      return null;
    }
    Crime crime = Crime.of(code).orElse(null);
    if (crime == null) {
      return CaseRule.DISCLOSED_BY_A_GROUND.refusal("crime", ".crime");
    }
    return switch (disclosing.ground()) {
      case POLICE_CLOSE ->
          crime.isAgainstPerson() && crime.isAtLeast(DisclosureGround.A_YEAR)
              ? null
              : CaseRule.DISCLOSED_BY_A_GROUND.refusal("crime", ".year");
      case POLICE_CRIME -> {
        boolean done = disclosing.fact(Fact.STAGE).reveal().equals(Road.Stage.DONE.code());
        yield crime.isAtLeast(done ? DisclosureGround.HALF_A_YEAR : DisclosureGround.A_YEAR)
            ? null
            : CaseRule.DISCLOSED_BY_A_GROUND.refusal("crime", done ? ".half_a_year" : ".attempt");
      }
      case CONSENT,
          NEEDED,
          PARTY,
          CARE,
          REPORTER,
          CHILD_REPORT,
          CHILD_INQUIRY,
          POLICE_YOUNG,
          POLICE_CHILD,
          CRIME_FIGHTING,
          SHELTER_STAY,
          BOARD,
          SHELTER_ADDRESS,
          STATISTICS,
          SUPERVISION ->
          null;
    };
  }

  private static @Nullable Refusal age(Road.Disclosing disclosing) {
    LocalDate born = disclosing.born();
    if (!disclosing.ground().facts().contains(Fact.BORN) || born == null) {
      return null;
    }
    return born.isAfter(disclosing.on()) || Age.inYears(born, disclosing.on()) >= YOUNG_TO
        ? CaseRule.DISCLOSED_BY_A_GROUND.refusal("born", ".young")
        : null;
  }
}
