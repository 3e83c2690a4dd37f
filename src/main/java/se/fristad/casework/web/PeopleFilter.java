package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;

/// What the list of files can be narrowed to; it stands in the address.
///
/// @param shown which list, kept when it is narrowed
/// @param order how it is sorted, kept when it is narrowed
/// @param dues empty where nothing is due
/// @param others empty for somebody who sees her own files only
/// @param active whether it is narrowed now
/// @param all the same list, not narrowed
public record PeopleFilter(
    String shown,
    String order,
    Field kind,
    List<Option> kinds,
    Field risk,
    List<Option> risks,
    Field due,
    List<Option> dues,
    Field whose,
    List<Option> others,
    boolean active,
    String all) {
  /// Copies the lists.
  public PeopleFilter {
    kinds = List.copyOf(kinds);
    risks = List.copyOf(risks);
    dues = List.copyOf(dues);
    others = List.copyOf(others);
  }
}
