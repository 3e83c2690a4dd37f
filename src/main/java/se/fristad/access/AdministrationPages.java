package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.AdministrationPage;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The administrator's page: staff, faults, the paper copies of the master key. She opens no file.
@StaffFace
@Controller
class AdministrationPages {
  static final List<String> ORGANISATIONS =
      List.of("centre", "region", "police", "ngo", "shelter", "duty", "board");
  private static final String COPIES = "paper_copies";

  private final Staffing staffing;
  private final FaultBook faults;
  private final StaffRows rows;
  private final OwnSide own;
  private final Shells shells;

  AdministrationPages(
      Staffing staffing, FaultBook faults, StaffRows rows, OwnSide own, Shells shells) {
    this.staffing = staffing;
    this.faults = faults;
    this.rows = rows;
    this.own = own;
    this.shells = shells;
  }

  /// What was typed into the form of a new member of staff.
  private record Typed(String name, String login, String organisation, String role) {
    static final Typed NOTHING = new Typed("", "", "centre", "");
  }

  @Allowed(Role.ADMINISTRATOR)
  @GetMapping("/staff/administration")
  View page(
      Viewer viewer, HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    return view(viewer, request, null, done, Typed.NOTHING, Map.of());
  }

  @Allowed(value = Role.ADMINISTRATOR, shownAnew = true)
  @PostMapping("/staff/administration/add")
  View add(
      Viewer viewer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String role) {
    Typed typed = new Typed(name, login, organisation, role);
    Map<String, String> errors = new HashMap<>();
    Optional<String> called = StaffNames.read(name);
    if (called.isEmpty()) {
      errors.put("name", "access.administration.name.missing");
    }
    if (!login.strip().matches("[\\p{L}\\p{N}._@-]{2,60}")) {
      errors.put("login", "access.administration.login.missing");
    }
    if (!ORGANISATIONS.contains(organisation)) {
      errors.put("organisation", "access.administration.organisation.missing");
    }
    Optional<Role> chosen =
        Arrays.stream(Role.values()).filter(one -> one.code().equals(role)).findFirst();
    if (chosen.isEmpty()) {
      errors.put("role", "access.administration.role.missing");
    }
    if (errors.isEmpty() && chosen.isPresent() && called.isPresent()) {
      switch (staffing.add(
          viewer,
          Confidential.of(called.get()),
          login.strip(),
          List.of(new Staffing.Capacity(organisation, chosen.get())))) {
        case Staffing.Addition.Added added -> {
          return code(viewer, request, added.staff());
        }
        case Staffing.Addition.LoginTaken taken ->
            errors.put("login", "access.administration.login.taken");
      }
    }
    return view(viewer, request, null, "", typed, errors).with(400);
  }

  @Allowed(value = Role.ADMINISTRATOR, shownAnew = true)
  @PostMapping("/staff/administration/code")
  View code(Viewer viewer, HttpServletRequest request, @RequestParam UUID staff) {
    Optional<String> code = staffing.code(viewer, staff);
    return view(
        viewer,
        request,
        code.map(made -> new AdministrationPage.Made(name(staff), made, address(request)))
            .orElse(null),
        "",
        Typed.NOTHING,
        Map.of());
  }

  @Allowed(Role.ADMINISTRATOR)
  @PostMapping("/staff/administration/lock")
  Reply lock(Viewer viewer, @RequestParam UUID staff, @RequestParam boolean locked) {
    boolean done = staffing.lock(viewer, staff, locked);
    return SeeOther.to(
        "/staff/administration" + (done ? locked ? "?done=locked" : "?done=opened" : ""));
  }

  @Allowed(value = Role.ADMINISTRATOR, shownAnew = true)
  @PostMapping("/staff/administration/copies")
  Reply copies(Viewer viewer) {
    own.transaction(() -> {
      rows.doChore(COPIES, viewer.staff());
      return true;
    });
    return SeeOther.to("/staff/administration?done=copies");
  }

  private String name(UUID staff) {
    return staffing.everyone().stream()
        .filter(one -> one.id().equals(staff))
        .map(one -> one.name().reveal())
        .findFirst()
        .orElse("");
  }

  private static String address(HttpServletRequest request) {
    return request.getScheme() + "://" + request.getHeader("Host") + "/staff/begin";
  }

  private View view(
      Viewer viewer,
      HttpServletRequest request,
      AdministrationPage.@Nullable Made made,
      String done,
      Typed typed,
      Map<String, String> errors) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    List<AdministrationPage.Member> members =
        staffing.everyone().stream()
            .map(one ->
                new AdministrationPage.Member(
                    one.id().toString(),
                    one.name().reveal(),
                    one.login().reveal(),
                    one.viewers().stream()
                        .map(as -> Shells.capacity(texts, as.organisation(), as.role()))
                        .toList(),
                    one.active(),
                    one.begun(),
                    one.id().equals(viewer.staff())))
            .toList();
    String doneKey = "access.administration.done." + done;
    return View.of(
        "access/administration",
        new AdministrationPage(
            shell,
            made,
            texts.has(doneKey) ? texts.t(doneKey) : null,
            !own.transaction(() -> rows.choreDone(COPIES)),
            members,
            field(shell, "name", errors).withValue(typed.name()),
            field(shell, "login", errors)
                .withHint(shell.t("access.administration.login.hint"))
                .withValue(typed.login()),
            field(shell, "organisation", errors).withValue(typed.organisation()),
            ORGANISATIONS.stream()
                .map(code -> Option.of(code, texts.t("access.organisation." + code)))
                .toList(),
            field(shell, "role", errors).withValue(typed.role()),
            Arrays.stream(Role.values())
                .map(role -> Option.of(role.code(), texts.t(role.textKey())))
                .toList(),
            faults(texts)));
  }

  private Table faults(Texts texts) {
    List<Table.Row> lines =
        faults.latest().stream()
            .map(fault ->
                Table.Row.of(
                    Table.Cell.of(fault.number()),
                    Table.Cell.badge(fault.kind(), Tone.WARN),
                    Table.Cell.of(fault.place()),
                    Table.Cell.of(texts.moment(fault.at()))))
            .toList();
    return new Table(
        texts.t("access.administration.faults"),
        List.of(
            Table.Column.of(texts.t("access.administration.fault.number")),
            Table.Column.of(texts.t("access.administration.fault.kind")),
            Table.Column.of(texts.t("access.administration.fault.place")),
            Table.Column.of(texts.t("access.administration.fault.at"))),
        lines,
        Paging.whole(lines.size()),
        Empty.of(
            texts.t("access.administration.faults.none"),
            texts.t("access.administration.faults.none.text")),
        false,
        null);
  }

  private static Field field(Shell shell, String name, Map<String, String> errors) {
    String error = errors.get(name);
    return Field.of(name, shell.t("access.administration." + name))
        .needed()
        .withError(error == null ? null : shell.t(error));
  }
}
