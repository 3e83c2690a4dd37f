package se.fristad.casework;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;
import se.fristad.vault.WrappedKey;

/// The SQL of persons, with their sealing: each has a key of its own.
@Component
class PersonRows {
  private final JdbcClient sql;
  private final SideKeys keys;

  PersonRows(JdbcClient sql, SideKeys keys) {
    this.sql = sql;
    this.keys = keys;
  }

  private record Sealed(int version, byte[] words, WrappedKey key) {}

  void insert(Person person, Instant at) {
    byte[] sealed;
    WrappedKey wrapped;
    try (DataKey key = DataKey.random()) {
      sealed = key.seal(Files.place(person.id(), "person", 1), person.words().sealable());
      wrapped = keys.wrap(person.id(), key);
    }
    sql.sql(
            """
            insert into casework.person (id, number_index, telephone_index, made_at, sealed)
            values (:id, :number, :telephone, :at, :sealed)
            """)
        .param("id", person.id())
        .param("number", numberIndex(person), Types.BINARY)
        .param("telephone", telephoneIndex(person), Types.BINARY)
        .param("at", Timestamp.from(at))
        .param("sealed", sealed)
        .update();
    sql.sql("insert into casework.data_key (id, person, kek, wrapped) values (?, ?, ?, ?)")
        .params(person.id(), person.id(), wrapped.kek(), wrapped.bytes())
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
      return Optional.of(Person.of(id, row.version, words));
    }
  }

  /// Whether another person has the same number.
  boolean numberKnown(byte[] numberIndex, UUID butNot) {
    return sql.sql("select exists (select from casework.person where number_index = ? and id <> ?)")
        .params(numberIndex, butNot)
        .query(Boolean.class)
        .single();
  }

  byte @Nullable [] numberIndex(Person person) {
    return person.number().isBlank() ? null : keys.index("pid", person.number().reveal());
  }

  private byte @Nullable [] telephoneIndex(Person person) {
    return Telephone.read(person.telephone().reveal())
        .map(number -> keys.index("telephone", number))
        .orElse(null);
  }
}
