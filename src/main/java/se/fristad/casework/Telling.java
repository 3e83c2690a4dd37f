package se.fristad.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What is told of somebody, for what and to whom: what a consent is about, and what is asked
/// before anything is sent.
public record Telling(Set<Item> items, Purpose purpose, Receiver receiver) {
  /// Copies the set.
  public Telling {
    items = Set.copyOf(items);
  }

  /// What is told.
  public enum Item {
    /// Who she is.
    IDENTITY,
    /// How she is reached.
    CONTACT,
    /// What has happened.
    VIOLENCE,
    /// The risk, and why.
    RISK,
    /// What she needs.
    NEEDS,
    /// What is decided and given.
    SUPPORT,
    /// Her children.
    CHILDREN,
    /// Her health.
    HEALTH,
    /// Where she is.
    WHEREABOUTS;

    String code() {
      return Telling.code(this);
    }
  }

  /// For what.
  public enum Purpose {
    /// To work together (*samråd*).
    COORDINATE,
    /// To give her support.
    SUPPORT,
    /// To protect her.
    PROTECT,
    /// For care.
    CARE,
    /// For somewhere to live.
    HOUSING,
    /// For her livelihood.
    LIVELIHOOD,
    /// For counsel, report and trial.
    LEGAL,
    /// For school or preschool.
    SCHOOL;

    String code() {
      return Telling.code(this);
    }
  }

  /// To whom.
  public enum Receiver {
    /// The police.
    POLICE,
    /// A prosecutor.
    PROSECUTOR,
    /// Health care.
    HEALTH_CARE,
    /// The board of another municipality, or another board of this one.
    SOCIAL_SERVICES,
    /// The unit that investigates children.
    CHILD_UNIT,
    /// A shelter.
    SHELTER,
    /// An organisation without profit.
    NGO,
    /// School or preschool.
    SCHOOL,
    /// Försäkringskassan.
    SOCIAL_INSURANCE,
    /// Arbetsförmedlingen.
    EMPLOYMENT,
    /// Skatteverket.
    TAX,
    /// Migrationsverket.
    MIGRATION,
    /// Kronofogden.
    ENFORCEMENT,
    /// Tullverket.
    CUSTOMS,
    /// Säkerhetspolisen.
    SECURITY_POLICE,
    /// A court.
    COURT,
    /// A landlord.
    LANDLORD,
    /// Counsel (*målsägandebiträde*, *ombud*).
    COUNSEL,
    /// A relative or friend.
    RELATIVE,
    /// She herself, or who speaks for her.
    PARTY,
    /// Who reported concern by duty.
    REPORTER,
    /// Socialstyrelsen.
    STATISTICS,
    /// IVO, JO, the board's auditors.
    SUPERVISION;

    String code() {
      return Telling.code(this);
    }
  }

  static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E of(E[] values, String code) {
    return Arrays.stream(values)
        .filter(one -> code(one).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such code"));
  }

  /// As it is sealed among other words.
  Words in(Words words) {
    return words
        .withCodes("items", items.stream().sorted().map(Item::code).toList())
        .with("purpose", purpose.code())
        .with("receiver", receiver.code());
  }

  /// Read back.
  static Telling of(Words words) {
    return new Telling(
        words.codes("items").stream()
            .map(code -> of(Item.values(), code))
            .collect(Collectors.toSet()),
        of(Purpose.values(), words.value("purpose")),
        of(Receiver.values(), words.value("receiver")));
  }

  /// Whether another is for the same and to the same, and tells nothing more.
  boolean covers(Telling other) {
    return purpose == other.purpose && receiver == other.receiver && items.containsAll(other.items);
  }

  @Override
  public String toString() {
    return "[telling]";
  }
}
