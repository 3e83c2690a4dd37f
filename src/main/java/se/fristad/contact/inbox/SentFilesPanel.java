package se.fristad.contact.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.AttachmentKind;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.SentFiles;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.FilesPanel;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// What she has sent beside her words; nothing when she has sent nothing.
@Order(20)
@StaffFace
@Component
class SentFilesPanel implements ConversationPanel {
  private final SentFiles files;

  SentFilesPanel(SentFiles files) {
    this.files = files;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    return switch (files.of(viewer, conversation.queue(), conversation.thread())) {
      case Opened.NotThere<List<SentFiles.Sent>> _ -> Optional.empty();
      case Opened.Value<List<SentFiles.Sent>>(List<SentFiles.Sent> sent) ->
          sent.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  View.of(
                      "contact/files-panel",
                      new FilesPanel(
                          shell,
                          sent.stream()
                              .map(one -> drawn(viewer, conversation, shell, one))
                              .toList(),
                          viewer.role() != Role.HEAD)));
    };
  }

  private FilesPanel.File drawn(
      Viewer viewer, Waiting conversation, Shell shell, SentFiles.Sent one) {
    String href = InboxPages.href(conversation) + "/files/" + one.id();
    int pages =
        one.kind() == AttachmentKind.PICTURE
            ? 1
            : switch (files.pages(viewer, conversation.queue(), conversation.thread(), one.id())) {
              case Opened.Value<Integer>(Integer number) -> number;
              case Opened.NotThere<Integer> _ -> 0;
            };
    return new FilesPanel.File(
        shell.t("contact.files." + one.kind().code(), shell.texts().moment(one.at())),
        IntStream.rangeClosed(1, pages).mapToObj(page -> href + "/" + page).toList(),
        one.kind() == AttachmentKind.DOCUMENT ? href + "/original" : "");
  }
}
