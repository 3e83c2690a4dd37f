/// Stands before the package-info of the code on a test's class path, and therefore says the same
/// side.
@NullMarked
@OnSide(Side.FRONT)
package se.fristad.contact.front;

import org.jspecify.annotations.NullMarked;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
