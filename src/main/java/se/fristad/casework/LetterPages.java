package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.page.Read;
import se.fristad.page.Templates;

/// The paper of a letter, for the one who has answered the rule and as long as that holds.
@StaffFace
@Controller
class LetterPages {
  private final Road road;
  private final Shells shells;
  private final Templates templates;

  LetterPages(Road road, Shells shells, Templates templates) {
    this.road = road;
    this.shells = shells;
    this.templates = templates;
  }

  @Allowed(Role.CASEWORKER)
  @GetMapping("/staff/files/{id}/letters/{record}")
  void paper(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String record)
      throws IOException {
    UUID file = Read.id(id).orElse(null);
    UUID letter = Read.id(record).orElse(null);
    if (file == null || letter == null) {
      templates.answer(shells.notThere(viewer, request), response);
      return;
    }
    switch (road.print(viewer, file, letter)) {
      case Step.Done<byte[]>(byte[] paper) -> {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"1.pdf\"");
        response.setContentType("application/pdf");
        response.setContentLength(paper.length);
        response.getOutputStream().write(paper);
      }
      // it does not hold any more: the form says so
      case Step.Refused<byte[]> _, Step.Again<byte[]> _ ->
          response.sendRedirect(StepPages.href(file, "lettered", letter));
      case Step.NotThere<byte[]> _ -> templates.answer(shells.notThere(viewer, request), response);
    }
  }
}
