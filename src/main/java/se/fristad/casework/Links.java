package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.law.PersonalNumber;
import se.fristad.outgoing.NeverContacted;
import se.fristad.vault.Confidential;

/// The people around somebody (*relationskarta*): many who use violence, relatives abroad, who is
/// safe; and who must never be contacted, which every step that contacts somebody obeys.
@StaffFace
@Component
class Links {
  /// The most that one file holds, those that have ended among them.
  static final int MOST = 200;

  private final Files files;
  private final LinkRows rows;
  private final Marks marks;
  private final DangerChanges changes;
  private final ApplicationEventPublisher events;

  Links(
      Files files,
      LinkRows rows,
      Marks marks,
      DangerChanges changes,
      ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.marks = marks;
    this.changes = changes;
    this.events = events;
  }

  /// Those in a file that somebody has in hand.
  List<Link> in(Files.InHand hand) {
    return rows.of(hand.id()).stream()
        .map(row -> Link.of(row, hand.open(row.id(), "link", row.version(), row.sealed())))
        .toList();
  }

  /// Those in a file who must never be contacted.
  NeverContacted never(Files.InHand hand) {
    return Link.never(in(hand));
  }

  /// Writes one down.
  ///
  /// @return its id
  Step<UUID> add(Viewer viewer, UUID file, Link link) {
    return write(
        viewer,
        file,
        "link",
        hand -> {
          hand.open();
          Files.refuse(refusals(link, hand.today()));
          if (rows.of(hand.id()).size() >= MOST) {
            throw Files.refused(Refusal.unreadable("name", "casework.step.link.most", MOST));
          }
          UUID id = UUID.randomUUID();
          Link kept = read(link, hand.today());
          byte[] sealed = hand.seal(id, "link", 1, kept.sealable());
          rows.insert(hand.id(), new LinkRows.Row(id, hand.now(), hand.staff(), null, 1, sealed));
          hold(hand, kept);
          if (kept.danger() == Link.Danger.DANGEROUS) {
            changes.seen(hand, Road.DangerEvent.LINK, kept.name());
          }
          return id;
        });
  }

  /// Whoever of us is kin of somebody around her finds nothing of her either: his sister no less
  /// than hers.
  private void hold(Files.InHand hand, Link link) {
    marks.hold(hand.id(), link.number(), link.address(), hand.file().responsible(), hand.now());
  }

  /// Writes it down anew.
  Step<UUID> change(Viewer viewer, UUID file, UUID link, Link anew) {
    return write(
        viewer,
        file,
        "change_link",
        hand -> {
          hand.open();
          LinkRows.Row row = open(hand, link);
          Files.refuse(refusals(anew, hand.today()));
          Link before = Link.of(row, hand.open(link, "link", row.version(), row.sealed()));
          int version = row.version() + 1;
          Link kept = read(anew, hand.today());
          rows.reseal(link, version, hand.seal(link, "link", version, kept.sealable()));
          hold(hand, kept);
          if (kept.danger() == Link.Danger.DANGEROUS && before.danger() != Link.Danger.DANGEROUS) {
            changes.seen(hand, Road.DangerEvent.LINK, kept.name());
          }
          return link;
        });
  }

  /// It holds no more; it stays in the list, and whoever must never be contacted still must not.
  Step<UUID> end(Viewer viewer, UUID file, UUID link, Confidential why) {
    return write(
        viewer,
        file,
        "end_link",
        hand -> {
          LinkRows.Row row = open(hand, link);
          if (why.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("why", ".link_why"));
          }
          int version = row.version() + 1;
          Words words = hand.open(link, "link", row.version(), row.sealed()).with("why", why);
          rows.end(link, hand.now(), version, hand.seal(link, "link", version, words));
          return link;
        });
  }

  private Step<UUID> write(
      Viewer viewer, UUID file, String act, Function<Files.InHand, UUID> work) {
    return files.write(
        viewer,
        file,
        act,
        CaseFileRule.deciding(viewer),
        hand -> {
          UUID link = work.apply(hand);
          events.publishEvent(new LinkChanged(hand.id(), link, hand.now()));
          return link;
        });
  }

  private LinkRows.Row open(Files.InHand hand, UUID link) {
    return rows.of(hand.id()).stream()
        .filter(row -> row.id().equals(link) && row.ended() == null)
        .findFirst()
        .orElseThrow(() -> Files.refused(Refusal.unreadable("link", "casework.step.link.gone")));
  }

  private static List<Refusal> refusals(Link link, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    if (link.name().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("name", ".link"));
    }
    if (link.on().isAfter(today)) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("on", ".future"));
    }
    String number = link.number().reveal().strip();
    if (!number.isEmpty() && PersonalNumber.read(number, today).isEmpty()) {
      refusals.add(Openings.wrong(number, today));
    }
    String telephone = link.telephone().reveal().strip();
    if (!telephone.isEmpty() && Telephone.read(telephone).isEmpty()) {
      refusals.add(Refusal.unreadable("telephone", "casework.wrong.telephone"));
    }
    return refusals;
  }

  /// With the number as it is kept.
  private static Link read(Link link, LocalDate today) {
    return new Link(
        link.id(),
        link.name(),
        link.bond(),
        link.danger(),
        link.violent(),
        link.never(),
        link.country(),
        Confidential.of(
            PersonalNumber.read(link.number().reveal(), today)
                .map(PersonalNumber::twelveDigits)
                .orElse("")),
        link.telephone(),
        link.address(),
        link.source(),
        link.on(),
        link.words(),
        false,
        Confidential.of(""));
  }
}
