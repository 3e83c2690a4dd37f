package se.fristad.contact.front;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// Exists only on nodes that show the public face (`fristad.faces`): a staff or jobs node has
/// neither the bean nor its routes.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnFace(Face.PUBLIC)
@interface PublicOnly {}
