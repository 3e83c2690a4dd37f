package se.fristad.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;

/// The gate: one function decides over every step that would reach her. What it does not know it
/// refuses; nothing goes out unless she has said that it may.
///
/// What leaves by it cannot be taken back and may be read by the one she fears. 26 kap. 1 § OSL,
/// art. 5 and 32 GDPR.
@Component
public class Outgoing {
  /// How long what she said is trusted without asking again.
  static final int TRUSTED_DAYS = 90;

  /// How long a yes holds.
  static final Duration YES_HOLDS = Duration.ofMinutes(30);

  private final Telltale telltale;

  Outgoing(Telltale telltale) {
    this.telltale = telltale;
  }

  /// Decides, of somebody who has not been asked just now.
  public Decision decide(SafeContact rule, OutgoingStep step, Instant moment) {
    return decide(rule, step, moment, null);
  }

  /// Decides.
  ///
  /// @param yes when she said yes to this very step; null when she has not. A yes of half an hour
  ///   ago is none: somebody may have come home
  public Decision decide(
      SafeContact rule, OutgoingStep step, Instant moment, @Nullable Instant yes) {
    if (step instanceof OutgoingStep.InThread) {
      // it lies in the house until she comes for it
      return new Decision.Allowed(step, moment);
    }
    return switch (rule) {
      case SafeContact.Unasked() -> Decision.Refused.never(Decision.Why.NOT_ASKED);
      case SafeContact.Agreed agreed ->
          decide(agreed, step, moment, yes != null && holds(yes, moment));
    };
  }

  /// Decides over a call in the matter of somebody around whom there may be those who must never be
  /// contacted: whatever she has said, her number is not called when it is one of theirs.
  public Decision decide(
      Reach reach,
      OutgoingStep.Call step,
      Instant moment,
      @Nullable Instant yes,
      NeverContacted never) {
    return never.meets(Channel.CALL, reach.number())
        ? Decision.Refused.never(Decision.Why.NEVER_CONTACTED)
        : decide(reach.rule(), step, moment, yes);
  }

  /// The same over a letter.
  ///
  /// @param to the address
  public Decision decide(
      Reach reach,
      OutgoingStep.Letter step,
      Instant moment,
      @Nullable Instant yes,
      Confidential to,
      NeverContacted never) {
    return never.meets(Channel.LETTER, to)
        ? Decision.Refused.never(Decision.Why.NEVER_CONTACTED)
        : decide(reach.rule(), step, moment, yes);
  }

  /// Decides over a step towards an organisation: by a call, since that is what stands, and only
  /// with words that tell of nobody and not what it is about.
  public ToOrganisation.Verdict decide(ToOrganisation step) {
    if (step.channel() != Channel.CALL) {
      return ToOrganisation.Verdict.NO_WAY;
    }
    return step.isOfSomebody()
            || step.said().stream().anyMatch(line -> telltale.in(line).isPresent())
        ? ToOrganisation.Verdict.TELLS
        : ToOrganisation.Verdict.MAY;
  }

  private Decision decide(
      SafeContact.Agreed rule, OutgoingStep step, Instant moment, boolean saidYes) {
    Answer answer = answer(rule, step.channel());
    if (answer == Answer.NEVER) {
      return Decision.Refused.never(Decision.Why.NEVER);
    }
    if (step instanceof OutgoingStep.Call(boolean voicemail)
        && voicemail
        && !(rule.telephone() instanceof Telephone.May may && may.voicemail())) {
      return Decision.Refused.never(Decision.Why.NO_VOICEMAIL);
    }
    if (rule.sender() == Sender.NEUTRAL
        && shown(step).anyMatch(text -> telltale.in(text).isPresent())) {
      return Decision.Refused.never(Decision.Why.TELLS_WHO_WE_ARE);
    }
    if (step.channel() != Channel.LETTER && !rule.hours().contain(moment)) {
      return new Decision.Refused(Decision.Why.NOT_NOW, rule.hours().next(moment).orElse(null));
    }
    if (answer == Answer.ASK_FIRST && !saidYes) {
      return new Decision.AskFirst(Decision.Ask.SHE_WISHES);
    }
    LocalDate today = moment.atZone(Hours.HERE).toLocalDate();
    if (today.isAfter(rule.on().plusDays(TRUSTED_DAYS)) && !saidYes) {
      return new Decision.AskFirst(Decision.Ask.LONG_AGO);
    }
    return new Decision.Allowed(step, moment);
  }

  private static boolean holds(Instant yes, Instant moment) {
    return !yes.isAfter(moment) && yes.plus(YES_HOLDS).isAfter(moment);
  }

  private static Answer answer(SafeContact.Agreed rule, Channel channel) {
    return switch (channel) {
      case CALL ->
          switch (rule.telephone()) {
            case Telephone.Never() -> Answer.NEVER;
            case Telephone.May may -> may.askFirst() ? Answer.ASK_FIRST : Answer.MAY;
          };
      case TEXT_MESSAGE ->
          switch (rule.telephone()) {
            case Telephone.Never() -> Answer.NEVER;
            case Telephone.May may -> may.textMessages();
          };
      case EMAIL -> rule.email();
      case LETTER -> rule.letter();
      case THREAD -> Answer.MAY;
    };
  }

  /// What others may see of a step without opening it.
  private static Stream<String> shown(OutgoingStep step) {
    return switch (step) {
      case OutgoingStep.Call _, OutgoingStep.InThread _ -> Stream.of();
      case OutgoingStep.TextMessage(var sender, var text) -> Stream.of(sender, text.reveal());
      case OutgoingStep.Email(var sender, var subject, var text) ->
          Stream.of(sender, subject.reveal(), text.reveal());
      case OutgoingStep.Letter(var envelope) -> Stream.of(envelope);
    };
  }
}
