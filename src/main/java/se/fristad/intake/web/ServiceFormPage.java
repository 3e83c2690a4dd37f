package se.fristad.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// A series of support without individual assessment, being begun or gone on with.
///
/// @param name the kind of support
/// @param href where it is sent
/// @param begun whether it has begun
/// @param open whether this viewer may write in it
/// @param obstacle why it was not taken at all
/// @param guidance what the board's decisions mean for it; null when there is nothing to say
/// @param forms with or without a name: only what is possible
public record ServiceFormPage(
    Shell shell,
    String name,
    String href,
    String id,
    String type,
    String thread,
    int version,
    boolean begun,
    boolean open,
    @Nullable String obstacle,
    @Nullable String guidance,
    Field form,
    List<Option> forms,
    Field who,
    Field note,
    Field told,
    List<Described> about) {
  /// Copies the lists.
  public ServiceFormPage {
    forms = List.copyOf(forms);
    about = List.copyOf(about);
  }
}
