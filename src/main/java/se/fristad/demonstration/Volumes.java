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

  /// Reads what a setting says: `nexus-2023`, or the four figures as in `7/5/3/2`.
  ///
  /// @throws IllegalArgumentException when it is neither, or no such year can be
  static Volumes of(String setting) {
    if (setting.equals("nexus-2023")) {
      return NEXUS_2023;
    }
    if (!setting.matches("[0-9]{1,5}(/[0-9]{1,5}){3}")) {
      throw new IllegalArgumentException("fristad.demonstration.volumes is not like 7/5/3/2");
    }
    int[] figures =
        java.util.Arrays.stream(setting.split("/")).mapToInt(Integer::parseInt).toArray();
    int handedOver = Math.min(3, (figures[0] - figures[1]) / 2);
    return new Volumes(
        figures[0],
        figures[1],
        figures[2],
        figures[3],
        handedOver,
        figures[0],
        Math.min(40, figures[0] + 1));
  }
}
