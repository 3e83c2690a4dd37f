package se.fristad.page.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestHandler;
import se.fristad.page.Asset;

/// Serves one file of the staff face. Kept by the browser for a year when it is asked for under the
/// hash of its content, otherwise asked for anew each time.
final class Assets implements HttpRequestHandler {
  private final Asset asset;

  Assets(Asset asset) {
    this.asset = asset;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      response.setStatus(404);
      return;
    }
    response.setHeader(
        "Cache-Control",
        asset.hash().equals(request.getParameter("v"))
            ? "public, max-age=31536000, immutable"
            : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(asset.contentType());
    var bytes = asset.bytes();
    response.setContentLength(bytes.length);
    if (!head) {
      response.getOutputStream().write(bytes);
    }
  }
}
