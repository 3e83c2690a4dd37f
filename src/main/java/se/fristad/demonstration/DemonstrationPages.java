package se.fristad.demonstration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.OneClick;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.demonstration.web.YearPage;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// The press of a name on the demonstration's login page, and how far its year is.
@StaffFace
@ConditionalOnBooleanProperty("fristad.demonstration")
@Controller
class DemonstrationPages {
  private static final Set<Role> READERS =
      Set.of(Role.HEAD, Role.BOARD_MEMBER, Role.PROJECT_LEADER);

  private final DemonstrationDoor door;
  private final OneClick oneClick;
  private final Shells shells;
  private final ObjectProvider<YearMaker> year;

  DemonstrationPages(
      DemonstrationDoor door, OneClick oneClick, Shells shells, ObjectProvider<YearMaker> year) {
    this.door = door;
    this.oneClick = oneClick;
    this.shells = shells;
    this.year = year;
  }

  /// How far the invented year is.
  @Allowed(everyRole = true)
  @GetMapping("/staff/demonstration")
  View year(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    Optional<YearMaker> maker = year.stream().findFirst();
    YearMaker.State state = maker.map(YearMaker::state).orElse(YearMaker.State.NONE);
    boolean figures = state == YearMaker.State.MADE && READERS.contains(viewer.role());
    return View.of(
        "demonstration/year",
        new YearPage(
            shell,
            maker.map(YearMaker::percent).orElse(0),
            state.name().toLowerCase(Locale.ROOT),
            maker.flatMap(YearMaker::holds).map(holds -> what(shell, holds)).orElse(null),
            figures ? "/staff/statistics?year=" + Year.OF : null));
  }

  private static String what(Shell shell, Volumes holds) {
    return shell.t(
        "demonstration.year.what",
        Integer.toString(Year.OF),
        holds.intakes(),
        holds.investigations(),
        holds.outpatient(),
        holds.shelter(),
        holds.open());
  }

  @Allowed(anyone = true)
  @PostMapping("/staff/demonstration")
  Reply comeIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String staff,
      @RequestParam(defaultValue = "") String to) {
    Optional<ResponseCookie> cookie =
        DemonstrationDoor.isPressedHere(request) ? begin(request, staff) : Optional.empty();
    if (cookie.isEmpty()) {
      return shells.notThere(request);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.get().toString());
    return SeeOther.to("/staff/kept?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }

  private Optional<ResponseCookie> begin(HttpServletRequest request, String staff) {
    return door.offeredTo(request).stream()
        .filter(one -> one.staff().toString().equals(staff))
        .findFirst()
        .flatMap(one -> oneClick.begin(request, one.staff()));
  }
}
