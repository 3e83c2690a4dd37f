package se.fristad.casework.web;

import java.util.List;

/// Steps that can be taken now, of one kind of work.
public record NextSteps(String heading, List<NextStep> steps) {
  /// Copies the list.
  public NextSteps {
    steps = List.copyOf(steps);
  }
}
