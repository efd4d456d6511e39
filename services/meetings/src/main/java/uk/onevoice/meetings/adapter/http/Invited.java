package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.PapersLog;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.guests.Guests;
import uk.onevoice.meetings.domain.guests.GuestsCommand;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;

/** Which items of a meeting the caller is a guest for: by the organisation that they act for. */
@ApplicationScoped
class Invited {
  private final CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests;
  private final CurrentActor actor;

  Invited(
      CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests,
      CurrentActor actor) {
    this.guests = guests;
    this.actor = actor;
  }

  /** None where the caller is no guest. */
  Set<ItemId> items(MeetingId meeting) {
    return guests.current(PapersLog.guests(meeting)).state().itemsOf(organisations());
  }

  private List<OrganisationId> organisations() {
    return switch (actor.get()) {
      case Actor.PersonActor person ->
          person.holdings(Role.values()).stream()
              .map(RoleHolding::organisation)
              .filter(Objects::nonNull)
              .map(body -> new OrganisationId(body.value()))
              .toList();
      case Actor.ClientActor client -> List.of(new OrganisationId(client.organisation().value()));
    };
  }
}
