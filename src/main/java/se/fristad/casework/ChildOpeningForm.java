package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.Centre;
import se.fristad.centre.ChildCases;
import se.fristad.intake.TakingUp;
import se.fristad.page.Field;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;

/// The form of a child's own file that is to be opened: who the child is, what it may have met, and
/// whether its unit has been told. The fields that it shares with [ChildReportForm] are that one's.
final class ChildOpeningForm {
  /// Its texts.
  static final String KIND = "open_child";

  /// Whether the intake is the child's own, or somebody's around it.
  static final String OWN = "own";

  /// Marks what is kept as a child's file to be.
  private static final String OF = "of";

  static final Set<String> NAMES = names();

  private ChildOpeningForm() {}

  private static Set<String> names() {
    Set<String> names = new HashSet<>(ChildReportForm.NAMES);
    names.addAll(Set.of(OpeningForm.INTAKE, OF, OWN, "reporter"));
    return Set.copyOf(names);
  }

  /// Marks what was typed as a child's.
  static TypedForm marked(TypedForm typed) {
    return typed.with(OF, "child");
  }

  /// Whether what was kept is a child's file to be.
  static boolean is(Forms.Kept kept) {
    return kept.words().value(OF).equals("child");
  }

  /// What stands in it before anybody has typed, without an intake.
  static TypedForm begun(LocalDate today) {
    return marked(TypedForm.empty().with("arose_on", today.toString()));
  }

  /// What stands in it before anybody has typed: what the intake knows is not typed twice.
  static TypedForm begun(UUID intake, TakingUp.Learned learned, boolean own, Centre centre) {
    LocalDate learnedOn = LocalDate.ofInstant(learned.concludedAt(), Files.HERE);
    TypedForm typed =
        begun(learnedOn)
            .with(OpeningForm.INTAKE, intake.toString())
            .with(OWN, own && learned.waits() ? "yes" : "no")
            .with(
                "reporter",
                (own ? ChildRoad.Reporter.ANYONE : ChildRoad.Reporter.OURSELVES).code());
    String municipality = learned.municipality();
    if (municipality != null) {
      typed = typed.with("municipality", municipality);
    }
    Instant reached = reached(learned, own, centre);
    if (reached != null) {
      LocalDate on = LocalDate.ofInstant(reached, Files.HERE);
      typed =
          typed
              .with("arose_on", (on.isBefore(learnedOn) ? on : learnedOn).toString())
              .with("sent", "now")
              .with("sent_on", on.toString())
              .with(
                  "sent_time",
                  LocalTime.ofInstant(reached, Files.HERE)
                      .truncatedTo(ChronoUnit.MINUTES)
                      .toString());
    }
    return typed;
  }

  /// When the child's unit was told. What a child says itself has reached the unit of this house
  /// when its intake is concluded.
  private static @Nullable Instant reached(TakingUp.Learned learned, boolean own, Centre centre) {
    Instant reported = learned.reportedAt();
    if (reported != null || !own) {
      return reported;
    }
    String municipality = learned.municipality();
    return municipality != null && centre.childCases(municipality) == ChildCases.HERE
        ? learned.concludedAt()
        : null;
  }

  /// @param asked whether it is asked if the intake is the child's own
  /// @param says where the report goes, and what it starts
  static void draw(Sheet sheet, boolean asked, List<String> says) {
    Texts texts = sheet.texts();
    if (asked) {
      sheet.partNamed(texts.t("casework.step.open_child.part.own"));
      sheet.choice(
          own(sheet, OWN).needed(),
          sheet.options("casework.step.open_child.own", List.of("yes", "no")));
    }
    ChildReportForm.child(sheet);
    ChildReportForm.concern(sheet);
    sheet.partNamed(texts.t("casework.step.open_child.part.sent"));
    sheet.choice(
        own(sheet, "reporter").needed(),
        sheet.options("casework.reporter", ChildRoad.Reporter.values(), ChildRoad.Reporter::code));
    sheet.live(says);
    sheet.choice(
        sheet.demanded(own(sheet, "sent"), CaseRule.CHILD_IS_REPORTED),
        sheet.options("casework.step.open_child.sent", List.of("now", "later")));
    sheet.day(own(sheet, "sent_on"));
    sheet.time(own(sheet, "sent_time"));
    sheet.line(own(sheet, "to"), ChildReportForm.MOST_LINE);
  }

  /// A field with words of this form's own.
  private static Field own(Sheet sheet, String name) {
    return sheet.field(name, "casework.step." + KIND + "." + name);
  }

  /// What was typed, as a child's file to open.
  static ChildRoad.Opening read(UUID file, @Nullable UUID intake, Sent sent) {
    ChildRoad.Reporter reporter =
        sent.one("reporter", ChildRoad.Reporter.values(), ChildRoad.Reporter::code);
    return new ChildRoad.Opening(
        file,
        intake,
        intake != null && sent.value(OWN).equals("yes"),
        reporter,
        ChildReportForm.concern(sent));
  }
}
