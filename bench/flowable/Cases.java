import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flowable.cmmn.api.CmmnRuntimeService;
import org.flowable.cmmn.engine.CmmnEngine;
import org.flowable.cmmn.engine.CmmnEngineConfiguration;

/// Flowable's cases for bench/run casework, in a process of its own: `start SECONDS THREADS` begins
/// cases of two human tasks and says how many; `kept` says how many there are.
public class Cases {
  private static final String MATTER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="fristad">
        <case id="matter">
          <casePlanModel id="plan" name="Matter">
            <planItem id="one" definitionRef="investigate"/>
            <planItem id="two" definitionRef="assess"/>
            <humanTask id="investigate" name="Investigate"/>
            <humanTask id="assess" name="Assess the risk"/>
          </casePlanModel>
        </case>
      </definitions>
      """;

  public static void main(String[] arguments) throws Exception {
    CmmnEngineConfiguration settings =
        CmmnEngineConfiguration.createStandaloneCmmnEngineConfiguration();
    settings.setJdbcUrl(arguments[0]);
    settings.setJdbcUsername(arguments[1]);
    settings.setJdbcPassword(arguments[2]);
    settings.setJdbcDriver("org.postgresql.Driver");
    settings.setJdbcMaxActiveConnections(8);
    settings.setDatabaseSchemaUpdate("true");
    CmmnEngine engine = settings.buildCmmnEngine();
    engine
        .getCmmnRepositoryService()
        .createDeployment()
        .addString("matter.cmmn", MATTER)
        .deploy();
    CmmnRuntimeService cases = engine.getCmmnRuntimeService();
    System.out.println("READY");
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ");
      System.out.println(
          words[0].equals("kept")
              ? cases.createCaseInstanceQuery().count()
              : started(cases, Integer.parseInt(words[1]), Integer.parseInt(words[2])));
    }
  }

  private static long started(CmmnRuntimeService cases, int seconds, int threads)
      throws Exception {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    Callable<Long> work =
        () -> {
          long done = 0;
          while (System.nanoTime() < until) {
            cases
                .createCaseInstanceBuilder()
                .caseDefinitionKey("matter")
                .variable("municipality", "0380")
                .variable("words", "Ring bara före klockan tre.")
                .start();
            done++;
          }
          return done;
        };
    long done = 0;
    try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> all =
          IntStream.range(0, threads).mapToObj(each -> hands.submit(work)).toList();
      for (Future<Long> one : all) {
        done += one.get();
      }
    }
    return done;
  }
}
