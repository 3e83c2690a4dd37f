package se.fristad.page;

/// What a controller answers with: a page, the way to another one, or that nothing is new.
///
/// ```java
/// return switch (intakes.save(viewer, id, version, typed)) {
///   case Saving.Kept kept -> SeeOther.to("/staff/intakes/" + id);
///   case Saving.Not not -> form(shell, intake, typed, not.why()).with(409);
///   case Saving.NotThere notThere -> shells.notThere(viewer, request);
/// };
/// ```
public sealed interface Reply permits View, SeeOther, Unchanged {}
