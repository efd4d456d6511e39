package uk.onevoice.mandates.adapter.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.directory.Place;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.HolderRole;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.policy.Surroundings;

/** Asks this service's copy of the registry for the facts that mandates' rules need. */
@ApplicationScoped
public class Registry {
  /** The registry's roles that a mandate can be given to. */
  public static final Role[] HOLDERS =
      Arrays.stream(HolderRole.values())
          .map(role -> Role.valueOf(role.name()))
          .toArray(Role[]::new);

  private final Directory directory;

  Registry(Directory directory) {
    this.directory = directory;
  }

  /** The practices of the place that the national map lists, on this day. */
  public Electorate electorate(PlaceId place, LocalDate on) {
    return new Electorate(
        directory.listSizesIn(inDirectory(place), on).stream()
            .map(practice ->
                new Electorate.Voice(new PracticeId(practice.id().value()), practice.patients()))
            .toList());
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
    return directory.rolesHeldAt(inDirectory(body), on).stream()
        .filter(roles::contains)
        .map(role -> new Holder.Held(body, HolderRole.valueOf(role.name())))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What these holdings are, as far as a mandate can be given to them. */
  public static Set<Holder.Held> held(Collection<RoleHolding> holdings) {
    List<Role> roles = List.of(HOLDERS);
    return holdings.stream()
        .filter(holding -> roles.contains(holding.role()))
        .flatMap(holding ->
            Optional.ofNullable(holding.organisation())
                .map(body ->
                    new Holder.Held(
                        new OrganisationId(body.value()),
                        HolderRole.valueOf(holding.role().name())))
                .stream())
        .collect(Collectors.toUnmodifiableSet());
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
