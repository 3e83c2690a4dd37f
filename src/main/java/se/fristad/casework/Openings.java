package se.fristad.casework;

import java.security.SecureRandom;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.law.PersonalNumber;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;

/// Opening a file: somebody has chosen to say who she is, and agrees that it is written down.
@StaffFace
@Component
class Openings {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Files files;
  private final FileRows rows;
  private final PersonRows people;
  private final SideKeys keys;
  private final JdbcClient sql;
  private final Clock clock;

  Openings(
      Files files, FileRows rows, PersonRows people, SideKeys keys, JdbcClient sql, Clock clock) {
    this.files = files;
    this.rows = rows;
    this.people = people;
    this.keys = keys;
    this.sql = sql;
    this.clock = clock;
  }

  /// Opens an adult's file.
  Step<Road.Began> open(Viewer viewer, Road.Opening opening) {
    return files.step(
        viewer,
        opening.file(),
        "open_file",
        Purpose.INVESTIGATING,
        permit -> permit.id().equals(opening.file()) ? opened(permit, opening) : null);
  }

  private Written<Road.Began> opened(Permit permit, Road.Opening opening) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<Refusal> refusals = new ArrayList<>();
    Person person = person(opening.who(), today, refusals);
    Files.refuse(refusals);
    people.insert(person, now);
    UUID staff = permit.viewer().staff();
    String number = number(today);
    CaseFile file =
        new CaseFile(
            opening.file(),
            person.id(),
            CaseFile.Kind.ADULT,
            opening.municipality(),
            staff,
            null,
            null,
            now,
            staff,
            null,
            now,
            1);
    byte[] sealed;
    try (DataKey key = DataKey.random()) {
      Words words = Words.none().with("number", number).with("intake", id(opening.intake()));
      sealed = key.seal(Files.place(file.id(), "file", 1), words.sealable());
      rows.insert(file, keys.index("case", number), sealed, keys.wrap(file.id(), key));
      consent(file.id(), "register", opening.register(), staff, now, key);
    }
    rows.assign(file.id(), staff, "responsible", now);
    return new Written<>(new Road.Began(file.id(), number), 1, Files.sha256(sealed));
  }

  private void consent(
      UUID file, String subject, Road.Agreed agreed, UUID staff, Instant now, DataKey key) {
    UUID id = UUID.randomUUID();
    byte[] sealed =
        key.seal(Files.place(id, "consent", 1), Words.none().with("how", agreed.how()).sealable());
    sql.sql(
            """
            insert into casework.consent (id, file, subject, given_on, ends_on, made_by, made_at, sealed)
            values (:id, :file, :subject, :given, :ends, :by, :at, :sealed)
            """)
        .param("id", id)
        .param("file", file)
        .param("subject", subject)
        .param("given", Date.valueOf(agreed.from()))
        .param("ends", Date.valueOf(agreed.until()))
        .param("by", staff)
        .param("at", Timestamp.from(now))
        .param("sealed", sealed)
        .update();
  }

  /// A number of the centre's own: the year and five random digits, so that it tells no count.
  private String number(LocalDate today) {
    while (true) {
      String number = "%d-%05d".formatted(today.getYear(), RANDOM.nextInt(100_000));
      if (!rows.numberTaken(keys.index("case", number))) {
        return number;
      }
    }
  }

  private static @Nullable String id(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static Person person(Road.Who who, LocalDate today, List<Refusal> refusals) {
    String typed = who.number().reveal().strip();
    Optional<PersonalNumber> number = PersonalNumber.read(typed, today);
    if (!typed.isEmpty() && number.isEmpty()) {
      refusals.add(CaseRule.PERSONAL_NUMBER_IS_ONE.refusal("number"));
    }
    return new Person(
        UUID.randomUUID(),
        who.name(),
        Confidential.of(number.map(PersonalNumber::twelveDigits).orElse("")),
        number.map(PersonalNumber::birthDate).orElse(who.born()),
        who.telephone(),
        who.address(),
        who.safeContact(),
        Person.Protection.of(who.protection()),
        who.language(),
        1);
  }
}
