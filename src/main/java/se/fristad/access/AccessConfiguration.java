package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.fristad.page.Icon;

/// Teaches Spring that a controller's [Viewer] is the one the [Gate] let in, and adds this module's
/// lines to the navigation.
@StaffFace
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
  @Bean
  NavEntry logEntry() {
    return new NavEntry(100, "access.nav.log", "/staff/log", Icon.LOG, Set.of(Role.LOG_REVIEWER));
  }

  @Bean
  NavEntry administrationEntry() {
    return new NavEntry(
        110,
        "access.nav.administration",
        "/staff/administration",
        Icon.LOCK,
        Set.of(Role.ADMINISTRATOR));
  }

  @Bean
  NavEntry lawEntry() {
    return new NavEntry(
        NavEntry.REFERENCE, "access.nav.law", "/staff/law", Icon.INFORMATION, LawPages.READERS);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SessionArguments());
  }

  /// A controller that asks for a viewer on a page that anyone may see, or that did not pass the
  /// gate, is a fault of ours and gets none.
  private static final class SessionArguments implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Viewer.class
          || parameter.getParameterType() == Sessions.Session.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
      Sessions.Session session = servlet == null ? null : Sessions.Session.of(servlet);
      if (session == null) {
        throw new IllegalStateException("nobody passed the gate");
      }
      return parameter.getParameterType() == Viewer.class ? session.viewer() : session;
    }
  }
}
