/// The public face's half of contact: visits, the way back, open pages. Runs as `front`: no table,
/// no keyset, only the doors.
@NullMarked
@OnSide(Side.FRONT)
@NamedInterface("front")
package se.fristad.contact.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
