package uk.onevoice.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.kernel.ActorRef;

/** Who is calling: a registered person or an approved system. */
public sealed interface Actor {
  /** How events and idempotency keys name the caller. */
  ActorRef ref();

  /** The organisation this request is made for, where that is beyond doubt. */
  Optional<OrganisationId> actingFor();

  /** Whether the caller holds one of these roles, anywhere. */
  default boolean holdsOneOf(Role... roles) {
    return !holdings(roles).isEmpty();
  }

  /** Whether the caller holds one of these roles for this organisation. */
  default boolean holdsAt(OrganisationId organisation, Role... roles) {
    return holdings(roles).stream()
        .anyMatch(holding -> organisation.equals(holding.organisation()));
  }

  /** The caller's holdings in these roles that count in this request. */
  List<RoleHolding> holdings(Role... roles);

  /**
   * A person, with what they hold today.
   *
   * @param holdings only the chosen one when the person acts in one capacity
   * @param actingAs the capacity named by {@code X-Acting-As}, null when none was
   */
  record PersonActor(PersonId person, List<RoleHolding> holdings, @Nullable RoleHolding actingAs)
      implements Actor {
    public PersonActor {
      holdings = List.copyOf(holdings);
    }

    @Override
    public ActorRef ref() {
      return ActorRef.person(person.toString());
    }

    /** That of the chosen capacity; without a choice, that of the only holding. */
    @Override
    public Optional<OrganisationId> actingFor() {
      RoleHolding only = holdings.size() == 1 ? holdings.getFirst() : actingAs;
      return Optional.ofNullable(only).map(RoleHolding::organisation);
    }

    @Override
    public List<RoleHolding> holdings(Role... roles) {
      List<Role> wanted = List.of(roles);
      return holdings.stream().filter(holding -> wanted.contains(holding.role())).toList();
    }
  }

  /** A system, which acts for the organisation it is registered against. It holds no role. */
  record ClientActor(String clientId, OrganisationId organisation, ClientKind kind)
      implements Actor {
    @Override
    public ActorRef ref() {
      return ActorRef.client(clientId);
    }

    @Override
    public Optional<OrganisationId> actingFor() {
      return Optional.of(organisation);
    }

    @Override
    public List<RoleHolding> holdings(Role... roles) {
      return List.of();
    }
  }
}
