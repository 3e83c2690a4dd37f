package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.SupportType;
import se.fristad.law.Rules;

/// Support (*insats*): under a decision that grants it, or as a service where the law lets it be
/// given without assessment. Never delivered by the one who investigated.
@StaffFace
@Component
class Supports {
  /// What is never a service: the list of 11 kap. 5 § SoL, and economic assistance of 12 kap. 1 §.
  /// A shelter has a rule of its own.
  private static final Set<SupportType> ALWAYS_ASSESSED =
      EnumSet.of(SupportType.CONTACT_PERSON, SupportType.ECONOMIC_ASSISTANCE);

  private final Files files;
  private final FileRows rows;
  private final SupportRows supports;
  private final DecisionRows decisions;
  private final InvestigationRows investigations;
  private final ConsentRows consents;
  private final PersonRows people;
  private final Forms forms;
  private final Sharing sharing;
  private final FileConflictRows conflicts;
  private final NotCarriedOut notCarriedOut;
  private final NotCarriedOutRows interruptions;
  private final ApplicationEventPublisher events;

  Supports(
      Files files,
      FileRows rows,
      SupportRows supports,
      DecisionRows decisions,
      InvestigationRows investigations,
      ConsentRows consents,
      PersonRows people,
      Forms forms,
      Sharing sharing,
      FileConflictRows conflicts,
      NotCarriedOut notCarriedOut,
      NotCarriedOutRows interruptions,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.supports = supports;
    this.decisions = decisions;
    this.investigations = investigations;
    this.consents = consents;
    this.people = people;
    this.forms = forms;
    this.sharing = sharing;
    this.conflicts = conflicts;
    this.notCarriedOut = notCarriedOut;
    this.interruptions = interruptions;
    this.events = events;
  }

  /// Grants a support: the day is today.
  Step<UUID> grant(Viewer viewer, UUID file, Road.Supporting supporting) {
    return files.write(
        viewer,
        file,
        "grant_support",
        hand -> {
          hand.open();
          hand.ofAdult();
          Files.refuse(refusals(hand, supporting));
          UUID id = UUID.randomUUID();
          supports.insert(
              hand.id(),
              new SupportRows.Row(
                  id,
                  supporting.decision(),
                  supporting.type(),
                  supporting.provider(),
                  supporting.deliveredBy(),
                  supporting.horizon(),
                  hand.today(),
                  supporting.beginsOn(),
                  null,
                  1,
                  hand.seal(id, "support", 1, Words.none().with("goal", supporting.goal())),
                  null));
          notCarriedOut.begun(hand, supporting.decision());
          UUID deliverer = supporting.deliveredBy();
          if (deliverer != null) {
            rows.assign(hand.id(), deliverer, "delivers", hand.now(), hand.staff());
          }
          sharing.remind(hand);
          forms.drop(hand.id(), hand.staff(), "support");
          events.publishEvent(
              new SupportGranted(
                  UUID.randomUUID(), hand.today(), hand.file().municipality(), supporting.type()));
          return id;
        });
  }

  private List<Refusal> refusals(Files.InHand hand, Road.Supporting supporting) {
    List<Refusal> refusals = new ArrayList<>();
    if (!consents.stands(hand.id(), Road.Subject.REGISTER, hand.today())) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("type"));
    }
    if (supporting.provider() == Road.Provider.OWN) {
      if (supporting.deliveredBy() == null) {
        refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("delivered_by", ".deliverer"));
      }
    }
    UUID deliverer = supporting.deliveredBy();
    // whatever is chosen as provider: she reads the file
    boolean outside = deliverer != null && sharing.isOfAnotherHouse(deliverer);
    if ((outside || supporting.provider() != Road.Provider.OWN)
        && !consents.stands(hand.id(), Road.Subject.SHARE, hand.today())) {
      refusals.add(CaseRule.CONSENT_TO_SHARE_STANDS.refusal(outside ? "delivered_by" : "provider"));
    }
    if (deliverer != null && investigations.investigates(hand.id(), deliverer)) {
      refusals.add(CaseRule.DELIVERER_IS_NOT_INVESTIGATOR.refusal("delivered_by"));
    }
    if (deliverer != null && conflicts.declared(hand.id(), deliverer)) {
      refusals.add(Refusal.unreadable("delivered_by", "casework.step.support.conflict"));
    }
    refusals.addAll(notADeliverer(supporting));
    LocalDate begins = supporting.beginsOn();
    if (begins != null && begins.isBefore(hand.today())) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("begins_on", ".support"));
    }
    if (supporting.goal().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("goal", ".goal"));
    }
    if (supporting.decision() == null) {
      refusals.addAll(asService(hand, supporting));
    } else {
      refusals.addAll(underDecision(hand, supporting, supporting.decision()));
    }
    return refusals;
  }

  /// The house gives it by one who gives support here, an organisation by one of its own, and
  /// whoever else gives it does not work in the file.
  private List<Refusal> notADeliverer(Road.Supporting supporting) {
    UUID deliverer = supporting.deliveredBy();
    if (deliverer == null || !sharing.worksHere(deliverer)) {
      return List.of();
    }
    boolean may =
        switch (supporting.provider()) {
          case OWN -> sharing.givesSupport(deliverer);
          case NGO -> sharing.isOfAnotherHouse(deliverer);
          case OTHER -> false;
        };
    return may
        ? List.of()
        : List.of(
            switch (supporting.provider()) {
              case OWN -> CaseRule.DELIVERER_GIVES_SUPPORT.refusal("delivered_by");
              case NGO -> CaseRule.DELIVERER_GIVES_SUPPORT.refusal("delivered_by", ".ngo");
              case OTHER -> CaseRule.DELIVERER_GIVES_SUPPORT.refusal("delivered_by", ".other");
            });
  }

  private List<Refusal> asService(Files.InHand hand, Road.Supporting supporting) {
    LocalDate today = hand.today();
    List<Refusal> refusals = new ArrayList<>();
    if (ALWAYS_ASSESSED.contains(supporting.type())) {
      refusals.add(CaseRule.SERVICE_NEEDS_NO_ASSESSMENT.refusal("type"));
    }
    if (supporting.type().isShelter() && shelterIsAssessed(hand)) {
      refusals.add(CaseRule.SHELTER_IS_ASSESSED.refusal("type"));
    }
    if (Rules.TOLD_OF_ASSESSED_SUPPORT.on(today).isPresent() && !supporting.told()) {
      refusals.add(CaseRule.TOLD_OF_ASSESSED_SUPPORT.refusal("told"));
    }
    return refusals;
  }

  /// For everyone before there was support without assessment; then for whoever is under 21, or may
  /// be.
  private boolean shelterIsAssessed(Files.InHand hand) {
    return Rules.SUPPORT_WITHOUT_ASSESSMENT.on(hand.today()).isEmpty()
        || people.find(hand.file().person()).orElseThrow().age(hand.today()).orElse(0) < 21;
  }

  private List<Refusal> underDecision(
      Files.InHand hand, Road.Supporting supporting, UUID decision) {
    DecisionRows.@Nullable Row row = decisions.find(hand.id(), decision).orElse(null);
    if (row == null) {
      return List.of(CaseRule.SUPPORT_UNDER_A_DECISION.refusal("decision", ".none"));
    }
    return row.granted().contains(supporting.type())
        ? List.of()
        : List.of(CaseRule.SUPPORT_UNDER_A_DECISION.refusal("type"));
  }

  /// It has begun.
  Step<UUID> begin(Viewer viewer, UUID file, UUID support, LocalDate on) {
    return files.write(
        viewer,
        file,
        "begin_support",
        hand -> {
          hand.open();
          SupportRows.Row row = support(hand, support);
          if (row.endedOn() != null) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("begins_on", ".ended"));
          }
          inOrder(row.grantedOn(), on, hand.today(), "begins_on");
          supports.begin(row.id(), on);
          notCarriedOut.begun(hand, row.decision());
          return row.id();
        });
  }

  /// It has ended, or it was granted and never came about (*ej verkställd*): then it has an end and
  /// no beginning. Whoever delivered it does not open the file any more.
  Step<UUID> end(Viewer viewer, UUID file, UUID support, LocalDate on) {
    return files.write(
        viewer,
        file,
        "end_support",
        hand -> {
          hand.open();
          SupportRows.Row row = support(hand, support);
          if (row.endedOn() != null) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("ended_on", ".ended"));
          }
          LocalDate planned = row.beginsOn();
          LocalDate begun = planned == null || planned.isAfter(hand.today()) ? null : planned;
          inOrder(begun == null ? row.grantedOn() : begun, on, hand.today(), "ended_on");
          List<NotCarriedOut.One> waited = notCarriedOut.in(hand.id(), hand.today());
          supports.end(row.id(), begun, on);
          notCarriedOut.never(hand, waited, row.decision(), row.type(), on);
          UUID deliverer = row.deliveredBy();
          if (deliverer != null && !supports.stillDelivers(hand.id(), deliverer, row.id())) {
            rows.release(hand.id(), deliverer, "delivers", hand.now());
          }
          sharing.remind(hand);
          return row.id();
        });
  }

  /// It is interrupted (*avbrott i verkställigheten*): from that day it waits to be carried out
  /// again.
  Step<UUID> pause(Viewer viewer, UUID file, UUID support, LocalDate from) {
    return files.write(
        viewer,
        file,
        "pause_support",
        hand -> {
          hand.open();
          SupportRows.Row row = support(hand, support);
          LocalDate begins = row.beginsOn();
          if (begins == null || begins.isAfter(hand.today()) || row.endedOn() != null) {
            throw Files.refused(CaseRule.NOT_CARRIED_OUT_IS_REPORTED.refusal("from", ".not_going"));
          }
          if (row.pausedOn() != null) {
            throw Files.refused(CaseRule.NOT_CARRIED_OUT_IS_REPORTED.refusal("from", ".paused"));
          }
          inOrder(begins, from, hand.today(), "from");
          interruptions.interrupt(
              UUID.randomUUID(), hand.id(), row.id(), from, hand.now(), hand.staff());
          if (row.decision() != null) {
            notCarriedOut.dueAgain(hand, row.decision(), from);
          }
          return row.id();
        });
  }

  /// It goes on again.
  Step<UUID> resume(Viewer viewer, UUID file, UUID support, LocalDate on) {
    return files.write(
        viewer,
        file,
        "resume_support",
        hand -> {
          hand.open();
          SupportRows.Row row = support(hand, support);
          LocalDate paused = row.pausedOn();
          if (paused == null || row.endedOn() != null) {
            throw Files.refused(CaseRule.NOT_CARRIED_OUT_IS_REPORTED.refusal("on", ".not_paused"));
          }
          inOrder(paused, on, hand.today(), "on");
          List<NotCarriedOut.One> waited = notCarriedOut.in(hand.id(), hand.today());
          interruptions.resume(row.id(), on);
          notCarriedOut.again(hand, waited, row.decision(), row.type(), on);
          return row.id();
        });
  }

  private static void inOrder(LocalDate earlier, LocalDate day, LocalDate today, String field) {
    if (day.isBefore(earlier)) {
      throw Files.refused(CaseRule.DATES_IN_ORDER.refusal(field, ".support"));
    }
    if (day.isAfter(today)) {
      throw Files.refused(CaseRule.DATES_IN_ORDER.refusal(field, ".future"));
    }
  }

  private SupportRows.Row support(Files.InHand hand, UUID id) {
    return supports
        .find(hand.id(), id)
        .orElseThrow(
            () -> Files.refused(CaseRule.SUPPORT_UNDER_A_DECISION.refusal("support", ".not_here")));
  }
}
