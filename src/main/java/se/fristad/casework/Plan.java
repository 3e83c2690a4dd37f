package se.fristad.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// An individual action plan (*individuell handlingsplan*, A-INV-11, A-INV-12, A-COO-08) as it is
/// agreed with her: her goals, who does what by when, what she thinks of it, and how she has it.
///
/// @param view what she says of it
/// @param paperIsSafe that she has said just now that a paper is safe with her
/// @param gotHow how or why not, in words
/// @param review the day it is gone through with her
public record Plan(
    List<Goal> goals,
    Confidential view,
    Agreement agreed,
    Got got,
    boolean paperIsSafe,
    Confidential gotHow,
    LocalDate review) {
  /// The most goals, and the most that is to be done for each.
  static final int MOST_GOALS = 6;

  static final int MOST_ACTIONS = 6;

  /// Copies the list.
  public Plan {
    goals = List.copyOf(goals);
  }

  /// A goal.
  ///
  /// @param row its row in the form, from 0
  /// @param words hers
  /// @param need which need it answers
  /// @param supports the supports that are to lead to it
  public record Goal(
      int row, Confidential words, Road.NeedDomain need, Set<UUID> supports, List<Action> actions) {
    /// Copies the set and the list.
    public Goal {
      supports = Set.copyOf(supports);
      actions = List.copyOf(actions);
    }

    /// A goal by its place.
    public Goal(
        Confidential words, Road.NeedDomain need, Set<UUID> supports, List<Action> actions) {
      this(0, words, need, supports, actions);
    }

    String field(String name) {
      return field(row, name);
    }

    static String field(int row, String name) {
      return "g" + row + "_" + name;
    }
  }

  /// Something that is to be done.
  ///
  /// @param row its row under the goal in the form, from 0
  /// @param staff which of us; null when it is somebody else
  /// @param name who else, by name or house
  /// @param due by when
  public record Action(
      int row,
      Confidential what,
      By by,
      @Nullable UUID staff,
      Confidential name,
      LocalDate due,
      Standing standing) {
    /// Something that has not begun.
    public Action(
        Confidential what, By by, @Nullable UUID staff, Confidential name, LocalDate due) {
      this(0, what, by, staff, name, due, Standing.NOT_BEGUN);
    }

    String field(Goal goal, String name) {
      return field(goal.row, row, name);
    }

    static String field(int goal, int row, String name) {
      return "g" + goal + "_a" + row + "_" + name;
    }
  }

  /// Who does it.
  public enum By {
    /// The person herself.
    HERSELF,
    /// One of us who works in the file.
    STAFF,
    /// Somebody else: another house, a lawyer, her sister.
    OTHER;

    String code() {
      return Road.code(this);
    }
  }

  /// Where it stands.
  public enum Standing {
    /// Nobody has begun.
    NOT_BEGUN,
    /// It goes on.
    GOING,
    /// It is done.
    DONE,
    /// It did not come about.
    HINDERED,
    /// It is not needed or not wanted any more.
    DROPPED;

    String code() {
      return Road.code(this);
    }

    /// Whether it is still to be done.
    boolean open() {
      return this == NOT_BEGUN || this == GOING;
    }

    static Standing of(String code) {
      return Road.of(values(), code);
    }
  }

  /// Whether she agrees with it.
  public enum Agreement {
    /// She does.
    YES,
    /// With some of it.
    PARTLY,
    /// She does not.
    NO;

    String code() {
      return Road.code(this);
    }
  }

  /// How she has got it.
  public enum Got {
    /// It was read with her, and stays here.
    READ,
    /// She has it on paper.
    PAPER,
    /// She has not got it.
    NOT;

    String code() {
      return Road.code(this);
    }
  }

  /// Her goals are not printed.
  @Override
  public String toString() {
    return "[a plan]";
  }
}
