package se.fristad.casework;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.CaseClosed;

/// Closing (*avslut*): nothing is left to do, she has been asked, and she is offered to be
/// contacted again. The file is kept.
@StaffFace
@Component
class Closings {
  private final Files files;
  private final InvestigationRows investigations;
  private final SupportRows supports;
  private final FollowUpRows followUps;
  private final ReportRows reports;
  private final PersonRows people;
  private final ContactsAgain contactsAgain;
  private final Tasks tasks;
  private final Forms forms;
  private final WorkingNoteRows workingNotes;
  private final JdbcClient sql;
  private final ApplicationEventPublisher events;

  Closings(
      Files files,
      InvestigationRows investigations,
      SupportRows supports,
      FollowUpRows followUps,
      ReportRows reports,
      PersonRows people,
      ContactsAgain contactsAgain,
      Tasks tasks,
      Forms forms,
      WorkingNoteRows workingNotes,
      JdbcClient sql,
      ApplicationEventPublisher events) {
    this.files = files;
    this.investigations = investigations;
    this.supports = supports;
    this.followUps = followUps;
    this.reports = reports;
    this.people = people;
    this.contactsAgain = contactsAgain;
    this.tasks = tasks;
    this.forms = forms;
    this.workingNotes = workingNotes;
    this.sql = sql;
    this.events = events;
  }

  /// Closes a file.
  Step<UUID> close(Viewer viewer, UUID file, Road.Closing closing) {
    return files.write(
        viewer,
        file,
        "close_file",
        hand -> {
          hand.open();
          Files.refuse(refusals(hand, closing));
          Words words =
              hand.words()
                  .with("closed_why", closing.why())
                  .with("contact", closing.contact().code())
                  .with("contact_how", closing.contactHow())
                  .with("follow_up_declined", closing.followUpDeclined() ? "yes" : "");
          byte[] sealed = hand.seal(hand.id(), "file", hand.nextSealed(), words);
          sql.sql(
                  """
                  update casework.file set state = 'closed', closed_at = ?, closed_by = ?, sealed_version = ?, sealed = ?
                   where id = ?
                  """)
              .params(
                  Timestamp.from(hand.now()), hand.staff(), hand.nextSealed(), sealed, hand.id())
              .update();
          sql.sql(
                  """
                  update casework.assignment set to_at = ?
                   where file = ? and to_at is null and relation in ('delivers', 'investigates')
                  """)
              .params(Timestamp.from(hand.now()), hand.id())
              .update();
          tasks.allDone(hand.id(), hand.staff(), hand.now());
          if (closing.contact() == Road.Contact.WANTED && closing.again() != null) {
            contactsAgain.promise(hand, closing.again());
          }
          forms.drop(hand.id(), hand.staff(), "closing");
          // a child's file follows on a report, which has been counted; no intake ends with it
          if (hand.file().kind() == CaseFile.Kind.ADULT) {
            events.publishEvent(
                new CaseClosed(UUID.randomUUID(), hand.today(), hand.file().municipality()));
          }
          return hand.id();
        });
  }

  private List<Refusal> refusals(Files.InHand hand, Road.Closing closing) {
    List<Refusal> refusals = new ArrayList<>();
    for (TaskKind duty : tasks.duties(hand.id())) {
      boolean declined = duty == TaskKind.FOLLOW_UP && closing.followUpDeclined();
      if (!declined) {
        refusals.add(CaseRule.NOTHING_LEFT_TO_DO.refusal("duties", "." + duty.code()));
      }
    }
    if (!workingNotes.of(hand.id(), hand.staff()).isEmpty()) {
      refusals.add(CaseRule.NOTHING_LEFT_TO_DO.refusal("duties", ".working_note"));
    }
    boolean child = hand.file().kind() == CaseFile.Kind.CHILD;
    if (child ? investigations.openIn(hand.id()) : investigations.unfinishedIn(hand.id())) {
      refusals.add(CaseRule.NOTHING_LEFT_TO_DO.refusal("duties", ".investigation"));
    }
    if (reports.of(hand.id()).stream().anyMatch(row -> row.made() && row.unanswered())) {
      refusals.add(CaseRule.CHILD_REPORT_IS_ANSWERED.refusal("duties", ".closing"));
    }
    if (supports.of(hand.id()).stream()
        .anyMatch(row -> SupportBeginsForm.goesOn(row, hand.today()))) {
      refusals.add(CaseRule.NOTHING_LEFT_TO_DO.refusal("duties", ".support"));
    }
    if (supports.of(hand.id()).stream()
        .anyMatch(row -> row.endedOn() == null && !SupportBeginsForm.goesOn(row, hand.today()))) {
      refusals.add(CaseRule.NOTHING_LEFT_TO_DO.refusal("duties", ".support_waits"));
    }
    if (!closing.followUpDeclined() && followUps.lacking(hand.id())) {
      refusals.add(CaseRule.NEED_IS_FOLLOWED_UP.refusal("follow_up"));
    }
    if (closing.contact() == Road.Contact.NOT_OFFERED) {
      refusals.add(CaseRule.CONTACT_IS_OFFERED.refusal("contact"));
    }
    if (closing.contact() == Road.Contact.WANTED && closing.contactHow().isBlank()) {
      refusals.add(CaseRule.CONTACT_IS_OFFERED.refusal("contact_how", ".how"));
    }
    // a child is followed up by a law of its own
    if (closing.contact() == Road.Contact.WANTED && !child) {
      Person person = people.find(hand.file().person()).orElseThrow();
      Road.Again again = closing.again();
      refusals.addAll(
          again == null
              ? List.of(CaseRule.CONTACT_ON_HER_TERMS.refusal("again_by", ".by"))
              : ContactsAgain.refusals(again, person, hand.today()));
    }
    if (closing.why().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("why", ".closed"));
    }
    return refusals;
  }
}
