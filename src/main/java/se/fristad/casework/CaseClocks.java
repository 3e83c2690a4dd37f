package se.fristad.casework;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The centre's own goals, where the law gives none: `fristad.casework.*`.
///
/// @param adultGoalMonths so many months after an adult has applied her matter is to be decided; the
///   law says no day, and after six months she can ask for one
@ConfigurationProperties("fristad.casework")
record CaseClocks(@DefaultValue("4") int adultGoalMonths) {
  /// A goal after six months would be none.
  CaseClocks {
    if (adultGoalMonths < 1 || adultGoalMonths > 6) {
      throw new IllegalArgumentException("fristad.casework.adult-goal-months is from 1 to 6");
    }
  }
}
