package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.vault.rights.PersonRecord;
import uk.onevoice.vault.rights.SubjectDesk;

/** What this service keeps about a person, for the person and for an administrator. */
@Path("/v1/people")
@RunOnVirtualThread
class PersonRecordResource {
  private final SubjectDesk desk;

  PersonRecordResource(SubjectDesk desk) {
    this.desk = desk;
  }

  @GET
  @Path("/{id}/record")
  @Permission("readRecordOfOrganisations")
  public PersonRecord record(
      @PathParam("id") UUID id,
      @QueryParam("why") @Nullable String why,
      @QueryParam("only") @Nullable String only,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return desk.record(id, why, only, after, limit);
  }

  @GET
  @Path("/{id}/readings")
  @Permission("listReadingsOfOrganisations")
  public Page<PersonRecord.ReadingView> readings(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return desk.readings(id, after, limit);
  }

  @POST
  @Path("/{id}/words/{wordsRef}/rectification")
  @Permission("rectifyWordsOfOrganisations")
  public Response rectify(
      @PathParam("id") UUID id, @PathParam("wordsRef") UUID words, SubjectDesk.Typed typed) {
    return desk.rectify(id, words, typed);
  }

  @POST
  @Path("/{id}/words/{wordsRef}/counter-statements")
  @Permission("addCounterStatementOfOrganisations")
  public Response answer(
      @PathParam("id") UUID id, @PathParam("wordsRef") UUID words, SubjectDesk.Typed typed) {
    return desk.answer(id, words, typed);
  }
}
