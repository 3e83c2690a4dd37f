package se.fristad.contact.front;

import java.util.List;

/// What a visit sees when it looks.
public sealed interface Looked {
  /// The conversation.
  ///
  /// @param lines what is newer than asked for, oldest first
  /// @param lastSeq the newest message's place
  /// @param hasPhrase whether words that lead back are set
  /// @param closed whether we have closed the conversation; writing opens it again
  /// @param signs what the page is told beside the words
  record Here(List<Line> lines, int lastSeq, boolean hasPhrase, boolean closed, Signs signs)
      implements Looked {
    public Here {
      lines = List.copyOf(lines);
    }
  }

  /// The visit has ended.
  record Gone() implements Looked {}
}
