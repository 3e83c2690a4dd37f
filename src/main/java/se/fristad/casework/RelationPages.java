package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.RelationPage;
import se.fristad.casework.web.RelationPicture;
import se.fristad.law.PersonalNumber;
import se.fristad.page.Described;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.View;

/// The relation map of a file: the picture and its list.
@StaffFace
@Controller
class RelationPages {
  private final Readings readings;
  private final ReasonPages reasons;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  RelationPages(
      Readings readings, ReasonPages reasons, Shells shells, StaffNames names, Clock clock) {
    this.readings = readings;
    this.reasons = reasons;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  static String href(UUID file) {
    return CasePages.FILES + file + "/relations";
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping("/staff/files/{id}/relations")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.read(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) ->
          View.of("casework/relations", page(shells.shell(viewer, request), viewer, reading));
      case Opened.NotThere<Reading> _ -> reasons.insteadOf(request, viewer, file);
    };
  }

  private RelationPage page(Shell shell, Viewer viewer, Reading reading) {
    Texts texts = shell.texts();
    Instant now = clock.instant();
    // the dangerous first: they are what is looked for
    List<Link> near =
        reading.links().stream()
            .filter(link -> !link.ended())
            .sorted(
                Comparator.comparing(Link::danger)
                    .thenComparing(link -> !link.never())
                    .thenComparing(Link::bond))
            .toList();
    boolean writes = viewer.role() == Role.CASEWORKER && reading.file().open();
    List<RelationPage.Near> lines = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      lines.add(line(texts, reading, near.get(i), i + 1, writes));
    }
    int dangerous =
        (int) near.stream().filter(link -> link.danger() == Link.Danger.DANGEROUS).count();
    int safe = (int) near.stream().filter(link -> link.danger() == Link.Danger.SAFE).count();
    int never = (int) near.stream().filter(Link::never).count();
    String summary = texts.t("casework.relations.summary", near.size(), dangerous, safe, never);
    return new RelationPage(
        shell,
        new ReadFile(shell, reading, names, now).head(),
        summary,
        writes
            ? Option.of(
                StepPages.href(reading.file().id(), LinkForm.KIND, null),
                texts.t("casework.step.link"))
            : null,
        near.isEmpty() ? null : picture(texts, reading, near, summary),
        lines,
        reading.links().stream()
            .filter(Link::ended)
            .map(link -> line(texts, reading, link, 0, false))
            .toList());
  }

  private static @Nullable RelationPicture picture(
      Texts texts, Reading reading, List<Link> near, String summary) {
    return RelationPicture.of(
        texts.t("casework.relations.picture", reading.person().called().reveal()),
        summary,
        reading.person().called().isBlank()
            ? texts.t("casework.relations.her")
            : reading.person().called().reveal(),
        near.stream()
            .map(link ->
                new RelationPicture.Person(
                    link.name().reveal(),
                    link.country().isBlank() ? "" : texts.t("casework.relations.abroad"),
                    link.danger().code(),
                    link.never(),
                    link.bond() == Link.Bond.CHILD))
            .toList());
  }

  private RelationPage.Near line(
      Texts texts, Reading reading, Link link, int number, boolean writes) {
    List<Described> lines = new ArrayList<>();
    if (link.violent()) {
      lines.add(
          new Described(
              texts.t("casework.relations.violent"), texts.t("casework.relations.violent.yes")));
    }
    add(lines, texts, "words", link.words().reveal());
    add(lines, texts, "country", link.country().reveal());
    add(
        lines,
        texts,
        "number",
        PersonalNumber.read(
                link.number().reveal(), java.time.LocalDate.ofInstant(clock.instant(), Files.HERE))
            .map(PersonalNumber::written)
            .orElse(""));
    add(lines, texts, "telephone", link.telephone().reveal());
    add(lines, texts, "address", link.address().reveal());
    add(lines, texts, "why", link.why().reveal());
    add(
        lines,
        texts,
        "source",
        texts.t(
            "casework.relations.source.on",
            texts.t("casework.link.source." + link.source().code()),
            texts.date(link.on())));
    UUID id = link.id();
    return new RelationPage.Near(
        number,
        link.name().reveal(),
        texts.t("casework.link.bond." + link.bond().code()),
        link.danger().code(),
        texts.t("casework.link.danger." + link.danger().code()),
        link.never(),
        lines,
        writes && id != null
            ? List.of(
                way(texts, reading, LinkChangeForm.KIND, id),
                way(texts, reading, LinkEndForm.KIND, id))
            : List.of());
  }

  private static Option way(Texts texts, Reading reading, String kind, UUID link) {
    return Option.of(
        StepPages.href(reading.file().id(), kind, link), texts.t("casework.relations." + kind));
  }

  private static void add(List<Described> lines, Texts texts, String what, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t("casework.relations." + what), value));
    }
  }
}
