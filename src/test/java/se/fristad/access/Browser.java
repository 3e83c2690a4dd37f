package se.fristad.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser of the tests: one cookie, no JavaScript, no redirects followed by itself.
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_form\" value=\"([^\"]*)\"");
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String root;
  private @Nullable String cookie;

  /// A browser at a port of this machine, with nobody logged in.
  public Browser(int port) {
    this.root = "http://localhost:" + port;
  }

  /// A browser into which somebody copied this one's cookie.
  public Browser copy() {
    Browser copy = new Browser(URI.create(root).getPort());
    copy.cookie = cookie;
    return copy;
  }

  /// Carries this cookie from now on.
  void carry(String another) {
    cookie = another;
  }

  /// What the server answered.
  public record Answer(int status, String body, Map<String, String> headers) {
    /// Where it sends the browser.
    public String location() {
      return headers.getOrDefault("location", "");
    }

    /// The form token of the page.
    public String token() {
      Matcher found = TOKEN.matcher(body);
      return found.find() ? found.group(1) : "";
    }

    /// What a hidden field of the page carries: its first one of this name.
    public String hidden(String name) {
      Matcher found =
          Pattern.compile("name=\"" + name + "\"(?: id=\"[^\"]*\")? value=\"([^\"]*)\"")
              .matcher(body);
      if (!found.find()) {
        throw new AssertionError("no hidden field " + name);
      }
      return found.group(1);
    }
  }

  /// Opens a page.
  public Answer get(String path) {
    return send("GET", path, "", Map.of());
  }

  /// Opens a page with other headers.
  public Answer get(String path, Map<String, String> headers) {
    return send("GET", path, "", headers);
  }

  /// Posts a form from a page of ours.
  public Answer post(String path, Map<String, String> form) {
    return send("POST", path, encode(form), Map.of("Sec-Fetch-Site", "same-origin"));
  }

  /// Posts a form that stands on a page of ours, with the session's token.
  ///
  /// @param page the address of the page
  /// @param path where the form is sent
  public Answer postFrom(String page, String path, Map<String, String> form) {
    Map<String, String> whole = new TreeMap<>(form);
    whole.put("_form", get(page).token());
    return post(path, whole);
  }

  /// Posts a form with these headers.
  public Answer post(String path, Map<String, String> form, Map<String, String> headers) {
    return send("POST", path, encode(form), headers);
  }

  /// Sends what the test says.
  public Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      Map<String, String> answered = new TreeMap<>();
      response.headers().map().forEach((name, values) -> answered.put(name, values.getFirst()));
      String set = answered.get("set-cookie");
      if (set != null) {
        cookie = set.substring(0, set.indexOf(';'));
      }
      return new Answer(response.statusCode(), response.body(), answered);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// A form as browsers send it.
  public static String encode(Map<String, String> form) {
    StringBuilder text = new StringBuilder();
    form.forEach((name, value) ->
        text.append(text.isEmpty() ? "" : "&")
            .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }
}
