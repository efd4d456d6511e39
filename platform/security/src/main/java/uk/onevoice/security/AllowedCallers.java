package uk.onevoice.security;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@link Allow} from resource methods. */
final class AllowedCallers {
  private AllowedCallers() {}

  /** The rule for a method: its own, else its class's, else none. */
  static Optional<Allow> of(Class<?> resource, Method method) {
    Allow own = method.getAnnotation(Allow.class);
    return Optional.ofNullable(own != null ? own : declared(resource));
  }

  /** The class's rule; a container's subclass inherits that of the class it stands for. */
  private static @Nullable Allow declared(Class<?> resource) {
    for (Class<?> type = resource; type != Object.class && type != null; type = superclass(type)) {
      Allow allow = type.getAnnotation(Allow.class);
      if (allow != null) {
        return allow;
      }
    }
    return null;
  }

  private static @Nullable Class<?> superclass(Class<?> type) {
    return type.getSuperclass();
  }

  static boolean permits(Allow allow, Actor actor) {
    return switch (actor) {
      case Actor.PersonActor person -> allow.anyPerson() || person.holdsOneOf(allow.value());
      case Actor.ClientActor client -> List.of(allow.clients()).contains(client.kind());
    };
  }
}
