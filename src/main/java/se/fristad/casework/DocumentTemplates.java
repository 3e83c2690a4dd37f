package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.outgoing.LetterPaper;
import se.fristad.page.Markdown;

/// The templates that documents are made of (*mallar*): written by the head, each change a new
/// version. What a decision must tell by law cannot be written out of one (31–33 §§ FL).
@StaffFace
@Component
class DocumentTemplates {
  static final String KIND = "template";

  /// The longest template, in characters.
  static final int MOST = 20_000;

  private final Files files;
  private final TemplateRows rows;
  private final Forms forms;
  private final Clock clock;

  DocumentTemplates(Files files, TemplateRows rows, Forms forms, Clock clock) {
    this.files = files;
    this.rows = rows;
    this.forms = forms;
    this.clock = clock;
  }

  /// Only the head.
  @StaffFace
  @Component
  static class Rule implements FileRule {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Relation relationOf(Viewer viewer, UUID id) {
      return Relation.NONE;
    }

    @Override
    public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
      return viewer.role() == Role.HEAD && purpose == Purpose.SUPERVISING;
    }
  }

  /// Writes a version.
  ///
  /// @param id minted with the form: sent twice it is one version
  /// @param base the version that it was written on; 0 for the program's own
  Step<UUID> write(Viewer viewer, UUID id, DocumentKind kind, int base, String words) {
    return files.step(
        viewer,
        KIND,
        id,
        "write_template",
        Purpose.SUPERVISING,
        permit -> {
          if (!permit.id().equals(id)) {
            return null;
          }
          TemplateRows.Row there = rows.find(id).orElse(null);
          if (there != null) {
            if (there.kind() == kind && there.words().equals(words)) {
              throw new Files.Before();
            }
            throw Files.refused(Refusal.sentBefore(there.madeAt(), clock.instant()));
          }
          Files.refuse(refusals(kind, base, words));
          TemplateRows.Row row =
              new TemplateRows.Row(id, kind, base + 1, words, clock.instant(), viewer.staff());
          if (!rows.insert(row)) {
            throw Files.refused(meanwhile(base + 1));
          }
          forms.drop(id, viewer.staff());
          return new Written.Done<>(id, 1, null);
        });
  }

  private List<Refusal> refusals(DocumentKind kind, int base, String words) {
    List<Refusal> refusals = new ArrayList<>();
    int latest = latest(kind);
    if (latest != base) {
      refusals.add(meanwhile(latest));
    }
    if (words.isBlank()) {
      refusals.add(Refusal.unreadable("words", "casework.step.template.empty"));
      return refusals;
    }
    if (words.codePointCount(0, words.length()) > MOST) {
      refusals.add(Refusal.unreadable("words", "casework.wrong.long", MOST));
    }
    for (Markdown.Fault fault : Markdown.faults(words)) {
      refusals.add(
          Refusal.unreadable(
              "words",
              switch (fault) {
                case HTML -> "casework.step.template.html";
                case LINK -> "casework.step.template.link";
                case PICTURE -> "casework.step.template.picture";
              }));
    }
    List<String> unknown = Filling.unknown(words, kind.names());
    if (!unknown.isEmpty()) {
      refusals.add(
          Refusal.unreadable("words", "casework.step.template.unknown", unknown.getFirst()));
    }
    Set<String> missing = new TreeSet<>(kind.needed());
    missing.removeAll(Filling.names(words));
    if (!missing.isEmpty()) {
      refusals.add(kind.lacks("{{" + String.join("}}, {{", missing) + "}}"));
    }
    String unprintable = LetterPaper.cannot(words);
    if (!unprintable.isEmpty()) {
      refusals.add(Refusal.unreadable("words", "casework.step.letter.script", unprintable));
    }
    return refusals;
  }

  private static Refusal meanwhile(int version) {
    return Refusal.unreadable("words", "casework.step.template.meanwhile", version);
  }

  /// The version that stands; 0 while it is the program's own.
  private int latest(DocumentKind kind) {
    return rows.latest(kind).map(TemplateRows.Row::version).orElse(0);
  }

  /// Keeps what the head is typing.
  Step<Instant> save(Viewer viewer, UUID id, DocumentKind kind, Words words) {
    return Forms.twoAtOnce(() ->
        files.step(
            viewer,
            KIND,
            id,
            "save_form",
            Purpose.SUPERVISING,
            permit -> {
              if (!permit.id().equals(id)) {
                return null;
              }
              if (rows.find(id).isPresent()) {
                throw new Files.Before();
              }
              return forms.savedOne(permit, form(kind), words);
            }));
  }

  private static String form(DocumentKind kind) {
    return "template_" + kind.code();
  }

  /// What the head has typed and not sent.
  Optional<Map.Entry<UUID, Forms.Kept>> begun(Viewer viewer, DocumentKind kind) {
    return viewer.role() == Role.HEAD ? forms.one(viewer, form(kind)) : Optional.empty();
  }

  /// Each version of a kind, the latest first; which ones were seen stands in the log.
  List<TemplateRows.Row> of(Viewer viewer, DocumentKind kind) {
    return viewer.role() == Role.HEAD
        ? files.list(viewer, KIND, kind.code(), () -> rows.of(kind), TemplateRows.Row::id)
        : List.of();
  }
}
