/**
 * PostgreSQL, Kafka and Keycloak for tests: {@link uk.onevoice.testkit.stack.RunningStack} finds
 * the running ones or starts them, {@link uk.onevoice.testkit.stack.ServiceUnderTest} gives a
 * Quarkus test a database, topics and consumer groups that nobody else has.
 */
@NullMarked
package uk.onevoice.testkit.stack;

import org.jspecify.annotations.NullMarked;
