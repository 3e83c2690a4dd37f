package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

@FristadTest
class WallTest {
  @Autowired JdbcClient sql;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void code_without_a_side_gets_no_connection() {
    assertThatThrownBy(() -> sql.sql("select 1").query(Integer.class).single())
        .hasRootCauseInstanceOf(Sides.NoSide.class);
  }

  @Test
  void each_side_speaks_through_its_own_login() {
    for (Side side : Side.values()) {
      assertThat(
              Sides.on(
                  side, () -> sql.sql("select session_user::text").query(String.class).single()))
          .isEqualTo(side.login());
    }
  }

  @Test
  void a_transaction_of_one_side_cannot_reach_another() {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    assertThatThrownBy(() ->
            Sides.on(
                Side.SUPPORT,
                () ->
                    transaction.execute(status ->
                        Sides.on(
                            Side.PERPETRATOR,
                            () -> sql.sql("select 1").query(Integer.class).single()))))
        .isInstanceOf(Sides.TwoSides.class);
    assertThat(Sides.on(Side.PERPETRATOR, () -> sql.sql("select 1").query(Integer.class).single()))
        .isEqualTo(1);
  }
}
