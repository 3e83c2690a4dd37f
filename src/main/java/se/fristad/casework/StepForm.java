package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// A step of a file as a form in the browser. [StepPages] does the rest for every one of them: the
/// page under the file's head, saving as one types, what comes back after a lost session, refusals
/// beside the fields and in the summary, nothing typed lost, one effect of a double click, and the
/// same *not there* for everyone who may not.
///
/// A new one, in this order; [ConsentForm] is the shortest to copy:
///
/// 1. a package-private bean that implements this, with [#kind] as its address:
///    `/staff/files/{file}/steps/{kind}`, or `…/{kind}/{record}` when it is about one record of the
///    file (this decision, that follow-up);
/// 2. [#of]: in whose file, an adult's unless it says a child's; [#offers]: when the file's page
///    shows it as a next step, and about which records;
/// 3. [#names] and [#draw]: its fields, each drawn by [Sheet]; [Sheet] finds label, hint, what was
///    typed and what is wrong by the field's name;
/// 4. [#send]: [Sent] reads what was typed and says what cannot be read; then one step of [Road] or
///    [ChildRoad], once;
/// 5. its texts, in `casework_inquiry_*.properties` or a file of its own: `casework.step.<kind>`
///    (the title and the link), `….send` (the button), and if there is something to say `….lead`
///    and `….consequence`; `casework.step.<kind>.<field>` and if need be `….<field>.hint`;
///    `casework.step.<kind>.part.<part>` for the headings;
/// 6. its test, as `StepPagesTest`. Routes, access matrix and tables are there.
interface StepForm {
  /// A code of letters and underscores: its address, and what it is kept under.
  String kind();

  /// Who takes this step.
  default Set<Role> roles() {
    return Set.of(Role.CASEWORKER);
  }

  /// In whose files it is taken.
  default Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT);
  }

  /// How it can be taken now in this file, an adult's or a child's; empty when it cannot.
  default List<Offer> offered(At at, Texts texts) {
    return of().contains(at.reading().file().kind()) ? offers(at, texts) : List.of();
  }

  /// Its place among the next steps.
  int order();

  /// What is done by it, of what is due.
  default Set<TaskKind> does() {
    return Set.of();
  }

  /// Where somebody is who takes it.
  ///
  /// @param record the record that the address names; null when it names none
  record At(Viewer viewer, Reading reading, @Nullable UUID record, LocalDate today) {}

  /// A step that can be taken now.
  ///
  /// @param record the record it is about; null when it is about the file
  record Offer(@Nullable UUID record, String label) {}

  /// How it can be taken now; empty when it cannot.
  List<Offer> offers(At at, Texts texts);

  /// It can be taken, in one way.
  default List<Offer> once(Texts texts) {
    return List.of(new Offer(null, texts.t("casework.step." + kind())));
  }

  /// Whether it stands among the next steps of the file's page.
  default boolean next() {
    return true;
  }

  /// The fields; what else is sent is thrown away.
  Set<String> names();

  /// Those of them in which more than one may be ticked.
  default Set<String> several() {
    return Set.of();
  }

  /// Whether what is typed is kept until it is sent. What proves that somebody is she is not.
  default boolean keeps() {
    return true;
  }

  /// What stands in it before anybody has typed.
  default TypedForm begun(At at) {
    return TypedForm.empty();
  }

  /// Draws its fields. Also of a step that cannot be taken any more: what was typed comes back.
  void draw(Sheet sheet, At at);

  /// What the answers so far come to, in sentences; written anew as one types.
  default List<String> says(TypedForm typed, Texts texts, LocalDate today) {
    return List.of();
  }

  /// Takes the step. One of [Road] or [ChildRoad], once: the form counts as sent by it.
  Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent);
}
