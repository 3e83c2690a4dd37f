package se.fristad.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// Exists only on nodes that show the staff face (`fristad.faces`). A public node has neither the
/// class's bean nor its routes.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@OnFace(Face.STAFF)
public @interface StaffFace {}
