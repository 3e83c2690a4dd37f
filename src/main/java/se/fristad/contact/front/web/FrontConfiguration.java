package se.fristad.contact.front.web;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.fristad.contact.front.Attachments;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.OpenPages;
import se.fristad.contact.front.Visits;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.PhraseKeys;

/// Opens the public face on nodes that show it.
@Configuration(proxyBeanMethods = false)
@OnFace(Face.PUBLIC)
class FrontConfiguration {
  @Bean
  FilterRegistrationBean<PublicFace> publicFace(
      Visits visits,
      CallWishes calls,
      Attachments attachments,
      OpenPages pages,
      Limits limits,
      PhraseKeys keys,
      CentreFacts facts,
      Templates templates,
      TextCatalogue catalogue,
      Clock clock) {
    FormNumbers numbers = new FormNumbers(keys.derived("fristad/contact/form/v1"), clock);
    Writing writing = new Writing(facts, numbers, calls);
    Acts acts = new Acts(visits, calls, attachments, limits, numbers, writing, clock);
    FilterRegistrationBean<PublicFace> face =
        new FilterRegistrationBean<>(
            new PublicFace(acts, writing, numbers, new Streams(pages), templates, catalogue));
    face.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return face;
  }
}
