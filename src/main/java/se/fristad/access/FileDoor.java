package se.fristad.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.vault.Sides;

/// The one door to a file.
///
/// Decision, work and log line share one read-write transaction; the value is handed out after the
/// commit. If the line cannot be written nothing is read. A refusal is an answer and not an
/// exception, so its line is committed too (14 kap. 7 § SoL, art. 32 GDPR).
///
/// The caller is already on the side that owns the file; a role that does not work on that side
/// finds nothing, whatever the owner's rule says, but for the one file into which she was invited
/// by name.
@StaffFace
@Component
public final class FileDoor implements SmartInitializingSingleton {
  private final TransactionTemplate transaction;
  private final AuditLog log;
  private final ObjectProvider<FileRule> contributed;

  /// The rules by their kinds, asked for once when everything stands: a rule that belongs to a side
  /// cannot be asked for its kind within a transaction of another.
  private Map<String, FileRule> rules = Map.of();

  FileDoor(
      PlatformTransactionManager transactions, AuditLog log, ObjectProvider<FileRule> contributed) {
    this.transaction = new TransactionTemplate(transactions);
    this.log = log;
    this.contributed = contributed;
  }

  @Override
  public void afterSingletonsInstantiated() {
    rules =
        contributed.stream()
            .collect(Collectors.toUnmodifiableMap(FileRule::kind, Function.identity()));
  }

  /// Opens a file for reading.
  ///
  /// @param work reads by [Permit#id()]; null when there is no such file. What it throws undoes the
  ///   transaction, and nothing is handed out
  public <T> Opened<T> open(
      Viewer viewer, FileRef file, Purpose purpose, Function<Permit, @Nullable T> work) {
    return open(viewer, file, purpose, "open", work);
  }

  /// Opens a file for reading in a way that has a name of its own in the log: something was sought
  /// in it, it was printed.
  ///
  /// @param act a code of the owner's
  public <T> Opened<T> open(
      Viewer viewer,
      FileRef file,
      Purpose purpose,
      String act,
      Function<Permit, @Nullable T> work) {
    @Nullable T value =
        transaction.execute(status -> {
          Decision decision = decide(viewer, file, purpose);
          @Nullable T read = work.apply(decision.permit());
          @Nullable T shown = decision.allowed() ? read : null;
          log.append(
              line(viewer, act, file, purpose, shown == null ? Outcome.NOT_THERE : Outcome.READ));
          return shown;
        });
    return value == null ? new Opened.NotThere<>() : new Opened.Value<>(value);
  }

  /// Opens a file and writes in it.
  ///
  /// A refusal ([Written#refused]) is an answer too: what was written is undone, the line that says
  /// so is written by itself, and the caller gets the answer.
  ///
  /// @param act what is done, a code of the owner's: `answer`, `take`, `hand_over` …
  /// @param work begins by locking the file's row by [Permit#id()] and gives null when there is
  ///   none, before it writes or refuses anything
  /// @throws IllegalStateException when the work wrote although there was no permit; undone
  public <T> Opened<T> write(
      Viewer viewer,
      FileRef file,
      Purpose purpose,
      String act,
      Function<Permit, @Nullable Written<T>> work) {
    @Nullable Written<T> written =
        transaction.execute(status -> {
          Decision decision = decide(viewer, file, purpose);
          @Nullable Written<T> done = work.apply(decision.permit());
          if (done != null && !decision.allowed()) {
            throw new IllegalStateException("a write without a permit");
          }
          switch (done) {
            case null -> log.append(line(viewer, act, file, purpose, Outcome.NOT_THERE));
            case Written.Done<T> kept ->
                log.append(
                    line(viewer, act, file, purpose, Outcome.DONE)
                        .wrote(kept.version(), kept.hash()));
            case Written.Refused<T> refused -> status.setRollbackOnly();
          }
          return done;
        });
    if (written instanceof Written.Refused<T>) {
      transaction.executeWithoutResult(
          status -> log.append(line(viewer, act, file, purpose, Outcome.REFUSED)));
    }
    return written == null ? new Opened.NotThere<>() : new Opened.Value<>(written.value());
  }

  /// Shows a list: one log line with who, which list, which filter and the ids shown. A role that
  /// does not work on the running side is shown an empty one.
  ///
  /// @param filter a code that says which selection, `waiting`, `mine` …
  /// @param id the id of a shown row
  public <T> List<T> list(
      Viewer viewer, String kind, String filter, Supplier<List<T>> work, Function<T, UUID> id) {
    return listed(
        viewer,
        kind,
        filter,
        viewer.role().sides().contains(Sides.current()) ? work : List::of,
        id);
  }

  /// Shows somebody what she herself was invited to by name, on whatever side it is; one log line
  /// as for any list.
  ///
  /// @param work finds by the viewer's own id and nothing else
  public <T> List<T> listInvited(
      Viewer viewer, String kind, String filter, Supplier<List<T>> work, Function<T, UUID> id) {
    return listed(viewer, kind, filter, work, id);
  }

  private <T> List<T> listed(
      Viewer viewer, String kind, String filter, Supplier<List<T>> work, Function<T, UUID> id) {
    List<T> shown =
        transaction.execute(status -> {
          List<T> rows = work.get();
          log.append(
              viewer
                  .line("list", kind, null, filter, Outcome.READ)
                  .showing(rows.stream().map(id).toList()));
          return List.copyOf(rows);
        });
    return shown == null ? List.of() : shown;
  }

  private record Decision(boolean allowed, Permit permit) {}

  private Decision decide(Viewer viewer, FileRef file, Purpose purpose) {
    FileRule rule = rules.get(file.kind());
    if (rule == null) {
      throw new IllegalStateException("no rule for files of kind " + file.kind());
    }
    Relation relation = rule.relationOf(viewer, file.id());
    boolean allowed =
        rule.allows(viewer, relation, purpose)
            && (relation == Relation.INVITED || viewer.role().sides().contains(Sides.current()));
    UUID random = UUID.randomUUID();
    return new Decision(allowed, new Permit(viewer, allowed ? file.id() : random, purpose));
  }

  private static LogLine line(
      Viewer viewer, String act, FileRef file, Purpose purpose, Outcome outcome) {
    return viewer.line(act, file.kind(), file.id(), purpose.code(), outcome);
  }
}
