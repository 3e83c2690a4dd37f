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
      Shell shell, UUID file, List<Forms.Kept> versions, Instant now, boolean inPlace) {
    Texts texts = shell.texts();
    Forms.Kept kept = versions.isEmpty() ? null : versions.getFirst();
    return panel(
        shell,
        file,
        Window.of(kept),
        kept == null
            ? texts.t("casework.unsaved")
            : texts.t("casework.saved", texts.when(kept.at(), now)),
        field(shell, kept == null ? "" : kept.words().value(NoteForm.FIELD), List.of()),
        !inPlace,
        inPlace,
        versions.size() > 1,
        null);
  }

  /// Empty again: a note was written.
  static NotePanel written(Shell shell, UUID file, Instant at) {
    Texts texts = shell.texts();
    return panel(
        shell,
        file,
        Window.of(UUID.randomUUID()),
        "",
        field(shell, "", List.of()),
        true,
        true,
        false,
        texts.t("casework.note.written", texts.time(at)));
  }

  /// It was not taken, and why.
  static NotePanel refused(
      Shell shell, UUID file, Window window, TypedForm typed, List<Refusal> refusals) {
    return panel(
        shell,
        file,
        window,
        "",
        field(shell, typed.value(NoteForm.FIELD), refusals),
        true,
        true,
        false,
        null);
  }

  private static NotePanel panel(
      Shell shell,
      UUID file,
      Window window,
      String saved,
      Field field,
      boolean open,
      boolean inPlace,
      boolean versions,
      @Nullable String written) {
    return new NotePanel(
        shell,
        StepPages.href(file, NoteForm.KIND, null),
        window.sent(),
        saved,
        field,
        open,
        inPlace,
        versions ? StepPages.href(file, NoteForm.KIND, null) : null,
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
