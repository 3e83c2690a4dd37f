package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fristad.access.Allowed;
import se.fristad.access.Colleagues;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.WhyPage;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Why can this person see this? Each of us who may open a file, could, or has: by which rule,
/// since when, who gave it, and when she has opened it.
@StaffFace
@Controller
class WhyPages {
  private final Readings readings;
  private final ReasonPages reasons;
  private final Colleagues colleagues;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  WhyPages(
      Readings readings,
      ReasonPages reasons,
      Colleagues colleagues,
      Shells shells,
      StaffNames names,
      Clock clock) {
    this.readings = readings;
    this.reasons = reasons;
    this.colleagues = colleagues;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  static String href(UUID file) {
    return CasePages.FILES + file + "/why";
  }

  @Allowed({Role.CASEWORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/why")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.read(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) ->
          View.of("casework/why", page(shells.shell(viewer, request), reading));
      case Opened.NotThere<Reading> _ -> reasons.insteadOf(request, viewer, file);
    };
  }

  /// One reason why somebody can, could or cannot see it.
  ///
  /// @param rule a code
  /// @param by who gave it; null when nobody did, or it was not written down
  private record Because(
      UUID staff, String rule, boolean stands, @Nullable Instant since, @Nullable UUID by) {}

  private WhyPage page(Shell shell, Reading reading) {
    Texts texts = shell.texts();
    Instant now = clock.instant();
    List<Because> all = because(reading, now);
    Map<UUID, FileRows.Opened> opened = new HashMap<>();
    reading.opened().forEach(one -> opened.put(one.staff(), one));
    Set<UUID> everyone = new HashSet<>(opened.keySet());
    all.forEach(one -> {
      everyone.add(one.staff());
      if (one.by() != null) {
        everyone.add(one.by());
      }
    });
    Map<UUID, Confidential> known = names.of(everyone);
    List<Table.Row> may =
        all.stream()
            .filter(Because::stands)
            .map(one -> row(texts, one, known, opened.get(one.staff())))
            .toList();
    List<Table.Row> not =
        all.stream()
            .filter(one -> !one.stands())
            .map(one -> row(texts, one, known, opened.get(one.staff())))
            .toList();
    return new WhyPage(
        shell,
        new ReadFile(shell, reading, names, now).head(),
        texts.t("casework.why.opened", reading.opened().size()),
        table(texts, "casework.why.may", may),
        table(texts, "casework.why.not", not));
  }

  private List<Because> because(Reading reading, Instant now) {
    List<Because> all = new ArrayList<>();
    Set<UUID> barred = new HashSet<>();
    reading
        .conflicts()
        .forEach(one -> {
          barred.add(one.staff());
          all.add(new Because(one.staff(), one.mark() ? "kin" : "conflict", false, one.at(), null));
        });
    reading
        .assignments()
        .forEach(one -> {
          boolean stands = one.until() == null && !barred.contains(one.staff());
          all.add(
              new Because(
                  one.staff(),
                  one.until() == null ? one.relation() : "before",
                  stands,
                  one.until() == null ? one.from() : one.until(),
                  one.by()));
        });
    reading
        .emergencies()
        .forEach(one ->
            all.add(
                new Because(one.staff(), "emergency", now.isBefore(one.until()), one.at(), null)));
    reading.nights().stream()
        .map(Reading.Seen::row)
        .filter(row -> row.until() != null)
        .forEach(row ->
            all.add(
                new Because(
                    row.by(),
                    "duty",
                    row.until() != null && now.isBefore(row.until()),
                    row.at(),
                    null)));
    // the head answers for others' work, in every file
    colleagues.with(Set.of(Role.HEAD)).stream()
        .filter(one -> !barred.contains(one.id()))
        .forEach(one -> all.add(new Because(one.id(), "head", true, null, null)));
    Set<UUID> told = new HashSet<>();
    all.forEach(one -> told.add(one.staff()));
    reading.opened().stream()
        .filter(one -> !told.contains(one.staff()))
        .forEach(one -> all.add(new Because(one.staff(), "over", false, one.last(), null)));
    return all;
  }

  private static Table.Row row(
      Texts texts, Because one, Map<UUID, Confidential> known, FileRows.@Nullable Opened opened) {
    Instant since = one.since();
    UUID by = one.by();
    return Table.Row.of(
        Cell.of(name(texts, known, one.staff())),
        Cell.badge(
                texts.t("casework.why.rule." + one.rule()), one.stands() ? Tone.NEUTRAL : Tone.WARN)
            .withDetail(texts.t("casework.why.law." + one.rule())),
        Cell.of(since == null ? texts.t("casework.why.always") : texts.moment(since)),
        Cell.of(
            by == null
                ? texts.t("casework.why.nobody." + one.rule())
                : by.equals(one.staff())
                    ? texts.t("casework.why.herself")
                    : name(texts, known, by)),
        opened == null ? Cell.of(texts.t("casework.why.never")) : opened(texts, opened));
  }

  /// The last time, and the first when that was another.
  private static Cell opened(Texts texts, FileRows.Opened opened) {
    Cell last = Cell.of(texts.moment(opened.last()));
    return opened.first().equals(opened.last())
        ? last
        : last.withDetail(texts.t("casework.why.first", texts.moment(opened.first())));
  }

  private static String name(Texts texts, Map<UUID, Confidential> known, UUID staff) {
    Confidential name = known.get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }

  private static Table table(Texts texts, String caption, List<Table.Row> rows) {
    return ReadFile.table(
        texts,
        caption,
        List.of(
            "casework.why.who",
            "casework.why.rule",
            "casework.why.since",
            "casework.why.by",
            "casework.why.last"),
        rows);
  }
}
