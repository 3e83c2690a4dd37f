/// The public face: one document at `/`, and every act a post to it. Runs as `front`.
@NullMarked
@OnSide(Side.FRONT)
package se.fristad.contact.front.web;

import org.jspecify.annotations.NullMarked;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
