package se.fristad.contact.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.Agreed;
import se.fristad.contact.CallDue;
import se.fristad.contact.Reaching;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Calls that are to be made, in words: under the inbox, and in the day and the week. A number
/// never stands among them; it comes by the steps to which each leads.
@StaffFace
@Component
public class CallLines {
  private final Reaching reaching;
  private final StaffNames names;
  private final Clock clock;

  CallLines(Reaching reaching, StaffNames names, Clock clock) {
    this.reaching = reaching;
    this.names = names;
    this.clock = clock;
  }

  /// A call that is to be made.
  ///
  /// @param between when, by the clock
  /// @param day which day
  /// @param who who will ring; that nobody has taken it
  /// @param state how it stands
  /// @param more more of how it stands
  /// @param urgent whether somebody must do something now
  /// @param href the steps to the number; the conversation for whoever only watches over it
  public record Line(
      CallDue due,
      String between,
      String day,
      String who,
      String state,
      @Nullable String more,
      Tone tone,
      boolean urgent,
      String tries,
      String href) {}

  /// The calls in words, those that are late first.
  public List<Line> of(Shell shell, Viewer viewer, List<CallDue> due) {
    Map<UUID, Confidential> known =
        names.of(
            due.stream()
                .flatMap(one -> {
                  Agreed.Call unsaid = one.unsaid();
                  return Stream.of(one.owner(), unsaid == null ? null : unsaid.staff());
                })
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return Stream.concat(
            due.stream().filter(reaching::isLate),
            due.stream().filter(one -> !reaching.isLate(one)))
        .map(one -> line(shell, viewer, one, known))
        .toList();
  }

  private Line line(Shell shell, Viewer viewer, CallDue due, Map<UUID, Confidential> known) {
    Instant now = clock.instant();
    Agreed.Call unsaid = due.unsaid();
    UUID owner = due.owner();
    boolean late = reaching.isLate(due);
    String state;
    Tone tone;
    String more = null;
    if (unsaid != null) {
      state = shell.t("contact.reach.calls.unsaid");
      more =
          shell.t(
              "contact.reach.calls.shown",
              shell.texts().time(unsaid.at()),
              name(shell, known, unsaid.staff()));
      tone = Tone.WARN;
    } else if (late) {
      state = shell.t("contact.reach.calls.late");
      more = shell.t("contact.reach.calls.late.more");
      tone = Tone.DANGER;
    } else if (now.isBefore(due.from())) {
      state = shell.t("contact.reach.calls.later");
      tone = Tone.NEUTRAL;
    } else if (now.isBefore(due.until())) {
      state = shell.t("contact.reach.calls.now");
      tone = Duration.between(due.from(), now).toMinutes() >= 15 ? Tone.WARN : Tone.INFO;
    } else {
      state = shell.t("contact.reach.calls.over");
      tone = Tone.DANGER;
    }
    Instant reminds = due.reminds();
    if (reminds != null && more == null) {
      more = shell.t("contact.reach.calls.reminds", shell.texts().moment(reminds));
    }
    String href = "/staff/inbox/" + InboxPages.code(due.queue()) + "/" + due.thread().value();
    return new Line(
        due,
        due.from().equals(due.until())
            ? shell.t("contact.reach.calls.at", shell.texts().time(due.from()))
            : shell.t(
                "contact.reach.calls.between",
                shell.texts().time(due.from()),
                shell.texts().time(due.until())),
        shell.texts().date(due.from()),
        owner == null ? shell.t("contact.reach.calls.nobody") : name(shell, known, owner),
        state,
        more,
        tone,
        unsaid != null || !now.isBefore(due.until()),
        shell.t("contact.reach.calls.tries", due.missed(), reaching.tries()),
        viewer.role() == Role.HEAD ? href : href + "/call");
  }

  private static String name(Shell shell, Map<UUID, Confidential> known, UUID staff) {
    Confidential name = known.get(staff);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }

  /// The calls as a table.
  public Table table(Shell shell, String caption, List<Line> lines) {
    return new Table(
        caption,
        List.of(
            Column.of(shell.t("contact.reach.calls.when")),
            Column.of(shell.t("contact.reach.calls.who")),
            Column.of(shell.t("contact.reach.calls.state")),
            Column.of(shell.t("contact.reach.calls.missed"))),
        lines.stream().map(CallLines::row).toList(),
        Paging.whole(lines.size()),
        Empty.of(shell.t("contact.reach.calls.empty"), shell.t("contact.reach.calls.empty.text")),
        true,
        null);
  }

  private static Row row(Line line) {
    String more = line.more();
    Cell state = Cell.badge(line.state(), line.tone());
    return Row.of(
        Cell.link(line.between(), line.href()).withDetail(line.day()),
        Cell.of(line.who()),
        more == null ? state : state.withDetail(more),
        Cell.of(line.tries()));
  }
}
