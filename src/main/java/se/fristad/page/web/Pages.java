package se.fristad.page.web;

import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import se.fristad.page.Accent;
import se.fristad.page.Asset;
import se.fristad.page.Look;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;

/// Makes the catalogue of texts and the templates, and teaches Spring to answer with a `Reply`.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
  private final Templates templates = new Templates();

  @Bean
  TextCatalogue textCatalogue() {
    return TextCatalogue.ofClassPath();
  }

  @Bean
  Templates templates() {
    return templates;
  }

  @Bean
  Look look(@Value("${fristad.centre.accent:pine}") String accent) {
    return new Look(Look.Theme.SYSTEM, Accent.of(accent));
  }

  @Bean
  FaultDoor faultDoor(Faults faults) {
    return new FaultDoor(faults);
  }

  /// The files and the fault door, before every other mapping.
  @Bean
  SimpleUrlHandlerMapping pageFiles(FaultDoor faults, Look look) {
    var handlers = new HashMap<String, Object>();
    for (var asset : Asset.all()) {
      handlers.put(Asset.ROOT + asset.name(), new Assets(asset));
    }
    var own = look.accent().sheet();
    if (own != null) {
      handlers.put(Asset.ROOT + own.name(), new Assets(own));
    }
    handlers.put("/error", faults);
    return new SimpleUrlHandlerMapping(handlers, Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(new ReplyReturn(templates));
  }
}
