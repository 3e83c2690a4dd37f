package se.fristad.casework;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.SideKeys;
import se.fristad.vault.WrappedKey;

/// The SQL of persons, with their sealing: each has a key of its own.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class PersonRows {
  private final JdbcClient sql;
  private final SideKeys keys;
  private final PopulationRegister register;

  PersonRows(JdbcClient sql, SideKeys keys, PopulationRegister register) {
    this.sql = sql;
    this.keys = keys;
    this.register = register;
  }

  private record Sealed(int version, byte[] words, WrappedKey key) {}

  /// Writes a person down.
  void insert(Person person, Instant at) {
    byte[] number = numberIndex(person);
    byte[] sealed;
    WrappedKey wrapped;
    try (DataKey key = DataKey.random()) {
      sealed = key.seal(Files.place(person.id(), "person", 1), person.words().sealable());
      wrapped = keys.wrap(person.id(), key);
    }
    sql.sql(
            """
            insert into casework.person (id, number_index, reserve_index, telephone_index, street_index, guard, made_at, sealed)
            values (:id, :number, :reserve, :telephone, :street, :guard, :at, :sealed)
            """)
        .param("id", person.id())
        .param("number", number, Types.BINARY)
        .param("reserve", reserveIndex(person.reserve()), Types.BINARY)
        .param("telephone", telephoneIndex(person), Types.BINARY)
        .param("street", streetIndex(person), Types.BINARY)
        .param("guard", person.guard().door())
        .param("at", Timestamp.from(at))
        .param("sealed", sealed)
        .update();
    sql.sql("insert into casework.data_key (id, person, kek, wrapped) values (?, ?, ?, ?)")
        .params(person.id(), person.id(), wrapped.kek(), wrapped.bytes())
        .update();
  }

  /// The latest file that seems to be of the same person: another with her personal number or the
  /// centre's own. Told to nobody but the head. An old and a new identity are never joined.
  Optional<UUID> otherFile(Person person) {
    return person.guard().level() == Road.Protection.FICTITIOUS
        ? Optional.empty()
        : sql.sql(
                """
                select f.id from casework.file f join casework.person p on p.id = f.person
                 where (p.number_index = :number or p.reserve_index = :reserve) and p.id <> :id
                   and p.guard <> 'head'
                 order by f.opened_at desc limit 1
                """)
            .param("number", numberIndex(person), Types.BINARY)
            .param("reserve", reserveIndex(person.reserve()), Types.BINARY)
            .param("id", person.id())
            .query((row, number) -> row.getObject(1, UUID.class))
            .optional();
  }

  /// The closed files of the same person.
  List<UUID> sameClosed(Person person) {
    return sql.sql(
            """
            select f.id from casework.file f join casework.person p on p.id = f.person
             where (p.number_index = :number or p.reserve_index = :reserve) and p.id <> :id
               and f.state = 'closed'
            """)
        .param("number", numberIndex(person), Types.BINARY)
        .param("reserve", reserveIndex(person.reserve()), Types.BINARY)
        .param("id", person.id())
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void update(Person person, int version) {
    WrappedKey wrapped =
        sql.sql("select kek, wrapped from casework.data_key where person = ?")
            .param(person.id())
            .query((row, number) -> new WrappedKey(row.getString(1), row.getBytes(2)))
            .single();
    byte[] sealed;
    try (DataKey key = keys.unwrap(person.id(), wrapped)) {
      sealed = key.seal(Files.place(person.id(), "person", version), person.words().sealable());
    }
    sql.sql(
            """
            update casework.person
               set number_index = :number, reserve_index = :reserve, telephone_index = :telephone,
                   street_index = :street, guard = :guard, version = :version, sealed = :sealed
             where id = :id
            """)
        .param("number", numberIndex(person), Types.BINARY)
        .param("reserve", reserveIndex(person.reserve()), Types.BINARY)
        .param("telephone", telephoneIndex(person), Types.BINARY)
        .param("street", streetIndex(person), Types.BINARY)
        .param("guard", person.guard().door())
        .param("version", version)
        .param("sealed", sealed)
        .param("id", person.id())
        .update();
  }

  Optional<Person> find(UUID id) {
    Sealed row =
        sql.sql(
                """
                select p.version, p.sealed, k.kek, k.wrapped
                  from casework.person p join casework.data_key k on k.person = p.id where p.id = ?
                """)
            .param(id)
            .query((found, number) ->
                new Sealed(
                    found.getInt(1),
                    found.getBytes(2),
                    new WrappedKey(found.getString(3), found.getBytes(4))))
            .optional()
            .orElse(null);
    if (row == null) {
      return Optional.empty();
    }
    try (DataKey key = keys.unwrap(id, row.key)) {
      Words words = Words.of(key.open(Files.place(id, "person", row.version), row.words));
      return Optional.of(registered(Person.of(id, row.version, words)));
    }
  }

  /// With what the register says now. That it is down, or late, is no answer: it fails closed.
  private Person registered(Person person) {
    PopulationRegister.Said said;
    try {
      said = register.said(person);
    } catch (RuntimeException down) {
      said = new PopulationRegister.Said.Silent();
    }
    return person.guardedBy(person.guard().saying(said));
  }

  byte @Nullable [] numberIndex(Person person) {
    return person.number().isBlank() ? null : keys.index("pid", person.number().reveal());
  }

  /// Whether somebody has the centre's own number.
  boolean reserveTaken(Confidential reserve) {
    return sql.sql("select exists (select from casework.person where reserve_index = ?)")
        .param(reserveIndex(reserve))
        .query(Boolean.class)
        .single();
  }

  private byte @Nullable [] reserveIndex(Confidential reserve) {
    return reserve.isBlank() ? null : keys.index("reserve", reserve.reveal());
  }

  private byte @Nullable [] streetIndex(Person person) {
    String street = MarkRows.street(person.address());
    return street.isEmpty() ? null : keys.index("street", street);
  }

  private byte @Nullable [] telephoneIndex(Person person) {
    return Telephone.read(person.telephone().reveal())
        .map(number -> keys.index("telephone", number))
        .orElse(null);
  }
}
