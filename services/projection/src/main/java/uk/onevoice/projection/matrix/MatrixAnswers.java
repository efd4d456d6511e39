package uk.onevoice.projection.matrix;

import jakarta.enterprise.context.ApplicationScoped;
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
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.ProblemException;

/**
 * Answers who asks for a matrix: all of it, live, for general practice there; for others the forums
 * that they share, as of Monday 06:00.
 */
@ApplicationScoped
class MatrixAnswers {
  private static final String CSV = "text/csv";

  private final Views views;
  private final Audiences audiences;
  private final CurrentActor actor;

  MatrixAnswers(Views views, Audiences audiences, CurrentActor actor) {
    this.views = views;
    this.audiences = audiences;
    this.actor = actor;
  }

  /** As JSON, or as a table where the caller accepts that first. */
  Response accepted(MatrixArea area, AskedTime time, AskedMatrix asked, @Nullable String accept) {
    boolean table = accept != null && accept.strip().startsWith(CSV);
    Response answer = table ? table(area, time, asked) : json(area, time, asked, "json");
    return Response.fromResponse(answer)
        .header(HttpHeaders.VARY, null)
        .header(HttpHeaders.VARY, "Accept, Authorization, X-Acting-As")
        .build();
  }

  Response table(MatrixArea area, AskedTime time, AskedMatrix asked) {
    Response answer = json(area, time, asked, CSV);
    return answer.getEntity() instanceof Matrix matrix
        ? Response.fromResponse(answer)
            .entity(Csv.of(matrix).getBytes(StandardCharsets.UTF_8))
            .type(new MediaType("text", "csv", "utf-8"))
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"representation.csv\"")
            .build()
        : answer;
  }

  private Response json(MatrixArea area, AskedTime time, AskedMatrix asked, String form) {
    Period period = asked.span();
    @Nullable LocalDate since = asked.comparedWith();
    @Nullable String lookedAt = asked.lookedAt();
    Set<String> own = ownOrganisations();
    Function<Snapshot, Matrix> view =
        facts -> {
          Audience audience = area.seenBy(audiences, facts);
          boolean whole = audience.sees(Part.MATRIX);
          if (whole && lookedAt == null) {
            return Matrices.of(area, facts, period, since).orElseThrow(MatrixAnswers::notFound);
          }
          if (!whole && lookedAt != null) {
            throw notFound();
          }
          Set<String> organisations =
              lookedAt != null
                  ? Set.of(lookedAt)
                  : audience.sees(Part.MATRIX_SHARED) ? own : Set.of();
          return SharedMatrices.of(area, facts, organisations).orElseThrow(MatrixAnswers::notFound);
        };
    String seenAs = form + own + lookedAt;
    if (form.equals(CSV)) {
      return views.byContent(time, seenAs, view);
    }
    return switch (area) {
      case MatrixArea.Place(String id) -> views.ofPlace(id, time, seenAs, view);
      case MatrixArea.Ics(String id, _) -> views.ofIcs(id, time, seenAs, view);
    };
  }

  /** What is behind a cell: live, for who is told the matrix whole. */
  Response evidence(MatrixArea area, AskedTime time, AskedMatrixEvidence wanted) {
    Period period = wanted.span();
    AskedMatrixEvidence.AskedCell cell = wanted.cell();
    return views.byContent(
        time,
        "evidence",
        facts ->
            new MatrixEvidences(facts, area, period, cell)
                .of(area.seenBy(audiences, facts), audiences::of, wanted)
                .orElseThrow(MatrixAnswers::notFound));
  }

  private static ProblemException notFound() {
    return Problem.notFound().exception();
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
