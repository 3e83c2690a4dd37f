/// Step 6. Everything counted, nobody recognised (*statistik*): frozen releases with small numbers
/// hidden.
///
/// It hears what the rooms below tell as *facts* (a day, a municipality, a code) and keeps
/// counters, never rows about anyone. Of each closed quarter and year it makes one frozen release;
/// every page, chart and file is cut from a release and never from the counters. Numbers below five
/// are hidden, and so many more that a linear programme finds room for every hidden one ([Audit]).
///
/// **Refuses** anything with an identity: of the modules below it may use only their `facts`. Side
/// support. Law: 15 kap. 2 § SoL, 24 kap. 8 § OSL.
@NullMarked
@OnSide(Side.SUPPORT)
@ApplicationModule(
    displayName = "6 Statistics",
    allowedDependencies = {
      "page",
      "centre",
      "law",
      "access",
      "audit",
      "vault",
      "contact :: facts",
      "intake :: facts",
      "casework :: facts"
    })
package se.fristad.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
