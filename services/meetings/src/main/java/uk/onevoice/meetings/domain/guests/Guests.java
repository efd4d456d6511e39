package uk.onevoice.meetings.domain.guests;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.guests.GuestsCommand.Invite;
import uk.onevoice.meetings.domain.guests.GuestsCommand.Uninvite;
import uk.onevoice.meetings.domain.guests.GuestsEvent.OrganisationInvited;
import uk.onevoice.meetings.domain.guests.GuestsEvent.OrganisationUninvited;
import uk.onevoice.meetings.domain.guests.GuestsRejection.InvitedAlready;
import uk.onevoice.meetings.domain.guests.GuestsRejection.NoItems;
import uk.onevoice.meetings.domain.guests.GuestsRejection.NoSuchInvitation;
import uk.onevoice.meetings.domain.guests.GuestsRejection.NoSuchItem;
import uk.onevoice.meetings.domain.guests.GuestsRejection.OrganisationNotKnown;

/**
 * Who is invited to one meeting for which items.
 *
 * @param invitations in their order, with those that were withdrawn
 */
public record Guests(Map<InvitationId, Invitation> invitations) {
  public static final Decider<GuestsCommand, Guests, GuestsEvent, GuestsRejection> DECIDER =
      new Decider<>(new Guests(Map.of()), Guests::decide, Guests::evolve);

  public Guests {
    invitations = Collections.unmodifiableMap(new LinkedHashMap<>(invitations));
  }

  /** A partner with the items for which it is invited. */
  public record Invitation(OrganisationId organisationId, List<ItemId> itemIds, boolean withdrawn) {
    public Invitation {
      itemIds = List.copyOf(itemIds);
    }
  }

  /** The items that one of these organisations sees as a guest; none where it is no guest. */
  public Set<ItemId> itemsOf(Collection<OrganisationId> organisations) {
    return invitations.values().stream()
        .filter(each -> !each.withdrawn() && organisations.contains(each.organisationId()))
        .flatMap(each -> each.itemIds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one that was in the meeting was there for this item: a guest is for its own alone. */
  public boolean isFor(OrganisationId organisation, ItemId item) {
    List<Invitation> own =
        invitations.values().stream()
            .filter(each -> !each.withdrawn() && each.organisationId().equals(organisation))
            .toList();
    return own.isEmpty() || own.stream().anyMatch(each -> each.itemIds().contains(item));
  }

  static Decision<GuestsEvent, GuestsRejection> decide(GuestsCommand command, Guests guests) {
    return switch (command) {
      case Invite wish -> invite(wish, guests);
      case Uninvite(var meeting, var id) -> {
        @Nullable Invitation known = guests.invitations().get(id);
        if (known == null) {
          yield reject(new NoSuchInvitation(id));
        }
        yield known.withdrawn() ? accept() : accept(new OrganisationUninvited(meeting, id));
      }
    };
  }

  private static Decision<GuestsEvent, GuestsRejection> invite(Invite wish, Guests guests) {
    if (!wish.organisationKnown()) {
      return reject(new OrganisationNotKnown(wish.organisationId()));
    }
    if (wish.itemIds().isEmpty()) {
      return reject(new NoItems());
    }
    Optional<ItemId> missing =
        wish.itemIds().stream().filter(item -> !wish.agenda().contains(item)).findFirst();
    if (missing.isPresent()) {
      return reject(new NoSuchItem(missing.get()));
    }
    for (Map.Entry<InvitationId, Invitation> each : guests.invitations().entrySet()) {
      if (!each.getValue().withdrawn()
          && each.getValue().organisationId().equals(wish.organisationId())) {
        return reject(new InvitedAlready(each.getKey()));
      }
    }
    return accept(
        new OrganisationInvited(
            wish.meetingId(),
            wish.invitationId(),
            wish.organisationId(),
            wish.itemIds().stream().distinct().toList()));
  }

  static Guests evolve(Guests guests, GuestsEvent event) {
    var now = new LinkedHashMap<>(guests.invitations());
    switch (event) {
      case OrganisationInvited(_, var id, var organisation, var items) ->
          now.put(id, new Invitation(organisation, items, false));
      case OrganisationUninvited(_, var id) ->
          now.computeIfPresent(
              id, (_, known) -> new Invitation(known.organisationId(), known.itemIds(), true));
    }
    return new Guests(now);
  }
}
