package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.AgeBand;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.law.Rules;
import se.fristad.vault.Confidential;

/// The investigation (*utredning*): opened at once, ready when the violence is mapped and the needs
/// are written down, broken off when she does not want it any more.
@StaffFace
@Component
class Investigations {
  private final Files files;
  private final FileRows rows;
  private final InvestigationRows investigations;
  private final Mappings mappings;
  private final PersonRows people;
  private final ConsentRows consents;
  private final Tasks tasks;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  Investigations(
      Files files,
      FileRows rows,
      InvestigationRows investigations,
      Mappings mappings,
      PersonRows people,
      ConsentRows consents,
      Tasks tasks,
      Forms forms,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.investigations = investigations;
    this.mappings = mappings;
    this.people = people;
    this.consents = consents;
    this.tasks = tasks;
    this.forms = forms;
    this.events = events;
  }

  /// Opens one; who opens it investigates.
  Step<UUID> open(Viewer viewer, UUID file) {
    return files.write(
        viewer,
        file,
        "open_investigation",
        hand -> {
          hand.open();
          Person person = people.find(hand.file().person()).orElseThrow();
          List<Refusal> refusals = new ArrayList<>();
          if (person.age(hand.today()).orElse(18) < 18
              || hand.file().kind() == CaseFile.Kind.CHILD) {
            refusals.add(CaseRule.CHILD_HAS_A_FILE_OF_ITS_OWN.refusal("investigation"));
          }
          if (!consents.stands(hand.id(), Road.Subject.REGISTER, hand.today())) {
            refusals.add(CaseRule.CONSENT_STANDS.refusal("investigation"));
          }
          if (investigations.unfinishedIn(hand.id())) {
            refusals.add(CaseRule.ONE_INVESTIGATION.refusal("investigation"));
          }
          if (rows.delivers(hand.id(), hand.staff())) {
            refusals.add(
                CaseRule.DELIVERER_IS_NOT_INVESTIGATOR.refusal("investigation", ".investigator"));
          }
          Files.refuse(refusals);
          UUID id = UUID.randomUUID();
          investigations.insert(
              hand.id(),
              new InvestigationRows.Row(
                  id,
                  hand.staff(),
                  Rules.INVESTIGATE_AT_ONCE.on(hand.today()).orElseThrow().act().name(),
                  InvestigationRows.State.OPEN,
                  hand.now(),
                  hand.staff(),
                  null,
                  1,
                  hand.seal(id, "investigation", 1, Words.none()),
                  false));
          rows.assign(hand.id(), hand.staff(), "investigates", hand.now(), hand.staff());
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.INVESTIGATE);
          events.publishEvent(
              new InvestigationOpened(
                  UUID.randomUUID(), hand.today(), hand.file().municipality(), band(person, hand)));
          return id;
        });
  }

  /// It is ready: what happened, who did it, what is needed.
  Step<UUID> conclude(Viewer viewer, UUID file, UUID investigation, Road.Mapping said) {
    return files.write(
        viewer,
        file,
        "conclude_investigation",
        hand -> {
          hand.open();
          hand.ofAdult();
          InvestigationRows.Row row = open(hand, investigation);
          Road.Mapping mapping = mappings.whole(hand, said);
          List<Refusal> refusals = new ArrayList<>();
          if (!consents.stands(hand.id(), Road.Subject.REGISTER, hand.today())) {
            refusals.add(CaseRule.CONSENT_STANDS.refusal("investigation"));
          }
          if (mapping.kinds().isEmpty()) {
            refusals.add(CaseRule.VIOLENCE_AND_NEEDS_MAPPED.refusal("kinds", ".kinds"));
          }
          if (mapping.perpetrators().isEmpty()) {
            refusals.add(
                CaseRule.VIOLENCE_AND_NEEDS_MAPPED.refusal("perpetrators", ".perpetrators"));
          }
          if (mapping.needs().isEmpty()) {
            refusals.add(CaseRule.VIOLENCE_AND_NEEDS_MAPPED.refusal("needs", ".needs"));
          }
          Files.refuse(refusals);
          end(hand, row, InvestigationRows.State.CONCLUDED, words(mapping));
          forms.drop(hand.id(), hand.staff(), "investigation");
          return row.id();
        });
  }

  /// It is broken off: nobody is investigated against her will.
  Step<UUID> discontinue(Viewer viewer, UUID file, UUID investigation, Confidential why) {
    return files.write(
        viewer,
        file,
        "discontinue_investigation",
        hand -> {
          hand.open();
          hand.ofAdult();
          InvestigationRows.Row row = open(hand, investigation);
          if (why.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("why", ".discontinued"));
          }
          end(hand, row, InvestigationRows.State.DISCONTINUED, Words.none().with("why", why));
          return row.id();
        });
  }

  private InvestigationRows.Row open(Files.InHand hand, UUID investigation) {
    InvestigationRows.Row row = investigations.find(hand.id(), investigation).orElse(null);
    if (row == null || row.state() != InvestigationRows.State.OPEN) {
      throw Files.refused(CaseRule.ONE_INVESTIGATION.refusal("investigation", ".not_open"));
    }
    return row;
  }

  private void end(
      Files.InHand hand, InvestigationRows.Row row, InvestigationRows.State state, Words words) {
    int version = row.version() + 1;
    investigations.end(
        row.id(), state, hand.now(), version, hand.seal(row.id(), "investigation", version, words));
  }

  /// Her age as a figure may know it.
  static AgeBand band(Person person, Files.InHand hand) {
    var age = person.age(hand.today());
    return age.isPresent() ? AgeBand.of(age.getAsInt()) : AgeBand.UNKNOWN;
  }

  private static Words words(Road.Mapping mapping) {
    Words words =
        Words.none()
            .withCodes("kinds", mapping.kinds().stream().map(ViolenceKind::code).sorted().toList())
            .with("period", mapping.period())
            .with("words", mapping.words())
            .with("own_words", mapping.ownWords())
            .with("perpetrators", Integer.toString(mapping.perpetrators().size()))
            .with("needs", Integer.toString(mapping.needs().size()));
    for (int i = 0; i < mapping.perpetrators().size(); i++) {
      Road.Perpetrator one = mapping.perpetrators().get(i);
      words =
          words
              .with("p" + i + "_relation", one.relation().code())
              .with("p" + i + "_words", one.words());
    }
    for (int i = 0; i < mapping.needs().size(); i++) {
      Road.Need one = mapping.needs().get(i);
      words =
          words
              .with("n" + i + "_domain", one.domain().code())
              .with("n" + i + "_horizon", one.horizon().code())
              .with("n" + i + "_who", one.who())
              .with("n" + i + "_words", one.words());
    }
    return words;
  }

  /// What was mapped, read back.
  static Road.Mapping mapping(Words words) {
    List<Road.Perpetrator> perpetrators = new ArrayList<>();
    for (int i = 0; i < number(words, "perpetrators"); i++) {
      perpetrators.add(
          new Road.Perpetrator(
              Codes.relationship(words.value("p" + i + "_relation")),
              words.text("p" + i + "_words")));
    }
    List<Road.Need> needs = new ArrayList<>();
    for (int i = 0; i < number(words, "needs"); i++) {
      needs.add(
          new Road.Need(
              Road.NeedDomain.of(words.value("n" + i + "_domain")),
              Road.Horizon.of(words.value("n" + i + "_horizon")),
              words.text("n" + i + "_who"),
              words.text("n" + i + "_words")));
    }
    return new Road.Mapping(
        words.codes("kinds").stream().map(Codes::violence).collect(Collectors.toSet()),
        perpetrators,
        words.text("period"),
        words.text("words"),
        words.text("own_words"),
        needs);
  }

  private static int number(Words words, String name) {
    return words.value(name).isEmpty() ? 0 : Integer.parseInt(words.value(name));
  }
}
