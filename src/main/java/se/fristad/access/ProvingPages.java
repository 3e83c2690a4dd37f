package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.AgainPage;
import se.fristad.page.Field;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// The page that asks for the second factor anew, and leads on to where she was going. What she had
/// written is kept until she is there.
@StaffFace
@Controller
class ProvingPages {
  /// Where it stands.
  static final String HOME = "/staff/again";

  /// Where it may lead: a page of ours, with what stood behind the question mark.
  static final Pattern WAY =
      Pattern.compile(
          "/staff(/[A-Za-z0-9_-]{1,64}){0,8}(\\.[a-z]{3,4})?(\\?[A-Za-z0-9_.,=&%+:-]{0,400})?");

  private static final Pattern FILE = Pattern.compile("[^?]*\\.[a-z]{3,4}(\\?.*)?");
  private static final int LONGEST = 20;

  private final Proving proving;
  private final Sessions sessions;
  private final Shells shells;

  ProvingPages(Proving proving, Sessions sessions, Shells shells) {
    this.proving = proving;
    this.sessions = sessions;
    this.shells = shells;
  }

  @Allowed(everyRole = true)
  @GetMapping(HOME)
  Reply page(
      HttpServletRequest request,
      Sessions.Session session,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String kept) {
    return session.proved()
        ? on(request, session, to, !kept.isEmpty())
        : view(request, session, to, !kept.isEmpty(), null, HttpStatus.OK);
  }

  @Allowed(everyRole = true)
  @PostMapping(HOME)
  Reply prove(
      HttpServletRequest request,
      Sessions.Session session,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String kept) {
    boolean keeps = !kept.isEmpty();
    if (!session.demonstration() && (code.isBlank() || code.length() > LONGEST)) {
      return view(
          request, session, to, keeps, "access.again.none", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return switch (proving.prove(session, code)) {
      case PROVED -> on(request, session, to, keeps);
      case WRONG ->
          view(request, session, to, keeps, "access.again.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
      case BUSY ->
          view(request, session, to, keeps, "access.again.busy", HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  /// On to where she was going: to what she had written, or to the page. A file is offered, so that
  /// this page does not stand still behind it.
  private Reply on(HttpServletRequest request, Sessions.Session session, String to, boolean kept) {
    if (kept) {
      return SeeOther.to("/staff/kept");
    }
    if (!WAY.matcher(to).matches()) {
      return SeeOther.to("/staff");
    }
    return FILE.matcher(to).matches()
        ? View.of(
            "access/again",
            new AgainPage(
                shells.shell(session.viewer(), request),
                code(request, session, null),
                to,
                false,
                false,
                true,
                minutes()))
        : SeeOther.to(to);
  }

  private View view(
      HttpServletRequest request,
      Sessions.Session session,
      String to,
      boolean kept,
      @Nullable String wrong,
      HttpStatus status) {
    return View.of(
            "access/again",
            new AgainPage(
                shells.shell(session.viewer(), request),
                code(request, session, wrong),
                WAY.matcher(to).matches() ? to : "",
                kept,
                session.demonstration(),
                false,
                minutes()))
        .with(status.value());
  }

  private Field code(HttpServletRequest request, Sessions.Session session, @Nullable String wrong) {
    Shell shell = shells.shell(session.viewer(), request);
    return Field.of("code", shell.t("access.login.code"))
        .withHint(shell.t("access.again.code.hint"))
        .withError(wrong == null ? null : shell.t(wrong))
        .needed();
  }

  private long minutes() {
    return sessions.proven().toMinutes();
  }
}
