package se.fristad.contact.reception;

import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.Queue;
import se.fristad.vault.Node;
import se.fristad.vault.Sides;

/// Coordination on a node of the staff face: the other side answers on its own side, outside any
/// transaction of the one that asks. A node that does not serve the other side cannot know, and
/// says that the house is occupied.
@StaffFace
@Component
class OtherSides implements HouseCoordination {
  private final MeetingRows rows;
  private final Node node;

  OtherSides(MeetingRows rows, Node node) {
    this.rows = rows;
    this.node = node;
  }

  @Override
  public List<Boolean> occupied(Queue asking, int house, List<FreeTimes.Span> spans) {
    Queue other = HouseCoordination.otherOf(asking);
    return node.opens(other.side())
        ? Sides.on(other.side(), () -> rows.occupied(other, house, spans))
        : Collections.nCopies(spans.size(), true);
  }
}
