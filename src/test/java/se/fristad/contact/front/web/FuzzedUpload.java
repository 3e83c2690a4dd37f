package se.fristad.contact.front.web;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletRequest;

/// Made-up forms with files: bytes as they come, or parts put together almost rightly.
public final class FuzzedUpload {
  private static final String[] NAMES = {"act", "t", "queue", "id", "lang", "form", "file", "x y"};

  private FuzzedUpload() {}

  /// One input.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    String boundary = data.consumeAsciiString(12);
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setContentType("multipart/form-data; boundary=" + boundary);
    byte[] body = data.consumeBoolean() ? parts(data, boundary) : data.consumeRemainingAsBytes();
    request.setContent(body);
    if (Asked.hasFile(request)
        && Asked.withFile(request) instanceof Asked.WithFile(Asked.Form form, byte[] file)) {
      if (file.length > body.length) {
        throw new IllegalStateException("a file larger than what was sent");
      }
      FuzzedForm.read(form);
    }
  }

  private static byte[] parts(FuzzedDataProvider data, String boundary) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int part = data.consumeInt(0, 20); part > 0; part--) {
      String head =
          "--"
              + boundary
              + "\r\nContent-Disposition: form-data; name=\""
              + data.pickValue(NAMES)
              + "\""
              + data.consumeAsciiString(20)
              + (data.consumeBoolean() ? "\r\n\r\n" : "\r\n");
      body.write(head.getBytes(StandardCharsets.ISO_8859_1));
      body.write(data.consumeBytes(200));
      body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    body.write(("--" + boundary + "--").getBytes(StandardCharsets.ISO_8859_1));
    return body.toByteArray();
  }
}
