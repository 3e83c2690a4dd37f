package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.LoginPage;
import se.fristad.page.Field;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Logging in and out.
@StaffFace
@Controller
class LoginPages {
  private final Login login;
  private final Shells shells;
  private final ObjectProvider<OneClickDoor> doors;

  LoginPages(Login login, Shells shells, ObjectProvider<OneClickDoor> doors) {
    this.login = login;
    this.shells = shells;
    this.doors = doors;
  }

  @Allowed(anyone = true)
  @GetMapping("/staff/login")
  View page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String kept,
      @RequestParam(defaultValue = "") String begun,
      @RequestParam(defaultValue = "") String left,
      @RequestParam(defaultValue = "") String alarm,
      @RequestParam(defaultValue = "") String to) {
    return view(
        request,
        null,
        "",
        to,
        !kept.isEmpty(),
        !begun.isEmpty(),
        !left.isEmpty(),
        alarm,
        HttpStatus.OK);
  }

  @Allowed(anyone = true)
  @PostMapping("/staff/login")
  Reply tryIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String kept) {
    boolean tooLong =
        name.length() > 200 || password.length() > Passwords.LONGEST || code.length() > 20;
    Login.Answer answer =
        tooLong ? new Login.Answer.Wrong() : login.tryIn(name, Confidential.of(password), code);
    return switch (answer) {
      case Login.Answer.In in -> {
        response.addHeader(HttpHeaders.SET_COOKIE, Sessions.cookie(request, in.token()).toString());
        yield SeeOther.to("/staff/kept?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
      }
      case Login.Answer.Wrong wrong ->
          again(request, "access.login.wrong", name, to, !kept.isEmpty(), HttpStatus.UNAUTHORIZED);
      case Login.Answer.Busy busy ->
          again(
              request,
              "access.login.busy",
              name,
              to,
              !kept.isEmpty(),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @Allowed(everyRole = true)
  @PostMapping("/staff/logout")
  Reply out(HttpServletRequest request, HttpServletResponse response, Sessions.Session session) {
    login.out(session);
    response.addHeader(HttpHeaders.SET_COOKIE, Sessions.cookie(request, "").toString());
    return SeeOther.to("/staff/login?left=1");
  }

  private View again(
      HttpServletRequest request,
      String refusal,
      String name,
      String to,
      boolean kept,
      HttpStatus status) {
    return view(request, refusal, name, to, kept, false, false, "", status);
  }

  private View view(
      HttpServletRequest request,
      @Nullable String refusal,
      String name,
      String to,
      boolean kept,
      boolean begun,
      boolean left,
      String alarm,
      HttpStatus status) {
    Shell shell = shells.door(request);
    Function<String, Field> field =
        code -> Field.of(code, shell.t("access.login." + code)).needed();
    List<LoginPage.Offered> offered =
        doors.stream()
            .flatMap(door -> door.offeredTo(request).stream())
            .map(one ->
                new LoginPage.Offered(
                    one.staff().toString(),
                    one.name(),
                    shell.t(one.role().textKey()),
                    shell.t(one.role().textKey() + ".about")))
            .toList();
    return View.of(
            "access/login",
            new LoginPage(
                shell,
                refusal == null ? null : shell.t(refusal),
                kept,
                begun,
                left,
                alarm,
                field.apply("name").withValue(name),
                field.apply("password"),
                field.apply("code").withHint(shell.t("access.login.code.hint")),
                Drafts.PATH.matcher(to).matches() ? to : "",
                offered))
        .with(status.value());
  }
}
