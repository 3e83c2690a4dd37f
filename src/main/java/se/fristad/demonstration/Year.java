package se.fristad.demonstration;

import static se.fristad.demonstration.InventedPeople.one;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.fristad.assessment.Instrument;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.demonstration.Story.Came;
import se.fristad.intake.Source;
import se.fristad.intake.WayIn;
import se.fristad.law.WorkingDays;

/// The plan of an invented year: who comes when, with what, and how far each road goes. Pure: the
/// same seed, volumes and morning give the same plan.
///
/// The figures come out exactly, since they are dealt and not drawn: so many intakes, so many of
/// them opened, so many supports of each form. What else there is of people and violence is drawn
/// after E1: four of five are women, a third live in an honour context with several who use
/// violence, each has met several kinds.
final class Year {
  /// The calendar year that is made: both acts apply in it.
  static final int OF = 2025;

  private static final ZoneId HERE = OpeningHours.HERE;
  private static final String UPPSALA = "0380";
  private static final String HEBY = "0331";
  private static final String ALVKARLEBY = "0319";

  /// Inhabitants in hundreds, from memory and rounded (about 2023): only to spread the contacts.
  private static final Map<String, Integer> POPULATIONS =
      Map.of(
          "0305", 226, "0319", 96, "0330", 208, "0331", 142, "0360", 212, "0380", 2453, "0381", 483,
          "0382", 222);

  private static final List<SupportType> OUTPATIENT =
      List.of(
          SupportType.SUPPORT_TALKS,
          SupportType.SUPPORT_TALKS,
          SupportType.STRUCTURED_TALKS,
          SupportType.CBT_TALKS,
          SupportType.GROUP,
          SupportType.CONTACT_PERSON,
          SupportType.COURT_SUPPORT,
          SupportType.TREATMENT,
          SupportType.FAMILY_IN_HONOUR_CONTEXT);

  private static final Duration WAY_BACK = Duration.ofDays(70);

  /// Days from today on which something falls due: a little is late, something is due today, most
  /// of it within the week.
  private static final List<Integer> DUE = List.of(0, 3, -2, 6, 1, 12, 4, 0, 19, 2, 8);

  private final Volumes volumes;
  private final SplittableRandom seed;
  private final Instant morning;
  private final InventedPeople people = new InventedPeople();
  private final Set<Instant> taken = new HashSet<>();

  private Year(long seed, Volumes volumes, Instant morning) {
    this.volumes = volumes;
    this.seed = new SplittableRandom(seed);
    this.morning = morning;
  }

  /// Plans a year.
  ///
  /// @param morning this morning: where the open matters stand
  static List<Story> planned(long seed, Volumes volumes, Instant morning) {
    return new Year(seed, volumes, morning).planned();
  }

  private List<Story> planned() {
    List<Story> stories = new ArrayList<>();
    stories.addAll(theYear());
    for (int each = 0; each < volumes.contacts(); each++) {
      SplittableRandom random = seed.split();
      String municipality = municipality(random);
      Instant at = workingMoment(random, LocalDate.of(OF, 1, 2), LocalDate.of(OF, 12, 30));
      stories.add(
          new Story(
              at,
              WayIn.CHAT,
              Story.Talk.WHOLE,
              about(random, at, municipality),
              Came.NONE,
              null,
              random));
    }
    stories.addAll(openThisMorning());
    comesBack(stories);
    stories.sort(Comparator.comparing(Story::at));
    return List.copyOf(stories);
  }

  private List<Story> theYear() {
    List<Came> came = new ArrayList<>(Collections.nCopies(volumes.investigations(), Came.OPENS));
    int handedOver = 2 * volumes.handedOver();
    int nothing = volumes.intakes() - volumes.investigations() - handedOver;
    for (int each = 0; each < nothing; each++) {
      came.add(
          List.of(
                  Came.DECLINED,
                  Came.INFORMATION_ONLY,
                  Came.DECLINED,
                  Came.NO_CONTACT,
                  Came.PASSED_AUTHORITY)
              .get(each % 5));
    }
    Collections.shuffle(came, new Random(seed.nextLong()));
    List<Set<SupportType>> granted = granted();

    List<Story> stories = new ArrayList<>();
    int investigation = 0;
    for (Came became : came) {
      SplittableRandom random = seed.split();
      Set<SupportType> support = Set.of();
      boolean decided = false;
      if (became == Came.OPENS) {
        support = granted.get(investigation);
        decided = !support.isEmpty() || investigation % 7 == 0;
        investigation++;
      }
      // what is granted is granted within the year, so it begins early enough
      LocalDate last = LocalDate.of(OF, support.isEmpty() ? 12 : 10, support.isEmpty() ? 19 : 10);
      Instant at = workingMoment(random, LocalDate.of(OF, 1, 2), last);
      Story.About about = about(random, at, UPPSALA);
      stories.add(
          new Story(
              at,
              way(random),
              Story.Talk.WHOLE,
              about,
              became,
              became == Came.OPENS ? file(random, at, support, decided) : null,
              random));
    }
    for (String municipality : List.of(HEBY, ALVKARLEBY)) {
      for (int each = 0; each < volumes.handedOver(); each++) {
        SplittableRandom random = seed.split();
        Instant at = workingMoment(random, LocalDate.of(OF, 1, 2), LocalDate.of(OF, 12, 19));
        stories.add(
            new Story(
                at,
                way(random),
                Story.Talk.WHOLE,
                about(random, at, municipality),
                Came.PASSED_MUNICIPALITY,
                null,
                random));
      }
    }
    return stories;
  }

  /// Deals the supports: each shelter to an investigation of its own, each support at home to one
  /// of its own, the two meeting in some of them.
  private List<Set<SupportType>> granted() {
    List<Set<SupportType>> granted = new ArrayList<>();
    int together = volumes.shelter() / 2;
    for (int each = 0; each < volumes.investigations(); each++) {
      granted.add(EnumSet.noneOf(SupportType.class));
    }
    for (int each = 0; each < volumes.shelter(); each++) {
      granted.get(each).add(SupportType.SHELTER);
    }
    int from =
        Math.min(volumes.shelter() - together, volumes.investigations() - volumes.outpatient());
    for (int each = 0; each < volumes.outpatient(); each++) {
      granted.get(from + each).add(one(seed, OUTPATIENT));
    }
    Collections.shuffle(granted, new Random(seed.nextLong()));
    return granted;
  }

  private Story.File file(
      SplittableRandom random, Instant at, Set<SupportType> granted, boolean decided) {
    Instant opened = later(random, at, 0, 4);
    Instant concluded = later(random, opened, 10, 55);
    if (!decided) {
      return new Story.File(opened, concluded, null);
    }
    Instant decision = later(random, concluded, 0, 7);
    if (granted.isEmpty()) {
      return new Story.File(
          opened,
          concluded,
          new Story.Decision(
              decision,
              Set.of(),
              decision.plus(Duration.ofHours(20)),
              null,
              null,
              null,
              later(random, decision, 25, 40)));
    }
    LocalDate begins = later(random, decision, 0, 14).atZone(HERE).toLocalDate();
    Instant followedUp = later(random, decision, 60, 120);
    return new Story.File(
        opened,
        concluded,
        new Story.Decision(
            decision,
            granted,
            decision.plus(Duration.ofHours(20)),
            begins,
            followedUp.atZone(HERE).toLocalDate(),
            followedUp,
            later(random, followedUp, 1, 20)));
  }

  /// Matters that stand open this morning, each kind of them a few: conversations that wait and
  /// conversations that were answered, an intake that is not finished and one that nobody has taken
  /// up, investigations, a decision that she has not been told of, and supports that run. What is
  /// due in them is spread over the days around today.
  private List<Story> openThisMorning() {
    List<Story> stories = new ArrayList<>();
    for (int each = 0; each < volumes.open(); each++) {
      SplittableRandom random = seed.split();
      stories.add(
          switch (each % 8) {
            case 0 -> waiting(random, each / 8);
            case 1 -> answered(random, each / 8);
            case 2 -> inTheHouse(random, 3, Came.DRAFT, null);
            case 3 -> inTheHouse(random, 3, Came.OPENS, null);
            case 4, 5 -> investigated(random, each);
            case 6 -> decided(random, each);
            default -> supported(random, each);
          });
    }
    return stories;
  }

  /// Every other one came through the door of those who use violence.
  private Story waiting(SplittableRandom random, int each) {
    Instant at = alone(morning.minus(Duration.ofMinutes(3 + each * 21L + random.nextLong(9))));
    Queue queue = each % 2 == 0 ? Queue.SUPPORT : Queue.CHANGE;
    return new Story(
        at,
        WayIn.CHAT,
        new Story.Talk(queue, false, each == 0, false),
        about(random, at, municipality(random)),
        Came.NONE,
        null,
        random);
  }

  /// Most of them a while ago, and she took four words with her; one longer ago, and she did not.
  private Story answered(SplittableRandom random, int each) {
    boolean lately = each < 4;
    Instant at = alone(morning.minus(Duration.ofMinutes(lately ? 7 + each * 4L : 200)));
    return new Story(
        at,
        WayIn.CHAT,
        new Story.Talk(Queue.SUPPORT, true, lately, false),
        about(random, at, municipality(random)),
        Came.NONE,
        null,
        random);
  }

  private Story inTheHouse(
      SplittableRandom random, int mostDays, Came came, Story.@Nullable File file) {
    Instant at = workingBefore(random, mostDays);
    return new Story(
        at, way(random), Story.Talk.WHOLE, about(random, at, UPPSALA), came, file, random);
  }

  private Story investigated(SplittableRandom random, int each) {
    Instant at = workingBefore(random, (int) WAY_BACK.toDays());
    Instant opened = before(later(random, at, 0, 3));
    return open(random, at, new Story.File(opened, null, null), opened, each);
  }

  /// Of every other one, taken these days, she has not been told yet.
  private Story decided(SplittableRandom random, int each) {
    boolean told = each / 8 % 2 == 1;
    Instant at = workingBefore(random, (int) WAY_BACK.toDays()).minus(Duration.ofDays(60));
    Instant opened = before(later(random, at, 0, 3));
    Instant concluded =
        told
            ? before(later(random, opened, 20, 50))
            : workingMoment(random, today().minusDays(10), today().minusDays(5));
    Instant decision =
        told
            ? before(later(random, concluded, 1, 5))
            : before(workingMoment(random, today().minusDays(4), today()));
    Story.Decision taken =
        new Story.Decision(
            decision,
            Set.of(one(random, OUTPATIENT)),
            told ? decision.plus(Duration.ofHours(20)) : null,
            null,
            null,
            null,
            null);
    return open(random, at, new Story.File(opened, concluded, taken), decision, each);
  }

  private Story supported(SplittableRandom random, int each) {
    Instant at = workingBefore(random, (int) WAY_BACK.toDays()).minus(Duration.ofDays(60));
    Instant opened = before(later(random, at, 0, 3));
    Instant concluded = before(later(random, opened, 15, 40));
    Instant decision = before(later(random, concluded, 1, 5));
    LocalDate toFollowUp = today().plusDays(DUE.get((each / 8 * 3 + 1) % DUE.size()));
    Story.Decision taken =
        new Story.Decision(
            decision,
            Set.of(one(random, OUTPATIENT)),
            decision.plus(Duration.ofHours(20)),
            decision.plus(Duration.ofDays(1)).atZone(HERE).toLocalDate(),
            toFollowUp,
            null,
            null);
    return open(random, at, new Story.File(opened, concluded, taken), decision, each);
  }

  /// The risk is looked at again every fourth week, the last time so that the next falls due on one
  /// of the days around today.
  private Story open(SplittableRandom random, Instant at, Story.File file, Instant last, int each) {
    int stands = Instrument.initialRisk().validDays();
    Instant due =
        today()
            .plusDays(DUE.get((each * 5 + each / 8) % DUE.size()) - stands)
            .atTime(10, 5 + each % 50)
            .atZone(HERE)
            .toInstant();
    List<Instant> looked = new ArrayList<>();
    for (Instant next = file.opened().plus(Duration.ofDays(stands - 2));
        next.isBefore(due.minus(Duration.ofDays(4)));
        next = next.plus(Duration.ofDays(stands - 2))) {
      looked.add(next);
    }
    if (due.isAfter(last)) {
      looked.add(due);
    }
    return new Story(
        at,
        way(random),
        Story.Talk.WHOLE,
        about(random, at, UPPSALA),
        Came.OPENS,
        file.lookedAt(looked),
        random);
  }

  private LocalDate today() {
    return morning.atZone(HERE).toLocalDate();
  }

  /// One of those who came in the year comes back: the head is asked whether the two files are of
  /// one person.
  private static void comesBack(List<Story> stories) {
    List<Story> once =
        stories.stream()
            .filter(one -> one.file() != null && one.at().atZone(HERE).getYear() == OF)
            .toList();
    stories.stream()
        .filter(one -> one.file() != null && one.at().atZone(HERE).getYear() > OF)
        .filter(one -> !once.isEmpty())
        .max(Comparator.comparing(Story::at))
        .ifPresent(
            last -> stories.set(stories.indexOf(last), last.of(once.getFirst().about().person())));
  }

  private Story.About about(SplittableRandom random, Instant at, String municipality) {
    LocalDate day = at.atZone(HERE).toLocalDate();
    boolean honour = random.nextInt(100) < 36;
    int youngest = 18;
    int oldest = honour ? 34 : random.nextInt(10) == 0 ? 84 : 62;
    Invented person =
        people.draw(
            random, day, youngest, oldest, municipality, one(random, InventedWords.LANGUAGES));
    Set<ViolenceKind> kinds = EnumSet.of(ViolenceKind.PSYCHOLOGICAL);
    Set<Relationship> by = EnumSet.noneOf(Relationship.class);
    add(random, kinds, ViolenceKind.PHYSICAL, honour ? 45 : 70);
    add(random, kinds, ViolenceKind.CONTROL, honour ? 92 : 50);
    add(random, kinds, ViolenceKind.DIGITAL, 44);
    add(random, kinds, ViolenceKind.ECONOMIC, 33);
    add(random, kinds, ViolenceKind.DEATH_THREAT, 26);
    add(random, kinds, ViolenceKind.LATENT, 30);
    add(random, kinds, ViolenceKind.SEXUAL, honour ? 12 : 31);
    add(random, kinds, ViolenceKind.MATERIAL, 24);
    add(random, kinds, ViolenceKind.STALKING, honour ? 8 : 27);
    if (honour) {
      add(random, kinds, ViolenceKind.VIRGINITY_DEMAND, 40);
      add(random, kinds, ViolenceKind.FORCED_MARRIAGE, 30);
      add(random, kinds, ViolenceKind.ABDUCTION, 9);
      add(random, kinds, ViolenceKind.GENITAL_MUTILATION, 6);
      add(random, by, Relationship.PARENT, 80);
      add(random, by, Relationship.SIBLING, 48);
      add(random, by, Relationship.OTHER_RELATIVE, 40);
      add(random, by, Relationship.PARTNER, 25);
      add(random, by, Relationship.IN_LAW, 22);
      add(random, by, Relationship.OF_THE_COLLECTIVE, 18);
    } else {
      add(
          random,
          by,
          random.nextInt(100) < 55 ? Relationship.FORMER_PARTNER : Relationship.PARTNER,
          100);
      add(random, by, Relationship.IN_LAW, 7);
    }
    if (by.isEmpty()) {
      by.add(Relationship.PARENT);
    }
    List<Integer> children = new ArrayList<>();
    int number = random.nextInt(100) < (honour ? 25 : 55) ? 1 + random.nextInt(3) : 0;
    for (int each = 0; each < number; each++) {
      children.add(random.nextInt(0, 17));
    }
    int level = random.nextInt(100);
    return new Story.About(
        person,
        municipality,
        source(random),
        kinds,
        by,
        List.copyOf(children),
        level < 22 ? RiskLevel.LOW : level < 66 ? RiskLevel.MEDIUM : RiskLevel.HIGH);
  }

  private static <E extends Enum<E>> void add(
      SplittableRandom random, Set<E> to, E what, int ofHundred) {
    if (random.nextInt(100) < ofHundred) {
      to.add(what);
    }
  }

  private static Source source(SplittableRandom random) {
    return one(
        random,
        List.of(
            Source.SELF,
            Source.SELF,
            Source.SELF,
            Source.RELATIVE,
            Source.POLICE,
            Source.SOCIAL_SERVICES,
            Source.SOCIAL_SERVICES,
            Source.HEALTH_CARE,
            Source.SCHOOL,
            Source.SUPPORT_LINE));
  }

  private static WayIn way(SplittableRandom random) {
    int hundred = random.nextInt(100);
    return hundred < 38
        ? WayIn.CHAT
        : hundred < 76 ? WayIn.PHONE : hundred < 90 ? WayIn.VISIT : WayIn.REFERRAL;
  }

  private static String municipality(SplittableRandom random) {
    int all = POPULATIONS.values().stream().mapToInt(Integer::intValue).sum();
    int drawn = random.nextInt(all);
    for (Map.Entry<String, Integer> one : new java.util.TreeMap<>(POPULATIONS).entrySet()) {
      drawn -= one.getValue();
      if (drawn < 0) {
        return one.getKey();
      }
    }
    return UPPSALA;
  }

  private Instant workingMoment(SplittableRandom random, LocalDate first, LocalDate last) {
    while (true) {
      LocalDate day = first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
      if (WorkingDays.isWorkingDay(day)) {
        return alone(
            day.atTime(LocalTime.of(9, 0).plusMinutes(random.nextLong(7 * 60)))
                .atZone(HERE)
                .toInstant());
      }
    }
  }

  /// No two begin at the same moment: a conversation is found again by when it began.
  private Instant alone(Instant at) {
    Instant free = at;
    while (!taken.add(free)) {
      free = free.plusSeconds(1);
    }
    return free;
  }

  private Instant workingBefore(SplittableRandom random, int mostDays) {
    LocalDate today = today();
    return workingMoment(random, today.minusDays(mostDays + 4L), today.minusDays(1));
  }

  /// A moment of a working day, so many days later.
  private static Instant later(SplittableRandom random, Instant then, int least, int most) {
    LocalDate day =
        WorkingDays.onOrAfter(
            then.atZone(HERE).toLocalDate().plusDays(random.nextInt(least, most + 1)));
    Instant at =
        day.atTime(LocalTime.of(9, 0).plusMinutes(random.nextLong(7 * 60)))
            .atZone(HERE)
            .toInstant();
    return at.isAfter(then) ? at : then.plus(Duration.ofMinutes(20));
  }

  /// Not later than this morning.
  private Instant before(Instant at) {
    return at.isBefore(morning) ? at : morning.minus(Duration.ofMinutes(30));
  }

  /// How many of each: for the test, and for the page that says how far the making is.
  static Counted counted(List<Story> stories) {
    Map<Came, Integer> came = new HashMap<>();
    int outpatient = 0;
    int shelter = 0;
    for (Story story : stories) {
      if (story.at().atZone(HERE).getYear() == OF) {
        came.merge(story.came(), 1, Integer::sum);
        Story.@Nullable Decision decision = story.file() == null ? null : story.file().decision();
        for (SupportType type : decision == null ? Set.<SupportType>of() : decision.granted()) {
          outpatient += type.isOutpatient() ? 1 : 0;
          shelter += type.isShelter() ? 1 : 0;
        }
      }
    }
    int intakes =
        came.entrySet().stream()
            .filter(one -> one.getKey() != Came.NONE && one.getKey() != Came.DRAFT)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new Counted(intakes, came.getOrDefault(Came.OPENS, 0), outpatient, shelter);
  }

  /// The four figures of the year.
  record Counted(int intakes, int investigations, int outpatient, int shelter) {}
}
