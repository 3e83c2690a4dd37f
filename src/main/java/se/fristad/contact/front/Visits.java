package se.fristad.contact.front;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.contact.Entrance;
import se.fristad.contact.PhraseWords;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.PhraseKeys;
import se.fristad.vault.Place;
import se.fristad.vault.QueueKeys;
import se.fristad.vault.WrappedKey;

/// What a person without a name can do: begin, say, look, get words that lead back, return, leave,
/// have everything destroyed.
///
/// Every method may be repeated: a double click, two tabs and a post sent again have one effect.
/// Keys live only inside `try`.
@PublicOnly
@Component
public class Visits {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Doors doors;
  private final QueueKeys queueKeys;
  private final PhraseKeys phraseKeys;
  private final Wake wake;

  Visits(Doors doors, QueueKeys queueKeys, PhraseKeys phraseKeys, Wake wake) {
    this.doors = doors;
    this.queueKeys = queueKeys;
    this.phraseKeys = phraseKeys;
    this.wake = wake;
  }

  /// The first words of a new thread. The thread's key is sealed to those who answer at this door,
  /// and wrapped for this page.
  ///
  /// @param token minted when the page was made; one token begins one thread
  /// @param clientId minted with the words; the same id is the same message
  /// @param language of the page, a code of [se.fristad.page.Language]
  /// @param script whether the page runs our script (a visit without one ends after 10 idle
  ///   minutes, with one after 30)
  public Said begin(
      Entrance entrance,
      VisitToken token,
      UUID clientId,
      Confidential words,
      String language,
      boolean script) {
    Queue queue = entrance.queue();
    UUID thread = UUID.randomUUID();
    try (DataKey key = DataKey.random();
        DataKey visit = token.key()) {
      WrappedKey forQueue = queueKeys.seal(queue.letterbox(), thread, key);
      byte[] forVisit = visit.wrap(key, thread.toString());
      byte[] sealed = key.seal(place(clientId), words);
      Doors.Answer answer =
          doors.begin(
              entrance,
              thread,
              forQueue,
              token.hash(),
              forVisit,
              language,
              script,
              clientId,
              sealed);
      return switch (answer.answer()) {
        case "ok" -> acknowledged(answer);
        case "say" -> say(queue, token, clientId, words);
        default -> new Said.Gone();
      };
    }
  }

  /// As [#begin(Entrance, VisitToken, UUID, Confidential, String, boolean)], at the first door of a
  /// queue.
  public Said begin(
      Queue queue,
      VisitToken token,
      UUID clientId,
      Confidential words,
      String language,
      boolean script) {
    return begin(Entrance.of(queue), token, clientId, words, language, script);
  }

  /// More words in an open visit. The key is read first, which writes nothing; then one call stores
  /// the words, prolongs the visit and answers, and is committed before it returns.
  public Said say(Queue queue, VisitToken token, UUID clientId, Confidential words) {
    Optional<Doors.WayBack> way = doors.visitKey(queue, token.hash());
    if (way.isEmpty()) {
      return new Said.Gone();
    }
    try (DataKey key = opened(token, way.get().thread(), way.get().wrapped())) {
      Doors.Answer answer =
          doors.say(queue, token.hash(), clientId, key.seal(place(clientId), words));
      return switch (answer.answer()) {
        case "ok" -> acknowledged(answer);
        case "full" -> new Said.Full();
        default -> new Said.Gone();
      };
    }
  }

  /// What is newer than message `after` (0 for everything). A sign of life.
  public Looked look(Queue queue, VisitToken token, int after) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    if (visited.isEmpty()) {
      return new Looked.Gone();
    }
    List<Doors.Sealed> sealed =
        doors.newer(queue, new byte[][] {token.hash()}, new Integer[] {after});
    return new Looked.Here(
        opened(token, visited.get().thread(), visited.get().wrapped(), sealed),
        visited.get().lastSeq(),
        visited.get().hasPhrase(),
        visited.get().closed(),
        visited.get().signs());
  }

  /// Draws words in her language, sets them as the way back and answers them, once. Earlier words
  /// stop working.
  public PhraseSet givePhrase(Queue queue, VisitToken token, String language) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    if (visited.isEmpty()) {
      return new PhraseSet.Gone();
    }
    while (true) {
      Confidential words = Confidential.of(PhraseWords.draw(language, RANDOM));
      PhraseKeys.Derived derived =
          phraseKeys.derive(Confidential.of(PhraseWords.normalise(words.reveal())));
      switch (derived) {
        case PhraseKeys.Derived.Busy _ -> {
          return new PhraseSet.Busy();
        }
        case PhraseKeys.Derived.Ready(byte[] lookup, DataKey phraseKey) -> {
          UUID thread = visited.get().thread();
          try (phraseKey;
              DataKey key = opened(token, thread, visited.get().wrapped())) {
            byte[] wrapped = phraseKey.wrap(key, thread.toString());
            switch (doors.setPhrase(queue, token.hash(), PhraseKeys.SCHEME, lookup, wrapped)) {
              case "ok" -> {
                return new PhraseSet.Set(words);
              }
              case "gone" -> {
                return new PhraseSet.Gone();
              }
              default -> {}
            }
          }
        }
      }
    }
  }

  /// The way back. Both doors are asked, found or not, and a key is unwrapped and wrapped either
  /// way: wrong and unknown words take the same path.
  public Returned comeBack(Confidential typed, boolean script) {
    PhraseKeys.Derived derived =
        phraseKeys.derive(Confidential.of(PhraseWords.normalise(typed.reveal())));
    return switch (derived) {
      case PhraseKeys.Derived.Busy _ -> new Returned.Busy();
      case PhraseKeys.Derived.Ready(byte[] lookup, DataKey phraseKey) -> {
        try (phraseKey) {
          yield comeBack(lookup, phraseKey, script);
        }
      }
    };
  }

  private Returned comeBack(byte[] lookup, DataKey phraseKey, boolean script) {
    Returned answer = new Returned.NoWay();
    for (Queue queue : Queue.values()) {
      VisitToken token = VisitToken.minted();
      Optional<Doors.WayBack> way = doors.openByPhrase(queue, lookup);
      UUID thread = way.map(Doors.WayBack::thread).orElseGet(UUID::randomUUID);
      try (DataKey key =
              way.map(found -> phraseKey.unwrap(found.wrapped(), thread.toString()))
                  .orElseGet(DataKey::random);
          DataKey visit = token.key()) {
        byte[] wrapped = visit.wrap(key, thread.toString());
        int entered = doors.returnByPhrase(queue, lookup, token.hash(), wrapped, script);
        List<Doors.Sealed> sealed =
            doors.newer(queue, new byte[][] {token.hash()}, new Integer[] {0});
        if (entered == 1) {
          Optional<Doors.Sealed> latest =
              sealed.stream().filter(line -> !line.fromPerson()).reduce((a, b) -> b);
          int lastSeq = sealed.isEmpty() ? 0 : sealed.getLast().seq();
          answer =
              new Returned.Found(
                  token,
                  queue,
                  latest.map(line -> line(key, line)),
                  lastSeq,
                  doors.signs(queue, new byte[][] {token.hash()}).stream()
                      .map(Doors.Signed::signs)
                      .findFirst()
                      .orElse(Signs.NONE));
        }
      }
    }
    return answer;
  }

  /// Leaves: the visit's key is gone before this returns. Both doors are asked, since a page that
  /// is being emptied says only its token.
  public void leave(VisitToken token) {
    for (Queue queue : Queue.values()) {
      doors.end(queue, token.hash());
    }
  }

  /// The stream to the page broke: three minutes are left to come back.
  void fade(Queue queue, VisitToken token) {
    doors.fade(queue, token.hash());
  }

  /// Destroys the thread: its key now, its words now; unreadable in every copy after eight days.
  ///
  /// @return false when the visit has ended
  public boolean destroy(Queue queue, VisitToken token) {
    boolean destroyed = doors.destroy(queue, token.hash());
    wake.ring();
    return destroyed;
  }

  private Said acknowledged(Doors.Answer answer) {
    wake.ring();
    return new Said.Acknowledged(
        Objects.requireNonNull(answer.seq()),
        Objects.requireNonNull(answer.at()),
        answer.hasPhrase());
  }

  static List<Line> opened(
      VisitToken token, UUID thread, byte[] wrapped, List<Doors.Sealed> sealed) {
    if (sealed.isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    try (DataKey key = opened(token, thread, wrapped)) {
      for (Doors.Sealed one : sealed) {
        lines.add(line(key, one));
      }
    }
    return lines;
  }

  private static DataKey opened(VisitToken token, UUID thread, byte[] wrapped) {
    try (DataKey visit = token.key()) {
      return visit.unwrap(wrapped, thread.toString());
    }
  }

  private static Line line(DataKey key, Doors.Sealed sealed) {
    return new Line(
        sealed.seq(),
        sealed.fromPerson(),
        sealed.at(),
        key.open(place(sealed.clientId()), sealed.sealed()));
  }

  private static Place place(UUID clientId) {
    return new Place("contact", clientId, "words", 1);
  }
}
