/// Fristad: the one system a resource centre against violence in close relationships needs.
///
/// Read the rooms in the order of the work: somebody makes [contact][se.fristad.contact] (1); we
/// receive and screen it in [intake][se.fristad.intake] (2); we work the case of the exposed
/// ([casework][se.fristad.casework], 3) or the course with the one who uses violence
/// ([perpetrator][se.fristad.perpetrator], 3b), with a wall between them; we may
/// [shelter][se.fristad.shelter] (4a) and we may meet about it
/// ([conference][se.fristad.conference], 4b); we support [professionals][se.fristad.outreach] (5);
/// everything is [counted][se.fristad.statistics] (6), nobody is recognisable; and the centre is
/// [steered][se.fristad.steering] (7).
///
/// Beneath lie the foundations: [centre][se.fristad.centre], [outgoing][se.fristad.outgoing],
/// [retention][se.fristad.retention], [access][se.fristad.access], [audit][se.fristad.audit],
/// [vault][se.fristad.vault]; beside them the pure rooms [assessment][se.fristad.assessment],
/// [law][se.fristad.law], [page][se.fristad.page]. [house][se.fristad.house] is not a room: it is
/// what carries them, and no room may lean on it in code.
@NullMarked
package se.fristad;

import org.jspecify.annotations.NullMarked;
