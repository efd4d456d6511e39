package uk.onevoice.organisations.adapter.fhir;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import uk.onevoice.security.Permission;

/** What can be asked of FHIR here. */
@Path("/fhir/metadata")
@RunOnVirtualThread
class MetadataResource {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Answers answers;
  private final FhirSettings settings;

  MetadataResource(Answers answers, FhirSettings settings) {
    this.answers = answers;
    this.settings = settings;
  }

  @GET
  @Permission("fhirCapabilities")
  public Response read(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question.of(uri, headers, Set.of());
    return answers.json(statement(settings.base().toString()));
  }

  static ObjectNode statement(String base) {
    try (var file = MetadataResource.class.getResourceAsStream("/fhir/capability-statement.json")) {
      var statement = (ObjectNode) JSON.readTree(Objects.requireNonNull(file));
      statement.withObject("/implementation").put("url", base);
      return statement;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
