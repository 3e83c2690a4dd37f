package se.fristad.page.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.fristad.page.Templates;
import se.fristad.page.TextCatalogue;

/// Makes the catalogue of texts and the templates, and teaches Spring to answer with a `View`.
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

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(new ViewReturn(templates));
  }
}
