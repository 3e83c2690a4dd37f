package se.fristad.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which roles find this page. For all others, and without this annotation for everyone, it is not
/// there. What is expected stands, written by hand, in `access-matrix.csv`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
  /// The roles.
  Role[] value() default {};

  /// Every role: whoever is logged in.
  boolean everyRole() default false;

  /// Also those who are not logged in: the door itself.
  boolean anyone() default false;

  /// Asked for every few seconds by a page that stands open. It is a sign of life only when the
  /// page says that a hand was at it since it asked last ([Gate#HERE]): a screen that was left is
  /// shut after its thirty minutes, and one where somebody writes stays.
  boolean asksByItself() default false;

  /// Only for one who has shown her second factor a short while ago, at login or anew ([Proving]):
  /// what could do harm in the hands of whoever finds an open screen. Others are asked for it
  /// first; what they had written is kept.
  boolean shownAnew() default false;

  /// A call for help: taken from whoever is known, also when her session has ended or the page is
  /// older than her login, as long as it comes from a page of ours; never kept for later.
  boolean pressedInNeed() default false;
}
