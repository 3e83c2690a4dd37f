package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import se.fristad.contact.Agreed;
import se.fristad.contact.Calling;
import se.fristad.contact.Reaching;
import se.fristad.contact.Reminder;
import se.fristad.contact.inbox.web.CallPage;
import se.fristad.contact.inbox.web.ReachPage;
import se.fristad.outgoing.Answer;
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.ReachForm;
import se.fristad.outgoing.ReachWords;
import se.fristad.outgoing.SafeContact;
import se.fristad.outgoing.Sender;
import se.fristad.outgoing.Telephone;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// How she may be reached, and the call: the rule is shown and answered before any number is.
@StaffFace
@Controller
class ReachPages {
  private static final String READ = "read";
  private static final List<String> MUST_READ = List.of("rule", "hidden", "quiet");

  private static final List<String> LANGUAGES =
      List.of(
          "sv", "ar", "en", "so", "ti", "prs", "fa", "ku", "tr", "uk", "ru", "pl", "es", "fr", "bs",
          "sq", "th", "zh", "vi", "ur", "bn", "am", "ro");

  private final Reaching reaching;
  private final Shells shells;
  private final StaffNames names;

  ReachPages(Reaching reaching, Shells shells, StaffNames names) {
    this.reaching = reaching;
    this.shells = shells;
    this.names = names;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/reach")
  Reply reach(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return switch (reaching.look(viewer, address.queue(), address.thread())) {
      case Opened.NotThere<Agreed> _ -> shells.notThere(viewer, request);
      case Opened.Value<Agreed>(Agreed agreed) ->
          form(
              request,
              viewer,
              address,
              agreed,
              agreed.version(),
              ReachForm.begun(agreed.reach()),
              Map.of());
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/reach")
  Reply agree(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String version) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), ReachForm.NAMES, ReachForm.SEVERAL);
    return switch (reaching.agree(
        viewer, address.queue(), address.thread(), Read.number(version), typed)) {
      case Opened.NotThere<Map<String, String>> _ -> shells.notThere(viewer, request);
      case Opened.Value<Map<String, String>>(Map<String, String> wrong) ->
          wrong.isEmpty()
              ? SeeOther.to(address.href())
              : again(request, viewer, address, typed, wrong);
    };
  }

  private View again(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      TypedForm typed,
      Map<String, String> wrong) {
    return switch (reaching.look(viewer, address.queue(), address.thread())) {
      case Opened.NotThere<Agreed> _ -> shells.notThere(viewer, request);
      case Opened.Value<Agreed>(Agreed agreed) ->
          form(request, viewer, address, agreed, agreed.version(), typed, wrong);
    };
  }

  private View form(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      Agreed agreed,
      int version,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    Map<String, Field> fields = new HashMap<>();
    for (String name : ReachForm.NAMES) {
      String key = "outgoing.reach.field." + name;
      Field field = Field.of(name, texts.t(key)).withValue(typed.value(name));
      if (texts.has(key + ".hint")) {
        field = field.withHint(texts.t(key + ".hint"));
      }
      String error = wrong.get(name);
      fields.put(name, error == null ? field : field.withError(texts.t(error)));
    }
    fields.computeIfPresent("call", (name, field) -> field.needed());
    View view =
        View.of(
            "contact/reach",
            new ReachPage(
                shell,
                address.href(),
                version,
                fields,
                Arrays.stream(Answer.values())
                    .map(one ->
                        Option.of(one.code(), texts.t("outgoing.reach.answer." + one.code())))
                    .toList(),
                Arrays.stream(DayOfWeek.values())
                    .map(day ->
                        Option.of(day.name(), day.getDisplayName(TextStyle.FULL, texts.locale())))
                    .toList(),
                typed.ticked("days"),
                LANGUAGES.stream().map(code -> Option.of(code, texts.languageName(code))).toList(),
                agreed.reach().hasNumber(),
                !agreed.reach().hers().isEmpty()));
    return wrong.isEmpty() ? view : view.with(422);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/call")
  Reply before(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    return Address.of(queue, thread)
        .map(address -> call(request, viewer, address, Drawn.fresh(), 200))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// The number, when everything that must be read was read and the gate allows a call now.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/call")
  Reply call(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String version) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    UUID minted = Read.id(call).orElseGet(UUID::randomUUID);
    Set<String> ticked =
        TypedForm.of(request.getParameterMap(), Set.of(READ), Set.of(READ)).ticked(READ);
    Shell shell = shells.shell(viewer, request);
    if (!ticked.containsAll(MUST_READ)) {
      return call(
          request,
          viewer,
          address,
          new Drawn(minted, ticked, shell.t("contact.reach.call.unread"), null, null, null),
          422);
    }
    return switch (reaching.call(
        viewer,
        address.queue(),
        address.thread(),
        minted,
        Read.number(version),
        ticked.contains("yes"))) {
      case Opened.NotThere<Calling> _ -> shells.notThere(viewer, request);
      case Opened.Value<Calling>(Calling calling) ->
          switch (calling) {
            case Calling.Number number ->
                call(
                    request,
                    viewer,
                    address,
                    new Drawn(minted, ticked, null, number, null, null),
                    200);
            case Calling.Against(Decision decision) ->
                refused(
                    request,
                    viewer,
                    address,
                    minted,
                    ticked,
                    ReachWords.why(shell.texts(), decision));
            case Calling.TooSoon(var again) ->
                refused(
                    request,
                    viewer,
                    address,
                    minted,
                    ticked,
                    shell.t("contact.reach.call.too-soon", shell.texts().time(again)));
            case Calling.NoNumber _ ->
                refused(
                    request,
                    viewer,
                    address,
                    minted,
                    ticked,
                    shell.t("contact.reach.call.no-number"));
            case Calling.Changed _ ->
                refused(
                    request, viewer, address, minted, Set.of(), shell.t("contact.reach.changed"));
          };
    };
  }

  private View refused(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      UUID minted,
      Set<String> ticked,
      String why) {
    return call(request, viewer, address, new Drawn(minted, ticked, why, null, null, null), 422);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/called")
  Reply called(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String outcome) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    UUID minted = Read.id(call).orElseGet(UUID::randomUUID);
    Shell shell = shells.shell(viewer, request);
    Optional<CallOutcome> said = CallOutcome.of(outcome);
    if (said.isEmpty()) {
      return call(
          request,
          viewer,
          address,
          new Drawn(minted, Set.of(), null, null, shell.t("contact.reach.outcome.choose"), null),
          422);
    }
    return switch (reaching.ended(viewer, address.queue(), address.thread(), minted, said.get())) {
      case Opened.NotThere<Boolean> _ -> shells.notThere(viewer, request);
      case Opened.Value<Boolean> _ -> SeeOther.to(address.href());
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/word")
  Reply word(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String said) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return switch (reaching.word(
        viewer, address.queue(), address.thread(), Confidential.of(said))) {
      case Opened.NotThere<Reaching.Word> _ -> shells.notThere(viewer, request);
      case Opened.Value<Reaching.Word>(Reaching.Word word) ->
          call(
              request,
              viewer,
              address,
              new Drawn(
                  Read.id(call).orElseGet(UUID::randomUUID), Set.of(), null, null, null, word),
              200);
    };
  }

  /// What the page is drawn with beside what was agreed.
  private record Drawn(
      UUID call,
      Set<String> ticked,
      @Nullable String wrong,
      Calling.@Nullable Number number,
      @Nullable String outcome,
      Reaching.@Nullable Word word) {
    static Drawn fresh() {
      return new Drawn(UUID.randomUUID(), Set.of(), null, null, null, null);
    }
  }

  private View call(
      HttpServletRequest request, Viewer viewer, Address address, Drawn drawn, int status) {
    return switch (reaching.look(viewer, address.queue(), address.thread())) {
      case Opened.NotThere<Agreed> _ -> shells.notThere(viewer, request);
      case Opened.Value<Agreed>(Agreed agreed) ->
          View.of(
                  "contact/call",
                  page(shells.shell(viewer, request), viewer, address, agreed, drawn))
              .with(status);
    };
  }

  private CallPage page(Shell shell, Viewer viewer, Address address, Agreed agreed, Drawn drawn) {
    Texts texts = shell.texts();
    Decision decision = reaching.decision(agreed);
    boolean has = agreed.reach().hasNumber();
    boolean ask = decision instanceof Decision.AskFirst;
    boolean may = has && (ask || decision instanceof Decision.Allowed);
    Agreed.Call open =
        agreed.calls().stream()
            .filter(one -> one.staff().equals(viewer.staff()) && one.outcome() == null)
            .findFirst()
            .orElse(null);
    Calling.Number number = drawn.number();
    CallPage.Number shown =
        number == null && open == null
            ? null
            : new CallPage.Number(
                number == null ? Confidential.of("") : number.number(),
                say(shell, agreed),
                Arrays.stream(CallOutcome.values())
                    .map(one -> {
                      String key = "outgoing.reach.outcome." + one.code();
                      return new Option(
                          one.code(),
                          texts.t(key),
                          texts.has(key + ".hint") ? texts.t(key + ".hint") : null);
                    })
                    .toList(),
                Field.of("outcome", texts.t("contact.reach.outcome"))
                    .withError(drawn.outcome())
                    .needed());
    Reaching.Word word = drawn.word();
    return new CallPage(
        shell,
        address.href(),
        agreed.version(),
        (number == null && open != null ? open.id() : drawn.call()).toString(),
        ReachWords.rule(texts, agreed.reach()),
        has ? ReachWords.why(texts, decision) : shell.t("contact.reach.call.no-number"),
        !may ? Tone.DANGER : ask ? Tone.WARN : Tone.SUCCESS,
        may,
        Field.of(READ, shell.t("contact.reach.call.read")).withError(drawn.wrong()).needed(),
        asked(shell, ask),
        drawn.ticked(),
        shown,
        calls(shell, agreed),
        !agreed.reach().hers().isEmpty(),
        word == null
            ? null
            : shell.t("contact.reach.word." + word.name().toLowerCase(java.util.Locale.ROOT)),
        agreed.reach().triesLeft() == 0
            ? null
            : shell.t("contact.reach.word.left", agreed.reach().triesLeft()));
  }

  /// What is to be answered before the number is shown, and whether she has said yes where she must
  /// be asked.
  private static List<Option> asked(Shell shell, boolean ask) {
    return Stream.concat(MUST_READ.stream(), ask ? Stream.of("yes") : Stream.of())
        .map(one -> Option.of(one, shell.t("contact.reach.call.read." + one)))
        .toList();
  }

  /// What to say and not to say, as she has said it.
  private static List<Described> say(Shell shell, Agreed agreed) {
    Reach reach = agreed.reach();
    Reminder reminder = agreed.reminder();
    Map<String, String> lines = new LinkedHashMap<>();
    boolean named =
        reach.rule() instanceof SafeContact.Agreed rule && rule.sender() == Sender.NAMED;
    lines.put("first", shell.t(named ? "outgoing.say.named.hello" : "outgoing.say.neutral.hello"));
    if (!reach.ours().isBlank()) {
      lines.put("ours", reach.ours().reveal());
    }
    if (!reach.alone().isBlank()) {
      lines.put("alone", reach.alone().reveal());
    }
    if (reminder != null) {
      lines.put(
          "remind", shell.t("contact.reach.say.remind", shell.texts().moment(reminder.forAt())));
    }
    lines.put(
        "other",
        reach.others().isBlank() ? shell.t("outgoing.say.neutral.other") : reach.others().reveal());
    lines.put(
        "voicemail",
        shell.t(
            reach.rule() instanceof SafeContact.Agreed rule
                    && rule.telephone() instanceof Telephone.May may
                    && may.voicemail()
                ? "outgoing.reach.voicemail.may"
                : "outgoing.reach.voicemail.never"));
    return lines.entrySet().stream()
        .map(line ->
            new Described(shell.t("contact.reach.say.line." + line.getKey()), line.getValue()))
        .toList();
  }

  private List<Described> calls(Shell shell, Agreed agreed) {
    Map<UUID, Confidential> known =
        names.of(
            agreed.calls().stream()
                .map(Agreed.Call::staff)
                .collect(java.util.stream.Collectors.toSet()));
    return agreed.calls().stream()
        .map(one -> {
          CallOutcome outcome = one.outcome();
          Confidential name = known.get(one.staff());
          return new Described(
              shell.texts().moment(one.at()),
              shell.t(
                  "contact.reach.before",
                  name == null ? shell.t("contact.inbox.colleague") : name.reveal(),
                  outcome == null
                      ? shell.t("contact.reach.outcome.none")
                      : shell.t("outgoing.reach.outcome." + outcome.code())));
        })
        .toList();
  }
}
