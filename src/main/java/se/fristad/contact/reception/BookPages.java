package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Calls;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.Reminder;
import se.fristad.contact.Reminders;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Waiting;
import se.fristad.contact.reception.web.BookPage;
import se.fristad.contact.reception.web.BookPanel;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// A time for somebody in a conversation: beside it the next free ones, one press each; on a page
/// of its own all of them, and any time that she wishes.
@Order(20)
@StaffFace
@Controller
class BookPages implements ConversationPanel {
  private static final int NEXT = 3;

  /// How many days with free times a page shows at first.
  private static final int DAYS = 8;

  private static final java.util.Set<String> NAMES =
      java.util.Set.of("date", "clock", "way", "worker");
  private final Bookings bookings;
  private final Receptions receptions;
  private final Reminders reminders;
  private final ReceptionTimes times;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  BookPages(
      Bookings bookings,
      Receptions receptions,
      Reminders reminders,
      ReceptionTimes times,
      StaffNames names,
      Shells shells,
      Clock clock) {
    this.bookings = bookings;
    this.receptions = receptions;
    this.reminders = reminders;
    this.times = times;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    if (viewer.role() == Role.HEAD) {
      return Optional.empty();
    }
    return switch (bookings.offer(viewer, conversation.queue(), conversation.thread(), null)) {
      case Opened.NotThere<Bookings.Offer> _ -> Optional.empty();
      case Opened.Value<Bookings.Offer>(Bookings.Offer offer) ->
          Optional.of(
              View.of(
                  "contact/book-panel",
                  new BookPanel(
                      shell,
                      href(conversation.queue(), conversation.thread()) + "/time",
                      conversation.queue() == Queue.PROFESSIONAL
                          ? null
                          : href(conversation.queue(), conversation.thread()) + "/apart",
                      href(conversation.queue(), conversation.thread()) + "/reminder",
                      href(conversation.queue(), conversation.thread()) + "/interpreter",
                      UUID.randomUUID().toString(),
                      had(shell, conversation, offer),
                      FreeTimes.nearest(offer.free(), clock.instant(), Way.ON_SITE, NEXT).stream()
                          .map(time -> slot(shell, time))
                          .toList(),
                      offer.free().isEmpty() ? shell.t("contact.reception.none") : null,
                      lacks(shell, offer))));
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/time")
  Reply times(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String with,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String competence,
      @RequestParam(defaultValue = "") String errand,
      @RequestParam(defaultValue = "") String all) {
    Address address = Address.of(queue, thread).orElse(null);
    return address == null
        ? shells.notThere(viewer, request)
        : page(
            request,
            viewer,
            address,
            new Typed(
                TypedForm.empty(),
                Map.of(),
                before,
                with,
                need(language, competence),
                errand(address.queue(), errand),
                !all.isEmpty(),
                null,
                List.of()),
            200);
  }

  /// What was typed, and what is wrong with it.
  private record Typed(
      TypedForm form,
      Map<String, String> wrong,
      String before,
      String with,
      @Nullable Need need,
      @Nullable Errand errand,
      boolean all,
      @Nullable String refused,
      List<FreeTimes.Time> nearest) {}

  /// What somebody who asks in her work comes for; nothing when it is not said, and for all others.
  private static @Nullable Errand errand(Queue queue, String said) {
    return queue == Queue.PROFESSIONAL ? Errand.of(said).orElse(null) : null;
  }

  /// The same for the page: as it was, when a time is moved, and else advice.
  private static @Nullable Errand shown(
      Queue queue, @Nullable Errand said, @Nullable Booked moved) {
    return queue != Queue.PROFESSIONAL
        ? null
        : said != null
            ? said
            : moved != null && moved.errand() != null ? moved.errand() : Errand.CONSULTATION;
  }

  /// The languages that somebody can be asked for.
  private static final List<String> LANGUAGES =
      Calls.LANGUAGES.stream()
          .filter(one -> !one.equals("other") && !one.equals("unknown"))
          .toList();

  /// With whom it was asked for; what follows from the conversation when nothing is said. What
  /// stands in no list asks for anybody.
  private static @Nullable Need need(@Nullable String language, @Nullable String competence) {
    return language == null && competence == null
        ? null
        : new Need(
            language != null && LANGUAGES.contains(language) ? language : "",
            competence != null && WorkerPages.COMPETENCES.contains(competence) ? competence : "");
  }

  /// What the times that are shown lack.
  private static List<String> lacks(Shell shell, Bookings.Offer offer) {
    List<String> lacks = new ArrayList<>();
    Bookings.Fit fit = offer.fit();
    if (fit == Bookings.Fit.NOBODY_KNOWS || fit == Bookings.Fit.NEITHER) {
      lacks.add(
          shell.t(
              "contact.need.nobody-knows",
              shell
                  .t("contact.reception.competence." + offer.need().competence())
                  .toLowerCase(shell.texts().locale())));
    }
    if (fit == Bookings.Fit.INTERPRETER || fit == Bookings.Fit.NEITHER) {
      lacks.add(
          shell.t("contact.need.interpreter", SetUpForms.language(shell, offer.need().language())));
    }
    return lacks;
  }

  record Address(Queue queue, ThreadId thread) {
    static Optional<Address> of(String queue, String thread) {
      return queue(queue)
          .flatMap(named -> Read.id(thread).map(id -> new Address(named, new ThreadId(id))));
    }

    private static Optional<Queue> queue(String code) {
      return Stream.of(Queue.values()).filter(one -> code(one).equals(code)).findFirst();
    }
  }

  static String code(Queue queue) {
    return queue.name().toLowerCase(Locale.ROOT);
  }

  /// The conversation whose time it is; nothing for a group, and for a role that does not advise
  /// those who ask in their work.
  static @Nullable String conversation(Queue queue, Booked one, Role role) {
    UUID thread = one.thread();
    UUID asker = one.asker();
    return thread != null
        ? href(queue, new ThreadId(thread))
        : asker != null && Queue.PROFESSIONAL.isOpenTo(role)
            ? href(Queue.PROFESSIONAL, new ThreadId(asker))
            : null;
  }

  static String href(Queue queue, ThreadId thread) {
    return "/staff/inbox/" + code(queue) + "/" + thread.value();
  }

  /// Books, moves, takes back, or takes a place in a group.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/time")
  Reply book(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String cancel,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String with,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String competence,
      @RequestParam(name = "errand", defaultValue = "") String said) {
    Need need = need(language, competence);
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    Errand errand = errand(address.queue(), said);
    TypedForm form = TypedForm.of(request.getParameterMap(), NAMES, java.util.Set.of());
    UUID worker = Read.id(time.isEmpty() ? form.value("worker") : with).orElse(null);
    Map<String, String> wrong = new LinkedHashMap<>();
    Opened<Booking> answer;
    if (!cancel.isEmpty() || !group.isEmpty()) {
      UUID named = Read.id(cancel.isEmpty() ? group : cancel).orElseGet(UUID::randomUUID);
      answer =
          cancel.isEmpty()
              ? bookings.join(viewer, address.queue(), address.thread(), named)
              : bookings.cancel(viewer, address.queue(), address.thread(), named);
    } else {
      Optional<Bookings.Wish> wish =
          time.isEmpty()
              ? typed(form, worker, before, wrong)
              : Bookings.Wish.offered(time, worker, Read.id(before).orElse(null));
      if (wish.isEmpty()) {
        return page(
            request,
            viewer,
            address,
            new Typed(form, wrong, before, with, need, errand, false, null, List.of()),
            422);
      }
      answer =
          bookings.book(
              viewer,
              address.queue(),
              address.thread(),
              Read.id(id).orElseGet(UUID::randomUUID),
              errand == null
                  ? wish.get().needing(need)
                  : wish.get().needing(need).comingFor(errand));
    }
    return switch (answer) {
      case Opened.NotThere<Booking> _ -> shells.notThere(viewer, request);
      case Opened.Value<Booking>(Booking booking) ->
          switch (booking) {
            case Booking.Stands _ -> SeeOther.to(href(address.queue(), address.thread()));
            case Booking.Refused(FreeTimes.Why why, List<FreeTimes.Time> nearest) ->
                refused(
                    request,
                    viewer,
                    address,
                    form,
                    before,
                    with,
                    need,
                    errand,
                    "contact.reception.why." + why.name().toLowerCase(Locale.ROOT),
                    nearest);
            case Booking.Already _ ->
                refused(
                    request,
                    viewer,
                    address,
                    form,
                    before,
                    with,
                    need,
                    errand,
                    "contact.reception.why.already",
                    List.of());
            case Booking.TooLate _ ->
                refused(
                    request,
                    viewer,
                    address,
                    form,
                    "",
                    with,
                    need,
                    errand,
                    "contact.reception.why.too_late",
                    List.of());
          };
    };
  }

  private View refused(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      TypedForm form,
      String before,
      String with,
      @Nullable Need need,
      @Nullable Errand errand,
      String key,
      List<FreeTimes.Time> nearest) {
    return page(
        request,
        viewer,
        address,
        new Typed(form, Map.of(), before, with, need, errand, false, key, nearest),
        422);
  }

  private static Optional<Bookings.Wish> typed(
      TypedForm form, @Nullable UUID worker, String before, Map<String, String> wrong) {
    Optional<LocalDate> date = Field.day(form.value("date"));
    if (date.isEmpty()) {
      wrong.put("date", "contact.reception.wrong.date");
    }
    var clock = Field.time(form.value("clock"));
    if (clock.isEmpty()) {
      wrong.put("clock", "contact.reception.wrong.time");
    }
    Optional<Way> way = Way.of(form.value("way"));
    if (way.isEmpty()) {
      wrong.put("way", "contact.reception.wrong.way");
    }
    return wrong.isEmpty()
        ? Optional.of(
            Bookings.Wish.typed(
                LocalDateTime.of(date.orElseThrow(), clock.orElseThrow()),
                way.orElseThrow(),
                worker,
                Read.id(before).orElse(null)))
        : Optional.empty();
  }

  private View page(
      HttpServletRequest request, Viewer viewer, Address address, Typed typed, int status) {
    UUID with = Read.id(typed.with()).orElse(null);
    return switch (bookings.offer(viewer, address.queue(), address.thread(), with, typed.need())) {
      case Opened.NotThere<Bookings.Offer> _ -> shells.notThere(viewer, request);
      case Opened.Value<Bookings.Offer>(Bookings.Offer offer) -> {
        Shell shell = shells.shell(viewer, request);
        Map<LocalDate, List<BookPanel.Slot>> days = new LinkedHashMap<>();
        Optional<Booked> moved =
            offer.booked().stream()
                .filter(one -> one.id().toString().equals(typed.before()))
                .findFirst();
        Errand errand = shown(address.queue(), typed.errand(), moved.orElse(null));
        offer.free().stream()
            .filter(time -> errand == null || errand.fits(time.way()))
            .forEach(time ->
                days.computeIfAbsent(
                        time.from().atZone(OpeningHours.HERE).toLocalDate(),
                        any -> new ArrayList<>())
                    .add(onDay(shell, time)));
        yield View.of(
                "contact/book",
                new BookPage(
                    shell,
                    href(address.queue(), address.thread()),
                    UUID.randomUUID().toString(),
                    moved.map(one -> one.id().toString()).orElse(""),
                    moved.map(one -> when(shell, one.from())).orElse(null),
                    errand == null
                        ? null
                        : Field.of("errand", shell.t("contact.reception.errand"))
                            .withValue(errand.code()),
                    errand == null
                        ? List.of()
                        : Stream.of(Errand.values())
                            .map(one ->
                                Option.of(
                                    one.code(),
                                    shell.t("contact.reception.errand.choose." + one.code())))
                            .toList(),
                    typed.refused() == null ? null : shell.t(typed.refused()),
                    typed.nearest().stream().map(time -> slot(shell, time)).toList(),
                    field(shell, "date", typed).needed(),
                    field(shell, "clock", typed).needed(),
                    field(shell, "way", typed).needed(),
                    Stream.of(Way.values())
                        .map(way ->
                            Option.of(way.code(), shell.t("contact.reception.way." + way.code())))
                        .toList(),
                    field(shell, "worker", typed).withHint(shell.t("contact.reception.anybody")),
                    workers(address.queue(), shell),
                    typed.with(),
                    Field.of("language", shell.t("contact.need.language"))
                        .withValue(offer.need().language()),
                    LANGUAGES.stream()
                        .map(one -> Option.of(one, SetUpForms.language(shell, one)))
                        .toList(),
                    Field.of("competence", shell.t("contact.need.competence"))
                        .withValue(offer.need().competence()),
                    WorkerPages.COMPETENCES.stream()
                        .map(one -> Option.of(one, shell.t("contact.reception.competence." + one)))
                        .toList(),
                    lacks(shell, offer),
                    days.entrySet().stream()
                        .limit(typed.all() ? days.size() : DAYS)
                        .map(day -> new BookPage.Day(day(shell, day.getKey()), day.getValue()))
                        .toList(),
                    typed.all() || days.size() <= DAYS
                        ? null
                        : shell.t("contact.reception.all-days", days.size()),
                    offer.groups().stream()
                        .map(group ->
                            new BookPanel.Slot(
                                group.id().toString(),
                                when(shell, group.from()),
                                shell.t(
                                    "contact.reception.group.places",
                                    group.seats() - group.taken())))
                        .toList()))
            .with(status);
      }
    };
  }

  private List<Option> workers(Queue queue, Shell shell) {
    List<Receptions.Receiver> receivers = receptions.receivers(queue);
    Map<UUID, Confidential> known =
        names.of(receivers.stream().map(Receptions.Receiver::staff).collect(Collectors.toSet()));
    return receivers.stream()
        .map(one -> {
          Confidential name = known.get(one.staff());
          return Option.of(
              one.id().toString(),
              name == null ? shell.t("contact.inbox.colleague") : name.reveal());
        })
        .sorted(java.util.Comparator.comparing(Option::label))
        .toList();
  }

  private static Field field(Shell shell, String name, Typed typed) {
    String wrong = typed.wrong().get(name);
    return Field.of(name, shell.t("contact.reception.field." + name))
        .withValue(typed.form().value(name))
        .withError(wrong == null ? null : shell.t(wrong));
  }

  private List<BookPanel.Had> had(Shell shell, Waiting conversation, Bookings.Offer offer) {
    Map<UUID, Reminder> asked =
        reminders.of(conversation.queue(), conversation.thread()).stream()
            .collect(Collectors.toMap(Reminder::meeting, one -> one));
    Map<UUID, Confidential> known =
        names.of(offer.booked().stream().map(Booked::staff).collect(Collectors.toSet()));
    return offer.booked().stream()
        .map(one -> {
          Confidential name = known.get(one.staff());
          return new BookPanel.Had(
              one.id().toString(),
              when(shell, one.from()),
              shell.t(
                  "contact.reception.had",
                  one.kind().equals("group")
                      ? shell.t("contact.reception.kind.group")
                      : kept(shell, one),
                  name == null ? shell.t("contact.inbox.colleague") : name.reveal(),
                  one.room() == null ? "none" : "some",
                  one.room() == null ? "" : one.room()),
              one.kind().equals("group"),
              !one.from().isAfter(clock.instant()),
              one.way() == Way.VIDEO && !one.kind().equals("group")
                  ? href(conversation.queue(), conversation.thread()) + "/link?meeting=" + one.id()
                  : null,
              reminder(shell, one, asked.get(one.id())),
              asked.containsKey(one.id()) && asked.get(one.id()).state().isOpen(),
              one.from().isAfter(clock.instant())
                  ? reminders.windows(one.from()).stream()
                      .map(window ->
                          Option.of(window.code(), window(shell, window.from(), window.until())))
                      .toList()
                  : List.of());
        })
        .toList();
  }

  /// How a time is kept, and what somebody who asks in her work comes for.
  static String kept(Shell shell, Booked one) {
    String way = shell.t("contact.reception.way." + one.way().code());
    Errand errand = one.errand();
    return errand == null
        ? way
        : shell.t(
            "contact.reception.errand.way",
            shell.t("contact.reception.errand." + errand.code()),
            way.toLowerCase(shell.texts().locale()));
  }

  private static String reminder(Shell shell, Booked booked, @Nullable Reminder one) {
    if (one == null) {
      return shell.t("contact.reception.reminder.none");
    }
    String state =
        one.state().isOpen() && !one.forAt().equals(booked.from()) ? "moved" : one.state().code();
    return shell.t(
        "contact.reception.reminder.state." + state,
        window(shell, one.from(), one.until()),
        one.why() == null ? "" : shell.t("contact.reception.reminder.why." + one.why()));
  }

  private static String window(Shell shell, Instant from, Instant until) {
    return shell.t(
        "contact.reception.reminder.window",
        day(shell, from.atZone(OpeningHours.HERE).toLocalDate()),
        shell.texts().time(from),
        shell.texts().time(until));
  }

  static String when(Shell shell, Instant from) {
    return shell.t(
        "contact.reception.when",
        day(shell, from.atZone(OpeningHours.HERE).toLocalDate()),
        shell.texts().time(from));
  }

  static String day(Shell shell, LocalDate date) {
    return shell.t(
        "contact.reception.day",
        shell.texts().weekday(date.getDayOfWeek()),
        shell.texts().date(date));
  }

  static BookPanel.Slot slot(Shell shell, FreeTimes.Time time) {
    return new BookPanel.Slot(time.code(), when(shell, time.from()), what(shell, time));
  }

  private BookPanel.Slot onDay(Shell shell, FreeTimes.Time time) {
    return new BookPanel.Slot(time.code(), shell.texts().time(time.from()), what(shell, time));
  }

  private static String what(Shell shell, FreeTimes.Time time) {
    String way = shell.t("contact.reception.way." + time.way().code());
    return time.acute()
        ? shell.t("contact.reception.acute.way", way.toLowerCase(shell.texts().locale()))
        : way;
  }
}
