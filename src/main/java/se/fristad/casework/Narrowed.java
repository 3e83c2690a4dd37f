package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a list of files is narrowed to. Never to a municipality: of whoever is protected it is not
/// shown, and a list of those of one place would say it.
///
/// @param kind an adult's or a child's; null for both
/// @param risk null for any
/// @param due null for any
/// @param whose who answers for it or investigates; null for anybody
record Narrowed(
    CaseFile.@Nullable Kind kind, @Nullable Risk risk, @Nullable Due due, @Nullable UUID whose) {
  /// Not at all.
  static final Narrowed NOT = new Narrowed(null, null, null, null);

  private static final int WEEK = 7;

  /// A level of risk.
  enum Risk {
    /// High.
    HIGH,
    /// Medium.
    MEDIUM,
    /// Low.
    LOW,
    /// Nobody has assessed it.
    NONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// When the next thing is due.
  enum Due {
    /// It is late.
    LATE,
    /// Within a week, or late.
    WEEK,
    /// Nothing is due.
    NOTHING;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it is narrowed at all.
  boolean active() {
    return !equals(NOT);
  }

  /// The same in another list: in closed files nothing is due.
  Narrowed in(CaseLists.Shown shown) {
    return new Narrowed(kind, risk, shown == CaseLists.Shown.OPEN ? due : null, whose);
  }

  /// What is asked of `f` beside everything else, in SQL without a value that anybody typed.
  List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    if (kind != null) {
      conditions.add(" and f.kind = '" + kind.code() + "'");
    }
    if (risk != null) {
      conditions.add(
          risk == Risk.NONE ? " and f.risk is null" : " and f.risk = '" + risk.code() + "'");
    }
    if (due != null) {
      conditions.add(
          (due == Due.NOTHING ? " and not" : " and")
              + " exists (select from casework.task d where d.file = f.id and d.done_at is null"
              + " and d.staff is not null"
              + (due == Due.NOTHING ? ")" : " and d.due_at < :before)"));
    }
    if (whose != null) {
      conditions.add(
          " and exists (select from casework.assignment w where w.file = f.id and w.staff = :whose"
              + " and w.to_at is null and w.relation in ('responsible', 'investigates'))");
    }
    return conditions;
  }

  /// The values of its conditions.
  Map<String, Object> told(Instant now) {
    Map<String, Object> told = new HashMap<>();
    if (due == Due.LATE || due == Due.WEEK) {
      LocalDate week = LocalDate.ofInstant(now, Files.HERE).plusDays(WEEK);
      told.put("before", Timestamp.from(due == Due.LATE ? now : Tasks.endOf(week).plusSeconds(1)));
    }
    if (whose != null) {
      told.put("whose", whose);
    }
    return told;
  }

  /// As it stands in the log, after the list's own code. Whose files they are the ids say.
  String code() {
    List<String> codes = new ArrayList<>();
    if (kind != null) {
      codes.add("only_" + kind.code());
    }
    if (risk != null) {
      codes.add("risk_" + risk.code());
    }
    if (due != null) {
      codes.add("due_" + due.code());
    }
    if (whose != null) {
      codes.add("of_one");
    }
    return codes.stream().map(code -> ":" + code).collect(Collectors.joining());
  }

  /// As it stands in an address, after the rest of it.
  String address() {
    StringBuilder address = new StringBuilder();
    add(address, "kind", kind == null ? null : kind.code());
    add(address, "risk", risk == null ? null : risk.code());
    add(address, "due", due == null ? null : due.code());
    add(address, "whose", whose == null ? null : whose.toString());
    return address.toString();
  }

  private static void add(StringBuilder address, String name, @Nullable String value) {
    if (value != null) {
      address.append('&').append(name).append('=').append(value);
    }
  }
}
