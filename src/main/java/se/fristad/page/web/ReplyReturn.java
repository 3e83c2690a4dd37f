package se.fristad.page.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Templates;
import se.fristad.page.Unchanged;
import se.fristad.page.View;

/// Carries out the [Reply] that a controller returned.
final class ReplyReturn implements HandlerMethodReturnValueHandler {
  private final Templates templates;

  ReplyReturn(Templates templates) {
    this.templates = templates;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return Reply.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    if (!(value instanceof Reply reply)) {
      return;
    }
    HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
    if (response == null) {
      throw new IllegalStateException("not a servlet");
    }
    switch (reply) {
      case View view -> templates.answer(view, response);
      case SeeOther other -> {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", other.path());
      }
      case Unchanged unchanged -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }
}
