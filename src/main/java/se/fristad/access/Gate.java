package se.fristad.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import se.fristad.page.FaultPage;
import se.fristad.page.Templates;
import se.fristad.page.View;

/// The gate of the staff face. Everything under `/staff` passes here, and nothing passes that is
/// not expressly [Allowed].
///
/// | who comes | to a page for her | to another page, or none | posts |
/// | --- | --- | --- | --- |
/// | nobody | login | login | login; the door's own forms are taken |
/// | an expired session | login | login | her form is sealed for her, then login |
/// | somebody logged in | the page | not there | taken with the session's form token |
///
/// Where [Allowed#shownAnew] stands, somebody logged in is asked for her second factor first,
/// unless she has shown it a short while ago.
///
/// A call for help ([Allowed#pressedInNeed]) is taken from an expired session too, and with the
/// token of an older one; it is never kept. When nobody knows who pressed, the login page says
/// loudly that nothing went out.
///
/// A post from another site is refused by `Sec-Fetch-Site`. A post with a token of an older session
/// of hers (she logged in again in another tab) is kept and offered, never lost.
@StaffFace
@Component
@Order(0)
class Gate extends OncePerRequestFilter {
  /// The hidden field with the form token.
  static final String FORM_TOKEN = "_form";

  /// The hidden field that says which kept form this is.
  static final String DRAFT = "_draft";

  /// The header by which an open page says that somebody typed or pressed since it asked last.
  static final String HERE = "Fristad-Here";

  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /// The largest form that the server reads, in bytes (Jetty's own limit). What the fields of our
  /// pages let anyone type is smaller.
  private static final int LARGEST = 200_000;

  private static final int THROWN_AWAY = 8 * 1024 * 1024;

  private static final String ASSETS = "/staff/assets/";
  private final Sessions sessions;
  private final Drafts drafts;
  private final Shells shells;
  private final AnonymousForms anonymous;
  private final ObjectProvider<Templates> templates;
  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  Gate(
      Sessions sessions,
      Drafts drafts,
      Shells shells,
      AnonymousForms anonymous,
      ObjectProvider<Templates> templates,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.sessions = sessions;
    this.drafts = drafts;
    this.shells = shells;
    this.anonymous = anonymous;
    this.templates = templates;
    this.routes = routes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // as the routes will see it: decoded and without parameters, so that no spelling walks around
    RequestPath path = ServletRequestPathUtils.parseAndCache(request);
    try {
      if (!isStaff(path)) {
        chain.doFilter(request, response);
        return;
      }
      headers(response);
      if (request.getRequestURI().startsWith(ASSETS) && reads(request)) {
        chain.doFilter(request, response);
        return;
      }
      response.setHeader("Cache-Control", "no-store");
      pass(request, response, chain);
    } finally {
      ServletRequestPathUtils.clearParsedRequestPath(request);
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Allowed allowed = allowed(request);
    boolean signOfLife =
        allowed == null || !allowed.asksByItself() || request.getHeader(HERE) != null;
    Sessions.Session session = sessions.of(request, signOfLife).orElse(null);
    if (session != null && session.living()) {
      session.putInto(request);
    }
    int unreadable = unreadable(request);
    if (unreadable != 0) {
      refuse(request, response, unreadable);
      return;
    }
    if (allowed != null && allowed.anyone()) {
      if (!reads(request) && !isOurs(request, null)) {
        refuse(request, response);
        return;
      }
      chain.doFilter(request, response);
    } else if (session != null && isPressedInNeed(request, allowed, session)) {
      session.putInto(request);
      chain.doFilter(request, response);
    } else if (session == null || !session.living()) {
      toLogin(request, response, allowed, session);
    } else if (allowed == null || !isFor(allowed, session.viewer().role())) {
      answer(shells.notThere(session.viewer(), request), response);
    } else if (!reads(request) && !isOurs(request, session)) {
      keepOrRefuse(request, response, session);
    } else if (allowed.shownAnew() && !session.proved()) {
      askAgain(request, response, session);
    } else {
      chain.doFilter(request, response);
      dropReturned(request, response, session);
    }
  }

  /// The annotation of the method that would answer; null when there is none, or it carries none.
  private @Nullable Allowed allowed(HttpServletRequest request) {
    try {
      HandlerExecutionChain chain = routes.getObject().getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method
          ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class)
          : null;
    } catch (Exception noSuchMethodOrType) {
      return null;
    }
  }

  static boolean isFor(Allowed allowed, Role role) {
    return allowed.everyRole() || List.of(allowed.value()).contains(role);
  }

  /// Whether somebody known calls for help from a page of ours, whatever the age of her session and
  /// of the page.
  private static boolean isPressedInNeed(
      HttpServletRequest request, @Nullable Allowed allowed, Sessions.Session session) {
    return allowed != null
        && allowed.pressedInNeed()
        && isFor(allowed, session.viewer().role())
        && isFromHere(request);
  }

  private void toLogin(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Allowed allowed,
      Sessions.@Nullable Session expired)
      throws IOException {
    boolean inNeed = allowed != null && allowed.pressedInNeed();
    boolean kept =
        !reads(request)
            && !inNeed
            && expired != null
            && allowed != null
            && isFor(allowed, expired.viewer().role())
            && !isForeign(request)
            && drafts.keep(expired, request.getRequestURI(), request.getParameterMap());
    String address = "/staff/login";
    if (kept) {
      address += "?kept=1";
    } else if (inNeed) {
      address += "?alarm=unsent";
    } else if (reads(request)
        && !isAskedByAPage(allowed)
        && Drafts.PATH.matcher(request.getRequestURI()).matches()
        && !request.getRequestURI().equals("/staff")) {
      address += "?to=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
    }
    redirect(request, response, address);
  }

  /// Asks for her second factor first. What she had written is kept and given back then; a press
  /// with nothing written leads back to its page.
  private void askAgain(
      HttpServletRequest request, HttpServletResponse response, Sessions.Session session)
      throws IOException {
    String query = request.getQueryString();
    String way = request.getRequestURI() + (reads(request) && query != null ? "?" + query : "");
    if (reads(request) || (!isWritten(request) && isPage(request))) {
      redirect(
          request,
          response,
          ProvingPages.HOME + "?to=" + URLEncoder.encode(way, StandardCharsets.UTF_8));
    } else if (drafts.keep(session, request.getRequestURI(), request.getParameterMap())) {
      redirect(request, response, ProvingPages.HOME + "?kept=1");
    } else {
      refuse(request, response);
    }
  }

  /// Whether a form carries anything besides its token.
  private static boolean isWritten(HttpServletRequest request) {
    return request.getParameterMap().keySet().stream().anyMatch(name -> !name.equals(FORM_TOKEN));
  }

  /// Whether the address of a form is a page too.
  private boolean isPage(HttpServletRequest request) {
    return allowed(
            new HttpServletRequestWrapper(request) {
              @Override
              public String getMethod() {
                return "GET";
              }
            })
        != null;
  }

  private void keepOrRefuse(
      HttpServletRequest request, HttpServletResponse response, Sessions.Session session)
      throws IOException {
    if (isFromHere(request)
        && drafts.keep(session, request.getRequestURI(), request.getParameterMap())) {
      redirect(request, response, "/staff/kept");
    } else {
      refuse(request, response);
    }
  }

  /// A kept form that was sent again and taken is not kept any longer. A form that came back with
  /// errors stays until it is taken.
  private void dropReturned(
      HttpServletRequest request, HttpServletResponse response, Sessions.Session session) {
    String draft = reads(request) ? null : request.getParameter(DRAFT);
    if (draft != null && response.getStatus() < 400) {
      try {
        drafts.drop(session, UUID.fromString(draft));
      } catch (IllegalArgumentException notAnId) {
        return;
      }
    }
  }

  /// Whether a post comes from a page of ours: from this site, and with the token of this session
  /// (or, for the door's forms and an old browser, with a number we signed).
  private boolean isOurs(HttpServletRequest request, Sessions.@Nullable Session session) {
    if (isForeign(request)) {
      return false;
    }
    String token = request.getParameter(FORM_TOKEN);
    if (session == null) {
      return request.getHeader("Sec-Fetch-Site") != null || anonymous.accepts(token);
    }
    return token != null
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            session.formToken().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFromHere(HttpServletRequest request) {
    return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
  }

  /// Whether it was not she who asked for this address, but a page that stands open: it is no way
  /// back.
  private static boolean isAskedByAPage(@Nullable Allowed allowed) {
    return allowed != null && allowed.asksByItself();
  }

  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin");
  }

  /// Whether the fields that were sent cannot be read at all: the status to answer with, else 0.
  /// Asked before anyone else asks for a field, so that what a stranger sends is never a fault of
  /// ours.
  private static int unreadable(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      // read and thrown away, so that the answer reaches a browser that is still sending
      byte[] waste = new byte[16_384];
      long seen = 0;
      int read = request.getInputStream().read(waste);
      while (read >= 0 && seen < THROWN_AWAY) {
        seen += read;
        read = request.getInputStream().read(waste);
      }
      return 413;
    }
    try {
      request.getParameterMap();
      return 0;
    } catch (RuntimeException notText) {
      return 400;
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    refuse(request, response, 400);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    Sessions.Session session = Sessions.Session.of(request);
    answer(
        FaultPage.notUnderstood(
            session == null ? shells.door(request) : shells.shell(session.viewer(), request),
            true,
            status),
        response);
  }

  private void answer(View view, HttpServletResponse response) throws IOException {
    templates.getObject().answer(view, response);
  }

  private static void redirect(
      HttpServletRequest request, HttpServletResponse response, String address) {
    if (request.getHeader("HX-Request") != null) {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setHeader("HX-Redirect", address);
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", address);
    }
  }

  private static void headers(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  }

  private static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static boolean isStaff(RequestPath path) {
    for (PathContainer.Element element : path.pathWithinApplication().elements()) {
      if (element instanceof PathContainer.PathSegment segment) {
        return segment.valueToMatch().equals("staff");
      }
    }
    return false;
  }
}
