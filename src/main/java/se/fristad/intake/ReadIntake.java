package se.fristad.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.intake.web.ReadPage;
import se.fristad.page.Described;
import se.fristad.page.Happening;
import se.fristad.page.Icon;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Draws an intake as it is read: concluded, or a draft that the head looks at.
final class ReadIntake {
  private ReadIntake() {}

  /// Everyone of us whose name stands on the page.
  static Set<UUID> staffIn(Intake intake) {
    Set<UUID> staff = new HashSet<>(List.of(intake.row().madeBy(), intake.row().savedBy()));
    if (intake.row().stage() instanceof Intake.Stage.Concluded concluded) {
      staff.add(concluded.by());
    }
    return staff;
  }

  /// The page.
  ///
  /// @param next what can be done with it
  /// @param known the names of our staff
  static ReadPage of(Shell shell, Intake intake, List<Option> next, Map<UUID, Confidential> known) {
    Texts texts = shell.texts();
    Intake.Row row = intake.row();
    Typed typed = intake.typed();
    Intake.Stage.@Nullable Concluded concluded =
        row.stage() instanceof Intake.Stage.Concluded done ? done : null;
    Map<Question, Answer> acute = typed.acute();
    List<Described> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      Answer answer = acute.get(question);
      answers.add(
          new Described(
              texts.t("intake.field." + question.field()),
              texts.t(answer == null ? "intake.not-answered" : "intake.answer." + answer.code())));
    }
    for (String field : List.of(Typed.WHERE, Typed.ESTIMATE, Typed.NEXT_CONTACT)) {
      answers.add(
          new Described(
              texts.t("intake.field." + field),
              or(typed.value(field), texts.t("intake.not-answered"))));
    }
    Instant due = concluded == null ? null : concluded.investigationDue();
    return new ReadPage(
        shell,
        texts.t(
            "intake.summary",
            texts.t("intake.summary.danger." + danger(acute)),
            texts.t("intake.summary.children." + children(typed, concluded)),
            texts.t(
                concluded == null
                    ? "intake.summary.draft"
                    : "intake.summary.outcome." + concluded.outcome())),
        due == null ? null : texts.t("intake.due", texts.moment(due)),
        next,
        outcome(texts, typed, concluded),
        childrenLines(texts, typed),
        answers,
        texts.t(
            "intake.unknown",
            count(acute.values(), Answer.UNKNOWN),
            count(acute.values(), Answer.NOT_ASKED)),
        typed.value(Typed.NOTE),
        about(texts, row),
        story(texts, row, concluded, known),
        row.thread() == null ? null : "/staff/inbox/support/" + row.thread(),
        IntakePages.LIST + "/" + row.id() + "/conflict");
  }

  private static String danger(Map<Question, Answer> acute) {
    Answer answer = acute.get(Question.DANGER_NOW);
    return answer == null ? "not_asked" : answer.code();
  }

  private static String children(Typed typed, Intake.Stage.@Nullable Concluded concluded) {
    return switch (typed.children()) {
      case Children.None none -> "none";
      case Children.NotKnown notKnown -> "not_known";
      case Children.Unanswered unanswered -> "unanswered";
      case Children.Present present -> "unanswered";
      case Children.Spared spared -> "spared";
      case Children.Exposed exposed ->
          concluded == null
              ? "exposed"
              : typed.value(Typed.REPORT).equals("made") ? "reported" : "identity_unknown";
    };
  }

  private static List<Described> outcome(
      Texts texts, Typed typed, Intake.Stage.@Nullable Concluded concluded) {
    List<Described> lines = new ArrayList<>();
    if (concluded != null) {
      lines.add(
          new Described(
              texts.t("intake.field.outcome"), texts.t("intake.outcome." + concluded.outcome())));
      if (concluded.outcome().equals("passed_municipality")) {
        lines.add(
            new Described(
                texts.t("intake.field.passed_municipality"),
                Forms.municipality(texts, typed.value(Typed.PASSED_MUNICIPALITY))));
      }
      if (concluded.outcome().equals("passed_authority")) {
        lines.add(
            new Described(
                texts.t("intake.field.passed_authority"), typed.value(Typed.PASSED_AUTHORITY)));
      }
      if (!typed.value(Typed.OFFER_CHANNEL).isEmpty() && concluded.outcome().equals("declined")) {
        lines.add(
            new Described(
                texts.t("intake.field.offer_channel"),
                texts.t("intake.offer.channel." + typed.value(Typed.OFFER_CHANNEL))));
        lines.add(
            new Described(
                texts.t("intake.field.offer_date"),
                or(typed.value(Typed.OFFER_DATE), texts.t("intake.offer.no-day"))));
        lines.add(
            new Described(
                texts.t("intake.field.offer_how"),
                or(typed.value(Typed.OFFER_HOW), texts.t("intake.not-answered"))));
      }
      if (concluded.outcome().equals("declined")) {
        for (Advice advice : Advice.values()) {
          lines.add(
              new Described(
                  texts.t("intake.advice." + advice.code()), texts.t("intake.answer.yes")));
        }
      }
    }
    return lines;
  }

  private static List<Described> childrenLines(Texts texts, Typed typed) {
    List<Described> lines = new ArrayList<>();
    String children = typed.value(Typed.CHILDREN);
    lines.add(
        new Described(
            texts.t("intake.field.children"),
            children.isEmpty()
                ? texts.t("intake.not-answered")
                : texts.t("intake.children." + children)));
    if (!children.equals("yes")) {
      return lines;
    }
    lines.add(
        new Described(
            texts.t("intake.field.children_number"),
            or(typed.value(Typed.CHILDREN_NUMBER), texts.t("intake.not-known"))));
    lines.add(
        new Described(
            texts.t("intake.field.children_ages"),
            or(typed.value(Typed.CHILDREN_AGES), texts.t("intake.not-known"))));
    String exposed = typed.value(Typed.EXPOSED);
    lines.add(
        new Described(
            texts.t("intake.field.exposed"),
            exposed.isEmpty()
                ? texts.t("intake.not-answered")
                : texts.t("intake.exposed." + exposed)));
    String report = typed.value(Typed.REPORT);
    if (report.equals("made")) {
      lines.add(
          new Described(
              texts.t("intake.field.report"),
              texts.t(
                  "intake.report.made.at",
                  typed.value(Typed.REPORT_DATE),
                  typed.value(Typed.REPORT_TIME),
                  Forms.municipality(texts, typed.value(Typed.REPORT_MUNICIPALITY)))));
    } else if (report.equals("identity_unknown")) {
      lines.add(
          new Described(
              texts.t("intake.report.identity_unknown"), typed.value(Typed.REPORT_REASON)));
    }
    return lines;
  }

  private static List<Described> about(Texts texts, Intake.Row row) {
    Source source = row.source();
    return List.of(
        new Described(texts.t("intake.field.way"), texts.t("intake.way." + row.way().code())),
        new Described(
            texts.t("intake.field.source"),
            source == null
                ? texts.t("intake.not-known")
                : texts.t("intake.source." + source.code())),
        new Described(
            texts.t("intake.field.municipality"),
            or(Forms.municipality(texts, row.municipality()), texts.t("intake.not-known"))));
  }

  private static List<Happening> story(
      Texts texts,
      Intake.Row row,
      Intake.Stage.@Nullable Concluded concluded,
      Map<UUID, Confidential> known) {
    List<Happening> story = new ArrayList<>();
    if (concluded != null) {
      story.add(
          happening(
              texts,
              Icon.DONE,
              Tone.SUCCESS,
              "intake.story.concluded",
              concluded.at(),
              name(texts, concluded.by(), known)));
    } else if (row.version() > 1) {
      story.add(
          happening(
              texts,
              Icon.CLOCK,
              Tone.NEUTRAL,
              "intake.story.saved",
              row.savedAt(),
              name(texts, row.savedBy(), known)));
    }
    story.add(
        happening(
            texts,
            row.thread() == null ? Icon.CALL : Icon.MESSAGE,
            Tone.INFO,
            row.thread() == null ? "intake.story.begun" : "intake.story.begun.thread",
            row.madeAt(),
            name(texts, row.madeBy(), known)));
    return story;
  }

  private static Happening happening(
      Texts texts, Icon icon, Tone tone, String key, Instant at, String who) {
    return new Happening(icon, tone, texts.t(key), texts.date(at), texts.time(at), who, null);
  }

  static String name(Texts texts, UUID staff, Map<UUID, Confidential> known) {
    Confidential name = known.get(staff);
    return name == null ? texts.t("intake.colleague") : name.reveal();
  }

  private static long count(Collection<Answer> answers, Answer counted) {
    return answers.stream().filter(answer -> answer == counted).count();
  }

  static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
