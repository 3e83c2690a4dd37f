package se.fristad.casework.web;

import se.fristad.page.Table;

/// What the same worker has typed in the same form in another window, beside what she sees.
///
/// @param saved when it was saved, in words
/// @param sides question by question where the two differ
/// @param row names it, to be thrown away
/// @param href where one goes on with it
public record OtherVersion(String saved, Table sides, String row, String href) {}
