package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Texts;

/// Why something that is granted is not carried out yet: what the report tells of it.
@StaffFace
@Component
class DelayForm implements StepForm {
  private final NotCarriedOut waiting;

  DelayForm(NotCarriedOut waiting) {
    this.waiting = waiting;
  }

  @Override
  public String kind() {
    return "delay";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CASEWORKER, Role.HEAD);
  }

  @Override
  public Set<CaseFile.Kind> of() {
    return Set.of(CaseFile.Kind.ADULT, CaseFile.Kind.CHILD);
  }

  @Override
  public int order() {
    return 36;
  }

  @Override
  public Set<TaskKind> does() {
    return Set.of(TaskKind.CARRY_OUT);
  }

  @Override
  public List<Offer> offers(At at, Texts texts) {
    return waiting(at).stream()
        .map(NotCarriedOut.One::decision)
        .distinct()
        .map(decision -> new Offer(decision, texts.t("casework.step.delay")))
        .toList();
  }

  private static List<NotCarriedOut.One> waiting(At at) {
    return at.reading().waiting();
  }

  @Override
  public Set<String> names() {
    return Set.of("type", "reason");
  }

  @Override
  public void draw(Sheet sheet, At at) {
    Texts texts = sheet.texts();
    List<NotCarriedOut.One> here =
        waiting(at).stream().filter(one -> one.decision().equals(at.record())).toList();
    sheet.told(here.stream().map(one -> told(texts, one, at.today())).toList());
    if (here.size() > 1) {
      sheet.choice(
          sheet.field("type"),
          here.stream()
              .map(one ->
                  Option.of(one.type().code(), texts.t("casework.type." + one.type().code())))
              .toList());
    }
    sheet.choice(
        sheet.demanded("reason", CaseRule.NOT_CARRIED_OUT_IS_REPORTED),
        sheet.options("casework.delay", NotCarriedOut.Reason.values(), NotCarriedOut.Reason::code));
  }

  private static Described told(Texts texts, NotCarriedOut.One one, LocalDate today) {
    String what = texts.t("casework.type." + one.type().code());
    String key = one.interrupted() ? "casework.delay.interrupted" : "casework.delay.since";
    String reason =
        one.reason() == null
            ? ""
            : " "
                + texts.t("casework.delay.said", texts.t("casework.delay." + one.reason().code()));
    return new Described(
        what,
        texts.t(key, texts.date(one.since()), texts.date(one.limit()))
            + (one.late(today) ? " " + texts.t("casework.delay.late") : "")
            + reason);
  }

  @Override
  public Step<?> send(Viewer viewer, UUID file, @Nullable UUID record, Sent sent) {
    UUID decision = Objects.requireNonNullElse(record, file);
    SupportType type = sent.chosen("type", SupportType.values(), SupportType::code).orElse(null);
    NotCarriedOut.Reason reason =
        sent.one("reason", NotCarriedOut.Reason.values(), NotCarriedOut.Reason::code);
    return sent.step(() -> waiting.say(viewer, file, decision, type, reason));
  }
}
