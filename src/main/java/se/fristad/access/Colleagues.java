package se.fristad.access;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;

/// Who works here in which role: for a form in which somebody chooses who delivers, who takes over,
/// who may decide. Whoever is locked out is not among them.
@StaffFace
@Component
public final class Colleagues {
  private final Staffing staffing;

  Colleagues(Staffing staffing) {
    this.staffing = staffing;
  }

  /// One of them.
  ///
  /// @param role the first of those that were asked for
  public record Colleague(UUID id, Confidential name, Role role) {}

  /// Those who have one of these roles, by name: they are staff, and their names no secret here.
  public List<Colleague> with(Set<Role> roles) {
    Collator alphabet = Collator.getInstance(Locale.of("sv"));
    return staffing.everyone().stream()
        .filter(Staffing.Member::active)
        .flatMap(member ->
            member.viewers().stream()
                .map(Staffing.Capacity::role)
                .filter(roles::contains)
                .findFirst()
                .map(role -> new Colleague(member.id(), member.name(), role))
                .stream())
        .sorted(Comparator.comparing(colleague -> colleague.name().reveal(), alphabet))
        .toList();
  }
}
