package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The name one signs with towards people who write.
public record AliasPage(Shell shell, Field name, List<Option> names) {
  /// Copies the list.
  public AliasPage {
    names = List.copyOf(names);
  }
}
