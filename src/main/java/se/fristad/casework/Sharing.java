package se.fristad.casework;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.casework.Reading.Seen;
import se.fristad.page.Texts;

/// What rests on her consent that others are told (12 kap. 2 § OSL): a support that somebody of
/// another house gives. With the consent ends what they may read, so nobody is to find that out by
/// a page that is not there: the responsible caseworker has it on her day a week before, on the
/// day, and until she has asked again or ended the support.
@StaffFace
@Component
class Sharing {
  /// How long before it ends it is said on the file's page; as far as my day looks ahead.
  static final int DAYS_BEFORE = 7;

  private final SupportRows supports;
  private final ConsentRows consents;
  private final Tasks tasks;
  private final Colleagues colleagues;

  Sharing(SupportRows supports, ConsentRows consents, Tasks tasks, Colleagues colleagues) {
    this.supports = supports;
    this.consents = consents;
    this.tasks = tasks;
    this.colleagues = colleagues;
  }

  /// Whether somebody works for another house.
  boolean isOfAnotherHouse(UUID staff) {
    return others().contains(staff);
  }

  /// Whether it is somebody's work to give support in this house.
  boolean givesSupport(UUID staff) {
    return in(Set.of(Role.TREATMENT_WORKER)).contains(staff);
  }

  /// Whether somebody works here, in whatever role.
  boolean worksHere(UUID staff) {
    return in(EnumSet.allOf(Role.class)).contains(staff);
  }

  private Set<UUID> others() {
    return in(Set.of(Role.NGO_WORKER));
  }

  private Set<UUID> in(Set<Role> roles) {
    return colleagues.with(roles).stream()
        .map(Colleagues.Colleague::id)
        .collect(Collectors.toSet());
  }

  private static boolean restsOnConsent(SupportRows.Row row, Set<UUID> others) {
    UUID deliverer = row.deliveredBy();
    return row.endedOn() == null
        && (row.provider() != Road.Provider.OWN
            || (deliverer != null && others.contains(deliverer)));
  }

  /// Keeps what is due in step with the consents and the supports as they stand now: to be called
  /// by every step that changes one of them.
  void remind(Files.InHand hand) {
    List<SupportRows.Row> goingOn =
        supports.of(hand.id()).stream().filter(row -> row.endedOn() == null).toList();
    Set<UUID> others = goingOn.isEmpty() ? Set.of() : others();
    if (goingOn.stream().noneMatch(row -> restsOnConsent(row, others))) {
      tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.RENEW_SHARING);
      return;
    }
    LocalDate ends = consents.lastDay(hand.id(), Road.Subject.SHARE).orElse(hand.today());
    tasks.keepDue(hand.id(), TaskKind.RENEW_SHARING, ends, hand.responsible());
  }

  /// She has agreed anew: what was asked for is done, and is due again when the new consent ends.
  void renewed(Files.InHand hand) {
    tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.RENEW_SHARING);
    remind(hand);
  }

  /// How a support stands that rests on her consent.
  enum State {
    /// The consent ends within a week.
    ENDS,
    /// Today is its last day.
    TODAY,
    /// It has ended.
    ENDED,
    /// She has taken it back.
    WITHDRAWN
  }

  /// A support whose consent ends or has ended.
  ///
  /// @param day the consent's last day, or the day on which she took it back
  record Told(SupportRows.Row support, State state, LocalDate day) {
    /// In a sentence, with who gives it and what follows.
    String sentence(Texts texts, Function<UUID, String> name) {
      UUID deliverer = support.deliveredBy();
      return texts.t(
          key() + (deliverer == null ? ".told" : ".reads"),
          texts.t("casework.type." + support.type().code()),
          texts.date(day),
          deliverer == null ? "" : name.apply(deliverer));
    }

    /// In a few words, beside the support.
    String beside(Texts texts) {
      return texts.t(key(), texts.date(day));
    }

    private String key() {
      return "casework.sharing." + state.name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is to be said on the page of a file; nothing to whoever sees no consents.
  List<Told> told(Reading reading, LocalDate today) {
    List<Seen<SupportRows.Row>> goingOn =
        reading.supports().stream().filter(seen -> seen.row().endedOn() == null).toList();
    Set<UUID> others = goingOn.isEmpty() ? Set.of() : others();
    List<Told> told = new ArrayList<>();
    for (Seen<SupportRows.Row> seen : goingOn) {
      if (restsOnConsent(seen.row(), others)) {
        Told one = told(seen.row(), reading.consents(), today);
        if (one != null) {
          told.add(one);
        }
      }
    }
    return told;
  }

  private static @Nullable Told told(
      SupportRows.Row support, List<Seen<ConsentRows.Row>> consents, LocalDate today) {
    List<ConsentRows.Row> shares =
        consents.stream()
            .map(Seen::row)
            .filter(row -> row.subject().equals(Road.Subject.SHARE.code()))
            .toList();
    LocalDate ends =
        shares.stream()
            .filter(row -> row.withdrawnAt() == null)
            .map(ConsentRows.Row::endsOn)
            .max(LocalDate::compareTo)
            .orElse(null);
    if (ends != null && !ends.isBefore(today)) {
      return ends.isAfter(today.plusDays(DAYS_BEFORE))
          ? null
          : new Told(support, ends.equals(today) ? State.TODAY : State.ENDS, ends);
    }
    LocalDate withdrawn =
        shares.stream()
            .map(ConsentRows.Row::withdrawnAt)
            .filter(Objects::nonNull)
            .map(at -> at.atZone(Files.HERE))
            .map(ZonedDateTime::toLocalDate)
            .max(LocalDate::compareTo)
            .orElse(null);
    LocalDate last =
        Stream.of(ends, withdrawn)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(support.grantedOn());
    return new Told(support, last.equals(withdrawn) ? State.WITHDRAWN : State.ENDED, last);
  }
}
