package se.fristad.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// Choosing password and authenticator with a one-time code.
///
/// @param name whom the code is for; empty for the first administrator, who tells it in `fields`
/// @param code the one-time code, carried to the next step
/// @param secret the authenticator's secret in groups of four, to be typed or scanned
/// @param uri the same as an `otpauth` address
/// @param qr the same as a picture
/// @param fields all fields of the form, in order
public record BeginPage(
    Shell shell,
    String name,
    String code,
    String secret,
    String secretPlain,
    String uri,
    @Nullable QrCode qr,
    List<Field> fields,
    @Nullable Field nameField,
    @Nullable Field loginField,
    Field password,
    Field again,
    Field digits) {}
