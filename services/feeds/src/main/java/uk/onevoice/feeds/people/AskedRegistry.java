package uk.onevoice.feeds.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.directory.RoleHoldingId;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.kernel.Period;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.Introductions;
import uk.onevoice.service.problem.ProblemException;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Asks {@code GET /v1/people/me} who somebody is, as any page would and with nothing but their own
 * token. This service may not hear who is who, so that it can tell no partner; what it is answered
 * is remembered for five seconds and kept nowhere.
 */
@ApplicationScoped
class AskedRegistry implements Introductions {
  private static final Logger LOG = Logger.getLogger(AskedRegistry.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 2_000;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI me;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Cache<IdentityHash, PersonActor> people =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  AskedRegistry(FeedSettings settings, Clock clock) {
    this.me = settings.registry().resolve("/v1/people/me");
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  @Override
  public Optional<PersonActor> person(IdentityHash identity, String token) {
    PersonActor known = people.getIfPresent(identity);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PersonActor> found = ask(token);
    found.ifPresent(person -> people.put(identity, person));
    return found;
  }

  @Override
  public void forget(IdentityHash identity) {
    people.invalidate(identity);
  }

  private Optional<PersonActor> ask(String token) {
    var request =
        HttpRequest.newBuilder(me)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .GET()
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = JSON.readTree(answer.body());
      return switch (answer.statusCode()) {
        case 200 -> Optional.of(person(body));
        case 401 -> throw new AccessRefused(AccessRefused.Reason.INVALID_TOKEN);
        case 403 -> Optional.empty();
        default -> throw unknown("status " + answer.statusCode());
      };
    } catch (IOException | IllegalArgumentException away) {
      throw unknown(away.getClass().getSimpleName());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw unknown("interrupted");
    }
  }

  /** Nobody can say now who may do what. */
  private static ProblemException unknown(String why) {
    LOG.warnf("the registry does not say who somebody is reason=%s", why);
    return StandardProblems.directoryStale().exception();
  }

  private PersonActor person(JsonNode me) {
    var person = new PersonId(UUID.fromString(me.path("personId").asText()));
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    List<RoleHolding> holdings = new ArrayList<>();
    for (JsonNode held : me.path("roleHoldings")) {
      role(held.path("role").asText())
          .map(role -> holding(person, role, held))
          .filter(holding -> holding.period().includes(today))
          .ifPresent(holdings::add);
    }
    return new PersonActor(person, holdings, null);
  }

  private static RoleHolding holding(PersonId person, Role role, JsonNode held) {
    @Nullable String organisation = text(held, "organisationId");
    @Nullable String end = text(held, "end");
    return new RoleHolding(
        new RoleHoldingId(UUID.fromString(held.path("roleHoldingId").asText())),
        person,
        role,
        organisation == null ? null : new OrganisationId(organisation),
        new Period(
            LocalDate.parse(held.path("start").asText()),
            end == null ? null : LocalDate.parse(end)));
  }

  /** A role that is new since this was built gives nothing here. */
  private static Optional<Role> role(String name) {
    return Arrays.stream(Role.values()).filter(role -> role.name().equals(name)).findFirst();
  }

  private static @Nullable String text(JsonNode held, String name) {
    return held.hasNonNull(name) ? held.get(name).asText() : null;
  }
}
