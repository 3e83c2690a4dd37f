package se.fristad.access;

import java.util.UUID;

/// Who may open the files of one kind, told by the module that owns them: a bean of that module.
///
/// Both methods are called for every opening, allowed or not, inside the door's transaction. They
/// must take the same way whether the file exists or not.
public interface FileRule {
  /// The kind of file, a code: `thread`, `intake` …
  String kind();

  /// How the viewer stands to the file; [Relation#NONE] when there is none or no such file.
  Relation relationOf(Viewer viewer, UUID id);

  /// Whether that relation opens the file for that purpose.
  boolean allows(Viewer viewer, Relation relation, Purpose purpose);
}
