package se.fristad.contact.front.web;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fristad.contact.front.VisitToken;

/// Made-up requests to a whole public node with its database, in a process of its own (so here
/// nobody watches which ways are taken): heads, addresses, languages, where a post says that it
/// comes from, acts and their fields, forms with files, the stream. Whatever comes, the answer is
/// ours, with our headers, and never a fault.
public final class FuzzedFace {
  private static final String[] METHODS = {
    "GET", "POST", "POST", "POST", "HEAD", "PUT", "OPTIONS", "BREW"
  };
  private static final String[] PATHS = {
    "/", "/sv", "/ar", "/latt", "/en/1", "/sv/i1", "/sv/9", "/robots.txt", "/so", "//", "/sv?x=1"
  };
  private static final String[] ACTS = {
    "begin",
    "say",
    "look",
    "later",
    "stay",
    "call",
    "uncall",
    "attach",
    "recognise",
    "renew",
    "stop",
    "typing",
    "leave",
    "destroy",
    "stream",
    "none"
  };
  private static final String[] FIELDS = {
    "act",
    "t",
    "queue",
    "lang",
    "form",
    "id",
    "from",
    "door",
    "words",
    "number",
    "when",
    "named",
    "hers",
    "ours",
    "alone",
    "note",
    "question",
    "answer"
  };
  private static final String[] VALUES = {
    "SUPPORT",
    "PERPETRATOR",
    "PROFESSIONAL",
    "sv",
    "ar",
    "so",
    "support",
    "young",
    "1",
    "999999",
    "today",
    "070-123 45 67",
    ""
  };
  private static final String[] SITES = {
    "same-origin", "same-origin", "none", "cross-site", "same-site"
  };
  private static final String[] ACCEPTS = {
    "text/html", "application/json", "application/x-ndjson", "text/html;part=talk", "*/*"
  };
  private static final String[] LANGUAGES = {
    "sv", "ar,en;q=0.5", "zz-ZZ", "en;q=x", "*", "sr-Latn-RS, ku;q=0.8"
  };
  private static final String[] TYPES = {
    "application/x-www-form-urlencoded",
    "text/plain;charset=UTF-8",
    "multipart/form-data; boundary=b",
    "multipart/form-data"
  };
  private static final Pattern NUMBER = Pattern.compile("data-form=\"([^\"]+)\"");
  private static final int PORT = Integer.getInteger("fristad.fuzz.port", 0);
  private static int inputs;
  private static String number = "";
  private static String token = VisitToken.minted().reveal();

  private FuzzedFace() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    BugDetectors.allowNetworkConnections((host, port) -> port == PORT);
    if (inputs++ % 500 == 0) {
      Matcher found =
          NUMBER.matcher(
              answered(
                  "GET /sv HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                  new byte[0],
                  false));
      number = found.find() ? found.group(1) : "";
      token = VisitToken.minted().reveal();
    }
    byte[] body = new byte[0];
    StringBuilder head = new StringBuilder();
    String method = data.pickValue(METHODS);
    head.append(method)
        .append(' ')
        .append(
            data.consumeInt(0, 5) == 0
                ? "/" + oneLine(data.consumeAsciiString(20))
                : method.equals("POST") ? "/" : data.pickValue(PATHS));
    head.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Forwarded-For: 10.")
        .append(data.consumeInt(0, 255))
        .append('.')
        .append(data.consumeInt(0, 255))
        .append(".1\r\n");
    boolean stream = false;
    if (method.equals("POST")) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("act", data.pickValue(ACTS));
      fields.put("form", number);
      fields.put("t", token);
      fields.put("queue", "SUPPORT");
      fields.put("id", UUID.nameUUIDFromBytes(data.consumeBytes(2)).toString());
      fields.put("words", data.consumeString(40));
      for (int more = data.consumeInt(0, 4); more > 0; more--) {
        fields.put(
            data.pickValue(FIELDS),
            data.consumeBoolean() ? data.pickValue(VALUES) : data.consumeString(30));
      }
      String type = data.consumeInt(0, 3) == 0 ? data.pickValue(TYPES) : TYPES[0];
      body =
          switch (data.consumeInt(0, 9)) {
            case 0 -> data.consumeBytes(300);
            case 1 -> {
              type = "multipart/form-data; boundary=b";
              yield multipart(fields, data.consumeBytes(200));
            }
            default -> encoded(fields);
          };
      stream = "stream".equals(fields.get("act"));
      head.append("Content-Type: ")
          .append(type)
          .append("\r\nContent-Length: ")
          .append(body.length)
          .append("\r\n");
    }
    line(head, "Sec-Fetch-Site", data, SITES);
    line(head, "Accept", data, ACCEPTS);
    line(head, "Accept-Language", data, LANGUAGES);
    line(head, "Accept-Encoding", data, new String[] {"gzip", "br", "identity;q=0"});
    if (data.consumeInt(0, 9) == 0) {
      head.append(oneLine(data.consumeAsciiString(12)))
          .append(": ")
          .append(oneLine(data.consumeString(40)))
          .append("\r\n");
    }
    String answer = answered(head + "\r\n", body, stream);
    if (answer.isEmpty()) {
      return;
    }
    int status = Integer.parseInt(answer.substring(9, 12));
    if (status >= 500 && status != 503 && status != 505) {
      throw new IllegalStateException("answered with " + status);
    }
    if (!answer.contains("Content-Security-Policy: default-src 'none'")
        || !answer.contains("Cache-Control: no-store")) {
      throw new IllegalStateException("answered " + status + " without our headers");
    }
  }

  private static void line(
      StringBuilder head, String name, FuzzedDataProvider data, String[] usual) {
    switch (data.consumeInt(0, 6)) {
      case 0 -> {}
      case 1 ->
          head.append(name).append(": ").append(oneLine(data.consumeString(30))).append("\r\n");
      default -> head.append(name).append(": ").append(data.pickValue(usual)).append("\r\n");
    }
  }

  /// What would end the line is left out: what comes after the head is another request.
  private static String oneLine(String text) {
    return text.replaceAll("[\r\n]", "");
  }

  private static byte[] encoded(Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach((name, value) ->
        form.append(form.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] multipart(Map<String, String> fields, byte[] file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      body.write(
          ("--b\r\nContent-Disposition: form-data; name=\""
                  + field.getKey()
                  + "\"\r\n\r\n"
                  + field.getValue()
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    body.write(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    body.write(file);
    body.write("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  /// The answer; of a stream its head and what came first; nothing when the other end hung up.
  private static String answered(String head, byte[] body, boolean stream) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      socket.setSoTimeout(25_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      byte[] part = new byte[16_384];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        answer.write(part, 0, count);
        if (stream && text(answer).contains("\r\n\r\n")) {
          break;
        }
      }
      return text(answer);
    } catch (SocketTimeoutException silent) {
      throw new IllegalStateException("no answer in twenty-five seconds", silent);
    }
  }

  private static String text(ByteArrayOutputStream answer) {
    return answer.toString(StandardCharsets.UTF_8);
  }
}
