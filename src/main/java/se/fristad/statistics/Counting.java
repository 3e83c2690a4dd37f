package se.fristad.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import se.fristad.casework.facts.CaseClosed;
import se.fristad.casework.facts.CaseFact;
import se.fristad.casework.facts.ChildReported;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.RiskAssessed;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.contact.facts.ContactFact;
import se.fristad.contact.facts.FirstAnswer;
import se.fristad.intake.facts.IntakeCounted;
import se.fristad.statistics.CounterRows.Tick;

/// Hears facts and counts them, each once however often it comes.
///
/// A fact of a period that is closed counts in the first month that is open, and is marked there as
/// late: what is released stays as it is.
@StaffOrJobs
@Component
class Counting {
  private static final ZoneId HERE = OpeningHours.HERE;

  private final CounterRows rows;
  private final Clock clock;

  Counting(CounterRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @ApplicationModuleListener
  public void countContact(ContactFact fact) {
    count(
        fact.id(),
        fact.day(),
        switch (fact) {
          case ContactBegun begun ->
              List.of(
                  Tick.whole(Measure.CONTACTS, Municipalities.OTHER),
                  Tick.part(Measure.CONTACTS, Dimension.CHANNEL, begun.channel().code()),
                  known(Measure.CONTACTS, Dimension.LANGUAGE, begun.language(), "other"));
          case FirstAnswer answer ->
              List.of(
                  Tick.whole(Measure.FIRST_ANSWERS, Municipalities.OTHER),
                  Tick.part(
                      Measure.FIRST_ANSWERS, Dimension.WAIT, Dimension.waited(answer.minutes())));
        });
  }

  @ApplicationModuleListener
  public void countIntake(IntakeCounted fact) {
    count(
        fact.id(),
        fact.day(),
        List.of(
            Tick.whole(Measure.INTAKES, fact.municipality()),
            known(Measure.INTAKES, Dimension.SOURCE, fact.source(), IntakeCounted.UNKNOWN),
            Tick.part(Measure.INTAKES, Dimension.OUTCOME, fact.outcome())));
  }

  @ApplicationModuleListener
  public void countStep(CaseFact fact) {
    count(fact.id(), fact.day(), ticks(fact));
  }

  private static List<Tick> ticks(CaseFact fact) {
    String place = fact.municipality();
    return switch (fact) {
      case InvestigationOpened opened ->
          List.of(
              Tick.whole(Measure.INVESTIGATIONS, place),
              Tick.part(Measure.INVESTIGATIONS, Dimension.AGE, opened.age().code()));
      case ViolenceMapped mapped -> mapped(mapped);
      case RiskAssessed assessed ->
          List.of(
              Tick.whole(Measure.RISKS, place),
              Tick.part(Measure.RISKS, Dimension.LEVEL, assessed.level().code()));
      case Decided decided -> {
        Integer days = decided.daysFromIntake();
        yield List.of(
            Tick.whole(Measure.DECISIONS, place),
            Tick.part(Measure.DECISIONS, Dimension.DECISION, decided.outcome().code()),
            Tick.part(
                Measure.DECISIONS,
                Dimension.DAYS,
                days == null ? "no_intake" : Dimension.afterDays(days)));
      }
      case SupportGranted granted -> granted(granted);
      case FollowedUp followed ->
          List.of(
              Tick.whole(Measure.FOLLOW_UPS, place),
              Tick.part(Measure.FOLLOW_UPS, Dimension.NEED, followed.needMet().code()));
      case CaseClosed closed -> List.of(Tick.whole(Measure.CLOSED, place));
      case ChildReported reported ->
          List.of(
              Tick.whole(Measure.CHILD_REPORTS, place),
              Tick.part(Measure.CHILD_REPORTS, Dimension.WHERE, reported.where().code()));
    };
  }

  /// Everyone is under one kind and one relation at least, so that "not known" is seen.
  private static List<Tick> mapped(ViolenceMapped mapped) {
    List<Tick> ticks = new ArrayList<>();
    ticks.add(Tick.whole(Measure.MAPPED, mapped.municipality()));
    for (ViolenceKind kind :
        mapped.kinds().isEmpty() ? Set.of(ViolenceKind.UNKNOWN) : mapped.kinds()) {
      ticks.add(Tick.part(Measure.MAPPED, Dimension.KIND, kind.code()));
    }
    for (Relationship relation :
        mapped.relations().isEmpty() ? Set.of(Relationship.UNKNOWN) : mapped.relations()) {
      ticks.add(Tick.part(Measure.MAPPED, Dimension.RELATION, relation.code()));
    }
    return ticks;
  }

  private static List<Tick> granted(SupportGranted granted) {
    SupportType type = granted.type();
    if (type.isOutpatient()) {
      return List.of(
          Tick.whole(Measure.OUTPATIENT, granted.municipality()),
          Tick.part(Measure.OUTPATIENT, Dimension.TYPE, type.code()));
    }
    return List.of(
        Tick.whole(
            type.isShelter() ? Measure.PLACEMENTS : Measure.OTHER_SUPPORTS,
            granted.municipality()));
  }

  /// A value of the list, or the one that stands for all others.
  private static Tick known(Measure measure, Dimension dimension, String value, String others) {
    return Tick.part(measure, dimension, dimension.all().contains(value) ? value : others);
  }

  private void count(UUID fact, LocalDate day, List<Tick> ticks) {
    if (!rows.see(fact, LocalDate.ofInstant(clock.instant(), HERE))) {
      return;
    }
    rows.holdOpen();
    Set<Period> frozen = rows.frozenQuarters(day.getYear());
    LocalDate month = day.withDayOfMonth(1);
    boolean late = false;
    while (frozen.contains(Period.quarterOf(month))) {
      month = month.plusMonths(1);
      late = true;
    }
    rows.count(month, late, ticks);
  }
}
