package se.fristad.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.FilePart.Kind;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;

/// A party wants to see the file (*partsinsyn*, 10 § FL). She sees it all, but what it is of
/// particular weight that she does not (10 kap. 3 § OSL), or what a guardian is not to see for the
/// child's sake (12 kap. 3 § OSL); a decision in her matter is never kept from her. What is given
/// and what is left out is decided part by part, in this file and no other.
@StaffFace
@Component
class Insights {
  /// The longest text of one field, in characters.
  static final int MOST = 4_000;

  private final Files files;
  private final GoingOut goingOut;
  private final InsightRows rows;
  private final Readings readings;
  private final Texts texts;

  Insights(
      Files files,
      GoingOut goingOut,
      InsightRows rows,
      Readings readings,
      TextCatalogue catalogue) {
    this.files = files;
    this.goingOut = goingOut;
    this.rows = rows;
    this.readings = readings;
    this.texts = catalogue.in(java.util.Locale.of("sv"));
  }

  /// Those that are decided on: what stands beside another part goes with it.
  static List<FilePart> choices(List<FilePart> parts) {
    Set<UUID> records =
        parts.stream()
            .filter(part -> part.about() == null)
            .map(FilePart::record)
            .collect(Collectors.toSet());
    return parts.stream()
        .filter(part -> part.about() == null || !records.contains(part.about()))
        .toList();
  }

  /// Decides what a party is given to see.
  Step<UUID> decide(Viewer viewer, UUID file, Road.Seeing seeing) {
    return files.write(
        viewer,
        file,
        "decide_insight",
        CaseFileRule.deciding(viewer),
        hand -> {
          List<FilePart> parts = FileParts.of(texts, readings.whole(hand));
          List<FilePart> choices = choices(parts);
          List<Refusal> refusals = refusals(seeing, choices, hand);
          // to be refused is an answer that he has a right to, and nothing goes to him by it
          if (!seeing.given().isEmpty()) {
            refusals.addAll(goingOut.against(hand, GoingOut.Way.INSIGHT, "who", seeing.who()));
          }
          Files.refuse(refusals);
          List<FilePart> given =
              choices.stream().filter(part -> seeing.given().contains(part.key())).toList();
          Road.Seeing.Outcome outcome =
              given.isEmpty()
                  ? Road.Seeing.Outcome.REFUSED
                  : given.size() == choices.size()
                      ? Road.Seeing.Outcome.GIVEN
                      : Road.Seeing.Outcome.PARTLY;
          UUID id = UUID.randomUUID();
          Words words =
              Words.none()
                  .with("who", seeing.who())
                  .with("why", seeing.why())
                  .with("weighing", seeing.weighing())
                  .with("left", Integer.toString(choices.size() - given.size()))
                  .withCodes("given", withBeside(given, parts));
          rows.insert(
              hand.id(),
              new InsightRows.Row(
                  id,
                  seeing.askedOn(),
                  seeing.by(),
                  outcome,
                  outcome == Road.Seeing.Outcome.GIVEN ? null : seeing.paragraph(),
                  hand.staff(),
                  hand.now(),
                  hand.seal(id, "insight", 1, words)));
          return id;
        });
  }

  /// With what was said beside it: what is disputed goes along with what it disputes.
  private static TreeSet<String> withBeside(List<FilePart> given, List<FilePart> parts) {
    TreeSet<String> keys = new TreeSet<>();
    Set<UUID> records = new HashSet<>();
    given.forEach(part -> {
      keys.add(part.key());
      records.add(part.record());
    });
    parts.stream()
        .filter(part -> part.about() != null && records.contains(part.about()))
        .forEach(part -> keys.add(part.key()));
    return keys;
  }

  private static List<Refusal> refusals(
      Road.Seeing seeing, List<FilePart> choices, Files.InHand hand) {
    List<Refusal> refusals = new ArrayList<>();
    if (seeing.askedOn().isAfter(hand.today())) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("asked_on", ".future"));
    }
    boolean child = hand.file().kind() == CaseFile.Kind.CHILD;
    if (seeing.by() == Road.Speaking.GUARDIAN && !child) {
      refusals.add(CaseRule.PARTY_SEES_HER_MATTER.refusal("by", ".no_guardian"));
    }
    Set<String> there = choices.stream().map(FilePart::key).collect(Collectors.toSet());
    if (!there.containsAll(seeing.given())) {
      refusals.add(CaseRule.PARTY_SEES_HER_MATTER.refusal("give", ".gone"));
    }
    List<FilePart> left =
        choices.stream().filter(part -> !seeing.given().contains(part.key())).toList();
    if (seeing.by() != Road.Speaking.GUARDIAN
        && left.stream().anyMatch(part -> part.kind() == Kind.DECISION)) {
      refusals.add(CaseRule.PARTY_SEES_HER_MATTER.refusal("give", ".decision"));
    }
    if (!left.isEmpty() && seeing.paragraph() == null) {
      refusals.add(CaseRule.PARTY_SEES_HER_MATTER.refusal("paragraph", ".paragraph"));
    }
    if (seeing.paragraph() == Road.Seeing.Paragraph.GUARDIAN
        && seeing.by() != Road.Speaking.GUARDIAN) {
      refusals.add(CaseRule.GUARDIAN_SEES_NO_HARM.refusal("paragraph", ".not_guardian"));
    }
    if (!left.isEmpty() && seeing.why().isBlank()) {
      refusals.add(CaseRule.PARTY_SEES_HER_MATTER.refusal("why", ".why"));
    }
    boolean reveals =
        choices.stream()
            .anyMatch(part -> seeing.given().contains(part.key()) && !part.reveals().isEmpty());
    if (reveals && seeing.weighing().isBlank()) {
      refusals.add(CaseRule.PARTY_SEES_HER_MATTER.refusal("weighing", ".weighing"));
    }
    return refusals;
  }
}
