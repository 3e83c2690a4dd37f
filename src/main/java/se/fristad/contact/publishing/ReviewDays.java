package se.fristad.contact.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.centre.OpeningHours;
import se.fristad.page.Field;
import se.fristad.page.TypedForm;

/// Until when something that staff have written for the public may stand without anybody looking at
/// it again.
@StaffFace
@Component
class ReviewDays {
  /// A number or a text that nobody has looked at for so many years is not to be trusted.
  private static final int LONGEST = 2;

  private static final int USUAL_MONTHS = 6;

  private final Clock clock;

  ReviewDays(Clock clock) {
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
  }

  /// What a new form proposes, as a field of a day holds it.
  String usual() {
    return today().plusMonths(USUAL_MONTHS).toString();
  }

  /// What is wrong with the day that was typed, as a key of a text; nothing when it is a day to
  /// come that is not too far away.
  Optional<String> wrong(TypedForm typed, String field) {
    Optional<LocalDate> day = Field.day(typed.value(field));
    if (day.isEmpty()) {
      return Optional.of("contact.public.wrong.day");
    }
    return !day.get().isAfter(today()) || day.get().isAfter(today().plusYears(LONGEST))
        ? Optional.of("contact.public.wrong.ahead")
        : Optional.empty();
  }
}
