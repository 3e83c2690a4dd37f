package se.fristad.contact.reception.web;

import se.fristad.page.Field;
import se.fristad.page.Shell;

/// The link of a time by video.
///
/// @param back the conversation
/// @param meeting which time
public record LinkPage(Shell shell, String back, String meeting, Field link) {}
