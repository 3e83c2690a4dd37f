package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.fristad.page.Alarm;
import se.fristad.page.FaultPage;
import se.fristad.page.Look;
import se.fristad.page.NavItem;
import se.fristad.page.Shell;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.page.View;

/// What stands around every staff page: who is logged in and in which role, the navigation she may
/// see, the form token, the demonstration's banner. Asks no table; the [Gate] has brought
/// everything.
@StaffFace
@Component
public final class Shells {
  private final TextCatalogue catalogue;
  private final ObjectProvider<NavEntry> entries;
  private final ObjectProvider<QuickEntry> quick;
  private final ObjectProvider<AlarmEntry> alarms;
  private final AnonymousForms anonymous;
  private final Look look;
  private final boolean demonstration;

  Shells(
      TextCatalogue catalogue,
      ObjectProvider<NavEntry> entries,
      ObjectProvider<QuickEntry> quick,
      ObjectProvider<AlarmEntry> alarms,
      AnonymousForms anonymous,
      Look look,
      @Value("${fristad.demonstration:false}") boolean demonstration) {
    this.catalogue = catalogue;
    this.entries = entries;
    this.quick = quick;
    this.alarms = alarms;
    this.anonymous = anonymous;
    this.look = look;
    this.demonstration = demonstration;
  }

  /// The shell of a page for somebody who is logged in.
  public Shell shell(Viewer viewer, HttpServletRequest request) {
    Texts texts = texts(request);
    Sessions.Session session = Sessions.Session.of(request);
    if (session == null) {
      return door(request);
    }
    String path = request.getRequestURI();
    List<NavItem> navigation =
        entriesFor(viewer.role()).stream()
            .map(entry ->
                NavItem.of(
                    texts.t(entry.textKey()),
                    entry.href(),
                    entry.icon(),
                    path.equals(entry.href()) || path.startsWith(entry.href() + "/")))
            .toList();
    return new Shell(
        texts,
        session.name().reveal(),
        capacity(texts, viewer.organisation(), viewer.role()),
        navigation,
        quick
            .orderedStream()
            .filter(entry -> entry.roles().contains(viewer.role()))
            .map(entry ->
                NavItem.of(
                    texts.t(entry.textKey()),
                    entry.href(),
                    entry.icon(),
                    path.equals(entry.href())))
            .toList(),
        demonstration,
        session.formToken(),
        look,
        alarm(texts, viewer.role()));
  }

  private @Nullable Alarm alarm(Texts texts, Role role) {
    return alarms.stream()
        .filter(entry -> entry.sees().contains(role))
        .map(entry ->
            new Alarm(
                entry.watch(),
                entry.presses().contains(role) ? entry.press() : null,
                texts.t(entry.textKey())))
        .findFirst()
        .orElse(null);
  }

  /// Whether the session has ended of whoever calls for help ([Allowed#pressedInNeed]): she is told
  /// on the login page, and shown nothing else.
  public static boolean hasEnded(HttpServletRequest request) {
    Sessions.Session session = Sessions.Session.of(request);
    return session == null || !session.living();
  }

  /// The page for what is not there or not for this viewer: one page, whatever the reason.
  public View notThere(Viewer viewer, HttpServletRequest request) {
    return FaultPage.notThere(shell(viewer, request), true);
  }

  /// The same page for whoever asks, logged in or not.
  public View notThere(HttpServletRequest request) {
    Sessions.Session session = Sessions.Session.of(request);
    return session == null
        ? FaultPage.notThere(door(request), true)
        : notThere(session.viewer(), request);
  }

  /// The shell of the login pages, and of what is told to whoever is not logged in.
  public Shell door(HttpServletRequest request) {
    return Shell.door(texts(request), demonstration, anonymous.number(), look);
  }

  /// The reader's first language that we offer; Swedish when she names none.
  public Texts texts(HttpServletRequest request) {
    return request.getHeader("Accept-Language") == null
        ? catalogue.inFirstOf(List.of())
        : catalogue.inFirstOf(Collections.list(request.getLocales()));
  }

  /// The navigation of a role, in the order of the work.
  List<NavEntry> entriesFor(Role role) {
    return entries.stream()
        .filter(entry -> entry.roles().contains(role))
        .sorted(Comparator.comparingInt(NavEntry::order))
        .toList();
  }

  static String capacity(Texts texts, String organisation, Role role) {
    String key = "access.organisation." + organisation;
    return texts.t(role.textKey()) + " · " + (texts.has(key) ? texts.t(key) : organisation);
  }
}
