package se.fristad.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The log in a running node: its beans, sides, keys and files fit together.
@FristadTest
class LogInTheHouseTest {
  @Autowired AuditLog log;
  @Autowired Sealing sealing;
  @Autowired Checkpoints checkpoints;
  @Autowired AuditTrail trail;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void each_side_writes_and_the_log_is_sealed_and_verified_from_outside() throws Exception {
    UUID subject = UUID.randomUUID();
    for (Side side : Side.values()) {
      if (side != Side.FRONT) {
        Sides.run(
            side,
            () ->
                new TransactionTemplate(transactions)
                    .executeWithoutResult(status ->
                        log.append(
                            LogLine.about(
                                UUID.randomUUID(),
                                "socialtjanst",
                                "head",
                                "open",
                                "intake",
                                subject,
                                "handle",
                                Outcome.READ))));
      }
    }

    assertThat(sealing.sealOnce()).isInstanceOf(Batch.Sealed.class);
    assertThat(checkpoints.write()).isPresent();

    AuditTrail.Filter about =
        new AuditTrail.Filter(null, subject, null, null, AuditTrail.Filter.none().zone());
    assertThat(trail.page(about, 0, 50).lines())
        .extracting(AuditTrail.Shown::login)
        .containsExactlyInAnyOrder(
            "f_support", "f_shelter", "f_perpetrator", "f_conference", "f_log");

    Map<String, Object> settings = TestHouse.shared().settings();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = TestHouse.shared().as(Side.LOG)) {
      int exit =
          Verification.run(
              connection,
              Path.of(String.valueOf(settings.get("fristad.keys"))),
              Path.of(String.valueOf(settings.get("fristad.audit.checkpoint")))
                  .resolve(Checkpoints.FILE),
              Locale.ENGLISH,
              new PrintStream(out, true, StandardCharsets.UTF_8));
      assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("The log is whole");
      assertThat(exit).isZero();
    }
  }
}
