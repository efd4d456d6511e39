package uk.onevoice.projection.matrix;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.Audiences;
import uk.onevoice.projection.representation.Part;
import uk.onevoice.security.Actor.ClientActor;
import uk.onevoice.security.Actor.PersonActor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/**
 * The matrix of a place: all of it, live, for general practice there; for others the forums that
 * they share, as of Monday 06:00.
 */
@Path("/v1/places/{placeId}")
@RunOnVirtualThread
class MatrixResource {
  private static final String CSV = "text/csv";

  private final Views views;
  private final Audiences audiences;
  private final CurrentActor actor;

  MatrixResource(Views views, Audiences audiences, CurrentActor actor) {
    this.views = views;
    this.audiences = audiences;
    this.actor = actor;
  }

  @GET
  @Path("matrix")
  @Permission("readMatrix")
  public Response read(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @BeanParam AskedMatrix asked,
      @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
    boolean table = accept != null && accept.strip().startsWith(CSV);
    Response answer = table ? table(placeId, time, asked) : json(placeId, time, asked, "json");
    return Response.fromResponse(answer)
        .header(HttpHeaders.VARY, null)
        .header(HttpHeaders.VARY, "Accept, Authorization, X-Acting-As")
        .build();
  }

  @GET
  @Path("matrix.csv")
  @Permission("readMatrixAsCsv")
  public Response readAsCsv(
      @PathParam("placeId") String placeId,
      @BeanParam AskedTime time,
      @BeanParam AskedMatrix asked) {
    return table(placeId, time, asked);
  }

  private Response table(String placeId, AskedTime time, AskedMatrix asked) {
    Response answer = json(placeId, time, asked, CSV);
    return answer.getEntity() instanceof Matrix matrix
        ? Response.fromResponse(answer)
            .entity(Csv.of(matrix).getBytes(StandardCharsets.UTF_8))
            .type(new MediaType("text", "csv", "utf-8"))
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"representation.csv\"")
            .build()
        : answer;
  }

  private Response json(String placeId, AskedTime time, AskedMatrix asked, String form) {
    Audience audience = audiences.of(placeId);
    boolean whole = audience.sees(Part.MATRIX);
    @Nullable String lookedAt = asked.lookedAt();
    Period period = asked.span();
    @Nullable LocalDate since = asked.comparedWith();
    if (whole && lookedAt == null) {
      return views.ofAllLogs(
          time, form, found(facts -> Matrices.of(placeId, facts, period, since).orElse(null)));
    }
    if (!whole && lookedAt != null) {
      throw Problem.notFound().exception();
    }
    Set<String> organisations =
        lookedAt != null
            ? Set.of(lookedAt)
            : audience.sees(Part.MATRIX_SHARED) ? ownOrganisations() : Set.of();
    return views.byContent(
        time,
        form + organisations,
        found(facts -> SharedMatrices.of(placeId, facts, organisations).orElse(null)));
  }

  private static <T> Function<Snapshot, T> found(Function<Snapshot, @Nullable T> view) {
    return facts -> {
      T found = view.apply(facts);
      if (found == null) {
        throw Problem.notFound().exception();
      }
      return found;
    };
  }

  /** Those for which the caller acts. */
  private Set<String> ownOrganisations() {
    return switch (actor.get()) {
      case ClientActor client -> Set.of(client.organisation().toString());
      case PersonActor person -> {
        Set<String> own = new TreeSet<>();
        person.holdings().stream()
            .map(RoleHolding::organisation)
            .filter(Objects::nonNull)
            .map(OrganisationId::toString)
            .forEach(own::add);
        yield own;
      }
    };
  }
}
