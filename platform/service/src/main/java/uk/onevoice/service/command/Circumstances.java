package uk.onevoice.service.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.OrganisationId;

/**
 * What a resource knows about a command beyond the request; null where the request says enough.
 *
 * @param occurredAt when it happened, where that is not now
 * @param actingFor the organisation the caller acts for, where the resource has worked it out
 * @param tenant the ICS whose data this is; null for the registry that all share
 */
public record Circumstances(
    @Nullable Instant occurredAt,
    @Nullable OrganisationId actingFor,
    @Nullable OrganisationId tenant) {
  public static final Circumstances NONE = new Circumstances(null, null, null);

  public Circumstances at(Instant occurred) {
    return new Circumstances(occurred, actingFor, tenant);
  }

  public Circumstances actingFor(OrganisationId organisation) {
    return new Circumstances(occurredAt, organisation, tenant);
  }

  public Circumstances in(OrganisationId ics) {
    return new Circumstances(occurredAt, actingFor, ics);
  }
}
