package se.fristad.casework;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.FilePage;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.View;

/// The page of a file.
@StaffFace
@Controller
class CasePages {
  private final Files files;
  private final ObjectProvider<CasePanel> panels;
  private final Shells shells;
  private final Templates templates;

  CasePages(Files files, ObjectProvider<CasePanel> panels, Shells shells, Templates templates) {
    this.files = files;
    this.panels = panels;
    this.shells = shells;
    this.templates = templates;
  }

  private record Read(CaseFile file, String number) {}

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID asked = id(id).orElse(null);
    if (asked == null) {
      return shells.notThere(viewer, request);
    }
    Opened<Read> opened =
        files.read(viewer, asked, hand -> new Read(hand.file(), hand.words().value("number")));
    return switch (opened) {
      case Opened.Value<Read> read -> page(request, viewer, read.value());
      case Opened.NotThere<Read> notThere -> shells.notThere(viewer, request);
    };
  }

  private View page(HttpServletRequest request, Viewer viewer, Read read) {
    Shell shell = shells.shell(viewer, request);
    List<Content> sections =
        panels.stream()
            .sorted(Comparator.comparingInt(CasePanel::order))
            .flatMap(panel -> panel.on(viewer, read.file(), shell).stream())
            .map(this::section)
            .toList();
    return View.of(
        "casework/file",
        new FilePage(
            shell,
            read.number(),
            shell.t(read.file().open() ? "casework.state.open" : "casework.state.closed"),
            sections));
  }

  /// A panel's view as a part of the page: rendered, and thereby escaped, by its own template.
  private Content section(View view) {
    String html = templates.render(view);
    return output -> output.writeContent(html);
  }

  static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
