package se.fristad.page.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import se.fristad.page.FaultListener;
import se.fristad.page.FaultPage;
import se.fristad.page.Look;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;
import se.fristad.page.View;

/// The one place where an exception becomes an answer.
///
/// What could not be read is answered without any of what was sent. A fault is answered with a
/// random reference; the log gets the reference, the template of the route and the names of the
/// exceptions' classes, and **never** a message, a value or an address (security.md 8).
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  // without letters and figures that are mistaken for each other on the telephone
  private static final String LETTERS = "ABCDEFGHKLMNPRSTUVXYZ2346789";
  private static final int LENGTH = 8;
  private static final int DEEPEST = 10;

  private final TextCatalogue texts;
  private final Templates templates;
  private final Look look;
  private final ObjectProvider<FaultListener> listeners;
  private final boolean demonstration;
  private final SecureRandom random = new SecureRandom();

  Faults(
      TextCatalogue texts,
      Templates templates,
      Look look,
      ObjectProvider<FaultListener> listeners,
      @Value("${fristad.demonstration:false}") boolean demonstration) {
    this.texts = texts;
    this.templates = templates;
    this.look = look;
    this.listeners = listeners;
    this.demonstration = demonstration;
  }

  /// Answers whatever no controller answered for.
  @ExceptionHandler(Throwable.class)
  void handle(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted() || isReaderGone(thrown)) {
      // nobody to answer: the page was left, or half a stream has already been sent
      if (!isReaderGone(thrown)) {
        log(reference(), thrown, request);
      }
      return;
    }
    int status = status(thrown);
    switch (status) {
      case 404 -> answerNotThere(request, response);
      case 500 -> answerFault(thrown, request, response);
      default -> answerNotUnderstood(status, request, response);
    }
  }

  void answerNotThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(FaultPage.notThere(shell(request), isStaff(request)), "not-there", request, response);
  }

  void answerNotUnderstood(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(
        FaultPage.notUnderstood(shell(request), isStaff(request), status),
        "not-understood",
        request,
        response);
  }

  void answerFault(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var reference = reference();
    log(reference, thrown, request);
    answer(
        FaultPage.fault(shell(request), isStaff(request), reference), reference, request, response);
  }

  private static int status(Throwable thrown) {
    if (thrown instanceof HttpRequestMethodNotSupportedException) {
      return 404;
    }
    if (thrown instanceof ErrorResponse told) {
      int status = told.getStatusCode().value();
      if (status == 401 || status == 403 || status == 404) {
        return 404;
      }
      return status >= 400 && status < 500 ? status : 500;
    }
    return thrown instanceof TypeMismatchException
            || thrown instanceof BindException
            || thrown instanceof HttpMessageNotReadableException
            || thrown instanceof MultipartException
        ? 400
        : 500;
  }

  private static boolean isReaderGone(Throwable thrown) {
    return thrown instanceof AsyncRequestNotUsableException || thrown instanceof EOFException;
  }

  private void answer(
      View view, String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setHeader("Cache-Control", "no-store");
    if (!wantsJson(request)) {
      templates.answer(view, response);
      return;
    }
    var json = ("{\"fault\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
    response.setStatus(view.status());
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  private static boolean wantsJson(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }

  /// The face by the path; after an error dispatch, by the path that was first asked for.
  private static boolean isStaff(HttpServletRequest request) {
    var first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var path = first instanceof String asked ? asked : request.getRequestURI();
    return path.equals("/staff") || path.startsWith("/staff/");
  }

  private Shell shell(HttpServletRequest request) {
    List<Locale> wanted =
        request.getHeader("Accept-Language") == null
            ? List.of()
            : Collections.list(request.getLocales());
    return Shell.door(texts.inFirstOf(wanted), demonstration, "", look);
  }

  private void log(String reference, Throwable thrown, HttpServletRequest request) {
    var names = new ArrayList<String>();
    for (Throwable cause = thrown;
        cause != null && names.size() < DEEPEST;
        cause = cause.getCause()) {
      names.add(cause.getClass().getName());
    }
    var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.error(
        "fault {} at {}: {}",
        reference,
        route == null ? "no route" : route,
        String.join(" < ", names));
    // on a thread of its own: when the database is what failed, nobody waits for it twice
    Thread.ofVirtual().name("telling-of-a-fault").start(() -> tell(reference, place(thrown)));
  }

  private void tell(String reference, String place) {
    try {
      listeners.forEach(listener -> listener.happened(reference, place));
    } catch (RuntimeException untold) {
      LOG.warn("fault {} could not be kept ({})", reference, untold.getClass().getSimpleName());
    }
  }

  /// The innermost class of ours on the way, else the exception's.
  private static String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith("se.fristad."))
        .findFirst()
        .orElse(thrown.getClass().getName());
  }

  private String reference() {
    var letters = new StringBuilder(LENGTH);
    for (int at = 0; at < LENGTH; at++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
