package se.fristad.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DayNight;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// On top of my day: what happened at night and nobody has read, and how long it has waited. It
/// stands there until somebody whose file it is, or the head, has read it.
@Order(5)
@StaffFace
@Component
class UnreadNight implements DaySection {
  /// So many lines; how many there are is said.
  private static final int MOST = 20;

  private final CaseLists lists;
  private final StaffNames names;
  private final Clock clock;

  UnreadNight(CaseLists lists, StaffNames names, Clock clock) {
    this.lists = lists;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (viewer.role() != Role.CASEWORKER && viewer.role() != Role.HEAD) {
      return Optional.empty();
    }
    List<CaseLists.Unread> unread = lists.unread(viewer);
    if (unread.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Texts texts = shell.texts();
    Map<UUID, Confidential> known =
        names.of(unread.stream().map(CaseLists.Unread::by).collect(Collectors.toSet()));
    return Optional.of(
        View.of(
            "casework/day-night",
            new DayNight(
                shell,
                texts.t(
                    "casework.night.unread",
                    unread.size(),
                    texts.duration(Duration.between(unread.getFirst().at(), now))),
                unread.stream().limit(MOST).map(one -> line(texts, one, known, now)).toList(),
                unread.size() > MOST
                    ? texts.t("casework.night.unread.more", unread.size() - MOST)
                    : null)));
  }

  private static DayNight.One line(
      Texts texts, CaseLists.Unread one, Map<UUID, Confidential> known, Instant now) {
    Confidential who = known.get(one.by());
    return new DayNight.One(
        Option.of(
            StepPages.href(one.line().file().id(), ReadNightForm.KIND, one.event()),
            texts.t("casework.night.what." + one.what().code())),
        one.line().called(texts) + " · " + one.line().number(),
        texts.t(
            "casework.night.waited",
            texts.moment(one.at()),
            who == null ? texts.t("casework.somebody") : who.reveal(),
            texts.duration(Duration.between(one.at(), now))));
  }
}
