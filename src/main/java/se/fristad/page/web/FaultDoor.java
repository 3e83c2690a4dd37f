package se.fristad.page.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.HttpRequestHandler;

/// Where the server sends what went wrong outside every controller, in a filter or in the server
/// itself. It stands where Spring Boot's own page would, which tells too much. Asked for by hand it
/// is not there.
final class FaultDoor implements HttpRequestHandler, ErrorController {
  private final Faults faults;

  FaultDoor(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      faults.answerNotThere(request, response);
      return;
    }
    var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // a garbled form is thrown too, and is no fault of ours
    if (status instanceof Integer code && code >= 400 && code < 500) {
      if (code == 404 || code == 405 || code == 403 || code == 401) {
        faults.answerNotThere(request, response);
      } else {
        faults.answerNotUnderstood(code, request, response);
      }
    } else if (thrown instanceof Throwable fault) {
      faults.answerFault(fault, request, response);
    } else {
      faults.answerFault(new ServerSaidFault(), request, response);
    }
  }

  /// A fault the server told of without saying which.
  private static final class ServerSaidFault extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
