package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DocumentPage;
import se.fristad.page.Described;
import se.fristad.page.Markdown;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// A document of a file, on the screen and on paper.
@StaffFace
@Controller
class DocumentPages {
  private final Documents documents;
  private final Readings readings;
  private final StaffNames names;
  private final Shells shells;
  private final Templates templates;
  private final Clock clock;

  DocumentPages(
      Documents documents,
      Readings readings,
      StaffNames names,
      Shells shells,
      Templates templates,
      Clock clock) {
    this.documents = documents;
    this.readings = readings;
    this.names = names;
    this.shells = shells;
    this.templates = templates;
    this.clock = clock;
  }

  /// The address of a document.
  static String href(UUID file, UUID document) {
    return CasePages.FILES + file + "/documents/" + document;
  }

  @Allowed({Role.CASEWORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/documents/{document}")
  View one(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable("document") String named) {
    UUID file = Read.id(id).orElse(null);
    UUID document = Read.id(named).orElse(null);
    if (file == null || document == null) {
      return shells.notThere(viewer, request);
    }
    Documents.Read read = documents.read(viewer, file, document).orElse(null);
    if (read == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.read(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) ->
          page(shells.shell(viewer, request), reading, read);
      case Opened.NotThere<Reading> _ -> shells.notThere(viewer, request);
    };
  }

  private View page(Shell shell, Reading reading, Documents.Read read) {
    Texts texts = shell.texts();
    DocumentRows.Row row = read.row();
    return View.of(
        "casework/document",
        new DocumentPage(
            shell,
            new ReadFile(shell, reading, names, clock.instant()).head(),
            texts.t(row.kind().textKey()),
            href(reading.file().id(), row.id()) + "/paper",
            List.of(
                new Described(texts.t("casework.document.made"), texts.moment(row.madeAt())),
                new Described(texts.t("casework.document.by"), name(texts, row.madeBy())),
                new Described(
                    texts.t("casework.document.of"),
                    texts.t("casework.document.version", row.version()))),
            read.nameless().isBlank() ? null : read.nameless().reveal(),
            Markdown.html(read.words().reveal(), 1)));
  }

  private String name(Texts texts, UUID staff) {
    Confidential name = names.of(List.of(staff)).get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }

  @Allowed({Role.CASEWORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/documents/{document}/paper")
  void paper(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable("document") String named)
      throws IOException {
    UUID file = Read.id(id).orElse(null);
    UUID document = Read.id(named).orElse(null);
    byte @Nullable [] paper =
        file == null || document == null
            ? null
            : documents.paper(viewer, file, document) instanceof Step.Done<byte[]>(byte[] done)
                ? done
                : null;
    if (paper == null) {
      templates.answer(shells.notThere(viewer, request), response);
      return;
    }
    paper(response, paper);
  }

  /// A file that a browser keeps nowhere and runs nothing of; its name says nothing.
  static void paper(HttpServletResponse response, byte[] paper) throws IOException {
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"1.pdf\"");
    response.setContentType("application/pdf");
    response.setContentLength(paper.length);
    response.getOutputStream().write(paper);
  }
}
