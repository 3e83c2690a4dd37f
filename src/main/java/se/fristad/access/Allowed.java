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
}
