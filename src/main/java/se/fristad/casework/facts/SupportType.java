package se.fristad.casework.facts;

import java.util.Locale;

/// A form of support (*insatstyp*, the code list of A9).
public enum SupportType {
  /// Protected shelter (*skyddat boende*, A-SUP-01).
  SHELTER(Form.SHELTER),
  /// Flat after the shelter (*skydds- eller utslussningslägenhet*, A-SUP-02).
  TRANSITION_FLAT(Form.OTHER),
  /// *Stödsamtal* (A-SUP-03).
  SUPPORT_TALKS(Form.OUTPATIENT),
  /// *Strukturerade stödsamtal* (A-SUP-04).
  STRUCTURED_TALKS(Form.OUTPATIENT),
  /// *Gruppverksamhet* (A-SUP-05).
  GROUP(Form.OUTPATIENT),
  /// *Stödteam* (A-SUP-06).
  SUPPORT_TEAM(Form.OUTPATIENT),
  /// *Stödsamtal med KBT-inriktning* (A-SUP-07).
  CBT_TALKS(Form.OUTPATIENT),
  /// *Akut stödjande samtal* (A-SUP-08).
  ACUTE_TALKS(Form.OUTPATIENT),
  /// *Hot- och riskbedömning* as a service (A-SUP-09).
  RISK_ASSESSMENT(Form.OUTPATIENT),
  /// *Motivationsarbete* (A-SUP-10).
  MOTIVATION(Form.OUTPATIENT),
  /// *Bedömning av stödbehov* (A-SUP-11).
  NEEDS_ASSESSMENT(Form.OUTPATIENT),
  /// *Vägledning och praktiskt stöd* (A-SUP-12).
  GUIDANCE(Form.OUTPATIENT),
  /// *Råd och stödsamtal* (A-SUP-13).
  ADVICE(Form.OUTPATIENT),
  /// *Kontaktperson* (A-SUP-14).
  CONTACT_PERSON(Form.OUTPATIENT),
  /// *Juridisk rådgivning* (A-SUP-15).
  LEGAL_ADVICE(Form.OUTPATIENT),
  /// *Joursamtal* (A-SUP-16).
  ON_CALL_TALKS(Form.OUTPATIENT),
  /// *Stöd vid kontakt med myndighet* (A-SUP-17).
  AUTHORITY_CONTACT(Form.OUTPATIENT),
  /// *Behandling* (A-SUP-18).
  TREATMENT(Form.OUTPATIENT),
  /// *Familjebehandling* (A-SUP-19).
  FAMILY_TREATMENT(Form.OUTPATIENT),
  /// *Trappansamtal* (A-SUP-20).
  TRAPPAN(Form.OUTPATIENT),
  /// *Tillfälligt boende* (A-SUP-21).
  TEMPORARY_HOUSING(Form.OTHER),
  /// *Ekonomiskt bistånd* (A-SUP-22).
  ECONOMIC_ASSISTANCE(Form.OTHER),
  /// *Rättsprocesstöd* (A-SUP-23).
  COURT_SUPPORT(Form.OUTPATIENT),
  /// *Stöd vid sex mot ersättning* (A-SUP-24).
  SEX_FOR_PAYMENT(Form.OUTPATIENT),
  /// *Samordnade stödinsatser* (A-SUP-25).
  COORDINATED(Form.OUTPATIENT),
  /// *Insatser för familjer i hederskontext* (A-SUP-26).
  FAMILY_IN_HONOUR_CONTEXT(Form.OUTPATIENT);

  private final Form form;

  SupportType(Form form) {
    this.form = form;
  }

  private enum Form {
    SHELTER,
    OUTPATIENT,
    OTHER
  }

  /// Whether granting it is a placement (*placering*).
  public boolean isShelter() {
    return form == Form.SHELTER;
  }

  /// Whether it is given to somebody who lives at home (*öppenvårdsinsats*).
  public boolean isOutpatient() {
    return form == Form.OUTPATIENT;
  }

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
