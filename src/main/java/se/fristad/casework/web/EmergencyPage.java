package se.fristad.casework.web;

import se.fristad.page.Field;
import se.fristad.page.Shell;

/// An emergency hour is asked for.
///
/// @param href where it is sent
/// @param most the most characters that the reason may have
public record EmergencyPage(Shell shell, String href, Field value, Field reason, int most) {}
