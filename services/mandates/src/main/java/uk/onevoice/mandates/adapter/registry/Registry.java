package uk.onevoice.mandates.adapter.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.AffiliationKind;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.LeadershipGroups;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.RoleHoldingId;
import uk.onevoice.mandates.domain.Belonging;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Grantors;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.HolderRole;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.policy.Surroundings;
import uk.onevoice.security.Actor;

/** Asks this service's copy of the registry for the facts that mandates' rules need. */
@ApplicationScoped
public class Registry {
  /** The registry's roles that a mandate can be given to. */
  public static final Role[] HOLDERS =
      Arrays.stream(HolderRole.values())
          .map(role -> Role.valueOf(role.name()))
          .toArray(Role[]::new);

  private static final List<AffiliationKind> MEMBERSHIPS =
      List.of(AffiliationKind.PCN_CORE, AffiliationKind.FEDERATION, AffiliationKind.LMC);

  private final Directory directory;
  private final LeadershipGroups groups;

  Registry(Directory directory, LeadershipGroups groups) {
    this.directory = directory;
    this.groups = groups;
  }

  /**
   * The practices of the mandate's place that the national map lists, on this day, with their
   * memberships of the bodies that it asks.
   */
  public Electorate electorate(Opened mandate, LocalDate on) {
    Map<OrganisationId, Set<uk.onevoice.directory.OrganisationId>> members =
        mandate.bodiesAsked().stream()
            .collect(Collectors.toMap(body -> body, body -> members(body, on)));
    return new Electorate(
        directory.listSizesIn(inDirectory(mandate.opening().placeId()), on).stream()
            .map(practice ->
                new Electorate.Voice(
                    new PracticeId(practice.id().value()),
                    practice.patients(),
                    members.entrySet().stream()
                        .filter(body -> body.getValue().contains(practice.id()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet())))
            .toList());
  }

  private Set<uk.onevoice.directory.OrganisationId> members(OrganisationId body, LocalDate on) {
    return MEMBERSHIPS.stream()
        .flatMap(kind -> directory.members(inDirectory(body), kind, on).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where the practice belonged on this day. */
  public Belonging belonging(PracticeId practice, LocalDate on) {
    return new Belonging(
        placeOf(practice, on),
        groups.bodiesOf(new uk.onevoice.directory.OrganisationId(practice.value()), on).stream()
            .map(body -> new OrganisationId(body.value()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The practices of which somebody is a partner on this day, in whichever role they act. */
  public Set<PracticeId> practicesOf(Actor actor, LocalDate on) {
    return actor instanceof Actor.PersonActor person
        ? directory.holdings(person.person(), on).stream()
            .filter(holding -> holding.role() == Role.PRACTICE_PARTNER)
            .map(RoleHolding::organisation)
            .flatMap(Stream::ofNullable)
            .map(practice -> new PracticeId(practice.value()))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** Those of these practices that the mandate asks on this day, whatever they have said so far. */
  public Set<PracticeId> asked(Opened mandate, Set<PracticeId> among, LocalDate on) {
    if (among.isEmpty()) {
      return Set.of();
    }
    PlaceId place = mandate.opening().placeId();
    @Nullable Grantors only = mandate.newest().grantors();
    @Nullable OrganisationId body = only == null ? null : only.bodyId();
    Set<uk.onevoice.directory.OrganisationId> members = body == null ? Set.of() : members(body, on);
    return directory.practicesIn(inDirectory(place), on).stream()
        .map(practice -> new PracticeId(practice.value()))
        .filter(among::contains)
        .filter(practice ->
            mandate.asks(
                practice,
                new Belonging(
                    place,
                    body != null
                            && members.contains(
                                new uk.onevoice.directory.OrganisationId(practice.value()))
                        ? Set.of(body)
                        : Set.of()),
                on))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the body has practices of the place among its members on this day. */
  public boolean hasMembersIn(PlaceId place, OrganisationId body, LocalDate on) {
    return directory.hasMembersIn(inDirectory(place), inDirectory(body), on);
  }

  public @Nullable PlaceId placeOf(PracticeId practice, LocalDate on) {
    return directory
        .placeOf(new uk.onevoice.directory.OrganisationId(practice.value()), on)
        .map(place -> new PlaceId(place.value()))
        .orElse(null);
  }

  /** The ICB of the place's ICS on this day. */
  public @Nullable OrganisationId icsOf(PlaceId place, LocalDate on) {
    return directory
        .place(inDirectory(place), on)
        .map(Place::ics)
        .map(ics -> new OrganisationId(ics.value()))
        .orElse(null);
  }

  /**
   * The ICB of the place's ICS on this day, or of the one that had followed it by then although the
   * place has not been moved. Of several that followed, the place says itself which it belongs to.
   */
  public @Nullable OrganisationId icsFollowed(PlaceId place, LocalDate on) {
    @Nullable OrganisationId ics = icsOf(place, on);
    Set<OrganisationId> met = new HashSet<>();
    while (ics != null && met.add(ics)) {
      List<uk.onevoice.directory.OrganisationId> followers =
          directory.gone(Set.of(inDirectory(ics)), on).stream()
              .flatMap(gone -> gone.successors().stream())
              .toList();
      if (followers.size() != 1) {
        return ics;
      }
      ics = new OrganisationId(followers.getFirst().value());
    }
    return ics;
  }

  /** Whether the holder and all who stand in are open bodies of general practice on this day. */
  public boolean speakForPractices(Terms terms, LocalDate on) {
    return Stream.concat(Stream.of(terms.holder()), terms.alternates().stream())
        .allMatch(holder -> speaksForPractices(holder.organisationId(), on));
  }

  public boolean speaksForPractices(OrganisationId body, LocalDate on) {
    return directory
        .organisation(inDirectory(body))
        .filter(known -> known.openOn(on))
        .filter(Organisation::isGeneralPractice)
        .isPresent();
  }

  /** The roles that somebody holds at this body on this day. */
  public Set<Holder.Held> inPost(OrganisationId body, LocalDate on) {
    List<Role> roles = List.of(HOLDERS);
    return Stream.concat(
            directory.rolesHeldAt(inDirectory(body), on).stream()
                .filter(roles::contains)
                .map(role -> new Holder.Held(body, HolderRole.valueOf(role.name()))),
            groups.chair(inDirectory(body), on).stream().map(_ -> chairOf(body)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What these holdings are, as far as one of these mandates' terms can be for them. A leadership
   * group is chaired in whatever capacity its chair was named.
   */
  public Set<Holder.Held> held(
      Collection<RoleHolding> holdings, Collection<Terms> terms, LocalDate on) {
    List<RoleHoldingId> ids = holdings.stream().map(RoleHolding::id).toList();
    return Stream.concat(
            offices(holdings),
            terms.stream()
                .flatMap(
                    each -> Stream.concat(Stream.of(each.holder()), each.alternates().stream()))
                .filter(speaker -> speaker.role() == HolderRole.LEADERSHIP_GROUP_CHAIR)
                .map(Holder::organisationId)
                .distinct()
                .filter(group ->
                    groups
                        .chair(inDirectory(group), on)
                        .filter(chair -> ids.contains(chair.id()))
                        .isPresent())
                .map(Registry::chairOf))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Holder.Held chairOf(OrganisationId group) {
    return new Holder.Held(group, HolderRole.LEADERSHIP_GROUP_CHAIR);
  }

  private static Stream<Holder.Held> offices(Collection<RoleHolding> holdings) {
    List<Role> roles = List.of(HOLDERS);
    return holdings.stream()
        .filter(holding -> roles.contains(holding.role()))
        .flatMap(holding ->
            Optional.ofNullable(holding.organisation())
                .map(body ->
                    new Holder.Held(
                        new OrganisationId(body.value()),
                        HolderRole.valueOf(holding.role().name())))
                .stream());
  }

  /** Which of these practices are no longer there. */
  public List<Surroundings.Gone> gone(Set<PracticeId> among, LocalDate by) {
    return directory
        .gone(
            among.stream()
                .map(practice -> new uk.onevoice.directory.OrganisationId(practice.value()))
                .collect(Collectors.toSet()),
            by)
        .stream()
        .map(gone ->
            new Surroundings.Gone(
                new PracticeId(gone.id().value()),
                gone.on(),
                gone.successors().stream()
                    .map(successor -> new PracticeId(successor.value()))
                    .toList()))
        .toList();
  }

  public static uk.onevoice.directory.PlaceId inDirectory(PlaceId place) {
    return new uk.onevoice.directory.PlaceId(place.value());
  }

  public static uk.onevoice.directory.OrganisationId inDirectory(OrganisationId body) {
    return new uk.onevoice.directory.OrganisationId(body.value());
  }
}
