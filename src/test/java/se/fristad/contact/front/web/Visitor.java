package se.fristad.contact.front.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser that runs no script, or with one that asks as our script does.
final class Visitor {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI home;

  Visitor(int port) {
    this.home = URI.create("http://127.0.0.1:" + port + "/");
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> method(String method, String path) {
    return send(
        request(path, "Sec-Fetch-Site", "same-origin")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  HttpResponse<String> raw(String type, byte[] body, String... headers) {
    return send(
        request("/", headers)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /// Posts as a form of a page without a script does.
  HttpResponse<String> post(Map<String, String> fields) {
    return post(fields, "text/html", "Sec-Fetch-Site", "same-origin");
  }

  /// Posts as our script does.
  HttpResponse<String> ask(Map<String, String> fields) {
    return post(fields, "application/json", "Sec-Fetch-Site", "same-origin");
  }

  HttpResponse<String> post(Map<String, String> fields, String accept, String... headers) {
    return send(
        request("/", headers)
            .header("Accept", accept)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build());
  }

  /// The fields of the form on `page` whose act is `act`, as a browser would send them.
  static Map<String, String> form(String page, String act) {
    for (String form : page.split("<form ", -1)) {
      if (form.contains("name=\"act\" value=\"" + act + "\"")) {
        return fields(form.substring(0, form.indexOf("</form>")));
      }
    }
    throw new AssertionError("no form for " + act);
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field =
        Pattern.compile("<input [^>]*name=\"([a-z]+)\" value=\"([^\"]*)\"").matcher(form);
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return more;
  }

  /// Begins a conversation without a script and answers the page that comes back.
  String begin(String words) {
    HttpResponse<String> answer = post(with(form(get("/sv").body(), "begin"), "words", words));
    if (answer.statusCode() != 200) {
      throw new AssertionError("begin answered " + answer.statusCode());
    }
    return answer.body();
  }

  /// The fields every post of our script carries.
  Map<String, String> scripted(String act) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("act", act);
    fields.put("lang", "sv");
    fields.put("form", form(get("/sv").body(), "begin").getOrDefault("form", ""));
    fields.put("id", UUID.randomUUID().toString());
    fields.put("queue", "SUPPORT");
    return fields;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
