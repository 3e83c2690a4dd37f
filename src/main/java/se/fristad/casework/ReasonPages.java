package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.ReasonPage;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Asks why somebody reads a file of a person with protected personal data; of her it shows
/// nothing.
@StaffFace
@Controller
class ReasonPages {
  private final Reasons reasons;
  private final Shells shells;

  ReasonPages(Reasons reasons, Shells shells) {
    this.reasons = reasons;
    this.shells = shells;
  }

  /// The question, when nothing but a reason is missing; else the page of what is not there.
  View insteadOf(HttpServletRequest request, Viewer viewer, @Nullable UUID file) {
    return file != null && reasons.missing(viewer, file)
        ? page(shells.shell(viewer, request), file, "", "", List.of()).with(403)
        : shells.notThere(viewer, request);
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @PostMapping("/staff/files/{id}/reason")
  Reply said(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String words) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    Optional<Reasons.Why> chosen =
        Arrays.stream(Reasons.Why.values()).filter(one -> one.code().equals(why)).findFirst();
    boolean fits = chosen.isPresent() && words.codePointCount(0, words.length()) <= Reasons.MOST;
    if (!fits) {
      Refusal wrong =
          chosen.isEmpty()
              ? Refusal.unreadable("why", "casework.wrong.choose")
              : Refusal.unreadable("words", "casework.wrong.long", Reasons.MOST);
      return reasons.missing(viewer, file)
          ? page(shells.shell(viewer, request), file, why, words, List.of(wrong)).with(422)
          : shells.notThere(viewer, request);
    }
    return switch (reasons.say(viewer, file, chosen.get(), Confidential.of(words))) {
      case Step.Done<?> _, Step.Again<?> _ -> SeeOther.to(CasePages.FILES + file);
      case Step.Refused<?>(List<Refusal> refusals) ->
          page(shells.shell(viewer, request), file, why, words, refusals).with(422);
      case Step.NotThere<?> _ -> shells.notThere(viewer, request);
    };
  }

  private static View page(
      Shell shell, UUID file, String why, String words, List<Refusal> refusals) {
    return View.of(
        "casework/reason",
        new ReasonPage(
            shell,
            CasePages.FILES + file + "/reason",
            field(shell, "why", why, refusals).needed(),
            Arrays.stream(Reasons.Why.values())
                .map(one -> Option.of(one.code(), shell.t("casework.reason.why." + one.code())))
                .toList(),
            field(shell, "words", words, refusals)
                .withHint(shell.t("casework.reason.words.hint"))
                .needed(),
            Reasons.MOST));
  }

  private static Field field(Shell shell, String name, String typed, List<Refusal> refusals) {
    Field field = Field.of(name, shell.t("casework.reason." + name)).withValue(typed);
    return refusals.stream()
        .filter(refusal -> refusal.field().equals(name))
        .findFirst()
        .map(refusal -> field.withError(Sheet.sentence(shell.texts(), refusal)))
        .orElse(field);
  }
}
