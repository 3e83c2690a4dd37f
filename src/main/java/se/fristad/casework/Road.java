package se.fristad.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Judgement;
import se.fristad.assessment.Result;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.law.Deadline;
import se.fristad.law.Rule;
import se.fristad.law.Rules;
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.LetterOutcome;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// The whole road of one person, one method a step: what the pages call, and what the demonstration
/// calls. Each goes through the door, asks every rule, and is done whole or not at all; what a
/// figure may know is told in the same transaction.
///
/// The day of a step is the clock's, but where a parameter says another.
@StaffFace
@Component
public class Road {
  private final Openings openings;
  private final Consents consents;
  private final Assessments assessments;
  private final Investigations investigations;
  private final Mappings mappings;
  private final Decisions decisions;
  private final Appeals appeals;
  private final Supports supports;
  private final FollowUps followUps;
  private final Plans plans;
  private final Closings closings;
  private final DangerChanges dangerChanges;
  private final Accompaniments accompaniments;
  private final ContactsAgain contactsAgain;
  private final Reopenings reopenings;
  private final Notes notes;
  private final WorkingNotes workingNotes;
  private final Tellings tellings;
  private final Disclosures disclosures;
  private final Insights insights;
  private final Mandates mandates;
  private final Handovers handovers;
  private final Contacting contacting;
  private final Writing writing;
  private final Identities identities;
  private final Protections protections;
  private final Links links;
  private final Communications communications;

  Road(
      Openings openings,
      Consents consents,
      Assessments assessments,
      Investigations investigations,
      Mappings mappings,
      Decisions decisions,
      Appeals appeals,
      Supports supports,
      FollowUps followUps,
      Plans plans,
      Closings closings,
      DangerChanges dangerChanges,
      Accompaniments accompaniments,
      ContactsAgain contactsAgain,
      Reopenings reopenings,
      Notes notes,
      WorkingNotes workingNotes,
      Tellings tellings,
      Disclosures disclosures,
      Insights insights,
      Mandates mandates,
      Handovers handovers,
      Contacting contacting,
      Writing writing,
      Identities identities,
      Protections protections,
      Links links,
      Communications communications) {
    this.openings = openings;
    this.consents = consents;
    this.assessments = assessments;
    this.investigations = investigations;
    this.mappings = mappings;
    this.decisions = decisions;
    this.appeals = appeals;
    this.supports = supports;
    this.followUps = followUps;
    this.plans = plans;
    this.closings = closings;
    this.dangerChanges = dangerChanges;
    this.accompaniments = accompaniments;
    this.contactsAgain = contactsAgain;
    this.reopenings = reopenings;
    this.notes = notes;
    this.workingNotes = workingNotes;
    this.tellings = tellings;
    this.disclosures = disclosures;
    this.insights = insights;
    this.mandates = mandates;
    this.handovers = handovers;
    this.contacting = contacting;
    this.writing = writing;
    this.identities = identities;
    this.protections = protections;
    this.links = links;
    this.communications = communications;
  }

  /// What a consent is about.
  public enum Subject {
    /// That she is written down and investigated.
    REGISTER,
    /// That whoever gives her support is told about her.
    SHARE,
    /// That something is told to somebody, for something: see [Telling].
    DISCLOSE;

    /// Those that are given and taken back as a whole.
    static final List<Subject> WHOLE = List.of(REGISTER, SHARE);

    String code() {
      return Road.code(this);
    }
  }

  /// Protected personal data (*skyddade personuppgifter*).
  public enum Protection {
    /// None: somebody has read the register, and it says so.
    NONE,
    /// Nobody has read the register, or it did not answer: treated as protected until somebody has.
    UNCHECKED,
    /// A mark of secrecy (*sekretessmarkering*).
    SECRECY_MARK,
    /// Protected in the population register (*skyddad folkbokföring*).
    PROTECTED_REGISTRATION,
    /// Another identity (*fingerade personuppgifter*).
    FICTITIOUS;

    String code() {
      return Road.code(this);
    }

    /// The stricter of two.
    Protection stricter(Protection other) {
      return compareTo(other) >= 0 ? this : other;
    }

    /// Whether her address may not be kept here: it is the register's alone.
    boolean hidesAddress() {
      return this == PROTECTED_REGISTRATION || this == FICTITIOUS;
    }

    static Protection of(String code) {
      return code.isEmpty() ? NONE : Road.of(values(), code);
    }
  }

  /// How soon, and for how long, something is needed (A-SUP-29).
  public enum Horizon {
    /// Now.
    ACUTE,
    /// On short term.
    SHORT,
    /// On long term.
    LONG;

    String code() {
      return Road.code(this);
    }

    static Horizon of(String code) {
      return Road.of(values(), code);
    }
  }

  /// Of what kind a need is (*behovsområde*).
  public enum NeedDomain {
    /// Protection.
    PROTECTION,
    /// Housing.
    HOUSING,
    /// Economy.
    ECONOMY,
    /// Practical support.
    PRACTICAL,
    /// Law: custody, division of property, migration counsel.
    LEGAL,
    /// Police report and trial.
    POLICE,
    /// Health.
    HEALTH,
    /// Parenting.
    PARENTING,
    /// Her children's own needs.
    CHILDREN,
    /// School and work.
    SCHOOL_AND_WORK,
    /// People around her.
    NETWORK,
    /// Migration.
    MIGRATION,
    /// Telephones, accounts, traces.
    DIGITAL_SAFETY;

    String code() {
      return Road.code(this);
    }

    static NeedDomain of(String code) {
      return Road.of(values(), code);
    }
  }

  /// Who carries a support out (*utförare*, A-SUP-28).
  public enum Provider {
    /// The centre itself.
    OWN,
    /// An organisation without profit.
    NGO,
    /// Somebody else.
    OTHER;

    String code() {
      return Road.code(this);
    }

    static Provider of(String code) {
      return Road.of(values(), code);
    }
  }

  /// What she answers to the offer to be contacted again.
  public enum Contact {
    /// She has not been asked.
    NOT_OFFERED,
    /// She wants it.
    WANTED,
    /// She does not.
    DECLINED,
    /// She could not be reached; the way back stands open.
    NOT_REACHED;

    String code() {
      return Road.code(this);
    }
  }

  /// Who somebody says she is.
  ///
  /// @param number as typed; blank when there is none
  /// @param born when no number is given; null when it is not known
  /// @param safeContact how contact may be made without danger
  /// @param protection what somebody has read in the population register just now
  /// @param language code of the language she wants to speak
  /// @param alias what she wants to be called; blank when it is her name
  /// @param reserve whether she is to have a number of the centre's own
  public record Who(
      Confidential name,
      Confidential number,
      @Nullable LocalDate born,
      Confidential telephone,
      Confidential address,
      Confidential safeContact,
      Protection protection,
      String language,
      Confidential alias,
      boolean reserve) {
    /// Somebody who is called by her name and needs no number of ours.
    public Who(
        Confidential name,
        Confidential number,
        @Nullable LocalDate born,
        Confidential telephone,
        Confidential address,
        Confidential safeContact,
        Protection protection,
        String language) {
      this(
          name,
          number,
          born,
          telephone,
          address,
          safeContact,
          protection,
          language,
          Confidential.of(""),
          false);
    }
  }

  /// What the population register says of somebody.
  ///
  /// @param level *unchecked* when it did not answer
  /// @param provision the section that a mark of secrecy names
  /// @param setOn the day it was set; null when it is not known
  /// @param authority who set it
  /// @param until the last day it is given for; null when it has no end
  public record Protecting(
      Protection level,
      Confidential provision,
      @Nullable LocalDate setOn,
      Confidential authority,
      @Nullable LocalDate until) {}

  /// What is gone through when a file is handed over.
  public enum Through {
    /// How she is reached without danger.
    REACH,
    /// The risk, and who is dangerous.
    RISK,
    /// What is due, and what has been promised her.
    DUE,
    /// Who gives what support.
    SUPPORTS,
    /// Her children.
    CHILDREN,
    /// What is written and not sent.
    BEGUN;

    String code() {
      return Road.code(this);
    }
  }

  /// A file to hand over.
  ///
  /// @param through what was gone through with whoever gets it
  /// @param told whether the person has been told who comes instead
  /// @param left what was not gone through, and why; blank when all was
  /// @param first what the next one must know first
  public record Handing(
      UUID to, Set<Through> through, boolean told, Confidential left, Confidential first) {
    /// Copies the set.
    public Handing {
      through = Set.copyOf(through);
    }
  }

  /// What she agrees to (*samtycke*).
  ///
  /// @param until its last day
  /// @param how how it was given, or to whom she may be named, in words
  public record Agreed(LocalDate from, LocalDate until, Confidential how) {}

  /// How a consent was given.
  public enum Given {
    /// By word of mouth.
    ORAL,
    /// On paper.
    WRITTEN,
    /// In another way that can be shown.
    DIGITAL;

    String code() {
      return Road.code(this);
    }
  }

  /// What she lets be told.
  ///
  /// @param to the receiver's name
  public record Letting(Telling telling, Confidential to, Given given, Agreed agreed) {}

  /// How far a crime has come.
  public enum Stage {
    /// It was committed.
    DONE,
    /// It was attempted, prepared or conspired to.
    ATTEMPT;

    String code() {
      return Road.code(this);
    }
  }

  /// Who needs care, treatment or support (26 kap. 9 § OSL).
  public enum CareFor {
    /// Somebody under 18.
    CHILD,
    /// Somebody in addiction.
    ADDICTION,
    /// Somebody in compulsory psychiatric care.
    PSYCHIATRIC,
    /// A child that is expected.
    UNBORN;

    String code() {
      return Road.code(this);
    }
  }

  /// Something that is told to somebody.
  ///
  /// @param to the receiver's name
  /// @param what it is that is told
  /// @param facts what the ground demands
  public record Disclosing(
      DisclosureGround ground,
      Telling telling,
      Confidential to,
      LocalDate on,
      Confidential what,
      Map<DisclosureGround.Fact, Confidential> facts) {
    /// Copies the map.
    public Disclosing {
      facts = Map.copyOf(facts);
    }

    Confidential fact(DisclosureGround.Fact fact) {
      return facts.getOrDefault(fact, Confidential.of(""));
    }

    /// When the young person was born; null when nobody said.
    @Nullable LocalDate born() {
      String day = fact(DisclosureGround.Fact.BORN).reveal();
      return day.isBlank() ? null : LocalDate.parse(day);
    }

    /// Neither ground nor receiver is printed.
    @Override
    public String toString() {
      return "[disclosing]";
    }
  }

  /// A file to open.
  ///
  /// @param file minted with the form: the same id is the same file
  /// @param intake the concluded intake it follows on; null when she applied in another way
  /// @param register that it is written down and investigated
  /// @param asInConversation whether she wants what was agreed in her conversation to hold here too
  public record Opening(
      UUID file,
      @Nullable UUID intake,
      String municipality,
      Who who,
      Agreed register,
      boolean asInConversation) {
    /// A file to which nothing comes from a conversation.
    public Opening(
        UUID file, @Nullable UUID intake, String municipality, Who who, Agreed register) {
      this(file, intake, municipality, who, register, false);
    }
  }

  /// A file that has begun.
  ///
  /// @param number its number, by which it is found again
  public record Began(UUID file, String number) {}

  /// The project's own form, answered, and what the professional makes of it.
  public record Assessing(Answers answers, Judgement judgement) {
    /// The answers are not printed.
    @Override
    public String toString() {
      return "[assessing]";
    }
  }

  /// One who has used violence against her.
  public record Perpetrator(Relationship relation, Confidential words) {}

  /// What she needs.
  ///
  /// @param who who is responsible for it
  public record Need(NeedDomain domain, Horizon horizon, Confidential who, Confidential words) {}

  /// What an investigation comes to.
  ///
  /// @param period since when, how often, how severe
  /// @param words the worker's
  /// @param ownWords hers
  public record Mapping(
      Set<ViolenceKind> kinds,
      List<Perpetrator> perpetrators,
      Confidential period,
      Confidential words,
      Confidential ownWords,
      List<Need> needs) {
    /// Copies what it is given.
    public Mapping {
      kinds = Set.copyOf(kinds);
      perpetrators = List.copyOf(perpetrators);
      needs = List.copyOf(needs);
    }

    /// Neither kinds nor relations are printed.
    @Override
    public String toString() {
      return "[mapping]";
    }
  }

  /// A decision to make. Nothing of the application granted is a denial, some of it is *partly*.
  ///
  /// @param ground the name of a rule of [se.fristad.law.Rules#grounds]
  /// @param confirmed why an expired risk assessment still holds; blank when it has not expired
  public record Deciding(
      UUID investigation,
      Set<SupportType> appliedFor,
      Set<SupportType> granted,
      String ground,
      Confidential motive,
      Confidential confirmed,
      Heard heard) {
    /// Copies the sets.
    public Deciding {
      appliedFor = Set.copyOf(appliedFor);
      granted = Set.copyOf(granted);
    }

    /// One of somebody without children, before which nothing needs to be communicated.
    public Deciding(
        UUID investigation,
        Set<SupportType> appliedFor,
        Set<SupportType> granted,
        String ground,
        Confidential motive,
        Confidential confirmed) {
      this(investigation, appliedFor, granted, ground, motive, confirmed, Heard.NOTHING);
    }

    /// The same, with what was heard.
    public Deciding with(Heard other) {
      return new Deciding(investigation, appliedFor, granted, ground, motive, confirmed, other);
    }
  }

  /// Whose voice a decision has heard.
  ///
  /// @param children whether there are children whom it concerns; null when nobody was asked
  /// @param childsBest how their best interest was judged
  /// @param unheard why she was not told of what it rests on; null when she was, or it is to her
  ///   advantage
  /// @param why the same in words
  public record Heard(
      @Nullable Boolean children,
      Confidential childsBest,
      @Nullable Unheard unheard,
      Confidential why) {
    /// No children, and nothing to communicate.
    public static final Heard NOTHING =
        new Heard(false, Confidential.of(""), null, Confidential.of(""));
  }

  /// Why nothing is communicated before a decision (25 § FL).
  public enum Unheard {
    /// It is obviously unnecessary.
    NOT_NEEDED,
    /// The decision would be considerably harder to carry out.
    HARDER,
    /// An essential interest demands a decision at once.
    URGENT;

    String code() {
      return Road.code(this);
    }
  }

  /// What she is told of before a decision.
  ///
  /// @param answerBy her last day to answer
  /// @param orally that she was told that she may answer orally
  public record Communicating(
      UUID investigation,
      LocalDate sentOn,
      LocalDate answerBy,
      boolean orally,
      Confidential words) {}

  /// A decision to change.
  ///
  /// @param granted what stands from now
  /// @param because the reason that the law names; null when it is to her advantage
  public record Changing(
      UUID decision,
      Set<SupportType> granted,
      @Nullable Because because,
      Confidential motive,
      Heard heard) {
    /// Copies the set.
    public Changing {
      granted = Set.copyOf(granted);
    }
  }

  /// Why a decision may be changed to her disadvantage (37 § FL, 14 kap. 9 § SoL).
  public enum Because {
    /// The decision says when it may be taken back.
    SAID_SO,
    /// Compelling reasons of safety.
    SAFETY,
    /// She gave information that was wrong or misleading.
    MISLED,
    /// It holds until further notice, and circumstances have changed very much.
    CIRCUMSTANCES;

    String code() {
      return Road.code(this);
    }
  }

  /// Why a late appeal is tried all the same (45 § FL).
  public enum Excuse {
    /// We told wrongly how to appeal.
    TOLD_WRONGLY,
    /// It reached the court in time.
    REACHED_COURT;

    String code() {
      return Road.code(this);
    }
  }

  /// What the reconsidering of an appealed decision came to.
  ///
  /// @param changed whether it was changed
  public record Reconsidered(boolean changed, Confidential why) {}

  /// An appeal that has come in.
  public record Appeal(UUID decision, LocalDate receivedOn, Confidential words) {}

  /// What becomes of an appeal.
  ///
  /// @param dismissal the draft of the dismissal; null when it came in time
  public record Appealed(UUID appeal, @Nullable Confidential dismissal) {}

  /// A support to grant.
  ///
  /// @param decision the decision that grants it; null for a service
  /// @param deliveredBy the member of staff who delivers it; needed when the centre does
  /// @param beginsOn when it begins; null when it is not known
  /// @param told for a service: that she was told that she can apply
  public record Supporting(
      @Nullable UUID decision,
      SupportType type,
      Provider provider,
      @Nullable UUID deliveredBy,
      Horizon horizon,
      @Nullable LocalDate beginsOn,
      boolean told,
      Confidential goal) {}

  /// Her answer: was your need met?
  ///
  /// @param goals of each goal of the plan that stands, in their order; empty without a plan
  /// @param review when the plan is gone through next; null when that stays
  public record FollowUp(
      NeedMet needMet, Confidential words, List<NeedMet> goals, @Nullable LocalDate review) {
    /// Copies the list.
    public FollowUp {
      goals = List.copyOf(goals);
    }

    /// One where there is no plan.
    public FollowUp(NeedMet needMet, Confidential words) {
      this(needMet, words, List.of(), null);
    }
  }

  /// A file to close.
  ///
  /// @param followUpDeclined that she does not want to be asked
  /// @param contactHow how and when she wants to be contacted
  /// @param again when she may be asked how it went, and by what; null when she is not
  public record Closing(
      Confidential why,
      boolean followUpDeclined,
      Contact contact,
      Confidential contactHow,
      @Nullable Again again) {
    /// One after which she is not contacted.
    public Closing(
        Confidential why, boolean followUpDeclined, Contact contact, Confidential contactHow) {
      this(why, followUpDeclined, contact, contactHow, null);
    }
  }

  /// A closed file to open again.
  ///
  /// @param words what has happened, as the file is to say it
  /// @param register that she agrees; null when an earlier consent still stands
  /// @param reachedAsBefore whether she has said that she is reached without danger as before;
  ///   otherwise nothing goes out until she is asked
  public record Reopening(
      Why why, Confidential words, @Nullable Agreed register, boolean reachedAsBefore) {
    /// Why.
    public enum Why {
      /// She has come back.
      CAME_BACK,
      /// There has been violence again.
      NEW_VIOLENCE,
      /// She applies for something.
      APPLIES,
      /// A decision was changed, by the court or by us.
      DECISION_CHANGED,
      /// It was closed by mistake.
      BY_MISTAKE;

      String code() {
        return Road.code(this);
      }

      static Why of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
      }
    }
  }

  /// That she may be contacted when her file is closed.
  ///
  /// @param months how many after the closing: some of [#MONTHS]
  public record Again(By by, Set<Integer> months) {
    /// What can be chosen.
    public static final Set<Integer> MONTHS = Set.of(3, 6, 12);

    /// Copies the set.
    public Again {
      months = Set.copyOf(months);
    }

    /// By what.
    public enum By {
      /// A call.
      CALL,
      /// A letter.
      LETTER;

      String code() {
        return Road.code(this);
      }
    }
  }

  /// What may have changed the danger.
  public enum DangerEvent {
    /// New violence.
    NEW_VIOLENCE,
    /// A threat, or somebody has looked for her.
    THREAT,
    /// He is released, or his leave begins.
    RELEASE,
    /// A judgment, or a case that was dropped.
    JUDGMENT,
    /// She leaves him, or has said that she will.
    SEPARATION,
    /// She moves, or where she is has become known.
    MOVED,
    /// A decision about the children.
    CUSTODY,
    /// She expects a child.
    PREGNANCY,
    /// Something else.
    OTHER,
    /// Somebody around her is dangerous who was not, or was not known to be: seen by the program.
    LINK,
    /// What protects her personal data has changed: seen by the program.
    PROTECTION;

    String code() {
      return Road.code(this);
    }

    /// Whether somebody writes it; the others the program sees itself.
    boolean written() {
      return this != LINK && this != PROTECTION;
    }
  }

  /// What came of being contacted after the closing.
  ///
  /// @param herself that it was she who got in touch
  /// @param needMet her answer; needed when she was reached
  /// @param againOn when it is tried again; needed when it was tried only
  public record Asked(
      Outcome outcome,
      boolean herself,
      @Nullable NeedMet needMet,
      @Nullable LocalDate againOn,
      Confidential words) {
    /// What came of it.
    public enum Outcome {
      /// She was reached and has answered.
      REACHED,
      /// It was tried, and is tried again.
      TRIED,
      /// It was tried in vain.
      IN_VAIN,
      /// She does not want to be contacted any more.
      WITHDRAWN;

      String code() {
        return Road.code(this);
      }
    }

    /// Her answer is not printed.
    @Override
    public String toString() {
      return "[asked]";
    }
  }

  /// What a note tells beside the matter itself, so that it is left out by default when somebody is
  /// shown the file.
  public enum Mark {
    /// Of somebody else.
    OTHERS,
    /// What the police have told by word of mouth.
    POLICE,
    /// Where somebody is who is protected.
    PLACE;

    String code() {
      return Road.code(this);
    }

    static Mark of(String code) {
      return Road.of(values(), code);
    }
  }

  /// A note to write.
  ///
  /// @param whom whom it also tells of; needed with [Mark#OTHERS]
  public record Noting(Confidential text, Set<Mark> marks, Confidential whom) {
    /// Copies the set.
    public Noting {
      marks = Set.copyOf(marks);
    }

    /// The marks are not printed.
    @Override
    public String toString() {
      return "[noting]";
    }
  }

  /// Who holds something to be wrong.
  public enum Speaking {
    /// She herself.
    SELF,
    /// Who speaks for her (*ombud*, *ställföreträdare*).
    SPOKESPERSON,
    /// A guardian of the child (*vårdnadshavare*).
    GUARDIAN;

    String code() {
      return Road.code(this);
    }
  }

  /// Something in the file that is disputed.
  ///
  /// @param about the record in which it stands; the file's own id when it stands elsewhere in it
  /// @param fact what is held to be wrong
  /// @param words how it should be, as she says it
  public record Disputing(UUID about, Speaking by, Confidential fact, Confidential words) {}

  /// How she was told of the notes about her.
  public enum Told {
    /// By word of mouth.
    TOLD,
    /// She has read them here.
    READ,
    /// She has got a copy.
    COPY,
    /// She has not, and it is said why.
    NOT_YET;

    String code() {
      return Road.code(this);
    }
  }

  /// What a party is given to see of the file.
  ///
  /// @param who the name of who asks; blank when it is she herself
  /// @param given the keys of the parts that are given
  /// @param paragraph by which the rest is left out; null when nothing is
  /// @param why it is left out
  /// @param weighing why what reveals something is given all the same
  public record Seeing(
      LocalDate askedOn,
      Speaking by,
      Confidential who,
      Set<String> given,
      @Nullable Paragraph paragraph,
      Confidential why,
      Confidential weighing) {
    /// Copies the set.
    public Seeing {
      given = Set.copyOf(given);
    }

    /// By what something is left out.
    public enum Paragraph {
      /// It is of particular weight that it is not revealed.
      PARTY(Rules.PARTY_INSIGHT),
      /// The child would come to considerable harm.
      GUARDIAN(Rules.CHILD_AGAINST_GUARDIAN),
      /// It is secret for somebody else's sake, and is not of the party's matter.
      SECRET(Rules.SECRET);

      private final Rule law;

      Paragraph(Rule law) {
        this.law = law;
      }

      Rule law() {
        return law;
      }

      String code() {
        return Road.code(this);
      }
    }

    /// What it came to.
    public enum Outcome {
      /// All of it.
      GIVEN,
      /// Some.
      PARTLY,
      /// Nothing.
      REFUSED;

      String code() {
        return Road.code(this);
      }
    }

    /// Which parts is not printed.
    @Override
    public String toString() {
      return "[seeing]";
    }
  }

  /// That she has been told of the notes.
  public record Informing(LocalDate on, Told how, Confidential words) {}

  /// A mandate to write down.
  ///
  /// @param id minted with the form
  /// @param second whether it is only together with a second person
  public record Mandate(
      UUID id,
      UUID staff,
      Set<SupportType> types,
      LocalDate from,
      LocalDate until,
      boolean second) {
    /// Copies the set.
    public Mandate {
      types = Set.copyOf(types);
    }

    /// One with which somebody decides alone.
    public Mandate(UUID id, UUID staff, Set<SupportType> types, LocalDate from, LocalDate until) {
      this(id, staff, types, from, until, false);
    }
  }

  /// She says who she is and agrees; her file is opened.
  public Step<Began> open(Viewer viewer, Opening opening) {
    return openings.open(viewer, opening);
  }

  /// She agrees to something, or agrees again.
  public Step<UUID> consent(Viewer viewer, UUID file, Subject subject, Agreed agreed) {
    return consents.record(viewer, file, subject, agreed);
  }

  /// Who she is, written down anew.
  public Step<Boolean> changePerson(Viewer viewer, UUID file, Who who) {
    return identities.change(viewer, file, who);
  }

  /// What protects her personal data, as somebody has read it in the register.
  public Step<Boolean> protect(Viewer viewer, UUID file, Protecting said) {
    return protections.write(viewer, file, said);
  }

  /// Somebody around her is written down.
  ///
  /// @return the link
  public Step<UUID> link(Viewer viewer, UUID file, Link link) {
    return links.add(viewer, file, link);
  }

  /// … and written down anew.
  public Step<UUID> changeLink(Viewer viewer, UUID file, UUID link, Link anew) {
    return links.change(viewer, file, link, anew);
  }

  /// … and is not near her any more.
  public Step<UUID> endLink(Viewer viewer, UUID file, UUID link, Confidential why) {
    return links.end(viewer, file, link, why);
  }

  /// She says how she may be reached without danger.
  public Step<Boolean> reach(Viewer viewer, UUID file, TypedForm typed) {
    return contacting.agree(viewer, file, typed);
  }

  /// Somebody calls her; the gate is asked.
  ///
  /// @param read what was read and answered before
  /// @return the call
  public Step<UUID> call(Viewer viewer, UUID file, Set<String> read) {
    return contacting.call(viewer, file, read);
  }

  /// What came of it.
  public Step<Boolean> called(Viewer viewer, UUID file, UUID call, CallOutcome outcome) {
    return contacting.called(viewer, file, call, outcome);
  }

  /// Somebody writes her a letter; the gate is asked.
  ///
  /// @param read what was read and answered before
  /// @return the letter
  public Step<UUID> letter(Viewer viewer, UUID file, Set<String> read, Confidential words) {
    return writing.write(viewer, file, read, words);
  }

  /// The letter on paper, for the one who has begun it.
  public Step<byte[]> print(Viewer viewer, UUID file, UUID letter) {
    return writing.print(viewer, file, letter);
  }

  /// What came of it.
  public Step<Boolean> lettered(Viewer viewer, UUID file, UUID letter, LetterOutcome outcome) {
    return writing.written(viewer, file, letter, outcome);
  }

  /// Whether a word that somebody says is hers.
  public Step<Boolean> word(Viewer viewer, UUID file, Confidential said) {
    return contacting.word(viewer, file, said);
  }

  /// She takes it back.
  public Step<UUID> withdrawConsent(Viewer viewer, UUID file, Subject subject) {
    return consents.withdraw(viewer, file, subject);
  }

  /// She lets something be told.
  public Step<UUID> letTell(Viewer viewer, UUID file, Letting letting) {
    return tellings.record(viewer, file, letting);
  }

  /// She takes that back.
  public Step<UUID> withdrawLetting(Viewer viewer, UUID file, UUID consent) {
    return tellings.withdraw(viewer, file, consent);
  }

  /// Whether something may be told today by her consent: what everybody asks before it is sent.
  public Step<Leave> mayTell(Viewer viewer, UUID file, Telling telling) {
    return tellings.ask(viewer, file, telling);
  }

  /// What a party is given to see of the file.
  ///
  /// @return the decision
  public Step<UUID> decideInsight(Viewer viewer, UUID file, Seeing seeing) {
    return insights.decide(viewer, file, seeing);
  }

  /// Something is told to somebody.
  ///
  /// @return the record of it
  public Step<UUID> disclose(Viewer viewer, UUID file, Disclosing disclosing) {
    return disclosures.disclose(viewer, file, disclosing);
  }

  /// The risk is assessed.
  public Step<Result> assess(Viewer viewer, UUID file, Assessing assessing) {
    return assessments.assess(viewer, file, assessing);
  }

  /// An investigation is opened; who opens it investigates.
  ///
  /// @return its id
  public Step<UUID> openInvestigation(Viewer viewer, UUID file) {
    return investigations.open(viewer, file);
  }

  /// What she has been exposed to, while an investigation goes on.
  ///
  /// @param replaces what is written and is to give place; null for one more
  /// @return its id
  public Step<UUID> mapViolence(
      Viewer viewer, UUID file, @Nullable UUID replaces, Exposure exposure) {
    return mappings.expose(viewer, file, replaces, exposure);
  }

  /// A list of the investigation is answered, or answered anew.
  ///
  /// @return the id of the answers
  public Step<UUID> mapWith(Viewer viewer, UUID file, Checklist.Answers answers) {
    return mappings.check(viewer, file, answers);
  }

  /// It is ready.
  public Step<UUID> concludeInvestigation(
      Viewer viewer, UUID file, UUID investigation, Mapping mapping) {
    return investigations.conclude(viewer, file, investigation, mapping);
  }

  /// It is broken off.
  public Step<UUID> discontinueInvestigation(
      Viewer viewer, UUID file, UUID investigation, Confidential why) {
    return investigations.discontinue(viewer, file, investigation, why);
  }

  /// It is decided.
  ///
  /// @return the decision's id
  public Step<UUID> decide(Viewer viewer, UUID file, Deciding deciding) {
    return decisions.decide(viewer, file, deciding);
  }

  /// It is proposed, for a second person to confirm.
  ///
  /// @return the proposal's id
  public Step<UUID> propose(Viewer viewer, UUID file, Deciding deciding) {
    return decisions.propose(viewer, file, deciding);
  }

  /// The second person decides as proposed.
  ///
  /// @return the decision's id
  public Step<UUID> confirm(Viewer viewer, UUID file, UUID proposal) {
    return decisions.confirm(viewer, file, proposal);
  }

  /// The second person wants it otherwise.
  public Step<UUID> sendBack(Viewer viewer, UUID file, UUID proposal, Confidential why) {
    return decisions.sendBack(viewer, file, proposal, why);
  }

  /// She is told of what a decision will rest on.
  ///
  /// @return the communication's id
  public Step<UUID> communicate(Viewer viewer, UUID file, Communicating told) {
    return communications.send(viewer, file, told);
  }

  /// She has answered.
  public Step<UUID> answerCommunication(
      Viewer viewer, UUID file, UUID communication, LocalDate on, Confidential words) {
    return communications.answer(viewer, file, communication, on, words);
  }

  /// A decision is changed by a new one.
  ///
  /// @return the new decision's id
  public Step<UUID> change(Viewer viewer, UUID file, Changing changing) {
    return decisions.change(viewer, file, changing);
  }

  /// An obvious slip in a decision is put right beside it.
  public Step<UUID> correct(Viewer viewer, UUID file, UUID decision, Confidential words) {
    return decisions.correct(viewer, file, decision, words);
  }

  /// A late appeal is tried all the same.
  public Step<UUID> excuseAppeal(
      Viewer viewer, UUID file, UUID appeal, Excuse excuse, Confidential why) {
    return appeals.excuse(viewer, file, appeal, excuse, why);
  }

  /// She has got the decision.
  ///
  /// @return the last day to appeal
  public Step<Deadline> serve(Viewer viewer, UUID file, UUID decision, LocalDate served) {
    return decisions.serve(viewer, file, decision, served);
  }

  /// An appeal has come in.
  public Step<Appealed> receiveAppeal(Viewer viewer, UUID file, Appeal appeal) {
    return appeals.receive(viewer, file, appeal);
  }

  /// A late appeal is dismissed.
  public Step<UUID> dismissAppeal(Viewer viewer, UUID file, UUID appeal, Confidential words) {
    return appeals.dismiss(viewer, file, appeal, words);
  }

  /// An appeal in time has gone to the court.
  public Step<UUID> handOverAppeal(
      Viewer viewer, UUID file, UUID appeal, Reconsidered reconsidered) {
    return appeals.handOver(viewer, file, appeal, reconsidered);
  }

  /// A support is granted.
  ///
  /// @return its id
  public Step<UUID> grantSupport(Viewer viewer, UUID file, Supporting supporting) {
    return supports.grant(viewer, file, supporting);
  }

  /// A support has begun.
  public Step<UUID> beginSupport(Viewer viewer, UUID file, UUID support, LocalDate on) {
    return supports.begin(viewer, file, support, on);
  }

  /// A support has ended.
  public Step<UUID> endSupport(Viewer viewer, UUID file, UUID support, LocalDate on) {
    return supports.end(viewer, file, support, on);
  }

  /// A follow-up is to be made.
  ///
  /// @return its id
  public Step<UUID> planFollowUp(Viewer viewer, UUID file, LocalDate due) {
    return followUps.plan(viewer, file, due);
  }

  /// She has answered whether her need was met.
  public Step<UUID> followUp(Viewer viewer, UUID file, UUID followUp, FollowUp answer) {
    return followUps.answer(viewer, file, followUp, answer);
  }

  /// A plan is made with her, or a new one beside the one that stands.
  ///
  /// @param replaces the one whose place it takes; null for the first
  /// @return its id
  public Step<UUID> makePlan(Viewer viewer, UUID file, @Nullable UUID replaces, Plan plan) {
    return plans.make(viewer, file, replaces, plan);
  }

  /// Where something stands that is to be done by it.
  public Step<UUID> sayPlanAction(
      Viewer viewer, UUID file, UUID action, Plan.Standing standing, Confidential words) {
    return plans.say(viewer, file, action, standing, words);
  }

  /// The plan is closed.
  public Step<UUID> closePlan(Viewer viewer, UUID file, UUID plan, Confidential why) {
    return plans.close(viewer, file, plan, why);
  }

  /// The file is closed.
  public Step<UUID> close(Viewer viewer, UUID file, Closing closing) {
    return closings.close(viewer, file, closing);
  }

  /// Something has happened that may have changed the danger: the risk is to be assessed anew.
  ///
  /// @return its id
  public Step<UUID> dangerChanged(
      Viewer viewer, UUID file, DangerEvent what, LocalDate on, Confidential words) {
    return dangerChanges.note(viewer, file, what, on, words);
  }

  /// … and need not be.
  public Step<UUID> dismissReassessment(Viewer viewer, UUID file, UUID change, Confidential why) {
    return dangerChanges.dismiss(viewer, file, change, why);
  }

  /// Opens a closed file again.
  public Step<UUID> reopen(Viewer viewer, UUID file, Reopening reopening) {
    return reopenings.reopen(viewer, file, reopening);
  }

  /// Somebody comes along.
  ///
  /// @return its id
  public Step<UUID> accompany(Viewer viewer, UUID file, Accompaniment one) {
    return accompaniments.book(viewer, file, one);
  }

  /// What came of it.
  public Step<UUID> accompanied(
      Viewer viewer, UUID file, UUID one, boolean went, Confidential words) {
    return accompaniments.went(viewer, file, one, went, words);
  }

  /// … or it is called off.
  public Step<UUID> callOffAccompaniment(Viewer viewer, UUID file, UUID one, Confidential why) {
    return accompaniments.callOff(viewer, file, one, why);
  }

  /// What came of it that she was to be contacted after the closing.
  public Step<UUID> contactedAgain(Viewer viewer, UUID file, UUID again, Asked asked) {
    return contactsAgain.answer(viewer, file, again, asked);
  }

  /// A note of the journal.
  public Step<UUID> note(Viewer viewer, UUID file, Confidential text) {
    return note(viewer, file, new Noting(text, Set.of(), Confidential.of("")));
  }

  /// A note of the journal, with what it tells beside the matter.
  public Step<UUID> note(Viewer viewer, UUID file, Noting noting) {
    return notes.write(viewer, file, noting);
  }

  /// A note is corrected beside it.
  public Step<UUID> correctNote(Viewer viewer, UUID file, UUID note, Confidential text) {
    return notes.correct(viewer, file, note, text);
  }

  /// Something in the file is disputed.
  public Step<UUID> dispute(Viewer viewer, UUID file, Disputing disputing) {
    return notes.dispute(viewer, file, disputing);
  }

  /// She is told of the notes about her.
  public Step<UUID> informOfNotes(Viewer viewer, UUID file, Informing informing) {
    return notes.inform(viewer, file, informing);
  }

  /// A working note, the writer's own.
  public Step<UUID> keepWorkingNote(Viewer viewer, UUID file, Confidential text) {
    return workingNotes.keep(viewer, file, text);
  }

  /// She writes on in it.
  public Step<UUID> changeWorkingNote(Viewer viewer, UUID file, UUID id, Confidential text) {
    return workingNotes.change(viewer, file, id, text);
  }

  /// She writes it in the journal.
  ///
  /// @return the locked note
  public Step<UUID> lockWorkingNote(Viewer viewer, UUID file, UUID id, Noting noting) {
    return workingNotes.lock(viewer, file, id, noting);
  }

  /// She throws it away.
  public Step<UUID> throwWorkingNote(Viewer viewer, UUID file, UUID id) {
    return workingNotes.throwAway(viewer, file, id);
  }

  /// The head writes a mandate down.
  public Step<UUID> giveMandate(Viewer viewer, Mandate mandate) {
    return mandates.give(viewer, mandate);
  }

  /// The head ends a mandate: today is its last day.
  public Step<UUID> endMandate(Viewer viewer, UUID mandate) {
    return mandates.end(viewer, mandate);
  }

  /// The head gives the file to somebody else.
  public Step<UUID> handOver(Viewer viewer, UUID file, Handing handing) {
    return handovers.handOver(viewer, file, handing);
  }

  /// Whoever has got it has read what was handed over.
  public Step<UUID> takeOver(Viewer viewer, UUID file, UUID handover) {
    return handovers.received(viewer, file, handover);
  }

  /// The head has looked at two files that seem to be of one person.
  public Step<UUID> lookedAtSamePerson(Viewer viewer, UUID file) {
    return handovers.lookedAtSamePerson(viewer, file);
  }

  /// As it stands in a form and in a table.
  static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E of(E[] values, String code) {
    return Arrays.stream(values)
        .filter(one -> code(one).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such code"));
  }
}
