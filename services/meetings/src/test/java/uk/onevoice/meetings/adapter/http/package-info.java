/** The meetings service on the real PostgreSQL, Kafka and Keycloak of the tests' stack. */
@NullMarked
package uk.onevoice.meetings.adapter.http;

import org.jspecify.annotations.NullMarked;
