package se.fristad.demonstration;

import static se.fristad.demonstration.InventedPeople.one;
import static se.fristad.vault.Confidential.of;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import se.fristad.casework.Link;
import se.fristad.page.TypedForm;

/// What people who do not exist write and say, in Swedish and six more languages, and what those
/// who answer write. Nobody's words: made up for the demonstration.
final class InventedWords {
  /// Languages of the invented people, Swedish as often as the others together.
  static final List<String> LANGUAGES =
      List.of("sv", "sv", "sv", "sv", "sv", "sv", "en", "ar", "so", "fa", "uk", "tr");

  private static final Map<String, List<String>> FIRST =
      Map.of(
          "sv",
          List.of(
              "Hej. Jag vet inte om jag har kommit rätt. Han kollar min telefon varje kväll.",
              "Min bror hämtar mig överallt. Jag får inte gå hem själv längre.",
              "Jag har flyttat ut men han står utanför mitt jobb. Vad kan jag göra?",
              "Får man prata med er utan att säga vem man är?",
              "Min syster ska åka till släkten i sommar och jag tror inte att hon får komma hem.",
              "Det är inte slag varje dag. Men jag är rädd hela tiden."),
          "en",
          List.of(
              "Hello, I am not sure this counts. He keeps my bank card and my passport.",
              "My family says I must marry this autumn. I have not said yes.",
              "I left him in March. He still finds out where I have been."),
          "ar",
          List.of(
              "مرحبا، زوجي يراقب هاتفي ولا أعرف مع من أتكلم.",
              "أهلي يريدون أن أسافر في الصيف وأنا خائفة ألا أعود.",
              "هل يمكن أن أتكلم معكم بدون أن أذكر اسمي؟"),
          "so",
          List.of(
              "Salaan. Ninkaygu lacagta wuu iga qaataa, guriga kamana bixi karo.",
              "Walaalkay ayaa i raaca meel kasta oo aan tago. Waan baqayaa."),
          "fa",
          List.of(
              "سلام. شوهرم همیشه گوشی مرا نگاه می‌کند. نمی‌دانم چه کنم.",
              "خانواده‌ام می‌گویند باید ازدواج کنم. من نمی‌خواهم."),
          "uk",
          List.of(
              "Добрий день. Чоловік погрожує забрати дітей, якщо я піду.",
              "Я живу в нього і не маю куди піти. Чи можна поговорити анонімно?"),
          "tr",
          List.of(
              "Merhaba, eşim telefonumu kontrol ediyor ve dışarı çıkmama izin vermiyor.",
              "Ailem beni istemediğim biriyle evlendirmek istiyor."));

  private static final List<String> OF_ONE_WHO_USES_VIOLENCE =
      List.of(
          "Hej. Jag har slagit min sambo två gånger. Jag vill inte vara sån. Kan man få hjälp?",
          "Min fru säger att hon är rädd för mig. Jag vet inte hur jag ska sluta.",
          "Jag kontrollerar var min tjej är hela tiden. Jag förstår att det är fel men jag slutar inte.");

  private static final List<String> ANSWERS =
      List.of(
          "Hej, du har kommit rätt. Är det säkert för dig att skriva just nu?",
          "Tack för att du berättar. Det du beskriver är våld, och det är inte ditt fel.",
          "Vi kan prata om vad som är säkrast först. Du bestämmer hur mycket du vill säga.",
          "Om det blir farligt, ring 112. Vi kan hjälpa dig att planera i lugn och ro.");

  private static final List<String> NOTES =
      List.of(
          "Hon berättar om kontroll över telefon och pengar. Vi gick igenom en säkerhetsplan.",
          "Samtal om vad som hänt sedan sist. Hon sover hos en väninna några nätter i veckan.",
          "Kontakt med polis diskuterad; hon vill vänta. Nytt samtal bokat.",
          "Hon önskar stöd i kontakten med skolan och med Försäkringskassan.",
          "Barnen har varit med när det hänt. Orosanmälan gjord, hon är informerad.");

  private static final List<String> MOTIVES =
      List.of(
          "Utredningen visar att våldet har pågått länge och att hon behöver stöd för att kunna leva tryggt. Behovet kan inte tillgodoses på annat sätt.",
          "Hon har berättat sammanhängande om hot och kontroll. Risken bedöms kvarstå efter separationen. Insatsen svarar mot behovet.",
          "Behovet av skydd är akut och kan inte mötas av henne själv eller av nätverket. Insatsen beviljas för den tid som behövs.");

  private static final List<String> DENIALS =
      List.of(
          "Behovet är tillgodosett genom de samtal som ges utan behovsprövning. Hon är upplyst om hur beslutet överklagas.",
          "Utredningen visar att behovet kan mötas av den insats som redan pågår i hemkommunen.");

  private static final List<String> SAFE_CONTACT =
      List.of(
          "Ring bara vardagar 10–14. Säg inte varifrån du ringer om någon annan svarar.",
          "Skriv aldrig brev. Sms bara med orden som vi har kommit överens om.",
          "Kontakta via skolkuratorn. Ring aldrig hem.",
          "Ring mobilen, inte arbetet. Inga meddelanden i röstbrevlådan.");

  private static final List<String> NEVER_CALLED =
      List.of(
          "Kontakta via skolkuratorn. Ring aldrig hem.",
          "Hon hör av sig själv och kommer på bokade tider.");

  private static final List<String> MAY_BE_CALLED =
      List.of(
          "Säg inte varifrån du ringer om någon annan svarar.",
          "Ring mobilen, inte arbetet. Inga meddelanden i röstbrevlådan.");

  private InventedWords() {}

  /// First words; some of those from outside the town say where they live.
  static String first(RandomGenerator random, String language, String municipality) {
    List<String> words = FIRST.get(language);
    if (words == null) {
      throw new IllegalArgumentException("nobody here writes " + language);
    }
    String first = one(random, words);
    return language.equals("sv") && random.nextInt(3) == 0
        ? first + " Jag bor i " + one(random, InventedPeople.places(municipality)) + "."
        : first;
  }

  /// First words at the other door.
  static String ofOneWhoUsesViolence(RandomGenerator random) {
    return one(random, OF_ONE_WHO_USES_VIOLENCE);
  }

  static String answer(RandomGenerator random) {
    return one(random, ANSWERS);
  }

  static String note(RandomGenerator random) {
    return one(random, NOTES);
  }

  /// What somebody in a shelter wants to reach, and somebody who is given talks.
  static final String GOAL_SAFE = "Jag vill bo någonstans där han inte kan komma in.";

  static final String GOAL_CALM = "Jag vill kunna sova och tänka på annat än honom.";

  static final String PLAN_DONE = "Vi gick igenom planen. Hon fortsätter själv härifrån.";

  /// How the children's best interest is judged in a decision about a parent.
  static final String CHILDS_BEST =
      "Barnens bästa är att föräldern får stöd och att vardagen håller. Barnen har fått veta det de kan förstå.";

  static String motive(RandomGenerator random, boolean granted) {
    return one(random, granted ? MOTIVES : DENIALS);
  }

  static String safeContact(RandomGenerator random) {
    return one(random, SAFE_CONTACT);
  }

  /// What she says of how she may be reached; her words never contradict her answers. Its chance is
  /// the file's own, so that the rest of the year stays as it is.
  static TypedForm reach(UUID file) {
    RandomGenerator random = new SplittableRandom(file.getMostSignificantBits());
    int call = random.nextInt(100);
    TypedForm typed =
        TypedForm.empty().with("note", one(random, call < 15 ? NEVER_CALLED : MAY_BE_CALLED));
    if (call < 15) {
      return typed.with("call", "never").with("letter", "never");
    }
    typed = typed.with("call", call < 35 ? "ask_first" : "may").with("ours", "grön sjal");
    return random.nextBoolean()
        ? typed
        : typed
            .with("days", "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
            .with("from", "09:30")
            .with("until", "14:30");
  }

  private static final List<String> HIS =
      List.of("Pappan", "Mannen hon har lämnat", "Sambon", "Exmaken");
  private static final List<String> THEIRS =
      List.of("Svärmodern", "Hans äldre bror", "Farbrodern", "Kusinen");
  private static final List<String> HERS =
      List.of("Syster Mona", "Grannen Gun", "Kollegan Petra", "Moster Eva");

  /// Those around her, as she tells it. Its chance is the file's own.
  ///
  /// @param on the day she tells it
  static List<Link> links(UUID file, LocalDate on) {
    RandomGenerator random = new SplittableRandom(file.getLeastSignificantBits());
    List<Link> links = new ArrayList<>();
    links.add(
        link(
            one(random, HIS),
            Link.Bond.FORMER_PARTNER,
            Link.Danger.DANGEROUS,
            "",
            "Vet inte var hon är nu.",
            on));
    if (random.nextBoolean()) {
      links.add(
          link(
              one(random, THEIRS),
              Link.Bond.IN_LAW,
              random.nextBoolean() ? Link.Danger.DANGEROUS : Link.Danger.UNCERTAIN,
              random.nextInt(3) == 0 ? "Utomlands" : "",
              "Frågar barnen var de bor.",
              on));
    }
    links.add(
        link(
            one(random, HERS),
            Link.Bond.FRIEND,
            Link.Danger.SAFE,
            "",
            "Kan ringas dygnet runt.",
            on));
    return links;
  }

  private static Link link(
      String name, Link.Bond bond, Link.Danger danger, String country, String words, LocalDate on) {
    boolean first = bond == Link.Bond.FORMER_PARTNER;
    return new Link(
        null,
        of(name),
        bond,
        danger,
        danger == Link.Danger.DANGEROUS,
        first,
        of(country),
        of(""),
        of(""),
        of(""),
        Link.Source.HERSELF,
        on,
        of(words),
        false,
        of(""));
  }
}
