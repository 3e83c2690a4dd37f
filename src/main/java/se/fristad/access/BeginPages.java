package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.BeginPage;
import se.fristad.access.web.CodePage;
import se.fristad.access.web.QrCode;
import se.fristad.page.Field;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Choosing one's own password and authenticator with a one-time code.
///
/// The code is typed into a field and posted. In a link it stands behind `#`, which no browser
/// sends: the page's script posts it and takes it out of the address, so neither history nor a
/// proxy's log holds it (docs/adr/0013). Without a script it is copied into the field by hand.
@StaffFace
@Controller
class BeginPages {
  private final Staffing staffing;
  private final Shells shells;

  BeginPages(Staffing staffing, Shells shells) {
    this.staffing = staffing;
    this.shells = shells;
  }

  @Allowed(anyone = true)
  @GetMapping("/staff/begin")
  View code(HttpServletRequest request) {
    return codePage(request, null);
  }

  @Allowed(anyone = true)
  @PostMapping("/staff/begin")
  View open(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
    Optional<Staffing.Invited> invited = staffing.invited(code);
    if (invited.isEmpty()) {
      return codePage(request, "access.begin.code.gone").with(400);
    }
    String secret = Secrets.base32(Secrets.random(20));
    return begin(request, invited.get(), code, secret, "", "", Map.of());
  }

  @Allowed(anyone = true)
  @PostMapping("/staff/begin/choose")
  Reply choose(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      @RequestParam(defaultValue = "") String digits) {
    Optional<Staffing.Invited> invited = staffing.invited(code);
    if (invited.isEmpty() || !secret.matches("[A-Z2-7]{32}")) {
      return codePage(request, "access.begin.code.gone").with(400);
    }
    boolean first = invited.get().staff() == null;
    Confidential ownLogin = invited.get().login();
    String effective = ownLogin == null ? login : ownLogin.reveal();
    Map<String, String> errors = new HashMap<>();
    Optional<String> called = StaffNames.read(name);
    if (first && called.isEmpty()) {
      errors.put("name", "access.begin.name.missing");
    }
    if (first && !login.strip().matches("[\\p{L}\\p{N}._@-]{2,60}")) {
      errors.put("login", "access.begin.login.missing");
    }
    if (password.codePointCount(0, password.length()) < Passwords.SHORTEST
        || password.length() > Passwords.LONGEST) {
      errors.put("password", "access.begin.password.short");
    } else if (!effective.isBlank()
        && password.toLowerCase(Locale.ROOT).contains(effective.strip().toLowerCase(Locale.ROOT))) {
      errors.put("password", "access.begin.password.login");
    } else if (!password.equals(again)) {
      errors.put("again", "access.begin.again.differs");
    }
    if (errors.isEmpty()) {
      switch (staffing.begin(
          code,
          first ? called.map(Confidential::of).orElse(null) : null,
          first ? login.strip() : null,
          Confidential.of(password),
          Confidential.of(secret),
          digits)) {
        case DONE -> {
          return SeeOther.to("/staff/login?begun=1");
        }
        case CODE_GONE -> {
          return codePage(request, "access.begin.code.gone").with(400);
        }
        case DIGITS_WRONG -> errors.put("digits", "access.begin.digits.wrong");
        case LOGIN_TAKEN -> errors.put("login", "access.begin.login.taken");
        case BUSY -> errors.put("digits", "access.login.busy");
      }
    }
    return begin(request, invited.get(), code, secret, name, login, errors).with(400);
  }

  private View codePage(HttpServletRequest request, @Nullable String error) {
    Shell shell = shells.door(request);
    return View.of(
        "access/code",
        new CodePage(
            shell,
            Field.of("code", shell.t("access.begin.code"))
                .withHint(shell.t("access.begin.code.hint"))
                .needed()
                .withError(error == null ? null : shell.t(error))));
  }

  private View begin(
      HttpServletRequest request,
      Staffing.Invited invited,
      String code,
      String secret,
      String name,
      String login,
      Map<String, String> errors) {
    Shell shell = shells.door(request);
    Field nameField = field(shell, "name", null, errors).withValue(name);
    Field loginField = field(shell, "login", "access.begin.login.hint", errors).withValue(login);
    Field password = field(shell, "password", "access.begin.password.hint", errors);
    Field again = field(shell, "again", null, errors);
    Field digits = field(shell, "digits", "access.begin.digits.hint", errors);
    boolean first = invited.staff() == null;
    List<Field> fields = new ArrayList<>();
    if (first) {
      fields.add(nameField);
      fields.add(loginField);
    }
    fields.addAll(List.of(password, again, digits));
    Confidential whose = invited.login();
    String uri = uri(whose == null ? "administrator" : whose.reveal(), secret);
    Confidential called = invited.name();
    return View.of(
        "access/begin",
        new BeginPage(
            shell,
            called == null ? "" : called.reveal(),
            code,
            secret.replaceAll("(.{4})(?=.)", "$1 "),
            secret,
            uri,
            QrCode.of(uri),
            fields,
            first ? nameField : null,
            first ? loginField : null,
            password,
            again,
            digits));
  }

  private static Field field(
      Shell shell, String name, @Nullable String hint, Map<String, String> errors) {
    Field field = Field.of(name, shell.t("access.begin." + name)).needed();
    String error = errors.get(name);
    return (hint == null ? field : field.withHint(shell.t(hint)))
        .withError(error == null ? null : shell.t(error));
  }

  /// What an authenticator app reads; the issuer is the program's name and says nothing of the
  /// work.
  private static String uri(String login, String secret) {
    return "otpauth://totp/Fristad:"
        + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20")
        + "?secret="
        + secret
        + "&issuer=Fristad";
  }
}
