package se.fristad.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Colleagues;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.intake.web.ConflictPage;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// One of us knows the person an intake is about.
@StaffFace
@Controller
class IntakeConflictPages {
  private static final Set<Role> COLLEAGUES =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER);

  private final IntakeConflicts conflicts;
  private final Colleagues colleagues;
  private final StaffNames names;
  private final Shells shells;

  IntakeConflictPages(
      IntakeConflicts conflicts, Colleagues colleagues, StaffNames names, Shells shells) {
    this.conflicts = conflicts;
    this.colleagues = colleagues;
    this.names = names;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping("/staff/intakes/{id}/conflict")
  View form(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID intake = Read.id(id).orElse(null);
    return intake == null
        ? shells.notThere(viewer, request)
        : page(request, viewer, intake, Wrong.nothing());
  }

  /// What was wrong, and where.
  ///
  /// @param staff whose conflict was to be lifted; null when a colleague was to be marked
  private record Wrong(@Nullable UUID staff, String typed, @Nullable String text) {
    static Wrong nothing() {
      return new Wrong(null, "", null);
    }
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @PostMapping("/staff/intakes/{id}/conflict")
  Reply sent(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String staff,
      @RequestParam(defaultValue = "") String why) {
    UUID intake = Read.id(id).orElse(null);
    if (intake == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    if (viewer.role() != Role.HEAD) {
      return answer(
          request, viewer, conflicts.declare(viewer, intake, viewer.staff()), IntakePages.LIST);
    }
    String here = IntakePages.LIST + "/" + intake + "/conflict";
    if (!act.equals("lift")) {
      UUID chosen = Read.id(who).orElse(null);
      boolean known = colleagues().stream().anyMatch(one -> one.id().equals(chosen));
      return known && chosen != null
          ? answer(request, viewer, conflicts.declare(viewer, intake, chosen), here)
          : page(
              request, viewer, intake, new Wrong(null, "", shell.t("intake.conflict.wrong.who")));
    }
    UUID whose = Read.id(staff).orElse(null);
    String reason = PlainText.of(why);
    int over = PlainText.length(reason) - IntakeConflicts.MOST;
    if (whose == null) {
      return shells.notThere(viewer, request);
    }
    if (reason.isEmpty() || over > 0) {
      return page(
          request,
          viewer,
          intake,
          new Wrong(
              whose,
              why,
              reason.isEmpty()
                  ? shell.t("intake.conflict.wrong.why")
                  : shell.t("intake.conflict.wrong.long", IntakeConflicts.MOST, over)));
    }
    return answer(
        request, viewer, conflicts.lift(viewer, intake, whose, Confidential.of(reason)), here);
  }

  private Reply answer(
      HttpServletRequest request, Viewer viewer, Opened<Boolean> done, String next) {
    return done instanceof Opened.Value<Boolean>
        ? SeeOther.to(next)
        : shells.notThere(viewer, request);
  }

  private List<Colleagues.Colleague> colleagues() {
    return colleagues.with(COLLEAGUES);
  }

  private View page(HttpServletRequest request, Viewer viewer, UUID intake, Wrong wrong) {
    return switch (conflicts.in(viewer, intake)) {
      case Opened.NotThere<IntakeConflicts.Known> _ -> shells.notThere(viewer, request);
      case Opened.Value<IntakeConflicts.Known>(IntakeConflicts.Known known) ->
          View.of("intake/conflict", drawn(request, viewer, intake, known, wrong))
              .with(wrong.text() == null ? 200 : 422);
    };
  }

  private ConflictPage drawn(
      HttpServletRequest request,
      Viewer viewer,
      UUID intake,
      IntakeConflicts.Known known,
      Wrong wrong) {
    Shell shell = shells.shell(viewer, request);
    boolean head = viewer.role() == Role.HEAD;
    Set<UUID> staff = new HashSet<>();
    known.declared().forEach(one -> staff.add(one.staff()));
    known
        .lifted()
        .forEach(one -> {
          staff.add(one.staff());
          staff.add(one.by());
        });
    Map<UUID, Confidential> called = names.of(staff);
    return new ConflictPage(
        shell,
        IntakePages.LIST + "/" + intake,
        head,
        Field.of("who", shell.t("intake.conflict.who"))
            .needed()
            .withError(wrong.staff() == null ? wrong.text() : null),
        head
            ? colleagues().stream()
                .map(one -> Option.of(one.id().toString(), one.name().reveal()))
                .toList()
            : List.of(),
        known.declared().stream()
            .map(one -> {
              boolean wrongHere = one.staff().equals(wrong.staff());
              return new ConflictPage.Declared(
                  name(shell, called, one.staff()),
                  shell.texts().moment(one.at()),
                  one.staff().toString(),
                  Field.of("why", shell.t("intake.conflict.why"))
                      .withValue(wrongHere ? wrong.typed() : "")
                      .withError(wrongHere ? wrong.text() : null)
                      .needed());
            })
            .toList(),
        known.lifted().stream()
            .map(one ->
                new Described(
                    name(shell, called, one.staff()),
                    shell.t(
                        "intake.conflict.lifted.by",
                        name(shell, called, one.by()),
                        shell.texts().moment(one.at()),
                        one.why().reveal())))
            .toList());
  }

  private static String name(Shell shell, Map<UUID, Confidential> called, UUID staff) {
    Confidential name = called.get(staff);
    return name == null ? shell.t("intake.conflict.colleague") : name.reveal();
  }
}
