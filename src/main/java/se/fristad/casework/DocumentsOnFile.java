package se.fristad.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DocumentsPanel;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.View;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Which documents a file has, on its page; their words are opened on a page of their own.
@StaffFace
@Component
class DocumentsOnFile implements CasePanel {
  private final Documents documents;
  private final StaffNames names;

  DocumentsOnFile(Documents documents, StaffNames names) {
    this.documents = documents;
    this.names = names;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<View> on(Viewer viewer, CaseFile file, Shell shell) {
    List<DocumentRows.Row> rows = Sides.on(Side.SUPPORT, () -> documents.of(viewer, file.id()));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Texts texts = shell.texts();
    Map<UUID, Confidential> known =
        names.of(rows.stream().map(DocumentRows.Row::madeBy).collect(Collectors.toSet()));
    Table table =
        ReadFile.table(
            texts,
            "casework.documents",
            List.of(
                "casework.document.what",
                "casework.document.made",
                "casework.document.by",
                "casework.document.of"),
            rows.stream()
                .map(row -> {
                  Confidential name = known.get(row.madeBy());
                  return Table.Row.of(
                      Cell.link(
                          texts.t(row.kind().textKey()), DocumentPages.href(file.id(), row.id())),
                      Cell.of(texts.moment(row.madeAt())),
                      Cell.of(name == null ? texts.t("casework.somebody") : name.reveal()),
                      Cell.of(texts.t("casework.document.version", row.version())));
                })
                .toList());
    return Optional.of(View.of("casework/documents-panel", new DocumentsPanel(shell, table)));
  }
}
