package uk.onevoice.organisations.adapter.fhir;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import uk.onevoice.security.Permission;

/** Organisations and places. */
@Path("/fhir/Organization")
@RunOnVirtualThread
class OrganizationResource {
  private static final Set<String> OF_HISTORIES = Set.of("_since", "_sort");

  private final Search search;
  private final LogReader log;
  private final Answers answers;

  OrganizationResource(Search search, LogReader log, Answers answers) {
    this.search = search;
    this.log = log;
    this.answers = answers;
  }

  @GET
  @Permission("fhirSearchOrganizations")
  public Response search(@Context UriInfo uri, @Context HttpHeaders headers) {
    var question = Question.of(uri, headers, Search.OF_ORGANIZATIONS);
    return answers.json(
        answers.bundle().found("Organization", question, search.organizations(question)));
  }

  @GET
  @Path("/_history")
  @Permission("fhirOrganizationChanges")
  public Response changes(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answers.history(ResourceType.ORGANIZATION, Question.of(uri, headers, OF_HISTORIES));
  }

  @GET
  @Path("/{id}")
  @Permission("fhirReadOrganization")
  public Response read(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return answers.read(versions(id), Question.of(uri, headers, Subset.PARAMETERS), headers);
  }

  @GET
  @Path("/{id}/_history")
  @Permission("fhirOrganizationHistory")
  public Response history(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return answers.history(
        "Organization/" + id + "/_history", Question.of(uri, headers, OF_HISTORIES), versions(id));
  }

  @GET
  @Path("/{id}/_history/{vid}")
  @Permission("fhirOrganizationVersion")
  public Response version(
      @PathParam("id") String id,
      @PathParam("vid") String version,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return answers.version(
        versions(id), version, Question.of(uri, headers, Subset.PARAMETERS), headers);
  }

  private List<Version> versions(String id) {
    return log.versions(Search.streamsOfOrganization(id)).values().stream()
        .flatMap(List::stream)
        .toList();
  }
}
