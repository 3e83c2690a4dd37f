package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.LogPage;
import se.fristad.audit.AuditLog;
import se.fristad.audit.AuditTrail;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.OpeningHours;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The log, for the log reviewer and nobody else (*loggranskning*, 4 kap. 3 § patientdatalagen by
/// analogy; art. 32 GDPR). That she read is a line too, and it is written first: if it cannot be
/// written, nothing is shown.
@StaffFace
@Controller
class LogPages {
  private static final int SIZE = 50;

  private static final Pattern ACT = Pattern.compile("[a-z_]{1,40}");

  private final AuditTrail trail;
  private final AuditLog log;
  private final Staffing staffing;
  private final Shells shells;
  private final TransactionTemplate transaction;

  LogPages(
      AuditTrail trail,
      AuditLog log,
      Staffing staffing,
      Shells shells,
      PlatformTransactionManager transactions) {
    this.trail = trail;
    this.log = log;
    this.staffing = staffing;
    this.shells = shells;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What was asked for, as typed.
  private record Wanted(String staff, String act, String subject, String day) {
    boolean isEverything() {
      return (staff + act + subject + day).isBlank();
    }

    String address(int page) {
      return "/staff/log?staff="
          + code(staff)
          + "&act="
          + code(act)
          + "&subject="
          + code(subject)
          + "&day="
          + code(day)
          + "&page="
          + page;
    }

    private static String code(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  @Allowed(value = Role.LOG_REVIEWER, shownAnew = true)
  @GetMapping("/staff/log")
  View page(
      Viewer viewer,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String staff,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "1") String page) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    String code = ACT.matcher(act).matches() ? act : "";
    Wanted wanted = new Wanted(staff.strip(), code, subject.strip(), day.strip());
    @Nullable UUID byStaff = Read.id(wanted.staff()).orElse(null);
    @Nullable UUID bySubject = Read.id(wanted.subject()).orElse(null);
    @Nullable LocalDate onDay = Field.day(wanted.day()).orElse(null);
    Field subjectField =
        Field.of("subject", texts.t("access.log.subject"))
            .withHint(texts.t("access.log.subject.hint"))
            .withValue(wanted.subject())
            .withError(
                wanted.subject().isEmpty() || bySubject != null
                    ? null
                    : texts.t("access.log.subject.wrong"));
    Field dayField =
        Field.of("day", texts.t("access.log.day"))
            .withValue(wanted.day())
            .withError(
                wanted.day().isEmpty() || onDay != null ? null : texts.t("access.log.day.wrong"));
    noteReading(viewer, byStaff, bySubject);
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            byStaff,
            bySubject,
            wanted.act().isEmpty() ? null : wanted.act(),
            onDay,
            OpeningHours.HERE);
    int number = Read.page(page);
    AuditTrail.Page lines = trail.page(filter, number - 1, SIZE);
    Paging paging = Paging.of(number, SIZE, Math.toIntExact(lines.total()), wanted::address);
    if (paging.skipped() != (number - 1) * SIZE) {
      lines = trail.page(filter, paging.skipped() / SIZE, SIZE);
    }
    List<Staffing.Member> everyone =
        staffing.everyone().stream()
            .sorted(Comparator.comparing(one -> one.name().reveal()))
            .toList();
    Map<UUID, Confidential> names =
        everyone.stream().collect(Collectors.toMap(Staffing.Member::id, Staffing.Member::name));
    AuditTrail.State state = trail.state();
    LogWords words = new LogWords(texts);
    return View.of(
        "access/log",
        new LogPage(
            shell,
            state(texts, state),
            outcomes(texts, lines.outcomes()),
            Field.of("staff", texts.t("access.log.staff")).withValue(wanted.staff()),
            everyone.stream()
                .map(one -> Option.of(one.id().toString(), one.name().reveal()))
                .toList(),
            Field.of("act", texts.t("access.log.act")).withValue(wanted.act()),
            words.acts(),
            subjectField,
            dayField,
            table(texts, words, lines, paging, names, wanted),
            !wanted.isEverything()));
  }

  private void noteReading(Viewer viewer, @Nullable UUID staff, @Nullable UUID subject) {
    LogLine line =
        viewer.line("list", "log", subject != null ? subject : staff, "log_review", Outcome.READ);
    Sides.run(Side.LOG, () -> transaction.executeWithoutResult(status -> log.append(line)));
  }

  private static Table table(
      Texts texts,
      LogWords words,
      AuditTrail.Page page,
      Paging paging,
      Map<UUID, Confidential> names,
      Wanted wanted) {
    List<Table.Row> rows =
        page.lines().stream().map(shown -> row(texts, words, shown, names)).toList();
    return new Table(
        texts.t("access.log.lines"),
        List.of(
            Table.Column.of(texts.t("access.log.when")),
            Table.Column.of(texts.t("access.log.who")),
            Table.Column.of(texts.t("access.log.what")),
            Table.Column.of(texts.t("access.log.which")),
            Table.Column.of(texts.t("access.log.outcome"))),
        rows,
        paging,
        wanted.isEverything()
            ? Empty.of(texts.t("access.log.empty"), texts.t("access.log.empty.text"))
            : Empty.of(texts.t("access.log.none"), texts.t("access.log.none.text"))
                .then(texts.t("access.log.all"), "/staff/log"),
        true,
        null);
  }

  private static Table.Row row(
      Texts texts, LogWords words, AuditTrail.Shown shown, Map<UUID, Confidential> names) {
    LogLine line = shown.line();
    Confidential name = line.staff() == null ? null : names.get(line.staff());
    String who =
        line.staff() == null
            ? texts.t("access.log.nobody")
            : name == null ? line.staff().toString() : name.reveal();
    String role = line.role();
    Table.Cell whoCell = Table.Cell.of(who);
    if (role != null) {
      String organisation = line.organisation();
      whoCell =
          whoCell.withDetail(
              Shells.capacity(texts, organisation == null ? "" : organisation, Role.of(role)));
    }
    UUID subject = line.subject();
    Confidential about = subject == null ? null : names.get(subject);
    String which =
        subject == null
            ? line.ids().isEmpty()
                ? texts.t("access.log.no-subject")
                : texts.t("access.log.shown", line.ids().size())
            : about == null ? subject.toString() : about.reveal();
    Integer version = line.version();
    Table.Cell whichCell = Table.Cell.of(which);
    if (version != null) {
      whichCell = whichCell.withDetail(texts.t("access.log.version", version));
    }
    return Table.Row.of(
        Table.Cell.of(texts.moment(shown.claimedAt()))
            .withDetail(
                texts.t(
                    shown.sealed() ? "access.log.sealed" : "access.log.unsealed", shown.number())),
        whoCell,
        Table.Cell.of(words.act(line.kind(), line.act()))
            .withDetail(words.kind(line.kind()) + " · " + words.purpose(line.purpose())),
        whichCell,
        Table.Cell.badge(
            texts.t("access.log.outcome." + line.outcome().code()), tone(line.outcome())));
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case DONE -> Tone.SUCCESS;
      case READ -> Tone.NEUTRAL;
      case NOT_THERE -> Tone.WARN;
      case REFUSED -> Tone.DANGER;
    };
  }

  private static List<String> outcomes(Texts texts, Map<Outcome, Long> counted) {
    List<String> words = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      words.add(
          texts.t("access.log.outcome." + outcome.code())
              + ": "
              + texts.number(counted.getOrDefault(outcome, 0L)));
    }
    return words;
  }

  private static String state(Texts texts, AuditTrail.State state) {
    return state.at() == null
        ? texts.t("access.log.state.none", state.unsealed())
        : texts.t("access.log.state", state.number(), texts.moment(state.at()), state.unsealed());
  }
}
