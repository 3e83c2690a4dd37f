package se.fristad.contact;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.page.Language;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;

/// What the person is told, in her own conversation, before somebody of another competence may read
/// there: who, that she may say no, and what happens if she says nothing.
@StaffFace
@Component
class Announcements {
  private final TextCatalogue catalogue;
  private final Times times;

  Announcements(TextCatalogue catalogue, Times times) {
    this.catalogue = catalogue;
    this.times = times;
  }

  /// The announcement, in her language; in Swedish and in English where the public face does not
  /// speak it.
  Confidential of(Role role, String language) {
    return Confidential.of(
        spoken(language).stream().map(texts -> said(role, texts)).collect(joining("\n\n")));
  }

  /// A competence, in her language.
  String competence(Role role, String language) {
    return spoken(language).getFirst().t("contact.front.competence." + role.code());
  }

  private String said(Role role, Texts texts) {
    return texts.t(
        "contact.front.announcement",
        texts.t("contact.front.competence.one." + role.code()),
        Math.max(1, times.answering().toMinutes()));
  }

  /// The languages in which she is told something: her own, where the whole public face speaks it.
  /// Never one of those that say the short safety set only, which nobody has reviewed for more.
  private List<Texts> spoken(String language) {
    return Language.of(language)
        .filter(Language::isWhole)
        .map(own -> List.of(catalogue.in(own)))
        .orElseGet(() -> List.of(catalogue.in(Language.SWEDISH), catalogue.in(Language.ENGLISH)));
  }
}
