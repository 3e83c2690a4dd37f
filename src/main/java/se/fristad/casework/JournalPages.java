package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.page.Field;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.View;

/// The journal of a file, what is sought in it, and the file on paper.
@StaffFace
@Controller
class JournalPages {
  private static final String SOUGHT = "words";

  private final Readings readings;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  JournalPages(Readings readings, Shells shells, StaffNames names, Clock clock) {
    this.readings = readings;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/journal")
  View journal(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "1") String page) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.desk(viewer, file, NoteForm.KIND)) {
      case Opened.Value<Readings.Desk>(Readings.Desk desk) -> {
        Shell shell = shells.shell(viewer, request);
        Instant now = clock.instant();
        yield View.of(
            "casework/journal",
            new Journal(shell, viewer, desk.reading(), names, now)
                .page(
                    viewer.role() == Role.HEAD
                        ? null
                        : NotePanels.of(shell, file, desk.notes(), now, false),
                    Read.page(page)));
      }
      case Opened.NotThere<Readings.Desk> _ -> shells.notThere(viewer, request);
    };
  }

  /// Asks which words. What is sought is told in no address.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/find")
  View ask(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    return read(
        request,
        viewer,
        id,
        "open",
        journal ->
            View.of("casework/find", journal.found(field(texts(viewer, request), ""), null)));
  }

  /// Seeks words in one file, which is opened for it; the log says that it was sought in, not what.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @PostMapping("/staff/files/{id}/find")
  View find(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(name = SOUGHT, defaultValue = "") String typed) {
    String sought = PlainText.of(typed);
    Finding finding = Finding.of(sought);
    boolean tooLong = PlainText.length(sought) > Finding.MOST_CHARACTERS;
    boolean seeks = !tooLong && !finding.words().isEmpty();
    return read(
        request,
        viewer,
        id,
        seeks ? "find_in_file" : "open",
        journal -> {
          Texts texts = texts(viewer, request);
          Field field = field(texts, sought);
          if (seeks) {
            return View.of("casework/find", journal.found(field, finding));
          }
          String wrong =
              tooLong
                  ? texts.t("casework.find.long", Finding.MOST_CHARACTERS)
                  : texts.t(
                      sought.isBlank() ? "casework.find.blank" : "casework.find.short",
                      Finding.SHORTEST);
          return View.of("casework/find", journal.found(field.withError(wrong), null)).with(422);
        });
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/print")
  View print(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    return read(
        request, viewer, id, "print_file", journal -> View.of("casework/print", journal.print()));
  }

  /// What a party was given to see.
  @Allowed({Role.CASEWORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/insights/{record}")
  View insight(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String record) {
    UUID insight = Read.id(record).orElse(null);
    if (insight == null) {
      return shells.notThere(viewer, request);
    }
    return read(
        request,
        viewer,
        id,
        "print_insight",
        journal ->
            journal
                .seen(insight)
                .map(page -> View.of("casework/print", page))
                .orElseGet(() -> shells.notThere(viewer, request)));
  }

  private View read(
      HttpServletRequest request,
      Viewer viewer,
      String id,
      String act,
      Function<Journal, View> draw) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.read(viewer, file, act)) {
      case Opened.Value<Reading>(Reading reading) ->
          draw.apply(
              new Journal(shells.shell(viewer, request), viewer, reading, names, clock.instant()));
      case Opened.NotThere<Reading> _ -> shells.notThere(viewer, request);
    };
  }

  private Texts texts(Viewer viewer, HttpServletRequest request) {
    return shells.shell(viewer, request).texts();
  }

  private static Field field(Texts texts, String typed) {
    return Field.of(SOUGHT, texts.t("casework.find.words"))
        .withHint(texts.t("casework.find.words.hint"))
        .withValue(typed)
        .needed();
  }
}
