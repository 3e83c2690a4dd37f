package se.fristad.centre;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which sentences of the public face somebody has read whose language it is. Asked on the side of
/// the caller.
@Component
public class SentencesRead {
  private final JdbcClient sql;

  SentencesRead(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whose ear it was. A code, never a name.
  public enum Reader {
    /// Somebody whose language it is, used to talking with people in fear.
    NATIVE,
    /// An authorised translator.
    TRANSLATOR,
    /// An organisation of those who speak it.
    ORGANISATION,
    /// Readers for whom it is meant, who tried it.
    TRIED;

    /// As it stands in the table and in a form.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The reader of a code.
    public static Optional<Reader> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// What was last said of a sentence.
  ///
  /// @param digest SHA-256 of the sentence as it stood then, in hexadecimal digits
  /// @param good false when it must be read again
  public record Said(String digest, boolean good, Reader reader, Instant at) {}

  /// What was last said of each sentence of a language, by its key.
  public Map<String, Said> of(String language) {
    Map<String, Said> said = new LinkedHashMap<>();
    sql.sql(
            "select key, encode(digest, 'hex'), good, reader, read_at from centre.sentences_read(?)")
        .param(language)
        .query(row -> {
          said.put(
              row.getString(1),
              new Said(
                  row.getString(2),
                  row.getBoolean(3),
                  Reader.of(row.getString(4)).orElseThrow(),
                  row.getTimestamp(5).toInstant()));
        });
    return said;
  }

  /// Keeps what somebody has said of several sentences.
  ///
  /// @param reading minted with the form: the same form sent twice adds nothing
  /// @param digests of the sentences as they stand now, in the order of the keys
  /// @return how many were kept
  public int keep(
      UUID reading,
      String language,
      List<String> keys,
      List<byte[]> digests,
      boolean good,
      Reader reader,
      Instant at,
      UUID by) {
    return sql.sql("select centre.keep_sentences_read(?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            reading,
            language,
            keys.toArray(String[]::new),
            digests.toArray(byte[][]::new),
            good,
            reader.code(),
            Timestamp.from(at),
            by)
        .query(Integer.class)
        .single();
  }
}
