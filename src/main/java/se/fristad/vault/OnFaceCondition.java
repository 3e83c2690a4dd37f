package se.fristad.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Reads `fristad.faces` before the beans are there.
final class OnFaceCondition implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata type) {
    List<String> shown =
        Arrays.stream(context.getEnvironment().getRequiredProperty("fristad.faces").split(","))
            .map(face -> face.strip().toUpperCase(Locale.ROOT))
            .toList();
    Face[] asked = type.getAnnotations().get(OnFace.class).synthesize().value();
    return Arrays.stream(asked).anyMatch(face -> shown.contains(face.name()));
  }
}
