package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// All times that are free for a conversation, and a form for one that is wished.
///
/// @param back the conversation
/// @param before the time that is moved; empty when it is a new one
/// @param moving the time that is moved, in words
/// @param errand what somebody who asks in her work comes for; nothing for all others
/// @param refused why the wished time cannot be had
/// @param nearest the free times nearest to it
/// @param language which language the worker speaks; any when it is empty
/// @param competence what the worker knows more about; anything when it is empty
/// @param lacks what the times that are shown lack
/// @param days the free times, day by day
/// @param more that there are more days, and how many; nothing when all are shown
/// @param groups the groups that have a place
public record BookPage(
    Shell shell,
    String back,
    String id,
    String before,
    @Nullable String moving,
    @Nullable Field errand,
    List<Option> errands,
    @Nullable String refused,
    List<BookPanel.Slot> nearest,
    Field date,
    Field time,
    Field way,
    List<Option> ways,
    Field worker,
    List<Option> workers,
    String with,
    Field language,
    List<Option> languages,
    Field competence,
    List<Option> competences,
    List<String> lacks,
    List<Day> days,
    @Nullable String more,
    List<BookPanel.Slot> groups) {
  /// Copies the lists.
  public BookPage {
    errands = List.copyOf(errands);
    nearest = List.copyOf(nearest);
    ways = List.copyOf(ways);
    workers = List.copyOf(workers);
    languages = List.copyOf(languages);
    competences = List.copyOf(competences);
    lacks = List.copyOf(lacks);
    days = List.copyOf(days);
    groups = List.copyOf(groups);
  }

  /// A day and its free times.
  public record Day(String name, List<BookPanel.Slot> slots) {
    /// Copies the list.
    public Day {
      slots = List.copyOf(slots);
    }
  }
}
