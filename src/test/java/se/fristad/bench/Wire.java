package se.fristad.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// One connection that is kept, as a proxy keeps it: so little of its own that what is measured is
/// the other end.
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Wire(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 65_536);
    this.out = socket.getOutputStream();
  }

  /// What was answered.
  ///
  /// @param bytes how long the body is, as it was sent
  record Answer(int status, int bytes, String body) {}

  /// Gets a page.
  ///
  /// @param more further lines of the head, each with its end
  Answer get(String path, String more) throws IOException {
    return asked("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + "\r\n", "");
  }

  /// Posts to the public face as our script does.
  ///
  /// @param address where the proxy says that it comes from
  Answer post(String address, Map<String, String> fields) throws IOException {
    return post(address, encoded(fields));
  }

  /// As [#post(String, Map)], of a form that is encoded already.
  Answer post(String address, String body) throws IOException {
    return asked(
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nSec-Fetch-Site: same-origin\r\n"
            + "X-Forwarded-For: "
            + address
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n",
        body);
  }

  /// A form as a browser encodes it.
  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Answer asked(String head, String body) throws IOException {
    out.write((head + body).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String first = line();
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    byte[] answered = in.readNBytes(length);
    return new Answer(
        Integer.parseInt(first.substring(9, 12)),
        length,
        new String(answered, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the other end hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
