package se.fristad.casework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.ReachWords;
import se.fristad.page.Option;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// A letter: first how she is reached; the address and the paper come when that was read and
/// answered.
@StaffFace
@Component
class LetterForm implements StepForm {
  private static final String READ = "read";
  private static final String WORDS = "words";
  private final Road road;
  private final Writing writing;
  private final Clock clock;

  LetterForm(Road road, Writing writing, Clock clock) {
    this.road = road;
    this.writing = writing;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "letter";
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 13;
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return (at.reading().file().open()
                || ContactsAgain.isDue(at.reading(), Road.Again.By.LETTER, at.today()))
            && mayHave(at)
            && LetteredForm.open(at).stream().noneMatch(one -> one.outcome() == null)
        ? once(texts)
        : List.of();
  }

  private static boolean mayHave(At at) {
    Person person = at.reading().person();
    return !person.address().isBlank() || Writing.mediated(person, at.today());
  }

  @Override
  public Set<String> names() {
    return Set.of(READ, WORDS);
  }

  @Override
  public Set<String> several() {
    return Set.of(READ);
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    Person person = at.reading().person();
    Road.Protection held = person.treatedAs(at.today());
    if (held == Road.Protection.UNCHECKED || held == Road.Protection.FICTITIOUS) {
      sheet.notice(Tone.DANGER, texts.t("casework.step.letter.protected." + held.code()));
      return;
    }
    if (Writing.mediated(person, at.today())) {
      sheet.notice(Tone.DANGER, texts.t("casework.step.letter.mediated"));
    }
    Decision decision = writing.decision(person, at.reading().never(), clock.instant(), null);
    sheet.notice(
        switch (decision) {
          case Decision.Allowed _ -> Tone.SUCCESS;
          case Decision.AskFirst _ -> Tone.WARN;
          case Decision.Refused _ -> Tone.DANGER;
        },
        ReachWords.why(texts, decision));
    if (decision instanceof Decision.Refused) {
      return;
    }
    List<Option> asked = new ArrayList<>();
    for (String one : List.of("rule", "plain", "opens")) {
      asked.add(Option.of(one, texts.t("casework.step.letter.read." + one)));
    }
    if (decision instanceof Decision.AskFirst) {
      asked.add(Option.of("yes", texts.t("casework.step.letter.read.yes")));
    }
    sheet.area(sheet.needed(WORDS), 10, Writing.MOST);
    sheet.checks(sheet.needed(READ), asked);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    return sent.step(
        () -> road.letter(viewer, file, sent.typed().ticked(READ), sent.text(WORDS, Writing.MOST)));
  }
}
