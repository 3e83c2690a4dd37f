package se.fristad.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.page.FaultListener;
import se.fristad.page.FaultPage;
import se.fristad.page.Look;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;
import se.fristad.page.View;

@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {
  private static final String SECRET = "hon-bor-hos-sin-syster";
  private static final Pattern REFERENCE = Pattern.compile("(?<=<strong>)[A-Z2-9]{8}(?=</strong>)");

  private final Templates templates = new Templates();
  private final TextCatalogue texts = TextCatalogue.ofClassPath();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Faults faults = new Faults(texts, templates, Look.STANDARD, listeners(), false);
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Failing(texts))
          .setControllerAdvice(faults)
          .setCustomReturnValueHandlers(new ReplyReturn(templates))
          .build();

  private ObjectProvider<FaultListener> listeners() {
    FaultListener listener = (number, place) -> told.add(number + " at " + place);
    return new StaticListableBeanFactory(Map.of("listener", listener))
        .getBeanProvider(FaultListener.class);
  }

  /// Fails in every way a page can.
  @Controller
  static final class Failing {
    private final TextCatalogue texts;

    Failing(TextCatalogue texts) {
      this.texts = texts;
    }

    @GetMapping("/staff/file/{id}")
    View failing(@PathVariable String id) {
      throw new IllegalStateException(SECRET, new IllegalArgumentException(id));
    }

    @GetMapping("/front/{number}")
    View number(@PathVariable int number) {
      throw new IllegalStateException(SECRET + number);
    }

    @PostMapping("/staff/form")
    View form(@RequestParam String needed) {
      return View.of("page/patterns", needed);
    }

    @GetMapping("/staff/gone")
    View gone() {
      return FaultPage.notThere(
          Shell.door(texts.in(java.util.Locale.of("sv")), false, "", Look.STANDARD), true);
    }
  }

  @Test
  void a_fault_gives_a_number_and_never_the_message(CapturedOutput output) throws Exception {
    var answer = mvc.perform(get("/staff/file/" + SECRET)).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    var html = answer.getContentAsString();
    assertThat(html).contains("Något gick fel hos oss").doesNotContain(SECRET, "Exception");
    var reference = REFERENCE.matcher(html);
    assertThat(reference.find()).isTrue();
    assertThat(output.getAll())
        .contains(reference.group())
        .contains("/staff/file/{id}")
        .contains("java.lang.IllegalStateException < java.lang.IllegalArgumentException")
        .doesNotContain(SECRET);
  }

  @Test
  void the_number_that_was_shown_is_told_on_with_the_class_and_nothing_else() throws Exception {
    var html =
        mvc.perform(get("/staff/file/" + SECRET)).andReturn().getResponse().getContentAsString();
    var reference = REFERENCE.matcher(html);
    assertThat(reference.find()).isTrue();
    await().until(() -> told.contains(reference.group() + " at " + Failing.class.getName()));
    mvc.perform(get("/staff/nowhere"));
    assertThat(told).hasSize(1);
  }

  @Test
  void what_could_not_be_read_is_answered_without_any_of_it(CapturedOutput output)
      throws Exception {
    var wrong = mvc.perform(get("/front/" + SECRET)).andReturn().getResponse();
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(wrong.getContentAsString()).doesNotContain(SECRET).doesNotContain("/staff");
    var missing = mvc.perform(post("/staff/form").param("other", SECRET)).andReturn().getResponse();
    assertThat(missing.getStatus()).isEqualTo(400);
    assertThat(missing.getContentAsString()).doesNotContain(SECRET).doesNotContain("needed");
    assertThat(output.getAll()).doesNotContain(SECRET);
  }

  @Test
  void programs_get_the_number_as_json() throws Exception {
    var answer =
        mvc.perform(get("/staff/file/1").header("Accept", "application/json"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getContentAsString()).matches("\\{\"fault\":\"[A-Z2-9]{8}\"}");
  }

  @Test
  void another_method_than_the_pages_is_not_there() throws Exception {
    var answer = mvc.perform(post("/staff/file/1")).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentAsString())
        .isEqualTo(mvc.perform(get("/staff/gone")).andReturn().getResponse().getContentAsString());
  }

  @Test
  void the_reader_is_answered_in_her_own_language() throws Exception {
    var answer =
        mvc.perform(get("/staff/file/1").header("Accept-Language", "en-GB,en;q=0.9"))
            .andReturn()
            .getResponse();
    assertThat(answer.getContentAsString()).contains("Something went wrong on our side");
  }

  @Test
  void a_fault_outside_the_controllers_tells_no_more(CapturedOutput output) throws IOException {
    var request = new MockHttpServletRequest("GET", "/error");
    request.setDispatcherType(DispatcherType.ERROR);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException(SECRET));
    var response = new MockHttpServletResponse();
    new FaultDoor(faults).handleRequest(request, response);
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentAsString()).contains("112").doesNotContain(SECRET, "/staff");
    assertThat(output.getAll()).doesNotContain(SECRET);
  }

  @Test
  void a_form_the_server_could_not_read_is_no_fault(CapturedOutput output) throws IOException {
    var request = new MockHttpServletRequest("POST", "/error");
    request.setDispatcherType(DispatcherType.ERROR);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/staff/login");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException(SECRET));
    var response = new MockHttpServletResponse();
    new FaultDoor(faults).handleRequest(request, response);
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).doesNotContain(SECRET);
    assertThat(output.getAll()).isEmpty();
  }

  @Test
  void a_fault_in_a_demonstration_says_that_it_is_one() throws IOException {
    Faults invented = new Faults(texts, templates, Look.STANDARD, listeners(), true);
    for (String path : new String[] {"/", "/staff/inbox"}) {
      var request = new MockHttpServletRequest("GET", path);
      var response = new MockHttpServletResponse();
      invented.answerNotThere(request, response);
      assertThat(response.getContentAsString()).contains("Demonstration. Allt här är påhittat.");
      var real = new MockHttpServletResponse();
      faults.answerNotThere(request, real);
      assertThat(real.getContentAsString()).doesNotContain("Demonstration");
    }
  }

  @Test
  void the_fault_door_asked_for_by_hand_is_not_there() throws IOException {
    var response = new MockHttpServletResponse();
    new FaultDoor(faults).handleRequest(new MockHttpServletRequest("GET", "/error"), response);
    assertThat(response.getStatus()).isEqualTo(404);
  }

  @Test
  void the_staff_files_are_kept_only_under_the_hash_of_their_content() throws IOException {
    var asset = se.fristad.page.Asset.named("fristad.css");
    var hashed = new MockHttpServletRequest("GET", "/staff/assets/fristad.css");
    hashed.setParameter("v", asset.hash());
    var kept = new MockHttpServletResponse();
    new Assets(asset).handleRequest(hashed, kept);
    assertThat(kept.getHeader("Cache-Control")).contains("immutable");
    var bare = new MockHttpServletResponse();
    new Assets(asset).handleRequest(new MockHttpServletRequest("GET", "/"), bare);
    assertThat(bare.getHeader("Cache-Control")).isEqualTo("no-cache");
    assertThat(bare.getContentAsByteArray()).isEqualTo(asset.bytes());
  }
}
