package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.access.Viewer;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.SentFiles;
import se.fristad.contact.ThreadId;
import se.fristad.house.FristadTest;

/// What somebody without a name sends beside her words, from her page to the worker's.
@FristadTest
class AttachmentsTest {
  private static final String CANARY = "59.8586N 17.6389E 2026:11:01 Anna";
  @LocalServerPort private int port;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @Autowired private SentFiles files;

  @Test
  void a_picture_is_written_anew_and_nothing_of_place_time_or_name_is_kept() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Titta");
    byte[] picture = withPlace(jpeg(320, 200));
    assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains(CANARY);
    HttpResponse<String> sent = send(visitor, page, picture, "Anna hemma.jpg");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body())
        .contains("Bilden har kommit fram. Plats och tid är borttagna.", "Titta");
    // sent again it is the same one
    assertThat(send(visitor, page, picture, "Anna hemma.jpg").statusCode()).isEqualTo(200);
    UUID thread = Worker.latest().value();
    assertThat(count(thread)).isEqualTo(1);
    UUID id = people.id("select id from contact.attachment where thread = ?", thread);
    TestStaff.Person worker = staff.add(Role.RECEPTION);
    byte[] shown = picture(worker.viewer(), thread, id, 1);
    assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain(CANARY, "Exif");
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(seen.getWidth()).isEqualTo(200);
    assertThat(seen.getHeight()).isEqualTo(320);
    assertThat(people.log(thread)).contains("open:read");
    Browser browser = staff.logIn(worker, port);
    String address = "/staff/inbox/support/" + thread;
    assertThat(browser.get(address).body()).contains(address + "/files/" + id + "/1");
    Browser.Answer answer = browser.get(address + "/files/" + id + "/1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("content-security-policy", "sandbox; default-src 'none'")
        .containsEntry("cache-control", "no-store");
    assertThat(browser.get(address + "/files/" + id + "/2").status()).isEqualTo(404);
    for (Role role : List.of(Role.CHANGE_WORKER, Role.NURSE, Role.LOG_REVIEWER)) {
      assertThat(staff.logIn(staff.add(role), port).get(address + "/files/" + id + "/1").status())
          .as(role.code())
          .isEqualTo(404);
    }
  }

  @Test
  void a_document_is_shown_as_pictures_and_taken_out_only_after_a_warning_with_a_line_of_its_own()
      throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Beslutet");
    byte[] pdf = pdf();
    assertThat(send(visitor, page, pdf, "x.pdf").body()).contains("Pappret har kommit fram.");
    UUID thread = Worker.latest().value();
    UUID id = people.id("select id from contact.attachment where thread = ?", thread);
    TestStaff.Person worker = staff.add(Role.RECEPTION);
    BufferedImage first =
        ImageIO.read(new ByteArrayInputStream(picture(worker.viewer(), thread, id, 1)));
    assertThat(first.getHeight()).isGreaterThan(first.getWidth());
    Browser browser = staff.logIn(worker, port);
    String address = "/staff/inbox/support/" + thread;
    Browser.Answer conversation = browser.get(address);
    assertThat(conversation.body()).contains("kan skada datorn", "/files/" + id + "/1");
    assertThat(browser.get(address + "/files/" + id + "/2").status()).isEqualTo(404);
    assertThat(browser.get(address + "/files/" + id + "/original").status()).isEqualTo(404);
    assertThat(people.log(thread)).doesNotContain("take_original:done");
    Browser.Answer original =
        browser.post(address + "/files/" + id + "/original", Map.of("_form", conversation.token()));
    assertThat(original.status()).isEqualTo(200);
    assertThat(original.headers())
        .containsEntry("content-type", "application/octet-stream")
        .containsEntry("content-security-policy", "sandbox; default-src 'none'")
        .containsEntry("content-disposition", "attachment; filename=\"original.pdf\"");
    assertThat(people.log(thread)).contains("take_original:done");
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(
            head.post(
                    address + "/files/" + id + "/original",
                    Map.of("_form", head.get("/staff/roles").token()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void what_we_cannot_take_is_said_in_one_sentence_and_nothing_is_lost() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Mina ord står kvar");
    UUID thread = Worker.latest().value();
    Map<String, byte[]> wrong = new LinkedHashMap<>();
    wrong.put("Välj en fil först.", new byte[0]);
    wrong.put(
        "Vi kan bara ta emot JPEG, PNG och PDF.",
        "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    wrong.put("Vi kan inte läsa bilden.", huge());
    for (Map.Entry<String, byte[]> one : wrong.entrySet()) {
      HttpResponse<String> answer = send(visitor, page, one.getValue(), "x.jpg");
      assertThat(answer.statusCode()).as(one.getKey()).isEqualTo(422);
      assertThat(answer.body()).contains(one.getKey(), "Mina ord står kvar");
    }
    byte[] cut = java.util.Arrays.copyOf(jpeg(300, 300), 40);
    assertThat(send(visitor, page, cut, "x.jpg").body()).contains("Vi kan inte läsa bilden.");
    HttpResponse<String> large = send(visitor, page, new byte[6 * 1024 * 1024], "x.jpg");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("Filen är större än 5 MB.");
    HttpResponse<String> garbled =
        visitor.raw(
            "multipart/form-data; boundary=x",
            "--x\r\nno head".getBytes(StandardCharsets.UTF_8),
            "Sec-Fetch-Site",
            "same-origin");
    assertThat(garbled.statusCode()).isIn(400, 403);
    assertThat(count(thread)).isZero();
    assertThat(visitor.post(Visitor.form(page, "look")).body()).contains("Mina ord står kvar");
  }

  @Test
  void no_document_keeps_us_from_opening_the_conversation() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Läs det här");
    UUID thread = Worker.latest().value();
    // so deep that its reader runs out of stack; of some kilobytes that become 200 megabytes
    byte[] deep =
        ("%PDF-1.5\n1 0 obj" + "[".repeat(2_000_000) + "endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
            .getBytes(StandardCharsets.US_ASCII);
    for (byte[] pdf : List.of(deep, bomb())) {
      assertThat(send(visitor, again(page), pdf, "x.pdf").statusCode()).isEqualTo(200);
    }
    Browser browser = staff.logIn(staff.add(Role.RECEPTION), port);
    String address = "/staff/inbox/support/" + thread;
    Browser.Answer conversation = browser.get(address);
    assertThat(conversation.status()).isEqualTo(200);
    assertThat(conversation.body()).contains("Läs det här", "/original").doesNotContain("/1\"");
    UUID packed =
        people.id(
            "select id from contact.attachment where thread = ? order by octet_length(sealed) limit 1",
            thread);
    assertThat(browser.get(address + "/files/" + packed + "/1").status()).isEqualTo(404);
  }

  @Test
  void one_neighbourhood_that_sends_slowly_leaves_room_for_the_others() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Titta");
    UUID thread = Worker.latest().value();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 1; i <= 6; i++) {
        Socket socket =
            new Socket(
                InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.0.7." + i), 0);
        socket
            .getOutputStream()
            .write(
                ("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=xx\r\n"
                        + "Content-Length: 5000000\r\n\r\n--xx\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      Thread.sleep(500);
      HttpResponse<String> sent = send(visitor, again(page), jpeg(8, 8), "x.jpg");
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(count(thread)).isEqualTo(1);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(Asked.isTooSlow(100, Duration.ofSeconds(9))).isFalse();
    assertThat(Asked.isTooSlow(100, Duration.ofSeconds(11))).isTrue();
    assertThat(Asked.isTooSlow(1_000_000, Duration.ofSeconds(100))).isFalse();
  }

  @Test
  void a_picture_that_is_to_be_drawn_over_and_over_again_is_not_read() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Titta");
    assertThat(send(visitor, again(page), passes(1), "x.jpg").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = send(visitor, again(page), passes(100), "x.jpg");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Vi kan inte läsa bilden.", "Titta");
    assertThat(count(Worker.latest().value())).isEqualTo(1);
  }

  @Test
  void the_eleventh_file_is_not_taken_and_a_foreign_page_sends_none() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Många");
    UUID thread = Worker.latest().value();
    byte[] picture = jpeg(8, 8);
    for (int file = 0; file < 10; file++) {
      assertThat(send(visitor, again(page), picture, "x.jpg").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> eleventh = send(visitor, again(page), picture, "x.jpg");
    assertThat(eleventh.statusCode()).isEqualTo(422);
    assertThat(eleventh.body()).contains("Du har skickat tio filer");
    assertThat(count(thread)).isEqualTo(10);
    HttpResponse<String> foreign =
        visitor.raw(
            "multipart/form-data; boundary=xx",
            body(Visitor.form(again(page), "attach"), picture, "x.jpg"),
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void when_she_has_everything_destroyed_her_files_go_with_it() throws Exception {
    Visitor visitor = new Visitor(port);
    String page = visitor.begin("Ta bort");
    UUID thread = Worker.latest().value();
    send(visitor, page, jpeg(8, 8), "x.jpg");
    assertThat(count(thread)).isEqualTo(1);
    visitor.post(Visitor.form(page, "destroy"));
    assertThat(count(thread)).isZero();
    assertThat(people.count("select count(*) from contact.data_key where id = ?", thread)).isZero();
  }

  private long count(UUID thread) {
    return people.count("select count(*) from contact.attachment where thread = ?", thread);
  }

  private byte[] picture(Viewer viewer, UUID thread, UUID id, int page) {
    return ((Opened.Value<byte[]>)
            files.picture(viewer, Queue.SUPPORT, new ThreadId(thread), id, page))
        .value();
  }

  /// The page with another number in its form, as after a new one was drawn.
  private static String again(String page) {
    return page.replaceAll("(name=\"id\" value=\")[^\"]*", "$1" + UUID.randomUUID());
  }

  private static HttpResponse<String> send(Visitor visitor, String page, byte[] file, String name) {
    return visitor.raw(
        "multipart/form-data; boundary=xx",
        body(Visitor.form(page, "attach"), file, name),
        "Sec-Fetch-Site",
        "same-origin");
  }

  private static byte[] body(Map<String, String> fields, byte[] file, String name) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((field, value) ->
        body.writeBytes(
            ("--xx\r\nContent-Disposition: form-data; name=\""
                    + field
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--xx--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.ORANGE);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  /// A picture that comes in passes, the last of them as often as is said.
  private static byte[] passes(int times) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam inPasses = writer.getDefaultWriteParam();
    inPasses.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(
          null,
          new IIOImage(ImageIO.read(new ByteArrayInputStream(jpeg(64, 64))), null, null),
          inPasses);
    }
    writer.dispose();
    byte[] jpeg = out.toByteArray();
    int last = jpeg.length - 2;
    while (jpeg[last] != (byte) 0xff || jpeg[last + 1] != (byte) 0xda) {
      last--;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, last);
    for (int time = 0; time < times; time++) {
      whole.write(jpeg, last, jpeg.length - 2 - last);
    }
    whole.write(jpeg, jpeg.length - 2, 2);
    return whole.toByteArray();
  }

  /// A page whose content is some kilobytes, and two hundred megabytes when it is unpacked.
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] nothing = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (DeflaterOutputStream pack = new DeflaterOutputStream(packed)) {
      for (int megabyte = 0; megabyte < 200; megabyte++) {
        pack.write(nothing);
      }
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        ("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Filter/FlateDecode/Length "
                + packed.size()
                + ">>stream\n")
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes(
        "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    return pdf.toByteArray();
  }

  /// The picture as a telephone that was held upright writes it: turned, with place and time.
  private static byte[] withPlace(byte[] jpeg) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + CANARY.length());
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) 6)
        .putShort((short) 0);
    exif.putInt(0).put(CANARY.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
    whole.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1);
    whole.putShort((short) (exif.capacity() + 2)).put(exif.array());
    whole.put(jpeg, 2, jpeg.length - 2);
    return whole.array();
  }

  /// A PNG of some kilobytes that becomes a hundred million points.
  private static byte[] huge() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer head = ByteBuffer.allocate(13).putInt(10_000).putInt(10_000);
    head.put(new byte[] {1, 0, 0, 0, 0});
    part(png, "IHDR", head.array());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream pack = new DeflaterOutputStream(packed)) {
      pack.write(new byte[(1 + 1_250) * 10_000]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    part(png, "IDAT", packed.toByteArray());
    part(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void part(ByteArrayOutputStream png, String kind, byte[] content) {
    ByteBuffer part = ByteBuffer.allocate(4 + content.length);
    part.put(kind.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 check = new CRC32();
    check.update(part.array());
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(part.array());
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream words = new PDPageContentStream(pdf, page)) {
        words.beginText();
        words.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
        words.newLineAtOffset(60, 600);
        words.showText("Beslut");
        words.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }
}
