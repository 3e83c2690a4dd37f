package se.fristad.access;

import java.util.UUID;

/// A person for one organisation in one role: who looks (*läsare*).
///
/// @param staff her id in the staff register
/// @param organisation the code of the organisation she acts for, as `centre` or `region`
/// @param role the capacity she acts in; one person may have several, one at a time
public record Viewer(UUID staff, String organisation, Role role) {}
