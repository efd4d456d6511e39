package uk.onevoice.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stops a service at start that has a resource method nobody decided about. */
@Singleton
class EveryMethodIsGuarded {
  void check(@Observes StartupEvent start, BeanManager beans) {
    List<String> unguarded = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class)) {
      if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
        unguarded.addAll(unguarded(bean.getBeanClass()));
      }
    }
    if (!unguarded.isEmpty()) {
      throw new IllegalStateException(
          "Nobody said who may call " + String.join(", ", unguarded) + ": add @Allow.");
    }
  }

  static List<String> unguarded(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(EveryMethodIsGuarded::answersRequests)
        .filter(method -> AllowedCallers.of(resource, method).isEmpty())
        .map(method -> resource.getSimpleName() + "." + method.getName())
        .sorted()
        .toList();
  }

  private static boolean answersRequests(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
  }
}
