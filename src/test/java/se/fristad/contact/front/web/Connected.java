package se.fristad.contact.front.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The stream of an open page, byte by byte.
final class Connected implements AutoCloseable {
  private final Socket socket;
  private final String head;

  private Connected(Socket socket, String head) {
    this.socket = socket;
    this.head = head;
  }

  /// Begins a conversation and opens its stream.
  static Connected stream(int port, Visitor visitor) throws IOException {
    Map<String, String> begin = Visitor.with(visitor.scripted("begin"), "words", "hej");
    begin.put("t", Visitor.form(visitor.get("/sv").body(), "begin").getOrDefault("t", ""));
    visitor.ask(begin);
    return raw(
        port,
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/x-ndjson\r\nSec-Fetch-Site: same-origin\r\n",
        Visitor.encoded(Visitor.with(begin, "act", "stream")));
  }

  static Connected raw(int port, String head, String body) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            (head
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.US_ASCII));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder read = new StringBuilder();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      read.append(line).append('\n');
    }
    return new Connected(socket, read.toString());
  }

  String head() {
    return head;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
