package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.KeptPage;
import se.fristad.access.web.RolesPage;
import se.fristad.access.web.StartPage;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.page.PatternsPage;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// What comes first after login: a kept form, else the page that the work of the role begins with.
@StaffFace
@Controller
class StartPages {
  /// Hidden fields that mean nothing to the one who wrote the form.
  private static final Set<String> UNSHOWN = Set.of("id", "version", "act", "client", "client_id");

  private final Shells shells;
  private final Sessions sessions;
  private final Drafts drafts;
  private final AuditLog log;
  private final OwnSide own;

  StartPages(Shells shells, Sessions sessions, Drafts drafts, AuditLog log, OwnSide own) {
    this.shells = shells;
    this.sessions = sessions;
    this.drafts = drafts;
    this.log = log;
    this.own = own;
  }

  @Allowed(everyRole = true)
  @GetMapping("/staff")
  Reply start(HttpServletRequest request, Sessions.Session session) {
    Optional<NavEntry> begins =
        shells.entriesFor(session.viewer().role()).stream()
            .filter(entry -> entry.order() < NavEntry.REFERENCE)
            .findFirst();
    if (begins.isPresent()) {
      return SeeOther.to(begins.get().href());
    }
    Shell shell = shells.shell(session.viewer(), request);
    return View.of("access/start", new StartPage(shell, sessions.viewers(session).size() > 1));
  }

  @Allowed(everyRole = true)
  @GetMapping("/staff/roles")
  View roles(HttpServletRequest request, Sessions.Session session) {
    Shell shell = shells.shell(session.viewer(), request);
    return View.of(
        "access/roles",
        new RolesPage(
            shell,
            sessions.viewers(session).stream()
                .map(own ->
                    new RolesPage.Choice(
                        own.id().toString(),
                        Shells.capacity(shell.texts(), own.organisation(), own.role()),
                        own.id().equals(session.viewerId())))
                .toList()));
  }

  @Allowed(everyRole = true)
  @PostMapping("/staff/roles")
  Reply become(Sessions.Session session, @RequestParam UUID viewer) {
    boolean changed = sessions.become(session, viewer);
    own.transaction(() ->
        log.append(
            session
                .viewer()
                .line(
                    "change_role",
                    "session",
                    viewer,
                    "login",
                    changed ? Outcome.DONE : Outcome.REFUSED)));
    return SeeOther.to(changed ? "/staff" : "/staff/roles");
  }

  /// The blocks that pages are built of, side by side, for those who build and look at them.
  @Allowed(everyRole = true)
  @GetMapping("/staff/patterns")
  View patterns(HttpServletRequest request, Viewer viewer) {
    return View.of("page/patterns", PatternsPage.sample(shells.shell(viewer, request)));
  }

  @Allowed(everyRole = true)
  @GetMapping("/staff/kept")
  Reply kept(
      HttpServletRequest request,
      Sessions.Session session,
      @RequestParam(defaultValue = "") String to) {
    List<Drafts.Draft> kept = drafts.of(session);
    if (kept.isEmpty()) {
      return SeeOther.to(Drafts.PATH.matcher(to).matches() ? to : "/staff");
    }
    Shell shell = shells.shell(session.viewer(), request);
    return View.of(
        "access/kept",
        new KeptPage(
            shell,
            kept.stream()
                .map(draft ->
                    new KeptPage.Kept(
                        draft.id().toString(),
                        draft.path(),
                        shell.texts().moment(draft.at()),
                        draft.values().stream()
                            .map(value ->
                                new KeptPage.Value(
                                    value.name(),
                                    value.text(),
                                    !value.name().startsWith("_")
                                        && !UNSHOWN.contains(value.name())
                                        && !value.text().isBlank()))
                            .toList()))
                .toList()));
  }

  @Allowed(everyRole = true)
  @PostMapping("/staff/kept/drop")
  Reply drop(Sessions.Session session, @RequestParam UUID draft) {
    drafts.drop(session, draft);
    return SeeOther.to("/staff/kept");
  }
}
