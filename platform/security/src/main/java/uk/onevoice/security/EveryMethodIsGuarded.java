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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stops a service at start that has a resource method nobody decided about, or that leaves out an
 * operation for which its part of the matrix has a row.
 */
@Singleton
class EveryMethodIsGuarded {
  void check(@Observes StartupEvent start, BeanManager beans) {
    Set<Class<?>> resources = new HashSet<>();
    for (Bean<?> bean : beans.getBeans(Object.class)) {
      if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
        resources.add(bean.getBeanClass());
      }
    }
    List<String> wrong = faults(resources, Permissions.load());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("Resources and permissions.yaml differ: " + wrong);
    }
  }

  static List<String> faults(Set<Class<?>> resources, Permissions permissions) {
    var faults = new ArrayList<String>();
    var answered = new HashSet<String>();
    var expected = new TreeSet<String>();
    for (Class<?> resource : resources) {
      for (Method method : resource.getMethods()) {
        if (!answersRequests(method)) {
          continue;
        }
        String operation = operation(method);
        var row = permissions.row(operation);
        if (row.isEmpty()) {
          faults.add(
              "%s.%s: %s"
                  .formatted(
                      resource.getSimpleName(),
                      method.getName(),
                      operation == null ? "add @Permission" : "no row for " + operation));
        } else {
          answered.add(operation);
          expected.addAll(permissions.operationsOf(row.get().service()));
        }
      }
    }
    expected.removeAll(answered);
    expected.forEach(operation -> faults.add(operation + ": no method answers it"));
    return faults.stream().sorted().toList();
  }

  /** What the method says it answers; null when it says nothing. */
  static @Nullable String operation(Method method) {
    Permission permission = method.getAnnotation(Permission.class);
    return permission == null ? null : permission.value();
  }

  private static boolean answersRequests(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
  }
}
