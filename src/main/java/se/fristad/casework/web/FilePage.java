package se.fristad.casework.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Happening;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// A file, in the order in which it is asked: how to make contact, the risk, what is due, who does
/// what, the story.
///
/// @param warnings what is to be known before anything else is read, in sentences
/// @param next the steps that can be taken now, by the work that they belong to
/// @param relations the way to those around her; null when it does not lead on
/// @param opened how many have opened it, and the way to why they can
/// @param answered whether the children reported have been answered for; null when none is
/// @param plan the plan that stands; null when none does
/// @param plans the way to every plan; null when there is none, or it does not lead on
/// @param mapped what was mapped in an investigation; null when nothing is
/// @param story what has happened, the latest first
/// @param told which part of the story that is
/// @param note null for somebody who may not write
/// @param sections what others add, each drawn whole by its own template
public record FilePage(
    Shell shell,
    FileHead head,
    List<String> warnings,
    List<NextSteps> next,
    Table due,
    List<Described> who,
    @Nullable Option relations,
    Option opened,
    List<Described> about,
    @Nullable ReportsAnswered answered,
    List<Table> steps,
    @Nullable PlanSheet plan,
    @Nullable Option plans,
    @Nullable Mapped mapped,
    List<Happening> story,
    Paging told,
    @Nullable NotePanel note,
    List<Content> sections) {
  /// Copies the lists.
  public FilePage {
    warnings = List.copyOf(warnings);
    next = List.copyOf(next);
    who = List.copyOf(who);
    about = List.copyOf(about);
    steps = List.copyOf(steps);
    story = List.copyOf(story);
    sections = List.copyOf(sections);
  }

  /// Whether the reader may see who the others are.
  public boolean whyShown() {
    return !opened.value().isEmpty();
  }
}
