package se.fristad.house;

import java.lang.reflect.Method;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Binds the side around every bean of a package or type that carries [OnSide]: outermost, so that
/// transactions, listeners and the registry of events all find it bound.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class SideAdvice {
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor sideAdvisor() {
    Pointcut onSide =
        new StaticMethodMatcherPointcut() {
          @Override
          public boolean matches(Method method, Class<?> type) {
            return method.getDeclaringClass() != Object.class && sideOf(type).isPresent();
          }
        };
    MethodInterceptor bind =
        call -> {
          Object target = call.getThis();
          Side side =
              sideOf(target == null ? call.getMethod().getDeclaringClass() : target.getClass())
                  .orElseThrow();
          if (Sides.isBound() && Sides.current() == side) {
            return call.proceed();
          }
          return Sides.calling(side, call::proceed);
        };
    DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(onSide, bind);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /// What runs in a thread of its own, such as a listener, goes on where its caller was, unless its
  /// own type says another side.
  @Bean
  static TaskDecorator sideOfTheCaller() {
    return task -> {
      if (!Sides.isBound()) {
        return task;
      }
      Side side = Sides.current();
      return () -> Sides.run(side, task);
    };
  }

  /// The side of a type: its own, else its package's, else the nearest package's around it.
  static Optional<Side> sideOf(Class<?> type) {
    if (!type.getName().startsWith("se.fristad.")) {
      return Optional.empty();
    }
    for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
      OnSide own = one.getAnnotation(OnSide.class);
      if (own != null) {
        return Optional.of(own.value());
      }
    }
    String name = type.getPackageName();
    ClassLoader loader = type.getClassLoader();
    while (name.startsWith("se.fristad.")) {
      try {
        OnSide around =
            Class.forName(name + ".package-info", false, loader).getAnnotation(OnSide.class);
        if (around != null) {
          return Optional.of(around.value());
        }
      } catch (ClassNotFoundException none) {
        // a package without a package-info says nothing about its side
      }
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return Optional.empty();
  }
}
