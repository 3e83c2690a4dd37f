package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.Moment;
import se.fristad.contact.NewWordsAsked;
import se.fristad.contact.NewWordsConfirmed;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.LostWords;
import se.fristad.contact.front.PhraseSet;
import se.fristad.contact.front.Returned;
import se.fristad.contact.front.Signs;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.page.TypedForm;
import se.fristad.retention.Destruction;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Lost words: a question that only she can answer, two of us who stand for it, new words on her
/// page alone, and the stop by the one who still has the old ones.
@FristadTest
@DisplayName("Lost words")
class NewWordsTest {
  private static final String ANSWER = "Blåbärsgrottan vid sjön";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Visits visits;
  @Autowired private LostWords lost;
  @Autowired private Destruction destruction;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyWrites() {
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact.visit");
    people.byHand("delete from contact_professional.thread");
    events.forget();
  }

  /// She who has lost her words: her earlier conversation, the words she lost, and the new one.
  private record Loser(People.Person old, String words, People.Person fresh) {}

  private Loser loser() {
    People.Person old = people.writes(Queue.SUPPORT, "Han följer efter mig");
    String words = words(old);
    assertThat(ask(old, "Vad kallar jag stället?", ANSWER))
        .isInstanceOf(LostWords.Asked.Kept.class);
    leaves(old);
    return new Loser(old, words, people.writes(Queue.SUPPORT, "Jag har tappat mina ord"));
  }

  private String words(People.Person person) {
    return Sides.on(
        Side.FRONT,
        () ->
            ((PhraseSet.Set) visits.givePhrase(person.queue(), person.token(), "sv"))
                .words()
                .reveal());
  }

  private LostWords.Asked ask(People.Person person, String question, String answer) {
    TypedForm typed = TypedForm.empty().with("question", question).with("answer", answer);
    return Sides.on(Side.FRONT, () -> lost.ask(person.queue(), person.token(), typed));
  }

  private void leaves(People.Person person) {
    Sides.run(Side.FRONT, () -> visits.leave(person.token()));
  }

  private Returned comesBack(String words) {
    return Sides.on(Side.FRONT, () -> visits.comeBack(Confidential.of(words), true));
  }

  private Signs.Lost told(Queue queue, VisitToken token) {
    return Sides.on(
        Side.FRONT,
        () ->
            visits.look(queue, token, 0) instanceof Looked.Here here
                ? here.signs().lost()
                : Signs.Lost.NO);
  }

  private PhraseSet takes(People.Person person) {
    return Sides.on(Side.FRONT, () -> lost.take(person.queue(), person.token(), "sv"));
  }

  private Browser.Answer tries(Browser worker, Loser loser, String answer) {
    Map<String, String> form = form(worker, loser.fresh());
    form.put("old", loser.old().thread().toString());
    form.put("answer", answer);
    return worker.post(loser.fresh().href() + "/lost", form);
  }

  private Browser.Answer confirms(Browser worker, Loser loser) {
    Map<String, String> form = form(worker, loser.fresh());
    form.put("renewal", people.id("select id from contact.renewal").toString());
    return worker.post(loser.fresh().href() + "/confirm", form);
  }

  private static Map<String, String> form(Browser browser, People.Person person) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get(person.href()).token());
    form.put("id", UUID.randomUUID().toString());
    return form;
  }

  private String state() {
    return people.text("select state from contact.renewal");
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  // the question

  @Test
  void her_answer_is_nowhere_in_clear_and_a_weak_one_is_refused_beside_its_field() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    assertThat(ask(person, "", "katt"))
        .isInstanceOfSatisfying(
            LostWords.Asked.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsOnlyKeys("question"));
    assertThat(ask(person, "Vad heter katten?", "Bo!"))
        .isInstanceOfSatisfying(
            LostWords.Asked.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsEntry("answer", "recognise.answer.short"));
    assertThat(ask(person, "Är det grottan?", "Grottan"))
        .isInstanceOfSatisfying(
            LostWords.Asked.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsEntry("answer", "recognise.answer.told"));
    assertThat(ask(person, "å".repeat(201), "å".repeat(201)))
        .isInstanceOfSatisfying(
            LostWords.Asked.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsOnlyKeys("question", "answer"));
    assertThat(people.count("select count(*) from contact.recognition")).isZero();
    assertThat(ask(person, "Vad kallar jag stället?", ANSWER))
        .isInstanceOf(LostWords.Asked.Kept.class);
    assertThat(ask(person, "Vad kallar jag stället nu?", ANSWER))
        .as("in place of the earlier one")
        .isInstanceOf(LostWords.Asked.Kept.class);
    assertThat(
            people.count(
                "select count(*) from contact.recognition where version = 2 and position('grottan'::bytea in sealed) = 0 and position('kallar'::bytea in sealed) = 0"))
        .isEqualTo(1);
    leaves(person);
    assertThat(ask(person, "Vad kallar jag stället?", ANSWER))
        .isInstanceOf(LostWords.Asked.Gone.class);
  }

  // asking and confirming

  @Test
  void staff_are_told_whether_it_agrees_a_second_confirms_and_the_words_are_on_her_page_alone() {
    Loser loser = loser();
    TestStaff.Person one = staff.add(Role.RECEPTION);
    Browser first = staff.logIn(one, port);
    assertThat(first.get(loser.fresh().href()).body()).contains("Personen har tappat sina ord");
    assertThat(first.get(loser.fresh().href() + "/lost").body())
        .contains("1 samtal med ord", loser.old().thread().toString(), "Fråga finns");
    assertThat(first.get(loser.fresh().href() + "/lost?old=" + loser.old().thread()).body())
        .contains("Vad kallar jag stället?", "3 försök är kvar")
        .doesNotContain("grottan");

    assertThat(tries(first, loser, "Grottan").body())
        .contains("Svaret stämmer inte.", "2 försök är kvar");
    assertThat(state()).isEqualTo("asked");
    assertThat(people.log(loser.old().thread())).contains("answer_differed:done");
    assertThat(events.of(NewWordsAsked.class)).singleElement().matches(asked -> !asked.agreed());

    assertThat(tries(first, loser, " blåbärsgrottan, VID sjön. ").location())
        .startsWith(loser.fresh().href());
    assertThat(state()).isEqualTo("agreed");
    assertThat(people.log(loser.old().thread())).contains("answer_agreed:done");
    assertThat(events.of(NewWordsAsked.class)).last().matches(NewWordsAsked::agreed);
    assertThat(takes(loser.fresh())).as("one is not two").isEqualTo(new PhraseSet.Gone());

    assertThat(first.get(loser.fresh().href()).body())
        .contains("En annan av oss ska bekräfta")
        .doesNotContain("Ge nya ord");
    confirms(first, loser);
    assertThat(state()).as("the same one again").isEqualTo("agreed");
    assertThat(people.log(loser.old().thread())).contains("confirm_words:refused");
    assertThat(events.of(NewWordsConfirmed.class)).isEmpty();

    Browser second = in(Role.CASEWORKER);
    assertThat(second.get(loser.fresh().href()).body()).contains("Ge nya ord");
    confirms(second, loser);
    assertThat(state()).isEqualTo("confirmed");
    assertThat(people.log(loser.old().thread())).contains("confirm_words:done");
    assertThat(events.of(NewWordsConfirmed.class)).hasSize(1);

    PhraseSet.Set given = (PhraseSet.Set) takes(loser.fresh());
    assertThat(given.words().reveal().split(" ")).hasSize(4);
    assertThat(state()).isEqualTo("given");
    assertThat(people.count("select count(*) from contact.renewal_key")).isZero();
    assertThat(takes(loser.fresh())).as("shown once").isEqualTo(new PhraseSet.Gone());
    assertThat(comesBack(given.words().reveal()))
        .isInstanceOfSatisfying(
            Returned.Found.class,
            found -> {
              assertThat(found.signs().lost()).isEqualTo(Signs.Lost.NO);
              assertThat(
                      Sides.on(
                          Side.FRONT,
                          () ->
                              ((Looked.Here) visits.look(Queue.SUPPORT, found.token(), 0))
                                  .lines()
                                  .getFirst()
                                  .words()
                                  .reveal()))
                  .isEqualTo("Han följer efter mig");
            });
    for (Browser worker : new Browser[] {first, second}) {
      assertThat(worker.get(loser.fresh().href()).body())
          .contains("Personen har hämtat sina nya ord")
          .doesNotContain(given.words().reveal());
    }
  }

  @Test
  void another_persons_page_gets_no_words_that_were_asked_for_here() {
    Loser loser = confirmed();
    People.Person other = people.writes(Queue.SUPPORT, "Hej");
    assertThat(takes(other)).isEqualTo(new PhraseSet.Gone());
    assertThat(takes(loser.old())).isEqualTo(new PhraseSet.Gone());
    assertThat(takes(loser.fresh())).isInstanceOf(PhraseSet.Set.class);
  }

  private Loser confirmed() {
    Loser loser = loser();
    tries(in(Role.RECEPTION), loser, ANSWER);
    confirms(in(Role.CASEWORKER), loser);
    assertThat(state()).isEqualTo("confirmed");
    return loser;
  }

  @Test
  void three_tries_and_no_more_until_she_leaves_a_new_question() {
    Loser loser = loser();
    Browser worker = in(Role.RECEPTION);
    tries(worker, loser, "Katten");
    tries(worker, loser, "Hunden");
    assertThat(tries(worker, loser, "Fågeln").body()).contains("Svaret har prövats tre gånger");
    assertThat(tries(worker, loser, ANSWER).body()).contains("Svaret har prövats tre gånger");
    assertThat(state()).isEqualTo("asked");
    assertThat(people.log(loser.old().thread())).contains("try_answer:refused");
    assertThat(people.count("select tries from contact.recognition")).isEqualTo(3);
    Returned.Found back = (Returned.Found) comesBack(loser.words());
    People.Person again = new People.Person(loser.old().thread(), Queue.SUPPORT, back.token());
    assertThat(ask(again, "Och om vintern?", ANSWER)).isInstanceOf(LostWords.Asked.Kept.class);
    assertThat(people.count("select tries from contact.recognition")).isZero();
  }

  @Test
  void the_same_form_twice_is_one_try_and_an_empty_answer_is_none() {
    Loser loser = loser();
    Browser worker = in(Role.RECEPTION);
    Map<String, String> form = form(worker, loser.fresh());
    form.put("old", loser.old().thread().toString());
    form.put("answer", " ");
    assertThat(worker.post(loser.fresh().href() + "/lost", form).body())
        .contains("Skriv personens svar.");
    form.put("answer", "å".repeat(201));
    assertThat(worker.post(loser.fresh().href() + "/lost", form).status()).isEqualTo(422);
    assertThat(people.count("select tries from contact.recognition")).isZero();
    form.put("answer", "Katten");
    worker.post(loser.fresh().href() + "/lost", form);
    // sent again, even with the right answer, it tells her nothing new, and the log says no more
    form.put("answer", "Blåbärsgrottan vid sjön");
    assertThat(worker.post(loser.fresh().href() + "/lost", form).body())
        .contains("Svaret stämmer inte.");
    assertThat(people.count("select tries from contact.recognition")).isEqualTo(1);
    assertThat(people.log(loser.old().thread()))
        .contains("answer_differed:done", "try_answer:done")
        .doesNotContain("answer_agreed:done");
  }

  @Test
  void without_words_or_a_question_or_of_itself_nothing_is_asked() {
    Browser worker = in(Role.RECEPTION);
    People.Person bare = people.writes(Queue.SUPPORT, "Hej");
    People.Person fresh = people.writes(Queue.SUPPORT, "Jag har tappat mina ord");
    assertThat(worker.get(fresh.href() + "/lost").body())
        .contains("Inget samtal med ord den dagen");
    assertThat(worker.get(fresh.href() + "/lost?day=i+g%C3%A5r").body())
        .contains("Dagen går inte att läsa");
    assertThat(worker.get(fresh.href() + "/lost?old=" + bare.thread()).body())
        .contains("tog aldrig några ord");
    words(bare);
    assertThat(worker.get(fresh.href() + "/lost?old=" + bare.thread()).body())
        .contains("lämnade ingen fråga");
    assertThat(worker.get(fresh.href() + "/lost?old=" + fresh.thread()).body())
        .contains("Det är det här samtalet");
    assertThat(worker.get(fresh.href() + "/lost?old=" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void one_who_knows_the_person_finds_neither_conversation_nor_says_yes() {
    Loser loser = loser();
    tries(in(Role.RECEPTION), loser, ANSWER);
    TestStaff.Person kin = staff.add(Role.CASEWORKER);
    Browser second = staff.logIn(kin, port);
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, now())",
        loser.old().thread(),
        kin.staff());
    assertThat(confirms(second, loser).status()).isEqualTo(404);
    assertThat(state()).isEqualTo("agreed");
    assertThat(second.get(loser.fresh().href() + "/lost").body())
        .doesNotContain(loser.old().thread().toString());
  }

  @Test
  void what_nobody_confirms_or_takes_within_a_day_lapses() {
    Loser loser = loser();
    tries(in(Role.RECEPTION), loser, ANSWER);
    clock.advance(Duration.ofHours(24).minusMinutes(1));
    Browser second = in(Role.CASEWORKER);
    assertThat(second.get(loser.fresh().href()).body()).contains("Ge nya ord");
    clock.advance(Duration.ofMinutes(2));
    confirms(second, loser);
    assertThat(people.count("select count(*) from contact.renewal where state = 'confirmed'"))
        .isZero();
    assertThat(people.log(loser.old().thread())).contains("confirm_words:refused");
    clock.reset();
    confirms(second, loser);
    Instant now = clock.instant();
    assertThat(Moment.on(now.plus(Duration.ofHours(25)), () -> takes(loser.fresh())))
        .isEqualTo(new PhraseSet.Gone());
    assertThat(Moment.on(now.plus(Duration.ofHours(23)), () -> takes(loser.fresh())))
        .isInstanceOf(PhraseSet.Set.class);
  }

  // the seven days

  @Test
  void the_old_words_lead_back_for_seven_days_and_tell_of_it_and_not_on_the_eighth() {
    Loser loser = confirmed();
    PhraseSet.Set given = (PhraseSet.Set) takes(loser.fresh());
    Instant taken = clock.instant();
    for (Duration before :
        new Duration[] {Duration.ZERO, Duration.ofDays(6), Duration.ofDays(7).minusMinutes(1)}) {
      assertThat(Moment.on(taken.plus(before), () -> comesBack(loser.words())))
          .isInstanceOfSatisfying(
              Returned.Found.class,
              found -> assertThat(found.signs().lost()).isEqualTo(Signs.Lost.GIVEN));
    }
    for (Duration after : new Duration[] {Duration.ofDays(7).plusMinutes(1), Duration.ofDays(8)}) {
      assertThat(Moment.on(taken.plus(after), () -> comesBack(loser.words())))
          .isEqualTo(new Returned.NoWay());
      assertThat(Moment.on(taken.plus(after), () -> comesBack(given.words().reveal())))
          .isInstanceOf(Returned.Found.class);
    }
    assertThat(tries(in(Role.RECEPTION), loser, ANSWER).body())
        .contains("Nya ord gavs för mindre än sju dagar sedan");
  }

  // the one who has the old words

  @Test
  void who_comes_by_the_old_words_is_told_and_stops_what_was_asked_before_anybody_gets_words() {
    Loser loser = confirmed();
    Returned.Found back = (Returned.Found) comesBack(loser.words());
    assertThat(back.signs().lost()).isEqualTo(Signs.Lost.ASKED);
    assertThat(Sides.on(Side.FRONT, () -> lost.stop(Queue.SUPPORT, back.token())))
        .isEqualTo(LostWords.Stopped.STOPPED);
    assertThat(state()).isEqualTo("stopped");
    assertThat(people.count("select count(*) from contact.renewal_key")).isZero();
    assertThat(takes(loser.fresh())).isEqualTo(new PhraseSet.Gone());
    assertThat(told(Queue.SUPPORT, back.token())).isEqualTo(Signs.Lost.NO);
    Browser worker = in(Role.RECEPTION);
    assertThat(worker.get(loser.fresh().href()).body()).contains("Stoppat av den som har");
    assertThat(worker.get(loser.old().href()).body())
        .contains("Den som har orden säger att det inte var den personen");
    assertThat(
            people.count(
                "select count(*) from contact.thread where id = ? and waiting_since is not null",
                loser.old().thread()))
        .isEqualTo(1);
    assertThat(tries(worker, loser, ANSWER).body()).contains("Ge inga nya ord");
    assertThat(Sides.on(Side.FRONT, () -> lost.stop(Queue.SUPPORT, back.token())))
        .isEqualTo(LostWords.Stopped.NOTHING);
  }

  @Test
  void a_stop_after_the_words_were_given_shows_out_whoever_has_them_and_the_old_ones_hold() {
    Loser loser = confirmed();
    PhraseSet.Set given = (PhraseSet.Set) takes(loser.fresh());
    Returned.Found his = (Returned.Found) comesBack(given.words().reveal());
    Returned.Found hers = (Returned.Found) comesBack(loser.words());
    assertThat(Sides.on(Side.FRONT, () -> lost.stop(Queue.SUPPORT, his.token())))
        .as("who came by the new words stops nothing")
        .isEqualTo(LostWords.Stopped.GONE);
    String newest = words(new People.Person(loser.old().thread(), Queue.SUPPORT, his.token()));
    assertThat(
            ask(
                new People.Person(loser.old().thread(), Queue.SUPPORT, his.token()),
                "Min fråga?",
                "Mitt svar"))
        .isInstanceOfSatisfying(
            LostWords.Asked.Unfit.class,
            unfit -> assertThat(unfit.wrong()).containsEntry("question", "recognise.wait"));
    assertThat(Sides.on(Side.FRONT, () -> lost.stop(Queue.SUPPORT, hers.token())))
        .isEqualTo(LostWords.Stopped.STOPPED);
    assertThat(comesBack(given.words().reveal())).isEqualTo(new Returned.NoWay());
    assertThat(comesBack(newest)).isEqualTo(new Returned.NoWay());
    assertThat(Sides.on(Side.FRONT, () -> visits.look(Queue.SUPPORT, his.token(), 0)))
        .isEqualTo(new Looked.Gone());
    Instant now = clock.instant();
    assertThat(Moment.on(now.plus(Duration.ofDays(20)), () -> comesBack(loser.words())))
        .as("they hold as ever")
        .isInstanceOf(Returned.Found.class);
  }

  @Test
  void a_page_that_stands_open_is_told_and_staff_are_told_of_it() {
    People.Person old = people.writes(Queue.SUPPORT, "Han följer efter mig");
    String words = words(old);
    ask(old, "Vad kallar jag stället?", ANSWER);
    Loser loser = new Loser(old, words, people.writes(Queue.SUPPORT, "Jag har tappat mina ord"));
    Browser worker = in(Role.RECEPTION);
    assertThat(worker.get(loser.fresh().href() + "/lost?old=" + old.thread()).body())
        .contains("Någon har det samtalets sida öppen just nu");
    assertThat(told(Queue.SUPPORT, old.token())).isEqualTo(Signs.Lost.NO);
    tries(worker, loser, "Katten");
    assertThat(told(Queue.SUPPORT, old.token())).isEqualTo(Signs.Lost.ASKED);
    assertThat(told(Queue.SUPPORT, loser.fresh().token())).isEqualTo(Signs.Lost.NO);
  }

  @Test
  void what_lives_on_for_a_promise_keeps_the_way_back_and_no_question() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    words(person);
    ask(person, "Vad kallar jag stället?", ANSWER);
    people.byHand(
        "insert into contact.promise (id, thread, kind, due_at, made_by, made_at)"
            + " values (gen_random_uuid(), ?, 'callback', now() + interval '40 days', gen_random_uuid(), now())",
        person.thread());
    clock.advance(Duration.ofDays(31));
    destruction.run();
    assertThat(people.count("select count(*) from contact.phrase")).isEqualTo(1);
    assertThat(people.count("select count(*) from contact.recognition")).isZero();
  }

  @Test
  void it_dies_with_either_conversation() {
    Loser loser = confirmed();
    people.byHand("delete from contact.thread where id = ?", loser.fresh().thread());
    assertThat(people.count("select count(*) from contact.renewal where fresh is null"))
        .isEqualTo(1);
    people.byHand("delete from contact.thread where id = ?", loser.old().thread());
    for (String table : new String[] {"renewal", "renewal_key", "recognition", "phrase"}) {
      assertThat(people.count("select count(*) from contact." + table)).as(table).isZero();
    }
  }
}
