package se.fristad.casework.facts;

import java.util.Locale;

/// A kind of violence; a person has as a rule met several (`ViolenceType`, A-TGT-15).
public enum ViolenceKind {
  /// Physical (*fysiskt*).
  PHYSICAL,
  /// Psychological (*psykiskt*).
  PSYCHOLOGICAL,
  /// Sexual (*sexuellt*).
  SEXUAL,
  /// Economic (*ekonomiskt*).
  ECONOMIC,
  /// Against things (*materiellt*).
  MATERIAL,
  /// The threat that is always in the room (*latent*).
  LATENT,
  /// Neglect (*försummelse*).
  NEGLECT,
  /// By telephone and net (*digitalt*).
  DIGITAL,
  /// Control of clothes, friends, sport, school (*kontroll, begränsning*).
  CONTROL,
  /// Demand of virginity (*oskuldskrav*).
  VIRGINITY_DEMAND,
  /// Control of virginity or an operation for it (*oskuldskontroll, oskuldsingrepp*).
  VIRGINITY_CONTROL,
  /// Done or feared (*könsstympning*).
  GENITAL_MUTILATION,
  /// Child marriage (*barnäktenskap*).
  CHILD_MARRIAGE,
  /// Feared, planned or done (*tvångsäktenskap*).
  FORCED_MARRIAGE,
  /// Taken abroad or away (*bortförande*).
  ABDUCTION,
  /// Threat of death (*dödshot*).
  DEATH_THREAT,
  /// Stalking (*eftersättning*).
  STALKING,
  /// Sex against payment (*kommersiell sexuell exploatering*).
  COMMERCIAL_EXPLOITATION,
  /// The borderland of exploitation and sexual violence (*gränslandet*).
  GREY_EXPLOITATION,
  /// Trafficking (*människohandel*).
  TRAFFICKING,
  /// Seen, heard or perceived (*bevittnat våld*).
  WITNESSED,
  /// Not known.
  UNKNOWN;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
