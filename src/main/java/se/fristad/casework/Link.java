package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.outgoing.NeverContacted;
import se.fristad.vault.Confidential;

/// Somebody around the person: what he or she is to her, whether that is danger or safety, and who
/// has said so, when.
///
/// @param id null of one that is to be written down
/// @param violent whether it is one of those who have used violence
/// @param never whether contact must never be made
/// @param country where abroad; blank for here
/// @param number a personal number; blank when it is not known
/// @param on the day on which it was said
/// @param ended whether it holds no more
/// @param why why it holds no more; blank while it does
public record Link(
    @Nullable UUID id,
    Confidential name,
    Bond bond,
    Danger danger,
    boolean violent,
    boolean never,
    Confidential country,
    Confidential number,
    Confidential telephone,
    Confidential address,
    Source source,
    LocalDate on,
    Confidential words,
    boolean ended,
    Confidential why) {
  /// What somebody is to her.
  public enum Bond {
    /// Partner.
    PARTNER,
    /// Former partner.
    FORMER_PARTNER,
    /// Child.
    CHILD,
    /// Parent.
    PARENT,
    /// Brother or sister.
    SIBLING,
    /// Another relative.
    OTHER_RELATIVE,
    /// Family of the partner.
    IN_LAW,
    /// Friend.
    FRIEND,
    /// Known in the collective.
    OF_THE_COLLECTIVE,
    /// From school or work.
    SCHOOL_OR_WORK,
    /// Somebody whose work it is to help.
    PROFESSIONAL,
    /// Something else.
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Danger or safety, as it is known now.
  public enum Danger {
    /// Dangerous to her.
    DANGEROUS,
    /// Nobody knows.
    UNCERTAIN,
    /// Safe: somebody she can turn to.
    SAFE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// From whom it is known.
  public enum Source {
    /// The person herself.
    HERSELF,
    /// Somebody close to her.
    CLOSE,
    /// The police.
    POLICE,
    /// Another authority, school or health care.
    AUTHORITY,
    /// We have seen it ourselves.
    OURSELVES;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Words sealable() {
    return Words.none()
        .with("name", name)
        .with("bond", bond.code())
        .with("danger", danger.code())
        .with("violent", violent ? "1" : "")
        .with("never", never ? "1" : "")
        .with("country", country)
        .with("number", number)
        .with("telephone", telephone)
        .with("address", address)
        .with("source", source.code())
        .with("on", on)
        .with("words", words)
        .with("why", why);
  }

  static Link of(LinkRows.Row row, Words words) {
    LocalDate on = words.date("on");
    return new Link(
        row.id(),
        words.text("name"),
        Bond.valueOf(words.value("bond").toUpperCase(Locale.ROOT)),
        Danger.valueOf(words.value("danger").toUpperCase(Locale.ROOT)),
        !words.value("violent").isEmpty(),
        !words.value("never").isEmpty(),
        words.text("country"),
        words.text("number"),
        words.text("telephone"),
        words.text("address"),
        Source.valueOf(words.value("source").toUpperCase(Locale.ROOT)),
        on == null ? LocalDate.ofInstant(row.at(), Files.HERE) : on,
        words.text("words"),
        row.ended() != null,
        words.text("why"));
  }

  /// Those of them who must never be contacted. One that has ended still must not: that somebody is
  /// no longer near is no reason to call.
  static NeverContacted never(List<Link> links) {
    NeverContacted never = NeverContacted.nobody();
    for (Link link : links) {
      if (link.never) {
        never = never.with(link.telephone, link.address, link.name);
      }
    }
    return never;
  }

  /// Who it is, is not printed.
  @Override
  public String toString() {
    return "[a link]";
  }
}
