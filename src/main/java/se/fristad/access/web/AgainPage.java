package se.fristad.access.web;

import se.fristad.page.Field;
import se.fristad.page.Shell;

/// The second factor is asked for anew.
///
/// @param to where she was going
/// @param kept whether a form of hers is kept until then
/// @param demonstration whether nobody here has an authenticator
/// @param proved whether it was she: the file that she wanted is offered
/// @param minutes how long it lasts
public record AgainPage(
    Shell shell,
    Field code,
    String to,
    boolean kept,
    boolean demonstration,
    boolean proved,
    long minutes) {}
