package se.fristad.vault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The methods of the annotated package or type run on this side. The nearest one counts: the
/// type's, then its package's, then the package's around it.
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnSide {
  /// The side.
  Side value();
}
