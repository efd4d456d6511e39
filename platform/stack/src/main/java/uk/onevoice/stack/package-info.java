/**
 * OneVoice on one machine without containers: PostgreSQL, Kafka, Keycloak, the services and a
 * router in front of them as plain processes. Start with {@code Main}; {@code Stack} is the order
 * of things. Everything it keeps lies in one folder, and it stops nothing that it did not start.
 */
@NullMarked
package uk.onevoice.stack;

import org.jspecify.annotations.NullMarked;
