package se.fristad.contact.publishing;

import java.util.Map;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;

/// A field of the forms in which staff write for the public: its name is the key of its label.
final class PublicField {
  private PublicField() {}

  /// The field with what was typed in it.
  ///
  /// @param errors what is wrong, as keys of texts, by the field's name
  static Field of(Shell shell, String name, TypedForm typed, Map<String, String> errors) {
    String error = errors.get(name);
    return Field.of(name, shell.t("contact.public." + name))
        .withValue(typed.value(name))
        .withError(error == null ? null : shell.t(error));
  }
}
