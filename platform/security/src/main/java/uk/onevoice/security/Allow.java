package uk.onevoice.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.Role;

/**
 * Who may call a resource method: anybody who meets one of its parts. The annotation of the method
 * counts before that of its class. A service with a method that has neither does not start.
 *
 * <p>It says who may ask at all. For which organisation or place is checked by the resource, with
 * the {@link Actor}'s holdings.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {
  /** Persons who hold one of these roles today. */
  Role[] value() default {};

  /** Every registered person, whatever they hold. */
  boolean anyPerson() default false;

  /** Approved systems of these kinds. */
  ClientKind[] clients() default {};
}
