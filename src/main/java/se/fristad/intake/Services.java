package se.fristad.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// Support without individual assessment: its kinds, what the board has decided on them, and each
/// series that is given (11 kap. 5 and 6 §§, 14 kap. 5 § SoL).
@StaffFace
@Component
class Services {
  /// How many rows a page of the list has.
  static final int PAGE = 25;

  /// The longest of the texts.
  static final int MOST = 8_000;

  private final ServiceRows rows;
  private final NotHers notHers;
  private final Threads threads;
  private final FileDoor door;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Services(
      ServiceRows rows,
      NotHers notHers,
      Threads threads,
      FileDoor door,
      SideKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.notHers = notHers;
    this.threads = threads;
    this.door = door;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /// The day in Sweden.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
  }

  // the kinds

  /// Every kind of support, with what the board has decided. About nobody.
  List<ServiceType> types() {
    return onSide(rows::types);
  }

  Optional<ServiceType> type(UUID id) {
    return onSide(() -> rows.type(id));
  }

  /// Writes down a kind of support; the same form sent twice is one.
  Opened<UUID> addType(Viewer viewer, UUID id, String name, int level) {
    return onSide(() ->
        door.write(
            viewer,
            new FileRef(ServiceTypeRule.KIND, id),
            Purpose.SUPERVISING,
            "begin",
            permit -> {
              if (!permit.id().equals(id)) {
                return null;
              }
              rows.insertType(id, name, level, viewer.staff(), clock.instant());
              return Written.plain(id, 1);
            }));
  }

  /// A kind is given no more; what goes on goes on.
  Opened<UUID> endType(Viewer viewer, UUID id) {
    return onSide(() ->
        door.write(
            viewer,
            new FileRef(ServiceTypeRule.KIND, id),
            Purpose.SUPERVISING,
            "close",
            permit -> {
              if (rows.lockType(permit.id()).isEmpty()) {
                return null;
              }
              rows.endType(permit.id(), clock.instant());
              return Written.plain(id, 1);
            }));
  }

  /// Writes down what the board has decided; the same form sent twice is one decision.
  Opened<UUID> decide(Viewer viewer, UUID type, BoardDecision decision) {
    return onSide(() ->
        door.write(
            viewer,
            new FileRef(ServiceTypeRule.KIND, type),
            Purpose.SUPERVISING,
            "board_decision",
            permit -> {
              if (rows.lockType(permit.id()).isEmpty()) {
                return null;
              }
              Instant now = clock.instant();
              if (rows.insertDecision(permit.id(), decision, viewer.staff(), now)) {
                events.publishEvent(
                    new BoardDecided(decision.id(), decision.paragraph().code(), now));
              }
              return Written.plain(type, 1);
            }));
  }

  // the series

  /// A page of the list.
  record Listed(List<Service.Row> rows, int total) {}

  /// A page of the series, of [#PAGE] rows.
  ///
  /// @param page from 1
  Listed list(Viewer viewer, int page) {
    return onSide(() -> {
      NotHers.Hidden hidden = notHers.from(viewer.staff());
      return new Listed(
          door.list(
              viewer,
              ServiceFileRule.KIND,
              "services",
              () -> rows.list(hidden, PAGE, (page - 1) * PAGE),
              Service.Row::id),
          rows.count(hidden));
    });
  }

  /// What has been given out of a conversation.
  List<Service.Row> ofThread(Viewer viewer, UUID thread) {
    return onSide(() ->
        door.list(
            viewer,
            ServiceFileRule.KIND,
            "of_thread",
            () -> notHers.of(viewer.staff()).contains(thread) ? List.of() : rows.ofThread(thread),
            Service.Row::id));
  }

  Opened<Service> read(Viewer viewer, UUID id) {
    return onSide(() ->
        door.open(
            viewer,
            new FileRef(ServiceFileRule.KIND, id),
            ServiceFileRule.purposeOf(viewer),
            this::service));
  }

  private @Nullable Service service(Permit permit) {
    Service.Row row = rows.find(permit.id()).orElse(null);
    ServiceRows.Sealed sealed = rows.sealed(permit.id()).orElse(null);
    if (row == null || sealed == null) {
      return null;
    }
    try (DataKey key = keys.unwrap(row.id(), sealed.key())) {
      return new Service(
          row, TypedForm.read(key.open(place(row.id(), row.version()), sealed.form()).reveal()));
    }
  }

  /// Begins a series. Out of a conversation only for one who finds that conversation.
  ///
  /// @param id minted with the form
  /// @param typed `form` named or anonymous, `who`, `note`
  Serving begin(Viewer viewer, UUID id, UUID type, @Nullable UUID thread, TypedForm typed) {
    if (thread != null
        && threads.read(viewer, Queue.SUPPORT, new ThreadId(thread), Purpose.SCREENING)
            instanceof Opened.NotThere<?>) {
      return new Serving.NotThere();
    }
    return answer(
        onSide(() ->
            door.write(
                viewer,
                new FileRef(ServiceFileRule.KIND, id),
                Purpose.SUPPORTING,
                "begin",
                permit -> permit.id().equals(id) ? begun(permit, type, thread, typed) : null)));
  }

  private @Nullable Written<Serving> begun(
      Permit permit, UUID type, @Nullable UUID thread, TypedForm typed) {
    ServiceType kind = rows.type(type).orElse(null);
    if (kind == null) {
      return null;
    }
    LocalDate today = today();
    List<Serving.Wrong> wrong = new ArrayList<>(wrong(kind, typed, today));
    if (!kind.mayBeGiven(today)) {
      wrong.add(new Serving.Wrong.ByRule("form", ServiceRule.BOARD_HAS_DECIDED));
    }
    if (!wrong.isEmpty()) {
      return Written.refused(new Serving.Refused(wrong));
    }
    Instant now = clock.instant();
    boolean named = typed.value("form").equals("named");
    byte[] sealed;
    WrappedKey wrapped;
    try (DataKey key = DataKey.random()) {
      sealed = key.seal(place(permit.id(), 1), Confidential.of(typed.text()));
      wrapped = keys.wrap(permit.id(), key);
    }
    if (rows.begin(
        permit.id(), type, thread, named, permit.viewer().staff(), now, wrapped, sealed)) {
      notHers.hold(thread, null, now);
      events.publishEvent(new ServiceBegun(permit.id(), named, now));
      return Written.sealed(new Serving.Done(rows.find(permit.id()).orElseThrow()), 1, sealed);
    }
    Service.Row there = rows.find(permit.id()).orElseThrow();
    return Written.plain(new Serving.Done(there), there.version());
  }

  /// Writes in a series, notes a talk that was held, or ends it.
  ///
  /// @param seen the version that the writer's page was made from
  /// @param held whether a talk was held today
  /// @param ends whether it is ended
  Serving save(Viewer viewer, UUID id, int seen, TypedForm typed, boolean held, boolean ends) {
    return answer(
        onSide(() ->
            door.write(
                viewer,
                new FileRef(ServiceFileRule.KIND, id),
                Purpose.SUPPORTING,
                ends ? "close" : held ? "session" : "save",
                permit -> saved(permit, seen, typed, held, ends))));
  }

  private @Nullable Written<Serving> saved(
      Permit permit, int seen, TypedForm typed, boolean held, boolean ends) {
    Service.Row row = rows.lock(permit.id()).orElse(null);
    ServiceRows.Sealed before = rows.sealed(permit.id()).orElse(null);
    if (row == null || before == null) {
      return null;
    }
    if (row.ended() != null || row.version() != seen) {
      return Written.refused(new Serving.Changed());
    }
    ServiceType kind = rows.type(row.type()).orElseThrow();
    LocalDate today = today();
    boolean told = typed.has("told");
    List<Serving.Wrong> wrong = new ArrayList<>(readable(typed));
    if (held) {
      // what has begun without a name may be ended when the decision has; it is not gone on with
      wrong = new ArrayList<>(wrong(kind, typed, today));
    }
    if (row.named() && !typed.value("form").equals("named")) {
      wrong.add(new Serving.Wrong.Unreadable("form", "intake.service.wrong.unnamed"));
    }
    if (ends && !told) {
      wrong.add(new Serving.Wrong.ByRule("told", ServiceRule.TOLD_BEFORE_CLOSING));
    }
    if (!wrong.isEmpty()) {
      return Written.refused(new Serving.Refused(wrong));
    }
    Instant now = clock.instant();
    int version = row.version() + 1;
    byte[] sealed;
    try (DataKey key = keys.unwrap(row.id(), before.key())) {
      sealed = key.seal(place(row.id(), version), Confidential.of(typed.text()));
    }
    rows.save(
        row.id(),
        version,
        typed.value("form").equals("named"),
        told,
        held ? today : null,
        ends,
        permit.viewer().staff(),
        now,
        sealed);
    if (ends) {
      events.publishEvent(new ServiceEnded(row.id(), now));
    }
    return Written.sealed(new Serving.Done(rows.find(row.id()).orElseThrow()), version, sealed);
  }

  /// What stands in the way of giving this on a day as it was typed.
  private static List<Serving.Wrong> wrong(ServiceType kind, TypedForm typed, LocalDate today) {
    List<Serving.Wrong> wrong = new ArrayList<>(readable(typed));
    if (typed.value("form").equals("anonymous") && !kind.mayBeAnonymous(today)) {
      wrong.add(new Serving.Wrong.ByRule("form", ServiceRule.ANONYMOUS_BY_DECISION));
    }
    return wrong;
  }

  private static List<Serving.Wrong> readable(TypedForm typed) {
    List<Serving.Wrong> wrong = new ArrayList<>();
    String form = typed.value("form");
    if (!form.equals("named") && !form.equals("anonymous")) {
      wrong.add(new Serving.Wrong.Unreadable("form", "intake.service.wrong.form"));
    }
    if (form.equals("named") && typed.value("who").isBlank()) {
      wrong.add(new Serving.Wrong.Unreadable("who", "intake.service.wrong.who"));
    }
    if (form.equals("anonymous") && !typed.value("who").isBlank()) {
      wrong.add(new Serving.Wrong.Unreadable("who", "intake.service.wrong.anonymous-who"));
    }
    if (form.equals("anonymous") && !Revealing.in(typed.value("note")).isEmpty()) {
      wrong.add(new Serving.Wrong.Unreadable("note", "intake.service.wrong.reveals"));
    }
    for (String field : List.of("who", "note")) {
      if (typed.isLonger(field, field.equals("who") ? 200 : MOST)) {
        wrong.add(new Serving.Wrong.Unreadable(field, "intake.service.wrong.long"));
      }
    }
    return wrong;
  }

  private static Serving answer(Opened<Serving> opened) {
    return switch (opened) {
      case Opened.Value<Serving> value -> value.value();
      case Opened.NotThere<Serving> notThere -> new Serving.NotThere();
    };
  }

  private static <T> T onSide(Supplier<T> work) {
    return Sides.on(Side.SUPPORT, work::get);
  }

  private static Place place(UUID service, int version) {
    return new Place("intake", service, "service", version);
  }
}
