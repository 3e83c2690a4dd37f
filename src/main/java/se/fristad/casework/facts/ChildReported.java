package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// A report about a child was made (*orosanmälan*, 19 kap. 1 § SoL).
///
/// @param id of the fact alone
/// @param day when
/// @param municipality whose case it is
/// @param where whose the child's case is
public record ChildReported(UUID id, LocalDate day, String municipality, ChildCase where)
    implements CaseFact {}
