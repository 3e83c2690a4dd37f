package se.fristad.casework;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.access.StaffNames;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// The names of everyone of us who stands in a file.
final class NamedStaff {
  private final Map<UUID, Confidential> names;
  private final Texts texts;

  private NamedStaff(Map<UUID, Confidential> names, Texts texts) {
    this.names = names;
    this.texts = texts;
  }

  static NamedStaff in(Reading reading, StaffNames names, Texts texts) {
    return new NamedStaff(names.of(staff(reading)), texts);
  }

  /// Her name; *somebody* when it is not known.
  String of(@Nullable UUID staff) {
    Confidential name = staff == null ? null : names.get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }

  private static Set<UUID> staff(Reading reading) {
    Set<UUID> staff = new HashSet<>();
    staff.add(reading.file().openedBy());
    UUID read = reading.person().guard().readBy();
    if (read != null) {
      staff.add(read);
    }
    if (reading.file().responsible() != null) {
      staff.add(reading.file().responsible());
    }
    reading.assignments().forEach(one -> staff.add(one.staff()));
    reading
        .tasks()
        .forEach(task -> {
          if (task.staff() != null) {
            staff.add(task.staff());
          }
        });
    reading.assessments().forEach(seen -> staff.add(seen.row().madeBy()));
    reading
        .investigations()
        .forEach(seen -> {
          staff.add(seen.row().investigator());
          staff.add(seen.row().openedBy());
        });
    reading.mappings().forEach(seen -> staff.add(seen.row().madeBy()));
    reading
        .decisions()
        .forEach(seen -> {
          staff.add(seen.row().decidedBy());
          if (seen.row().proposedBy() != null) {
            staff.add(seen.row().proposedBy());
          }
        });
    reading.proposals().forEach(seen -> staff.add(seen.row().proposedBy()));
    reading.corrections().forEach(seen -> staff.add(seen.row().madeBy()));
    reading
        .supports()
        .forEach(seen -> {
          if (seen.row().deliveredBy() != null) {
            staff.add(seen.row().deliveredBy());
          }
        });
    reading
        .followUps()
        .forEach(seen -> {
          if (seen.row().doneBy() != null) {
            staff.add(seen.row().doneBy());
          }
        });
    reading
        .dangerChanges()
        .forEach(seen -> {
          staff.add(seen.row().notedBy());
          if (seen.row().answeredBy() != null) {
            staff.add(seen.row().answeredBy());
          }
        });
    reading
        .accompaniments()
        .forEach(seen -> {
          staff.add(seen.row().bookedBy());
          staff.add(seen.row().staff());
          if (seen.row().second() != null) {
            staff.add(seen.row().second());
          }
          if (seen.row().endedBy() != null) {
            staff.add(seen.row().endedBy());
          }
        });
    reading
        .contactsAgain()
        .forEach(seen -> {
          if (seen.row().endedBy() != null) {
            staff.add(seen.row().endedBy());
          }
        });
    reading
        .plans()
        .forEach(seen -> {
          staff.add(seen.row().madeBy());
          if (seen.row().endedBy() != null) {
            staff.add(seen.row().endedBy());
          }
        });
    reading
        .planActions()
        .forEach(seen -> {
          staff.add(seen.row().saidBy());
          if (seen.row().staff() != null) {
            staff.add(seen.row().staff());
          }
          Planned.saidBy(seen.words()).forEach(staff::add);
        });
    reading
        .reopenings()
        .forEach(seen -> {
          staff.add(seen.row().closedBy());
          staff.add(seen.row().madeBy());
        });
    reading
        .nights()
        .forEach(seen -> {
          staff.add(seen.row().by());
          if (seen.row().readBy() != null) {
            staff.add(seen.row().readBy());
          }
        });
    reading.communications().forEach(seen -> staff.add(seen.row().madeBy()));
    reading.transfers().forEach(seen -> staff.add(seen.row().madeBy()));
    reading.conflicts().forEach(one -> staff.add(one.staff()));
    reading.notes().forEach(seen -> staff.add(seen.row().madeBy()));
    reading.informed().forEach(seen -> staff.add(seen.row().madeBy()));
    reading.disclosures().forEach(seen -> staff.add(seen.row().madeBy()));
    reading.insights().forEach(seen -> staff.add(seen.row().decidedBy()));
    reading.reports().forEach(seen -> staff.add(seen.row().madeBy()));
    return staff;
  }
}
