package se.fristad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fristad.law.Rule;
import se.fristad.law.Rules;

/// What must be true before an intake is concluded. Each is one named object with its paragraph and
/// one test of the same name.
enum IntakeRule {
  /// Every acute question has one of four answers. "Not asked" is one: it is said, not forgotten.
  /// Danger right now and whether it is safe to talk are always asked where there was contact.
  ACUTE_QUESTIONS_ANSWERED(Rules.CRIME_VICTIM_SUPPORT) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      List<Refusal> refusals = new ArrayList<>();
      boolean contact = !typed.value(Typed.OUTCOME).equals("no_contact");
      var answers = typed.acute();
      for (Question question : Question.values()) {
        Answer answer = answers.get(question);
        if (answer == null) {
          refusals.add(refusal(question.field(), ""));
        } else if (contact
            && answer == Answer.NOT_ASKED
            && (question == Question.DANGER_NOW || question == Question.SAFE_TO_TALK)) {
          refusals.add(refusal(question.field(), ".asked"));
        }
      }
      return refusals;
    }
  },

  /// The children question is answered before any outcome (20 kap. 1 § SoL presumes that children
  /// are seen).
  CHILDREN_ANSWERED_BEFORE_OUTCOME(Rules.REPORT_CONCERN) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      return switch (typed.children()) {
        case Children.Unanswered unanswered -> List.of(refusal(Typed.CHILDREN, ""));
        case Children.Present present -> List.of(refusal(Typed.EXPOSED, ".exposed"));
        case Children.None none -> List.of();
        case Children.NotKnown notKnown -> List.of();
        case Children.Spared spared -> List.of();
        case Children.Exposed exposed -> List.of();
      };
    }
  },

  /// No outcome while a child may have seen, heard or suffered violence and no report of concern is
  /// made, or it is not said why the child's identity is unknown (19 kap. 1 § SoL: at once).
  REPORT_OF_CONCERN_BEFORE_OUTCOME(Rules.REPORT_CONCERN) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      if (!(typed.children() instanceof Children.Exposed)) {
        return List.of();
      }
      return switch (typed.report(now)) {
        case Report.Unanswered unanswered -> List.of(refusal(Typed.REPORT, ""));
        case Report.Incomplete incomplete -> {
          List<Refusal> refusals = new ArrayList<>();
          if (incomplete.when()) {
            refusals.add(refusal(Typed.REPORT_DATE, ".when"));
          }
          if (incomplete.toWhom()) {
            refusals.add(refusal(Typed.REPORT_MUNICIPALITY, ".whom"));
          }
          yield refusals;
        }
        case Report.IdentityUnknown unknown ->
            unknown.reason().isBlank()
                ? List.of(refusal(Typed.REPORT_REASON, ".reason"))
                : List.of();
        case Report.Made made -> List.of();
      };
    }
  },

  /// A request is an application unless it is obvious that only information is sought (A-MOT-14).
  INFORMATION_ONLY_IS_OBVIOUS(Rules.INVESTIGATE_AT_ONCE) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      return closedAs(typed, Outcome.Reason.INFORMATION_ONLY) && !typed.ticked(Typed.OBVIOUS)
          ? List.of(refusal(Typed.OBVIOUS, ""))
          : List.of();
    }
  },

  /// Who declines leaves with advice on protection, knowing of others and of the way back
  /// (A-MOT-11, A-MOT-12, A-MOT-13).
  DECLINED_GETS_ADVICE(Rules.CRIME_VICTIM_SUPPORT) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      boolean all = typed.advice().size() == Advice.values().length;
      return closedAs(typed, Outcome.Reason.DECLINED) && !all
          ? List.of(refusal(Typed.ADVICE, ""))
          : List.of();
    }
  },

  /// Who declines is promised to be asked again: when, by which channel and how that is safe; or it
  /// is said why she gets in touch herself (A-MOT-13, "declined, offer due").
  DECLINED_IS_ASKED_AGAIN(Rules.CRIME_VICTIM_SUPPORT) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      if (!closedAs(typed, Outcome.Reason.DECLINED)) {
        return List.of();
      }
      Offer.Channel channel = Offer.Channel.of(typed.value(Typed.OFFER_CHANNEL)).orElse(null);
      List<Refusal> refusals = new ArrayList<>();
      if (channel == null) {
        refusals.add(refusal(Typed.OFFER_CHANNEL, ""));
      } else if (channel != Offer.Channel.HERSELF && typed.offerDay(now).isEmpty()) {
        refusals.add(refusal(Typed.OFFER_DATE, ".when"));
      }
      if (channel != null
          && channel != Offer.Channel.THREAD
          && typed.value(Typed.OFFER_HOW).isBlank()) {
        refusals.add(refusal(Typed.OFFER_HOW, ".how"));
      }
      return refusals;
    }
  },

  /// Whoever is passed on is passed to somebody who is named.
  PASSED_ON_NAMES_RECEIVER(Rules.PASSED_ON) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      Outcome outcome = typed.outcome().orElse(null);
      if (!(outcome instanceof Outcome.PassedOn passed)) {
        return List.of();
      }
      return switch (passed.receiver()) {
        case Outcome.Receiver.Municipality municipality ->
            Typed.code(municipality.code()) == null
                ? List.of(refusal(Typed.PASSED_MUNICIPALITY, ""))
                : List.of();
        case Outcome.Receiver.Authority authority ->
            typed.value(Typed.PASSED_AUTHORITY).isBlank()
                ? List.of(refusal(Typed.PASSED_AUTHORITY, ".authority"))
                : List.of();
        case Outcome.Receiver.Emergency emergency -> List.of();
      };
    }
  },

  /// An outcome of the closed set is chosen, and nothing else ends an intake.
  OUTCOME_IS_CHOSEN(Rules.DOCUMENTED) {
    @Override
    List<Refusal> check(Typed typed, Instant now) {
      return typed.outcome().isEmpty() ? List.of(refusal(Typed.OUTCOME, "")) : List.of();
    }
  };

  private final Rule law;

  IntakeRule(Rule law) {
    this.law = law;
  }

  abstract List<Refusal> check(Typed typed, Instant now);

  /// The paragraph as it is cited on a day: before 1 July 2025 it was another act's.
  public String paragraph(LocalDate day) {
    return law.citedOn(day);
  }

  /// The key of its name; its sentence and its reason stand under it.
  public String textKey() {
    return "intake.rule." + name().toLowerCase(Locale.ROOT);
  }

  Refusal refusal(String field, String which) {
    return new Refusal(this, field, textKey() + ".sentence" + which);
  }

  /// Everything that stands between this form and its conclusion; empty when it may be concluded.
  ///
  /// @param written whether it was made of a conversation, into which an offer can be written
  /// @param nameless whether nothing in it says who the person is: then no personal number may
  ///   stand in it
  static List<Refusal> refusals(Typed typed, boolean written, boolean nameless, Instant now) {
    List<Refusal> all = new ArrayList<>(typed.unreadable());
    if (nameless) {
      all.addAll(typed.numbered());
    }
    if (!written && typed.value(Typed.OFFER_CHANNEL).equals(Offer.Channel.THREAD.code())) {
      all.add(new Refusal(null, Typed.OFFER_CHANNEL, "intake.wrong.offer_thread"));
    }
    for (IntakeRule rule : values()) {
      all.addAll(rule.check(typed, now));
    }
    return List.copyOf(all);
  }

  static boolean closedAs(Typed typed, Outcome.Reason reason) {
    return typed.outcome().equals(Optional.of(new Outcome.Closes(reason)));
  }
}
