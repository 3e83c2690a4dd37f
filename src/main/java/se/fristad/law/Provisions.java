package se.fristad.law;

import static se.fristad.law.Act.OSL;
import static se.fristad.law.Act.SOL;

import java.util.List;

/// The paragraphs that pages point at and rules follow, each under what it demands. The sentence of
/// each, in plain words, is the text [Provision#textKey].
public final class Provisions {
  /// The board may offer support without an individual assessment; the list of what always needs
  /// one stands there.
  public static final Provision SUPPORT_WITHOUT_ASSESSMENT = new Provision(SOL, 11, "5");

  /// Who gives such support tells that assessed support can be applied for.
  public static final Provision TELL_OF_ASSESSED_SUPPORT = new Provision(SOL, 11, "6");

  /// What may lead to action opens an investigation at once.
  public static final Provision INVESTIGATE_AT_ONCE = new Provision(SOL, 14, "2");

  /// Advice needs no record of personal circumstances.
  public static final Provision ADVICE_WITHOUT_RECORD = new Provision(SOL, 14, "4");

  /// Papers are kept from the unauthorised.
  public static final Provision KEPT_FROM_UNAUTHORISED = new Provision(SOL, 14, "7");

  /// Professionals report at once that a child may be harmed (*orosanmälan*). Worded anew from 15
  /// January 2026; the duty of social services is in both wordings.
  public static final Provision REPORT_CONCERN = new Provision(SOL, 19, "1");

  /// A report about a child is met by an assessment of immediate protection (*omedelbar
  /// skyddsbedömning*).
  public static final Provision IMMEDIATE_PROTECTION = new Provision(SOL, 20, "1");

  /// Within fourteen days it is decided whether to investigate (*förhandsbedömning*).
  public static final Provision PRELIMINARY_ASSESSMENT = new Provision(SOL, 20, "2");

  /// Secrecy in social services, with the reversed test of harm (*omvänt skaderekvisit*).
  public static final Provision SECRECY = new Provision(OSL, 26, "1");

  private Provisions() {}

  /// All of them, in the order of the acts.
  public static List<Provision> all() {
    return List.of(
        SUPPORT_WITHOUT_ASSESSMENT,
        TELL_OF_ASSESSED_SUPPORT,
        INVESTIGATE_AT_ONCE,
        ADVICE_WITHOUT_RECORD,
        KEPT_FROM_UNAUTHORISED,
        REPORT_CONCERN,
        IMMEDIATE_PROTECTION,
        PRELIMINARY_ASSESSMENT,
        SECRECY);
  }
}
