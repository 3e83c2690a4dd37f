package se.fristad.contact;

import java.util.UUID;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;
import se.fristad.vault.Place;

/// A question that only she can answer (*kontrollfråga*), for the day when she has lost her four
/// words. Her answer is kept as Argon2id with a salt of its own, inside what is sealed under her
/// conversation's key: a stolen table cannot be searched for it, and none of us can read it.
///
/// @param question as she wrote it: those who answer may read it to the one who says she has lost
///   her words
/// @param kept her answer, as [se.fristad.outgoing.CodeWords] keeps it
public record Recognition(Confidential question, String kept) {
  /// How often an answer is tried: a slip and a spelling, not a list of her family's names.
  public static final int TRIES = 3;

  private static final String QUESTION = "question";
  private static final String KEPT = "kept";

  /// Reads what [#sealable] gave.
  public static Recognition read(Confidential text) {
    TypedForm form = TypedForm.read(text.reveal());
    return new Recognition(Confidential.of(form.value(QUESTION)), form.value(KEPT));
  }

  /// As it is sealed.
  public Confidential sealable() {
    return Confidential.of(
        TypedForm.empty().with(QUESTION, question.reveal()).with(KEPT, kept).text());
  }

  /// Where it is sealed.
  public static Place place(UUID thread, int version) {
    return new Place("contact", thread, "recognition", version);
  }

  /// The old conversation's key under the new one's is wrapped for this and nothing else.
  public static String handover(UUID thread) {
    return "renewal|" + thread;
  }

  @Override
  public String toString() {
    return "[recognition]";
  }
}
