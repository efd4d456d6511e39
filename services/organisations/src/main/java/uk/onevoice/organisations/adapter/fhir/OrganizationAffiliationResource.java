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

/** Who belongs to whom. */
@Path("/fhir/OrganizationAffiliation")
@RunOnVirtualThread
class OrganizationAffiliationResource {
  private static final Set<String> OF_HISTORIES = Set.of("_since", "_sort");

  private final Search search;
  private final LogReader log;
  private final Answers answers;

  OrganizationAffiliationResource(Search search, LogReader log, Answers answers) {
    this.search = search;
    this.log = log;
    this.answers = answers;
  }

  @GET
  @Permission("fhirSearchAffiliations")
  public Response search(@Context UriInfo uri, @Context HttpHeaders headers) {
    var question = Question.of(uri, headers, Search.OF_AFFILIATIONS);
    return answers.json(
        answers.bundle().found("OrganizationAffiliation", question, search.affiliations(question)));
  }

  @GET
  @Path("/_history")
  @Permission("fhirAffiliationChanges")
  public Response changes(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answers.history(ResourceType.AFFILIATION, Question.of(uri, headers, OF_HISTORIES));
  }

  @GET
  @Path("/{id}")
  @Permission("fhirReadAffiliation")
  public Response read(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return answers.read(versions(id), Question.of(uri, headers, Subset.PARAMETERS), headers);
  }

  @GET
  @Path("/{id}/_history")
  @Permission("fhirAffiliationHistory")
  public Response history(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    return answers.history(
        "OrganizationAffiliation/" + id + "/_history",
        Question.of(uri, headers, OF_HISTORIES),
        versions(id));
  }

  @GET
  @Path("/{id}/_history/{vid}")
  @Permission("fhirAffiliationVersion")
  public Response version(
      @PathParam("id") String id,
      @PathParam("vid") String version,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return answers.version(
        versions(id), version, Question.of(uri, headers, Subset.PARAMETERS), headers);
  }

  private List<Version> versions(String id) {
    var stream = search.streamOfAffiliation(id);
    return stream == null
        ? List.of()
        : log.versions(stream).stream().filter(version -> version.id().equals(id)).toList();
  }
}
