package uk.onevoice.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation that a resource method answers, by its {@code operationId}. Who may call it stands
 * in its row of {@code permissions.yaml}. A service with a method that names none, or one without a
 * row, does not start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {
  String value();
}
