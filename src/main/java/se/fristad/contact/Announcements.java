package se.fristad.contact;

import java.util.Locale;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
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

  /// The announcement, in her language; in Swedish and English where we have it in no other.
  Confidential of(Role role, String language) {
    String said = said(role, texts(language));
    return Confidential.of(known(language) ? said : said + "\n\n" + said(role, texts("en")));
  }

  /// A competence, in her language.
  String competence(Role role, String language) {
    return texts(language).t("contact.inbox.competence." + role.code());
  }

  private String said(Role role, Texts texts) {
    return texts.t(
        "contact.inbox.announcement",
        texts.t("contact.inbox.competence.one." + role.code()),
        texts.duration(times.answering()));
  }

  private static boolean known(String language) {
    return language.equals("sv") || language.equals("en");
  }

  private Texts texts(String language) {
    return catalogue.in(Locale.of(known(language) ? language : "sv"));
  }
}
