package se.fristad.contact.front.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What the server itself answers when a request is so broken that it reaches nobody: the same
/// headers and one sentence in both languages, and nothing of the request.
final class Unheard extends ErrorHandler {
  private static final byte[] SENTENCE =
      ("<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>-</title>"
              + "<p>Det gick inte att läsa. Är det fara, ring 112.</p>"
              + "<p lang=\"en\">This could not be read. If there is danger, call 112.</p></html>")
          .getBytes(StandardCharsets.UTF_8);

  private final Map<String, String> headers;

  Unheard(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    headers.forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=UTF-8");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, SENTENCE.length);
    response.write(true, ByteBuffer.wrap(SENTENCE), callback);
    return true;
  }
}
