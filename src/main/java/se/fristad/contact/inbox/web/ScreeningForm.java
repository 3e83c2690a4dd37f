package se.fristad.contact.inbox.web;

import java.util.List;
import java.util.stream.Stream;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The questions of danger, as they are asked now.
///
/// @param href where it is sent
/// @param id minted with the form
/// @param version what the form was made from; 0 for none
/// @param saved when it was saved half-written; empty when it was not
/// @param begun whether she finds what she has begun to write
/// @param another whether a colleague has begun too
public record ScreeningForm(
    Shell shell,
    String href,
    String id,
    int version,
    String saved,
    boolean begun,
    boolean another,
    List<Asked> asked,
    List<Option> answers) {
  /// Copies the lists.
  public ScreeningForm {
    asked = List.copyOf(asked);
    answers = List.copyOf(answers);
  }

  /// A question: its answer, and her own words.
  public record Asked(Field answer, Field words) {}

  /// All fields, for the summary of what is wrong.
  public List<Field> fields() {
    return asked.stream().flatMap(one -> Stream.of(one.answer(), one.words())).toList();
  }
}
