package uk.onevoice.organisations.domain.succession;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.onevoice.organisations.domain.OrganisationId;

/**
 * Who followed whom as of a day, and what that leaves open.
 *
 * <p>A child waits when its body is closed, and also when the body lives on or was opened again but
 * others followed it after the child had come to it: then somebody has to say that it stays.
 */
public final class Successions {
  private final Function<OrganisationId, Optional<Body>> registry;
  private final LocalDate asOf;

  public Successions(Function<OrganisationId, Optional<Body>> registry, LocalDate asOf) {
    this.registry = registry;
    this.asOf = asOf;
  }

  /** What is open about this child; empty where nothing is. */
  public Optional<Unresolved> unresolved(Child child) {
    var body = registry.apply(child.body()).orElse(null);
    if (body == null || !child.period().includes(asOf)) {
      return Optional.empty();
    }
    boolean closed = body.isClosed(asOf);
    boolean mayWait =
        switch (child.kind()) {
          case MEMBER -> isOpen(new OrganisationId(child.subject()));
          case OWN_MEMBERSHIP -> closed;
          // An ICB that lives on keeps its lists.
          case TOPIC, FORUM -> closed;
          case PLACE, CLIENT, ROLE_HOLDING -> true;
        };
    if (!mayWait) {
      return Optional.empty();
    }
    var start = child.period().start();
    var confirmed = child.confirmed();
    var succession =
        successionsOf(body)
            .filter(date ->
                closed
                    ? start.isBefore(date) || !date.isBefore(endOf(body))
                    : start.isBefore(date) && (confirmed == null || confirmed.isBefore(date)))
            .max(Comparator.naturalOrder());
    if (succession.isEmpty() && !closed) {
      return Optional.empty();
    }
    var since = succession.orElseGet(() -> endOf(body));
    return Optional.of(
        new Unresolved(
            child,
            since.isBefore(start) ? start : since,
            succession.map(date -> candidates(body, date)).orElse(List.of())));
  }

  private static LocalDate endOf(Body body) {
    var end = body.end();
    return end == null ? LocalDate.MAX : end;
  }

  private boolean isOpen(OrganisationId id) {
    return registry.apply(id).filter(one -> !one.isClosed(asOf)).isPresent();
  }

  private Stream<LocalDate> successionsOf(Body body) {
    return body.successors().entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .filter(date -> !date.isAfter(asOf));
  }

  private List<OrganisationId> candidates(Body body, LocalDate date) {
    var found = new TreeSet<OrganisationId>();
    var seen = new HashSet<OrganisationId>();
    seen.add(body.id());
    if (!body.isClosed(asOf)) {
      found.add(body.id());
    }
    body.successors().getOrDefault(date, List.of()).forEach(next -> follow(next, seen, found));
    return new ArrayList<>(found);
  }

  /** Who followed may have been followed since: then those who are open today count. */
  private void follow(OrganisationId id, Set<OrganisationId> seen, Set<OrganisationId> found) {
    if (!seen.add(id)) {
      return;
    }
    var body = registry.apply(id).orElse(null);
    if (body == null) {
      return;
    }
    if (!body.isClosed(asOf)) {
      found.add(id);
      return;
    }
    successionsOf(body)
        .max(Comparator.naturalOrder())
        .ifPresent(date ->
            body.successors()
                .getOrDefault(date, List.of())
                .forEach(next -> follow(next, seen, found)));
  }

  /** Who followed this body, by day, up to the day that is asked about. */
  public List<Link> followers(Body body) {
    return successionsOf(body)
        .sorted()
        .flatMap(date ->
            body.successors().getOrDefault(date, List.of()).stream()
                .map(successor -> new Link(date, body.id(), successor)))
        .toList();
  }

  /** One body followed another on a day. */
  public record Link(LocalDate on, OrganisationId predecessor, OrganisationId successor) {}
}
