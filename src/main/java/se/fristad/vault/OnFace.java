package se.fristad.vault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/// Exists only on nodes that show one of these faces (`fristad.faces`): on another node there is
/// neither the bean nor its routes.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnFaceCondition.class)
public @interface OnFace {
  /// The faces.
  Face[] value();
}
