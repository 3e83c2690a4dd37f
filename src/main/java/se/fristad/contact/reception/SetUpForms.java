package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpForm;
import se.fristad.contact.reception.web.SetUpForm.Asked;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.contact.reception.web.SetUpPage;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// What the forms of the reception have in common: the names of their fields, how a question is
/// drawn, how a quarter of an hour is read.
final class SetUpForms {
  /// For how many a room or a group may be.
  static final int MOST_SEATS = 60;

  /// How long a time may be, in minutes.
  static final List<String> LENGTHS = List.of("30", "45", "60", "90");

  private static final Set<String> SEVERAL = Set.of("languages", "competences", "ways", "spoken");
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "house",
          "seats",
          "in_use",
          "staff",
          "languages",
          "competences",
          "day",
          "starts",
          "ends",
          "minutes",
          "kind",
          "ways",
          "room",
          "from",
          "until",
          "worker",
          "from_time",
          "until_time",
          "date",
          "clock",
          "way",
          "what",
          "agency_name",
          "phone",
          "spoken",
          "reviewed",
          "agency_used");

  private SetUpForms() {}

  /// The queue whose reception this viewer may change; empty when she may not.
  static Optional<Queue> queue(Viewer viewer, String code) {
    return TimesPages.queue(viewer, code).filter(one -> Receptions.mayChange(viewer, one));
  }

  static LocalDate today(Clock clock) {
    return clock.instant().atZone(OpeningHours.HERE).toLocalDate();
  }

  static String at(String page, Queue queue) {
    return SetUpPages.HOME + page + "?queue=" + BookPages.code(queue);
  }

  static <T> List<Row> rows(List<T> some, Function<T, Row> row) {
    return some.stream().map(row).toList();
  }

  static Table table(Shell shell, String what, List<Column> columns, List<Row> rows) {
    String key = "contact.reception." + what;
    return new Table(
        shell.t(key),
        columns,
        rows,
        Paging.whole(rows.size()),
        Empty.of(shell.t(key + ".empty"), shell.t(key + ".empty.text")),
        false,
        null);
  }

  static String language(Shell shell, String code) {
    return language(shell.texts(), code);
  }

  static String language(Texts texts, String code) {
    String key = "contact.inbox.language." + code;
    String name = texts.has(key) ? texts.t(key) : texts.languageName(code);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static List<Option> ways(Shell shell) {
    return Stream.of(Way.values())
        .map(way -> Option.of(way.code(), shell.t("contact.reception.way." + way.code())))
        .toList();
  }

  static @Nullable LocalTime quarter(TypedForm typed, String name, Map<String, String> wrong) {
    Optional<LocalTime> time =
        Field.time(typed.value(name)).filter(one -> one.getMinute() % 15 == 0);
    if (time.isEmpty()) {
      wrong.put(name, "contact.reception.wrong.quarter");
    }
    return time.orElse(null);
  }

  static TypedForm typed(HttpServletRequest request) {
    return TypedForm.of(request.getParameterMap(), NAMES, SEVERAL);
  }

  static View form(
      Shell shell,
      String what,
      Queue queue,
      Map<String, String> hidden,
      List<Asked> asked,
      @Nullable Table above,
      List<SetUpPage.Gone> ends) {
    String key = "contact.reception.form." + what;
    Map<String, String> all = new LinkedHashMap<>(hidden);
    all.put("queue", BookPages.code(queue));
    return View.of(
        "contact/set-up-form",
        new SetUpForm(
            shell,
            shell.t(key),
            shell.t(key + ".lead"),
            at("", queue),
            SetUpPages.HOME + "/" + what.toLowerCase(Locale.ROOT),
            all,
            asked,
            shell.t(key + ".keep"),
            above,
            ends));
  }

  /// Draws the questions of a form with what was typed and what is wrong.
  record Form(Shell shell, TypedForm typed, Map<String, String> wrong) {
    Asked needed(Kind kind, String name, List<Option> options) {
      return asked(kind, name, options, true);
    }

    Asked asked(Kind kind, String name, List<Option> options) {
      return asked(kind, name, options, false);
    }

    private Asked asked(Kind kind, String name, List<Option> options, boolean needed) {
      String key = "contact.reception.field." + name;
      String error = wrong.get(name);
      Field field =
          Field.of(name, shell.t(key))
              .withValue(typed.value(name))
              .withError(error == null ? null : shell.t(error));
      if (shell.texts().has(key + ".hint")) {
        field = field.withHint(shell.t(key + ".hint"));
      }
      return new Asked(
          kind,
          needed ? field.needed() : field,
          options,
          kind == Kind.CHECKS ? typed.ticked(name) : Set.of());
    }
  }
}
