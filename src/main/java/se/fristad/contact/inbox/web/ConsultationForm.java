package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The form of a consultation.
///
/// @param href the conversation's address
/// @param version the one that was opened
/// @param refused why nothing was kept, when it is about no single field
/// @param warns whether the case seems to hold a name: it is kept after a tick
public record ConsultationForm(
    Shell shell,
    String href,
    int version,
    @Nullable String refused,
    Field organisation,
    List<Option> organisations,
    Field municipality,
    List<Option> municipalities,
    Field topic,
    List<Option> topics,
    Field told,
    boolean warns) {
  /// Copies the lists.
  public ConsultationForm {
    organisations = List.copyOf(organisations);
    municipalities = List.copyOf(municipalities);
    topics = List.copyOf(topics);
  }

  /// All fields, for the summary of what is wrong.
  public List<Field> fields() {
    return List.of(organisation, municipality, topic, told);
  }

  /// Nothing of it is printed.
  @Override
  public String toString() {
    return "[consultation]";
  }
}
