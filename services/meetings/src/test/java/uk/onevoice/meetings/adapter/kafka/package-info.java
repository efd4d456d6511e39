/** The meetings service on the real PostgreSQL, Kafka and Keycloak of the tests' stack. */
@NullMarked
package uk.onevoice.meetings.adapter.kafka;

import org.jspecify.annotations.NullMarked;
