package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DayAccompaniments;
import se.fristad.page.Described;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// With whom one goes along, on top of my day: when, the time that is safe for the person, where,
/// with whom, and the risk.
@Order(20)
@StaffFace
@Component
class AccompanimentsToday implements DaySection {
  private final Accompaniments accompaniments;
  private final StaffNames names;
  private final Clock clock;

  AccompanimentsToday(Accompaniments accompaniments, StaffNames names, Clock clock) {
    this.accompaniments = accompaniments;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (!Accompaniments.ROLES.contains(viewer.role())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<Accompaniments.Mine> mine = accompaniments.mine(viewer, now);
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Confidential> known = names.of(staff(mine));
    return Optional.of(
        View.of(
            "casework/day-accompaniments",
            new DayAccompaniments(
                shell,
                mine.stream().map(one -> card(shell.texts(), viewer, one, known, now)).toList())));
  }

  private static Set<UUID> staff(List<Accompaniments.Mine> mine) {
    return mine.stream()
        .flatMap(one -> Stream.of(one.row().staff(), one.row().second()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static DayAccompaniments.One card(
      Texts texts,
      Viewer viewer,
      Accompaniments.Mine one,
      Map<UUID, Confidential> known,
      Instant now) {
    AccompanimentRows.Row row = one.row();
    List<Described> lines = new ArrayList<>(Accompanied.lines(texts, row, one.words()));
    UUID other = viewer.staff().equals(row.staff()) ? row.second() : row.staff();
    Confidential name = other == null ? null : known.get(other);
    lines.add(
        new Described(
            texts.t("casework.accompany.with"),
            other == null
                ? texts.t("casework.accompany.alone")
                : name == null ? texts.t("casework.somebody") : name.reveal()));
    lines.add(
        new Described(
            texts.t("casework.accompany.level"),
            one.risk() == null
                ? texts.t("casework.risk.none")
                : texts.t("casework.risk." + one.risk())));
    // the danger may have grown since it was booked for one
    boolean warned = other == null && (one.risk() == null || one.risk().equals("high"));
    return new DayAccompaniments.One(
        texts.t(
            "casework.accompany.day.one",
            one.called().isBlank() ? texts.t("casework.people.protected") : one.called().reveal(),
            texts.when(row.from(), now)),
        warned,
        lines);
  }
}
