package se.fristad.house;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Side;

/// The list of events that wait on one side, as far as the registry itself does not ask it.
@Component
class EventRows {
  private final JdbcClient jdbc;

  EventRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An event that was tried too often.
  ///
  /// @param id of the publication
  /// @param listener the method that should have heard it
  record Hopeless(UUID id, String listener) {}

  /// Marks as failed what was under way before `limit` and has not ended: its node died.
  void giveUp(Side side, OffsetDateTime limit) {
    jdbc.sql(
            """
            update %s.event_publication set status = 'FAILED'
            where completion_date is null
              and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
              and coalesce(last_resubmission_date, publication_date) < :limit
            """
                .formatted(schema(side)))
        .param("limit", limit)
        .update();
  }

  /// What has failed so many times.
  List<Hopeless> hopeless(Side side, int tries) {
    return jdbc.sql(
            """
            select id, listener_id from %s.event_publication
            where status = 'FAILED' and completion_attempts >= :tries
            order by publication_date
            """
                .formatted(schema(side)))
        .param("tries", tries)
        .query((row, number) -> new Hopeless(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  private static String schema(Side side) {
    if (!side.keepsWords()) {
      throw new IllegalArgumentException("no events on the side " + side.code());
    }
    return "events_" + side.code();
  }
}
