package se.fristad.access;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.StaffKeys;
import se.fristad.vault.Tampered;
import se.fristad.vault.WrappedKey;

/// Forms that were posted after the session had ended: sealed under the keys of the side the writer
/// works on, given back to her after login and to nobody else, gone after six days.
@StaffFace
@Component
final class Drafts {
  /// Where a form may be returned to.
  static final Pattern PATH = Pattern.compile("/staff(/[A-Za-z0-9_-]{1,64}){0,8}");

  private static final String STAFF = "staff";
  private final SessionRows rows;
  private final SideKeys sideKeys;
  private final StaffKeys staffKeys;
  private final OwnSide own;

  Drafts(SessionRows rows, SideKeys sideKeys, StaffKeys staffKeys, OwnSide own) {
    this.rows = rows;
    this.sideKeys = sideKeys;
    this.staffKeys = staffKeys;
    this.own = own;
  }

  /// A kept form. Its values are in the order they were sent.
  record Draft(UUID id, String path, Instant at, List<Value> values) {}

  /// One value of a kept form.
  record Value(String name, Confidential text) {}

  /// Keeps a form; false when the session is not known any more, or the path is not a form's.
  boolean keep(Sessions.Session session, String path, Map<String, String[]> form) {
    if (!PATH.matcher(path).matches()) {
      return false;
    }
    Side home = session.viewer().role().home();
    String side = home != null && sideKeys.holds(home) ? home.code() : STAFF;
    UUID id = UUID.randomUUID();
    try (DataKey key = DataKey.random()) {
      byte[] sealed = key.seal(place(id), Confidential.of(encode(form)));
      WrappedKey wrapped =
          side.equals(STAFF)
              ? staffKeys.wrap(id, key)
              : Sides.on(side(side), () -> sideKeys.wrap(id, key));
      return own.transaction(() -> rows.keep(session.tokenHash(), id, path, side, wrapped, sealed));
    }
  }

  /// The kept forms of the one whose living session this is, newest first.
  List<Draft> of(Sessions.Session session) {
    List<Draft> drafts = new ArrayList<>();
    for (SessionRows.Kept kept : own.transaction(() -> rows.kept(session.tokenHash()))) {
      try (DataKey key = unwrap(kept)) {
        drafts.add(
            new Draft(
                kept.id(),
                kept.path(),
                kept.at(),
                decode(key.open(place(kept.id()), kept.sealed()).reveal())));
      } catch (Tampered gone) {
        // its key was turned away or erased: it cannot be read by anyone, so it is not offered
        continue;
      }
    }
    return drafts;
  }

  boolean drop(Sessions.Session session, UUID draft) {
    return own.transaction(() -> rows.drop(session.tokenHash(), draft));
  }

  private DataKey unwrap(SessionRows.Kept kept) {
    return kept.side().equals(STAFF)
        ? staffKeys.unwrap(kept.id(), kept.key())
        : Sides.on(side(kept.side()), () -> sideKeys.unwrap(kept.id(), kept.key()));
  }

  private static Side side(String code) {
    return Side.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static Place place(UUID id) {
    return new Place("access", id, "draft", 1);
  }

  private static String encode(Map<String, String[]> form) {
    StringBuilder text = new StringBuilder();
    form.forEach((name, values) -> {
      if (!name.equals(Gate.FORM_TOKEN) && !name.equals(Gate.DRAFT)) {
        for (String value : values) {
          text.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
              .append('=')
              .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
              .append('&');
        }
      }
    });
    return text.toString();
  }

  private static List<Value> decode(String text) {
    List<Value> values = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.add(
            new Value(
                URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                Confidential.of(
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8))));
      }
    }
    return values;
  }
}
