package uk.onevoice.eventstore;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.ActorRef;

/**
 * Who acted and what it belongs to; the same for all events of one command. References only.
 *
 * @param actingFor the organisation the actor acted for, if any
 * @param tenant the ICS whose data this is, null for the registry that all share
 * @param causationId the event or request that led to this command
 * @param traceparent W3C trace context of the request
 */
public record Metadata(
    ActorRef actor,
    @Nullable String actingFor,
    @Nullable String tenant,
    UUID correlationId,
    @Nullable UUID causationId,
    @Nullable String traceparent) {}
