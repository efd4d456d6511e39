package uk.onevoice.organisations.adapter.fhir;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import uk.onevoice.service.problem.StandardProblems;

/**
 * FHIR is told in JSON. {@code _format} has the last word and {@code Accept} the one before: who
 * wants something else is told that there is none.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class JsonOnly implements ContainerRequestFilter {
  private static final Set<String> JSON =
      Set.of("json", "application/json", "application/fhir+json", "text/json");

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().startsWith("/fhir/")) {
      return;
    }
    var format = request.getUriInfo().getQueryParameters().getFirst("_format");
    boolean served =
        format == null
            ? request.getHeaderString(HttpHeaders.ACCEPT) == null
                || request.getAcceptableMediaTypes().stream().anyMatch(JsonOnly::isJson)
            : JSON.contains(withoutParameters(format));
    if (!served) {
      throw StandardProblems.ofStatus(406)
          .detail("FHIR is told in application/fhir+json.")
          .exception();
    }
  }

  private static boolean isJson(MediaType type) {
    return type.isWildcardSubtype()
        ? type.isWildcardType() || type.getType().equals("application")
        : JSON.contains(type.getType() + "/" + type.getSubtype());
  }

  /** In an address a plus that was not encoded has become a space. */
  private static String withoutParameters(String format) {
    return format.split(";", 2)[0].strip().replace(' ', '+').toLowerCase(Locale.ROOT);
  }
}
