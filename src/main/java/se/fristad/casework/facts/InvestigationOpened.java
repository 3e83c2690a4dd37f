package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// An investigation was opened (*inledd utredning*, 14 kap. 2 § SoL).
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param age of the person, as a band
public record InvestigationOpened(UUID id, LocalDate day, String municipality, AgeBand age)
    implements CaseFact {}
