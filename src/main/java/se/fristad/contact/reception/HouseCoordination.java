package se.fristad.contact.reception;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fristad.contact.Queue;

/// Coordination (security decisions 4): two who must not meet are kept apart in house and hour.
///
/// Nobody here has a name, so that whoever comes for the one side could be the one whom somebody of
/// the other must not meet: nobody is received in a house within the margin of somebody of the
/// other side. The other side is asked in memory, for moments that this one is planning, and
/// answers yes or no; the answer is used in the words of an occupied time and stored nowhere.
public interface HouseCoordination {
  /// For each span, whether somebody of the other side is in the house within it.
  ///
  /// @param asking the queue that plans
  List<Boolean> occupied(Queue asking, int house, List<FreeTimes.Span> spans);

  /// The queue whose people those of another must not meet.
  static Queue otherOf(Queue asking) {
    return switch (asking) {
      // whoever asks in her work sits in the same house, and may have somebody with her
      case SUPPORT, PROFESSIONAL -> Queue.CHANGE;
      case CHANGE -> Queue.SUPPORT;
    };
  }

  /// Whether a place is occupied by the other side around a time.
  default boolean isOccupied(Queue asking, int house, FreeTimes.Span span, Duration margin) {
    return occupied(asking, house, List.of(span.wider(margin))).getFirst();
  }

  /// The times with only those rooms that are far enough from anybody of the other side; a time
  /// that has none left is not among them.
  default List<FreeTimes.Time> apart(Queue asking, List<FreeTimes.Time> times, Duration margin) {
    Map<Integer, Map<FreeTimes.Span, Boolean>> asked = new TreeMap<>();
    for (FreeTimes.Time time : times) {
      for (FreeTimes.Choice choice : time.choices()) {
        Plan.Place place = choice.place();
        if (place != null) {
          asked
              .computeIfAbsent(place.house(), house -> new HashMap<>())
              .put(new FreeTimes.Span(time.from(), time.until()), false);
        }
      }
    }
    asked.forEach((house, spans) -> {
      List<FreeTimes.Span> some = List.copyOf(spans.keySet());
      List<Boolean> answers =
          occupied(asking, house, some.stream().map(span -> span.wider(margin)).toList());
      for (int at = 0; at < some.size(); at++) {
        spans.put(some.get(at), answers.get(at));
      }
    });
    if (asked.values().stream().noneMatch(spans -> spans.containsValue(true))) {
      return times;
    }
    List<FreeTimes.Time> apart = new ArrayList<>();
    for (FreeTimes.Time time : times) {
      FreeTimes.Span span = new FreeTimes.Span(time.from(), time.until());
      List<FreeTimes.Choice> left =
          time.choices().stream()
              .filter(choice -> {
                Plan.Place place = choice.place();
                return place == null
                    || !asked.getOrDefault(place.house(), Map.of()).getOrDefault(span, true);
              })
              .toList();
      if (!left.isEmpty()) {
        apart.add(time.with(left));
      }
    }
    return apart;
  }
}
