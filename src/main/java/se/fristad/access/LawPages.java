package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.web.LawPage;
import se.fristad.law.Act;
import se.fristad.law.Deadlines;
import se.fristad.law.Reasons;
import se.fristad.law.Rule;
import se.fristad.law.Rules;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Side;

/// What law the program follows, and since when (*lagrum och frister*): every rule with its
/// sentence, paragraph, validity, the date that decides, its time and its source. It stands here
/// because `law` has no pages and this is the first room that may have one.
@StaffFace
@Controller
class LawPages {
  /// Everyone who works on the support side.
  static final Set<Role> READERS =
      Arrays.stream(Role.values())
          .filter(role -> role.sides().contains(Side.SUPPORT))
          .collect(Collectors.toUnmodifiableSet());

  private final Shells shells;

  LawPages(Shells shells) {
    this.shells = shells;
  }

  @Allowed({
    Role.RECEPTION,
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.NGO_WORKER,
    Role.DUTY_SOCIAL_SERVICE,
    Role.HEAD,
    Role.BOARD_MEMBER,
    Role.PROJECT_LEADER,
    Role.CONTENT_EDITOR
  })
  @GetMapping("/staff/law")
  View page(
      Viewer viewer, HttpServletRequest request, @RequestParam(defaultValue = "") String day) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    String typed = day.strip();
    @Nullable LocalDate on = date(typed);
    Field field =
        Field.of("day", texts.t("access.law.day"))
            .withHint(texts.t("access.law.day.hint"))
            .withValue(typed)
            .withError(typed.isEmpty() || on != null ? null : texts.t("access.law.day.wrong"));
    return View.of(
        "access/law",
        new LawPage(shell, field, on != null, rules(texts, on), counting(texts), acts(texts)));
  }

  private static Table rules(Texts texts, @Nullable LocalDate on) {
    List<Table.Row> rows =
        Rules.all().stream()
            .flatMap(rule ->
                rule.versions().reversed().stream()
                    .filter(version -> on == null || rule.version(on).equals(Optional.of(version)))
                    .map(version ->
                        row(
                            texts,
                            rule,
                            version,
                            on == null && !version.equals(rule.versions().getLast()))))
            .toList();
    return new Table(
        on == null ? texts.t("access.law.all") : texts.t("access.law.on", texts.date(on)),
        List.of(
            Table.Column.of(texts.t("access.law.rule")),
            Table.Column.of(texts.t("access.law.paragraph")),
            Table.Column.of(texts.t("access.law.valid")),
            Table.Column.of(texts.t("access.law.time")),
            Table.Column.of(texts.t("access.law.source"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(texts.t("access.law.none"), texts.t("access.law.none.text"))
            .then(texts.t("access.law.show-all"), "/staff/law"),
        false,
        null);
  }

  /// @param older whether a newer wording stands above it, with the sentence
  private static Table.Row row(Texts texts, Rule rule, Rule.Version version, boolean older) {
    LocalDate to = version.to();
    Reasons longer = version.longer();
    Table.Cell time =
        Table.Cell.of(
            version.limit() == null
                ? texts.t("access.law.time.none")
                : texts.t(version.limit().textKey(), version.limit().number()));
    if (longer != null) {
      time = time.withDetail(texts.t("access.law.longer", texts.t(longer.textKey())));
    }
    return Table.Row.of(
        Table.Cell.of(texts.t(rule.textKey()))
            .withDetail(older ? texts.t("access.law.older") : texts.t(rule.sentenceKey())),
        Table.Cell.of(version.provision().cited()),
        Table.Cell.of(
                to == null
                    ? texts.t("access.law.since", texts.date(version.from()))
                    : texts.t("access.law.until", texts.date(version.from()), texts.date(to)))
            .withDetail(texts.t("access.law.decides", texts.t(rule.decides().textKey()))),
        time,
        read(texts, version.provision().act()));
  }

  private static Table acts(Texts texts) {
    List<Table.Row> rows =
        Arrays.stream(Act.values())
            .map(act ->
                Table.Row.of(
                    Table.Cell.of(act.shortName()).withDetail(act.number()),
                    Table.Cell.of(
                        act.to()
                            .map(to ->
                                texts.t("access.law.until", texts.date(act.from()), texts.date(to)))
                            .orElseGet(() -> texts.t("access.law.since", texts.date(act.from())))),
                    read(texts, act).withDetail(texts.t(act.sourceKey()))))
            .toList();
    return new Table(
        texts.t("access.law.acts"),
        List.of(
            Table.Column.of(texts.t("access.law.act")),
            Table.Column.of(texts.t("access.law.valid")),
            Table.Column.of(texts.t("access.law.source"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(texts.t("access.law.none"), texts.t("access.law.none.text")),
        false,
        null);
  }

  private static Table.Cell read(Texts texts, Act act) {
    return act.isRead()
        ? Table.Cell.badge(texts.t("access.law.read"), Tone.NEUTRAL)
        : Table.Cell.badge(texts.t("access.law.unread"), Tone.WARN);
  }

  private static List<String> counting(Texts texts) {
    return List.of(
        texts.t("access.law.counting.days"),
        texts.t("access.law.counting.months", Deadlines.COUNTED_BY.cited()),
        texts.t("access.law.counting.moved", Deadlines.MOVED_BY.cited()));
  }

  private static @Nullable LocalDate date(String text) {
    return Field.day(text).orElse(null);
  }
}
