package se.fristad.demonstration;

/// How much the invented year holds.
///
/// @param intakes concluded intakes (*aktualiseringar*)
/// @param investigations opened investigations (*inledda utredningar*)
/// @param outpatient granted supports at home (*öppenvårdsinsatser*)
/// @param shelter granted supports of the type shelter (*placeringar skyddat boende*)
/// @param handedOver intakes from each of Heby and Älvkarleby that are handed over
/// @param contacts conversations, calls and visits that never became an intake
/// @param open matters that are open this morning
record Volumes(
    int intakes,
    int investigations,
    int outpatient,
    int shelter,
    int handedOver,
    int contacts,
    int open) {
  /// What Nexus reported for 2023 (A-STT-01 to 04).
  static final Volumes NEXUS_2023 = new Volumes(525, 449, 142, 70, 3, 480, 40);

  Volumes {
    if (investigations + 2 * handedOver > intakes) {
      throw new IllegalArgumentException("more is opened and handed over than comes in");
    }
    if (Math.max(outpatient, shelter) > investigations) {
      throw new IllegalArgumentException("more is granted than is investigated");
    }
  }
}
