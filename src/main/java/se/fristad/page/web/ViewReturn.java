package se.fristad.page.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.fristad.page.Templates;
import se.fristad.page.View;

/// Answers with the page a controller (or the advice) returned.
final class ViewReturn implements HandlerMethodReturnValueHandler {
  private final Templates templates;

  ViewReturn(Templates templates) {
    this.templates = templates;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return View.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    if (value instanceof View view) {
      var response = request.getNativeResponse(HttpServletResponse.class);
      if (response == null) {
        throw new IllegalStateException("not a servlet");
      }
      templates.answer(view, response);
    }
  }
}
