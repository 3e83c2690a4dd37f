package se.fristad.contact.front.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.front.Line;
import se.fristad.contact.front.OpenPages;
import se.fristad.contact.front.Signs;
import tools.jackson.databind.json.JsonMapper;

/// The line that stays open to a page: one JSON object a row, an empty one every twenty seconds so
/// that both ends know that it lives. It blocks its thread, which is a virtual one.
final class Streams {
  private static final long HEARTBEAT_SECONDS = 20;

  /// Open pages of one node: about 20 kB each, and every wake asks for all of them at once.
  static final int MOST = 4_000;

  private static final byte[] ALIVE = {'{', '}', '\n'};
  private final OpenPages pages;
  private final JsonMapper json = JsonMapper.builder().build();

  Streams(OpenPages pages) {
    this.pages = pages;
  }

  /// Writes until the page goes away, the visit ends or another stream of the same page takes over.
  ///
  /// @return false when as many pages as we can serve stand open already; nothing is written then
  boolean run(
      Reply.Stream stream,
      HttpServletResponse response,
      Function<List<Line>, List<Map<String, Object>>> lines)
      throws IOException {
    if (pages.count() >= MOST) {
      return false;
    }
    response.setStatus(200);
    response.setContentType("application/x-ndjson");
    response.setHeader("X-Accel-Buffering", "no");
    ServletOutputStream out = response.getOutputStream();
    OpenPages.Page page = pages.open(stream.queue(), stream.token(), stream.after());
    try {
      out.write(ALIVE);
      response.flushBuffer();
      boolean open = true;
      while (open) {
        OpenPages.@Nullable Event event = page.next(HEARTBEAT_SECONDS);
        switch (event) {
          case null -> out.write(ALIVE);
          case OpenPages.Event.News(List<Line> news) ->
              row(out, Map.of("lines", lines.apply(news)));
          case OpenPages.Event.Told(Signs signs) -> row(out, Map.of("signs", Answers.signs(signs)));
          case OpenPages.Event.Over _ -> {
            row(out, Map.of("over", true));
            open = false;
          }
        }
        response.flushBuffer();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      pages.close(page);
    }
    return true;
  }

  private void row(ServletOutputStream out, Map<String, Object> fields) throws IOException {
    out.write(json.writeValueAsBytes(fields));
    out.write('\n');
  }
}
