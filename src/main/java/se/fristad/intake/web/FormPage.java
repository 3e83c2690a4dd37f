package se.fristad.intake.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// An intake being written, on a page of its own.
///
/// @param conflict where somebody says that she knows the person
/// @param conversation the address of the conversation it is made of; null for a call or a visit
public record FormPage(
    Shell shell, IntakeForm form, @Nullable String conversation, String conflict) {}
