package se.fristad.contact.front.web;

import java.time.Duration;
import se.fristad.house.TestClock;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestHouse;

/// Pages of information that lie on the shelf: the first in every whole language, the second in
/// Swedish only.
final class Information {
  private static final TestDatabase DATABASE = TestHouse.shared().database();

  private Information() {}

  static void write(TestClock clock) {
    forget();
    for (String language : new String[] {"sv", "latt", "en", "ar"}) {
      page(1, language);
    }
    page(2, "sv");
    // as long as the public face may remember what stood there before
    clock.advance(Duration.ofSeconds(1));
  }

  private static void page(int number, String language) {
    DATABASE.byHand(
        """
        insert into centre.page (id, number, language, version, state, door, title, body, review_by, changed_at, changed_by)
          values (gen_random_uuid(), ?, ?, 1, 'published', 'everyone', ?, ?, '2027-06-30', now(), gen_random_uuid())
        """,
        number,
        language,
        language.equals("ar") ? "ماذا يحدث بعد ذلك؟" : "Vad händer sedan?",
        "# Först\n\nEn människa läser. **Du bestämmer.**\n\n- [1177](https://www.1177.se/)\n- [112](tel:112)\n\n## Sedan\n\n"
            + "Ett ord som är mycket långt: "
            + "socialtjänst".repeat(12));
  }

  static void forget() {
    DATABASE.byHand("delete from centre.page");
  }
}
