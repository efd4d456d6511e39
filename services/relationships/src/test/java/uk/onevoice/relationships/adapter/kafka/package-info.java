/** The relationships service on the real PostgreSQL, Kafka and Keycloak of the tests' stack. */
@NullMarked
package uk.onevoice.relationships.adapter.kafka;

import org.jspecify.annotations.NullMarked;
