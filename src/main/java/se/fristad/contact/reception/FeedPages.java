package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.FeedPage;
import se.fristad.contact.reception.web.SetUpPage;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// A calendar elsewhere: the page on which somebody turns hers on, and what the calendar fetches.
///
/// What is fetched stands on the staff face, and not on the public one: a public node has no table
/// and only the functions of the doors, and one that told who of us is taken when would be one door
/// more for whoever holds that node. It is answered without a session, by the secret alone; that no
/// answer is kept anywhere is the gate's `no-store`, and nothing here writes down who asked.
@StaffFace
@Controller
class FeedPages {
  static final String HOME = "/staff/times/calendar";

  /// Where calendars fetch.
  static final String FETCH = "/staff/calendar/";

  private final Feeds feeds;
  private final ReceiverNames names;
  private final Shells shells;
  private final Templates templates;
  private final TextCatalogue catalogue;

  FeedPages(
      Feeds feeds,
      ReceiverNames names,
      Shells shells,
      Templates templates,
      TextCatalogue catalogue) {
    this.feeds = feeds;
    this.names = names;
    this.shells = shells;
    this.templates = templates;
    this.catalogue = catalogue;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  View page(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String done) {
    return view(request, viewer, null, done.equals("off"));
  }

  /// Turns it off: at once, whoever has lost her telephone may have lost her codes with it.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/off")
  Reply turnOff(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String off) {
    return feeds.turnOff(viewer, Read.id(off).orElseGet(UUID::randomUUID))
        ? SeeOther.to(HOME + "?done=off")
        : shells.notThere(viewer, request);
  }

  /// Turns it on, or renews it.
  @Allowed(
      value = {
        Role.RECEPTION,
        Role.CASEWORKER,
        Role.TREATMENT_WORKER,
        Role.CHANGE_WORKER,
        Role.HEAD
      },
      shownAnew = true)
  @PostMapping(HOME)
  Reply turnOn(HttpServletRequest request, Viewer viewer) {
    Optional<Confidential> secret = feeds.turnOn(viewer, shells.texts(request).language());
    // shown in the answer itself and nowhere again: an address to go to would have to carry it
    return secret.isPresent()
        ? view(request, viewer, address(request, secret.get()), false)
        : shells.notThere(viewer, request);
  }

  private static String address(HttpServletRequest request, Confidential secret) {
    return request.getScheme() + "://" + request.getHeader("Host") + FETCH + secret.reveal();
  }

  private View view(
      HttpServletRequest request, Viewer viewer, @Nullable String address, boolean off) {
    Shell shell = shells.shell(viewer, request);
    Feeds.Own own = feeds.own(viewer).orElse(null);
    Feeds.Feed feed = own == null ? null : own.feed();
    return View.of(
        "contact/feed",
        new FeedPage(
            shell,
            off ? shell.t("contact.calendar.off.done") : null,
            own != null,
            address,
            feed == null ? null : since(shell, feed),
            feed == null ? "" : feed.worker().toString(),
            viewer.role() == Role.HEAD ? everybodys(shell, viewer) : List.of()));
  }

  private static String since(Shell shell, Feeds.Feed feed) {
    return shell.t(
        "contact.calendar.since",
        shell.texts().date(feed.madeAt()),
        feed.fetchedOn() == null ? "never" : "on",
        feed.fetchedOn() == null ? "" : shell.texts().date(feed.fetchedOn()));
  }

  private List<SetUpPage.Part> everybodys(Shell shell, Viewer viewer) {
    List<SetUpPage.Part> parts = new ArrayList<>();
    for (Queue queue : Receptions.seenBy(viewer)) {
      Map<UUID, String> workers = names.of(shell, queue);
      List<Feeds.Feed> all = feeds.all(queue);
      parts.add(
          new SetUpPage.Part(
              new se.fristad.page.Table(
                  shell.t(
                      "contact.calendar.all",
                      shell.t("contact.inbox.door." + BookPages.code(queue))),
                  List.of(
                      Column.of(shell.t("contact.reception.column.who")),
                      Column.of(shell.t("contact.calendar.column.since")),
                      Column.of(shell.t("contact.calendar.column.fetched"))),
                  SetUpForms.rows(all, feed -> row(shell, workers, feed)),
                  se.fristad.page.Paging.whole(all.size()),
                  se.fristad.page.Empty.of(
                      shell.t("contact.calendar.all.empty"),
                      shell.t("contact.calendar.all.empty.text")),
                  false,
                  null),
              "",
              HOME + "/off",
              all.stream()
                  .map(feed ->
                      new SetUpPage.Gone(
                          shell.t(
                              "contact.calendar.all.off", workers.getOrDefault(feed.worker(), "")),
                          "off",
                          feed.worker().toString()))
                  .toList()));
    }
    return parts;
  }

  private static Row row(Shell shell, Map<UUID, String> workers, Feeds.Feed feed) {
    return Row.of(
        Cell.of(workers.getOrDefault(feed.worker(), "")),
        Cell.of(shell.texts().date(feed.madeAt())),
        Cell.of(
            feed.fetchedOn() == null
                ? shell.t("contact.calendar.never")
                : shell.texts().date(feed.fetchedOn())));
  }

  /// What a calendar fetches.
  @Allowed(anyone = true)
  @GetMapping(FETCH + "{secret}")
  void fetch(HttpServletRequest request, HttpServletResponse response, @PathVariable String secret)
      throws IOException {
    switch (feeds.told(secret)) {
      case Feeds.Told.Nobody _ -> templates.answer(shells.notThere(request), response);
      case Feeds.Told.TooOften _ -> {
        response.setStatus(429);
        response.setHeader("Retry-After", "600");
      }
      case Feeds.Told.Taken(Feeds.Feed feed, byte[] key, var spans, var at) -> {
        String word =
            catalogue
                .inFirstOf(List.of(java.util.Locale.of(feed.language())))
                .t("contact.calendar.taken");
        byte[] file = CalendarFile.of(key, word, spans, at).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar;charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"1.ics\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
      }
    }
  }
}
