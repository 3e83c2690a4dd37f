package se.fristad.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Where a sealed text belongs: bound into the seal as associated data,
/// `module|record|field|version`.
///
/// @param module the module that owns the record
/// @param record the record's id
/// @param field the column or part
/// @param version the version of the record, from 1
public record Place(String module, UUID record, String field, int version) {
  byte[] associatedData() {
    return (module + "|" + record + "|" + field + "|" + version).getBytes(StandardCharsets.UTF_8);
  }
}
