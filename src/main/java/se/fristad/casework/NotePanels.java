package se.fristad.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.casework.web.NotePanel;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// Draws the note that lies on every page of a file.
final class NotePanels {
  private NotePanels() {}

  /// With what was typed and not sent.
  ///
  /// @param inPlace on the page of another form
  static NotePanel of(
      Shell shell, UUID file, Forms.@Nullable Kept kept, Instant now, boolean inPlace) {
    Texts texts = shell.texts();
    return panel(
        shell,
        file,
        UUID.randomUUID(),
        kept == null
            ? texts.t("casework.unsaved")
            : texts.t("casework.saved", texts.when(kept.at(), now)),
        field(shell, kept == null ? "" : kept.words().value(NoteForm.FIELD), List.of()),
        !inPlace,
        inPlace,
        null);
  }

  /// Empty again: a note was written.
  static NotePanel written(Shell shell, UUID file, Instant at) {
    Texts texts = shell.texts();
    return panel(
        shell,
        file,
        UUID.randomUUID(),
        "",
        field(shell, "", List.of()),
        true,
        true,
        texts.t("casework.note.written", texts.time(at)));
  }

  /// It was not taken, and why.
  static NotePanel refused(
      Shell shell, UUID file, UUID form, TypedForm typed, List<Refusal> refusals) {
    return panel(
        shell,
        file,
        form,
        "",
        field(shell, typed.value(NoteForm.FIELD), refusals),
        true,
        true,
        null);
  }

  private static NotePanel panel(
      Shell shell,
      UUID file,
      UUID form,
      String saved,
      Field field,
      boolean open,
      boolean inPlace,
      @Nullable String written) {
    return new NotePanel(
        shell,
        StepPages.href(file, NoteForm.KIND, null),
        form.toString(),
        saved,
        field,
        open,
        inPlace,
        written);
  }

  private static Field field(Shell shell, String typed, List<Refusal> refusals) {
    Texts texts = shell.texts();
    Field field =
        Field.of(NoteForm.FIELD, texts.t("casework.step.note.note"))
            .withHint(texts.t("casework.step.note.note.hint"))
            .withValue(typed)
            .needed();
    return refusals.isEmpty() ? field : field.withError(Sheet.sentence(texts, refusals.getFirst()));
  }
}
