package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.SentFiles;
import se.fristad.contact.ThreadId;
import se.fristad.page.Read;
import se.fristad.page.Templates;

/// The pictures of what she has sent, and the document as she sent it. Whatever is in a document,
/// it is handed out as bytes that no browser opens by itself.
@StaffFace
@Controller
class SentFilesPages {
  /// Nothing may run, load or be framed.
  private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

  private final SentFiles files;
  private final Shells shells;
  private final Templates templates;

  SentFilesPages(SentFiles files, Shells shells, Templates templates) {
    this.files = files;
    this.shells = shells;
    this.templates = templates;
  }

  private record Named(Queue queue, ThreadId thread, UUID file) {
    static Optional<Named> of(String queue, String thread, String file) {
      Queue named = InboxPages.queue(queue).orElse(null);
      UUID id = Read.id(thread).orElse(null);
      UUID one = Read.id(file).orElse(null);
      return named == null || id == null || one == null
          ? Optional.empty()
          : Optional.of(new Named(named, new ThreadId(id), one));
    }
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping("/staff/inbox/{queue}/{thread}/files/{file}/{page}")
  void picture(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @PathVariable String file,
      @PathVariable String page)
      throws IOException {
    byte[] bytes =
        Named.of(queue, thread, file)
            .flatMap(named ->
                value(
                    files.picture(
                        viewer, named.queue(), named.thread(), named.file(), Read.number(page))))
            .orElse(null);
    answer(request, response, viewer, bytes, "image/jpeg", "inline");
  }

  @Allowed(
      value = {Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER},
      shownAnew = true)
  @PostMapping("/staff/inbox/{queue}/{thread}/files/{file}/original")
  void original(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @PathVariable String file)
      throws IOException {
    byte[] bytes =
        Named.of(queue, thread, file)
            .flatMap(
                named -> value(files.original(viewer, named.queue(), named.thread(), named.file())))
            .orElse(null);
    answer(
        request,
        response,
        viewer,
        bytes,
        "application/octet-stream",
        "attachment; filename=\"original.pdf\"");
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      byte @Nullable [] bytes,
      String type,
      String disposition)
      throws IOException {
    if (bytes == null) {
      templates.answer(shells.notThere(viewer, request), response);
      return;
    }
    response.setHeader("Content-Security-Policy", NOTHING_RUNS);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", disposition);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static Optional<byte[]> value(Opened<byte[]> opened) {
    return switch (opened) {
      case Opened.Value<byte[]>(byte[] bytes) -> Optional.of(bytes);
      case Opened.NotThere<byte[]> _ -> Optional.empty();
    };
  }
}
