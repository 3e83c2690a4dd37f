package se.fristad.outgoing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fristad.vault.Confidential;

/// Those around somebody who must never be contacted: by their telephone, their address, their
/// name. Whoever asks [Outgoing] of a step in her matter hands them in with it.
///
/// ```java
/// NeverContacted never = NeverContacted.nobody().with(text("070-174 06 11"), text("Storgatan 1"), text("Ali Exempel"));
/// outgoing.decide(reach, new OutgoingStep.Call(false), now, null, never); // Refused, when it is that number
/// ```
public final class NeverContacted {
  private static final NeverContacted NOBODY = new NeverContacted(Set.of(), Set.of(), Set.of());
  private static final Pattern STREET =
      Pattern.compile(
          "^\\s*([\\p{L} .:'-]+?)\\s*([0-9]+)\\s*([a-z]?)(?![\\p{L}0-9]).*", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 /-]{5,18}[0-9]");

  private final Set<String> telephones;
  private final Set<String> addresses;
  private final Set<String> names;

  private NeverContacted(Set<String> telephones, Set<String> addresses, Set<String> names) {
    this.telephones = Set.copyOf(telephones);
    this.addresses = Set.copyOf(addresses);
    this.names = Set.copyOf(names);
  }

  /// There is none.
  public static NeverContacted nobody() {
    return NOBODY;
  }

  /// And this one; what is blank is not known.
  public NeverContacted with(Confidential telephone, Confidential address, Confidential name) {
    Set<String> more = new HashSet<>(telephones);
    TelephoneNumber.read(telephone).ifPresent(number -> more.add(number.reveal()));
    return new NeverContacted(
        more, and(addresses, street(address)), and(names, folded(name.reveal())));
  }

  private static Set<String> and(Set<String> some, String one) {
    Set<String> more = new HashSet<>(some);
    if (!one.isEmpty()) {
      more.add(one);
    }
    return more;
  }

  /// Whether a step by this channel to this number or address would reach one of them.
  boolean meets(Channel channel, Confidential to) {
    return switch (channel) {
      case CALL, TEXT_MESSAGE ->
          TelephoneNumber.read(to)
              .map(number -> telephones.contains(number.reveal()))
              .orElse(false);
      case LETTER -> !street(to).isEmpty() && addresses.contains(street(to));
      case EMAIL, THREAD -> false;
    };
  }

  /// Whether the number that was agreed is one of theirs.
  public boolean isTelephone(Reach reach) {
    return meets(Channel.CALL, reach.number());
  }

  /// Whether a receiver, as it was written, is one of them: by the whole name, by a telephone or by
  /// the street and number.
  public boolean receives(Confidential to) {
    String folded = " " + folded(to.reveal()) + " ";
    return named(to)
        || NUMBER
            .matcher(to.reveal())
            .results()
            .map(number -> TelephoneNumber.read(Confidential.of(number.group())))
            .flatMap(java.util.Optional::stream)
            .anyMatch(number -> telephones.contains(number.reveal()))
        || addresses.stream().anyMatch(address -> folded.contains(" " + address + " "));
  }

  /// Whether a text names one of them by the whole name.
  public boolean named(Confidential text) {
    String folded = " " + folded(text.reveal()) + " ";
    return names.stream().anyMatch(name -> folded.contains(" " + name + " "));
  }

  /// The street and the number of an address, so that the same house written in two ways is the
  /// same; all of it when there is no number.
  public static String street(Confidential address) {
    String text = address.reveal().toLowerCase(Locale.ROOT).strip();
    Matcher parts = STREET.matcher(text);
    return parts.matches()
        ? folded(parts.group(1)) + " " + parts.group(2) + parts.group(3)
        : folded(text);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// How many there are is not printed, nor who.
  @Override
  public String toString() {
    return "[never contacted]";
  }
}
