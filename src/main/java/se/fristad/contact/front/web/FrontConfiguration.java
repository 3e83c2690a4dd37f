package se.fristad.contact.front.web;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.fristad.centre.Centre;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicLines;
import se.fristad.centre.PublicPage;
import se.fristad.centre.PublicPages;
import se.fristad.contact.front.Attachments;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.LostWords;
import se.fristad.contact.front.OpenPages;
import se.fristad.contact.front.RemindWishes;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.Visits;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.PhraseKeys;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Opens the public face on nodes that show it.
@Configuration(proxyBeanMethods = false)
@OnFace(Face.PUBLIC)
class FrontConfiguration {
  @Bean
  PublicWords publicWords(PublicLines lines, PublicPages pages, Centre centre, Clock clock) {
    return new PublicWords(
        new PublicWords.Source() {
          @Override
          public List<PublicLine> lines() {
            return Sides.on(Side.FRONT, lines::all);
          }

          @Override
          public List<PublicPage> pages() {
            return Sides.on(Side.FRONT, pages::shown);
          }
        },
        centre,
        clock);
  }

  @Bean
  FilterRegistrationBean<PublicFace> publicFace(
      Visits visits,
      CallWishes calls,
      TimesToBook times,
      RemindWishes reminders,
      Attachments attachments,
      LostWords lost,
      OpenPages pages,
      Limits limits,
      PhraseKeys keys,
      CentreFacts facts,
      PublicWords words,
      Templates templates,
      TextCatalogue catalogue,
      Clock clock) {
    FormNumbers numbers = new FormNumbers(keys.derived("fristad/contact/form/v1"), clock);
    Writing writing = new Writing(facts, numbers, calls);
    Acts acts =
        new Acts(
            visits, calls, times, reminders, attachments, lost, limits, numbers, writing, clock);
    FilterRegistrationBean<PublicFace> face =
        new FilterRegistrationBean<>(
            new PublicFace(
                acts, writing, numbers, new Streams(pages), words, templates, catalogue));
    face.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return face;
  }
}
