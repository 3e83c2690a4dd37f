package se.fristad.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Writes down every statement that this node sends while it is asked to, and where each
/// transaction begins and ends.
@TestConfiguration
public class Statements {
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean writing;

  /// The statements of a piece of work, as the database is sent them: the text, without values.
  public List<String> of(Runnable work) {
    sent.clear();
    writing = true;
    try {
      work.run();
    } finally {
      writing = false;
    }
    return List.copyOf(sent);
  }

  private void write(String statement) {
    if (writing) {
      sent.add(statement);
    }
  }

  @Bean
  JdbcClient jdbcClient(DataSource wall) {
    JdbcTemplate template = new JdbcTemplate(wall);
    Object writing =
        Proxy.newProxyInstance(
            JdbcOperations.class.getClassLoader(),
            new Class<?>[] {JdbcOperations.class},
            (proxy, method, arguments) -> {
              for (Object argument : arguments == null ? new Object[0] : arguments) {
                if (argument instanceof String statement) {
                  write(statement.strip());
                  break;
                }
                if (argument instanceof SqlProvider one) {
                  write(String.valueOf(one.getSql()).strip());
                }
              }
              try {
                return method.invoke(template, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
    return JdbcClient.create((JdbcOperations) writing);
  }

  @Autowired
  void listen(PlatformTransactionManager transactions) {
    ((ConfigurableTransactionManager) transactions)
        .addListener(
            new TransactionExecutionListener() {
              @Override
              public void beforeBegin(TransactionExecution transaction) {
                write("begin");
              }

              @Override
              public void beforeCommit(TransactionExecution transaction) {
                write("commit");
              }

              @Override
              public void beforeRollback(TransactionExecution transaction) {
                write("rollback");
              }
            });
  }
}
