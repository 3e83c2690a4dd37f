package se.fristad.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Staffing;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.centre.PublicPages;
import se.fristad.contact.About;
import se.fristad.contact.Calls;
import se.fristad.contact.Consultation;
import se.fristad.contact.Consultations;
import se.fristad.contact.Entrance;
import se.fristad.contact.PublicShelf;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.facts.Channel;
import se.fristad.intake.Offering;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// What the invented centre has on its shelves the first morning: a page of information for each
/// door in the four whole languages, the kinds of support it gives with the board's decisions, and
/// a few calls and visits. Made once, by the same use cases as the pages.
@StaffFace
@ConditionalOnBooleanProperty("fristad.demonstration")
@Component
class InventedDesk {
  private static final List<String> LANGUAGES = List.of("sv", "latt", "en", "ar");

  private final Staffing staffing;
  private final PublicPages pages;
  private final PublicShelf shelf;
  private final Offering offering;
  private final Calls calls;
  private final Consultations consultations;
  private final Clock clock;

  InventedDesk(
      Staffing staffing,
      PublicPages pages,
      PublicShelf shelf,
      Offering offering,
      Calls calls,
      Consultations consultations,
      Clock clock) {
    this.staffing = staffing;
    this.pages = pages;
    this.shelf = shelf;
    this.offering = offering;
    this.calls = calls;
    this.consultations = consultations;
    this.clock = clock;
  }

  /// Fills them when nothing stands on them yet.
  @Order(5)
  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    if (Sides.on(Side.SUPPORT, pages::all).isEmpty()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
      Viewer head = in(Role.HEAD);
      publish(head, today.plusMonths(6));
      offer(head, today);
      answer(in(Role.RECEPTION), in(Role.CASEWORKER), today);
    }
  }

  private void publish(Viewer head, LocalDate reviewBy) {
    for (Entrance door : Entrance.values()) {
      int number = 0;
      for (String language : LANGUAGES) {
        String page = read(door.code() + "_" + language + ".md");
        int end = page.indexOf('\n');
        number =
            shelf.publish(
                head,
                number,
                language,
                door.code(),
                page.substring(2, end).strip(),
                page.substring(end).strip(),
                reviewBy);
        must(number > 0);
      }
    }
  }

  private void offer(Viewer head, LocalDate today) {
    LocalDate decided = today.minusMonths(8);
    LocalDate until = today.plusMonths(16);
    must(offering.gives(head, UUID.randomUUID(), "Information om stöd och rättigheter", 1));
    must(offering.gives(head, UUID.randomUUID(), "Rådgivning om säkerhet", 2));
    UUID talks = UUID.randomUUID();
    must(offering.gives(head, talks, "Stödsamtal, upp till fem gånger", 3));
    must(
        offering.decided(
            head,
            talks,
            decided,
            until,
            "SCN-2026-0101 (påhittat)",
            "Den som är rädd söker inte stöd om namnet skrivs ner."));
    UUID group = UUID.randomUUID();
    must(offering.gives(head, group, "Öppen grupp på onsdagar", 3));
    must(offering.decided(head, group, decided, until, "SCN-2026-0102 (påhittat)", ""));
  }

  private void answer(Viewer reception, Viewer caseworker, LocalDate today) {
    log(
        reception,
        Queue.SUPPORT,
        Channel.PHONE,
        About.RELATIVE,
        "sv",
        "En syster undrar hur hon kan fråga utan att det märks. Fick råd och numret hit.");
    log(
        reception,
        Queue.SUPPORT,
        Channel.VISIT,
        About.EXPOSED,
        "ar",
        "Kom in från gatan. Ville veta hur skyddat boende går till. Tolk beställd till i morgon.");
    UUID teacher =
        log(
            caseworker,
            Queue.PROFESSIONAL,
            Channel.PHONE,
            About.PROFESSIONAL,
            "sv",
            "En skola undrar över en elev som inte får vara med på idrotten.");
    must(
        consultations.note(
                caseworker,
                new ThreadId(teacher),
                new Consultation(
                    UUID.randomUUID(),
                    today,
                    Consultation.Organisation.SCHOOL,
                    "0331",
                    Consultation.Topic.HONOUR,
                    Confidential.of("Råd: prata enskilt, tolka inte genom syskon, anmäl i dag."),
                    0))
            instanceof Opened.Value<?>);
  }

  private UUID log(
      Viewer viewer, Queue queue, Channel channel, About about, String language, String note) {
    UUID id = UUID.randomUUID();
    must(
        calls.log(
                viewer,
                queue,
                id,
                new Calls.Call(channel, about, false, language, Confidential.of(note)))
            instanceof Opened.Value<?>);
    return id;
  }

  private Viewer in(Role role) {
    return staffing.everyone().stream()
        .flatMap(member ->
            member.viewers().stream()
                .filter(capacity -> capacity.role() == role)
                .map(capacity -> new Viewer(member.id(), capacity.organisation(), role)))
        .findFirst()
        .orElseThrow();
  }

  private static void must(boolean done) {
    if (!done) {
      throw new IllegalStateException("the invented desk and the rules do not agree");
    }
  }

  private static String read(String name) {
    try (InputStream file = InventedDesk.class.getResourceAsStream("/demonstration/" + name)) {
      if (file == null) {
        throw new IllegalStateException("missing from the program: " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
