package uk.onevoice.projection.matrix;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import uk.onevoice.projection.matrix.Matrix.Action;
import uk.onevoice.projection.matrix.Matrix.Whole;
import uk.onevoice.projection.paper.Paper;
import uk.onevoice.projection.paper.PaperAnswer;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.Audiences;
import uk.onevoice.projection.representation.Part;
import uk.onevoice.projection.representation.PlacePaper;
import uk.onevoice.security.Permission;
import uk.onevoice.service.problem.Problem;

/** The measures of a place and its gaps on one page, to be printed or put before a board. */
@Path("/v1/places/{placeId}/representation/paper")
@RunOnVirtualThread
class PlacePaperResource {
  private final Views views;
  private final Audiences audiences;

  PlacePaperResource(Views views, Audiences audiences) {
    this.views = views;
    this.audiences = audiences;
  }

  @GET
  @Produces(PaperAnswer.PDF)
  @Permission("readRepresentationAsPaper")
  public Response read(@PathParam("placeId") String placeId, @BeanParam AskedTime asked) {
    Audience audience = audiences.of(placeId);
    boolean whole = audience.sees(Part.MATRIX);
    Function<Snapshot, Paper> view =
        facts ->
            PlacePaper.of(placeId, facts, audience, whole ? gaps(placeId, facts) : List.of())
                .orElseThrow(() -> Problem.notFound().exception());
    String seenAs = "paper" + audience.key();
    // Who sees the matrix sees it live, and so every event.
    return PaperAnswer.of(
        whole ? views.ofAllLogs(asked, seenAs, view) : views.byContent(asked, seenAs, view));
  }

  private static List<PlacePaper.Gap> gaps(String placeId, Snapshot facts) {
    return Matrices.of(new MatrixArea.Place(placeId), facts, Period.YEAR, null)
        .map(Whole::gaps)
        .orElse(List.of())
        .stream()
        .map(gap -> new PlacePaper.Gap(gap.label(), gap.words(), words(gap.action())))
        .toList();
  }

  private static String words(Action action) {
    return switch (action) {
      case FILL_SEAT -> "Fill the seat";
      case SEEK_SEAT -> "Ask for a seat";
      case SEEK_MANDATE -> "Seek a mandate";
      case STOP_ATTENDING -> "Stop attending";
      case BRIEF_HOLDER -> "Brief who goes";
      case RECORD_MEETING -> "Record what happened";
    };
  }
}
