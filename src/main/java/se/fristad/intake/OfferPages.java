package se.fristad.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.DaySection;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.intake.web.OfferPage;
import se.fristad.intake.web.OffersPage;
import se.fristad.intake.web.OffersToday;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// The list "declined, offer due", and each promise: how she can be reached without danger is
/// shown, and answered for, before anything is noted as done.
@Order(25)
@StaffFace
@Controller
class OfferPages implements DaySection {
  static final String LIST = "/staff/offers";
  private static final Set<String> NAMES = Set.of("answer", "again", "safe");
  private static final Set<Role> SHOWN_TO =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD);

  private final Offers offers;
  private final Shells shells;

  OfferPages(Offers offers, Shells shells) {
    this.offers = offers;
    this.shells = shells;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (!SHOWN_TO.contains(viewer.role())) {
      return Optional.empty();
    }
    int due = offers.due(viewer);
    return due == 0
        ? Optional.empty()
        : Optional.of(
            View.of(
                "intake/offers-today",
                new OffersToday(shell, shell.t("intake.offers.today", due))));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping(LIST)
  View list(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String page) {
    Shell shell = shells.shell(viewer, request);
    int asked = Read.page(page);
    Offers.Listed listed = offers.list(viewer, asked);
    LocalDate today = offers.today();
    return View.of(
        "intake/offers",
        new OffersPage(
            shell,
            new Table(
                shell.t("intake.offers.list"),
                List.of(
                    Column.of(shell.t("intake.offer.due")),
                    Column.of(shell.t("intake.offer.channel")),
                    Column.number(shell.t("intake.offer.tries")),
                    Column.of(shell.t("intake.offer.state"))),
                listed.rows().stream()
                    .map(row ->
                        Row.of(
                            Cell.link(shell.texts().near(row.due(), today), LIST + "/" + row.id())
                                .withDetail(shell.texts().date(row.due())),
                            Cell.of(shell.t("intake.offer.channel." + row.channel().code())),
                            Cell.of(shell.texts().number(row.tries())),
                            row.due().isBefore(today)
                                ? Cell.badge(shell.t("intake.offer.late"), Tone.DANGER)
                                : row.due().equals(today)
                                    ? Cell.badge(shell.t("intake.offer.today"), Tone.WARN)
                                    : Cell.badge(shell.t("intake.offer.ahead"), Tone.NEUTRAL)))
                    .toList(),
                Paging.of(asked, Offers.PAGE, listed.total(), number -> LIST + "?page=" + number),
                Empty.of(shell.t("intake.offers.empty"), shell.t("intake.offers.empty.text")),
                false,
                null)));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping(LIST + "/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    return page(request, viewer, id, TypedForm.empty(), List.of(), null, 200);
  }

  /// What became of it.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping(LIST + "/{id}")
  Reply keep(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version) {
    UUID offer = Read.id(id).orElse(null);
    if (offer == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    List<Wrong> wrong = new ArrayList<>();
    Offer.Answer answer = Offer.Answer.of(typed.value("answer")).orElse(null);
    if (answer == null) {
      wrong.add(new Wrong("answer", "intake.offer.wrong.answer"));
    }
    if (!typed.has("safe")) {
      wrong.add(new Wrong("safe", "intake.offer.wrong.safe"));
    }
    LocalDate again = Field.day(typed.value("again")).orElse(null);
    LocalDate today = offers.today();
    if (typed.has("again")
        && (again == null
            || !again.isAfter(today)
            || again.isAfter(today.plus(Typed.OFFER_AHEAD)))) {
      wrong.add(new Wrong("again", "intake.offer.wrong.again"));
    }
    if (answer == Offer.Answer.WANTS && typed.has("again")) {
      wrong.add(new Wrong("again", "intake.offer.wrong.wants"));
    }
    if (answer == null || !wrong.isEmpty()) {
      return page(request, viewer, id, typed, wrong, null, 422);
    }
    return switch (offers.keep(viewer, offer, Read.number(version), answer, again)) {
      case Opened.Value<Boolean> kept when kept.value() ->
          SeeOther.to(answer == Offer.Answer.WANTS ? "/staff/intakes/new" : LIST);
      case Opened.Value<Boolean> changed ->
          page(request, viewer, id, typed, List.of(), "intake.offer.changed", 409);
      case Opened.NotThere<Boolean> notThere -> shells.notThere(viewer, request);
    };
  }

  private record Wrong(String field, String key) {}

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      String id,
      TypedForm typed,
      List<Wrong> wrong,
      @Nullable String obstacle,
      int status) {
    UUID asked = Read.id(id).orElse(null);
    if (asked == null
        || !(offers.read(viewer, asked) instanceof Opened.Value<Offer>(Offer offer))) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Offer.Row row = offer.row();
    UUID thread = row.thread();
    Offer.Answer answered = row.answer();
    return View.of(
            "intake/offer",
            new OfferPage(
                shell,
                LIST + "/" + row.id(),
                row.version(),
                obstacle == null ? null : shell.t(obstacle),
                shell.t(
                    "intake.offer.when",
                    shell.texts().near(row.due(), offers.today()),
                    shell.texts().date(row.due()),
                    row.tries()),
                shell.t("intake.offer.channel." + row.channel().code()),
                offer.how().reveal(),
                thread == null ? null : "/staff/inbox/support/" + thread,
                viewer.role() != Role.HEAD && answered == null,
                answered == null ? null : shell.t("intake.offer.answer." + answered.code()),
                field(shell, "answer", typed, wrong).needed(),
                Stream.of(Offer.Answer.values())
                    .map(one -> Option.of(one.code(), shell.t("intake.offer.answer." + one.code())))
                    .toList(),
                field(shell, "again", typed, wrong).withHint(shell.t("intake.offer.again.hint")),
                field(shell, "safe", typed, wrong).needed()))
        .with(status);
  }

  private static Field field(Shell shell, String name, TypedForm typed, List<Wrong> wrong) {
    @Nullable String error =
        wrong.stream()
            .filter(one -> one.field().equals(name))
            .map(one -> shell.t(one.key()))
            .findFirst()
            .orElse(null);
    return Field.of(name, shell.t("intake.offer." + name))
        .withValue(typed.value(name))
        .withError(error);
  }
}
