package se.fristad.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pages of information. Asked on the side of the caller.
@Component
public class PublicPages {
  private final JdbcClient sql;

  PublicPages(JdbcClient sql) {
    this.sql = sql;
  }

  /// The newest version of each page in each language, drafts too.
  public List<PublicPage> all() {
    return sql.sql("select * from centre.pages()").query((row, number) -> page(row)).list();
  }

  /// What anybody may read.
  public List<PublicPage> shown() {
    return sql.sql("select * from centre.pages_shown()").query((row, number) -> page(row)).list();
  }

  /// How one has been changed, the latest first.
  public List<PublicPage> versions(int page, String language) {
    return sql.sql("select * from centre.page_versions(?, ?)")
        .params(page, language)
        .query((row, number) -> page(row))
        .list();
  }

  /// Adds a version; the page says which.
  ///
  /// @return false when somebody else has added this version first
  public boolean keep(PublicPage page) {
    return sql.sql("select centre.keep_page(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            page.id(),
            page.number(),
            page.language(),
            page.version(),
            page.state().code(),
            page.door(),
            page.title(),
            page.body(),
            page.reviewBy(),
            Timestamp.from(page.at()),
            page.by())
        .query(Boolean.class)
        .single();
  }

  private static PublicPage page(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("changed_at");
    return new PublicPage(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("language"),
        row.getInt("version"),
        PublicPage.State.of(row.getString("state")),
        row.getString("door"),
        row.getString("title"),
        row.getString("body"),
        row.getObject("review_by", LocalDate.class),
        at.toInstant(),
        row.getObject("changed_by", UUID.class));
  }
}
