package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Pages as answers of HTTP. */
final class Html {
  private static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

  private Html() {}

  static Response page(int status, TemplateInstance page) {
    return Response.status(status).entity(page.render()).type(TYPE).build();
  }

  /**
   * After something was done the browser asks for a page again, so that a reload repeats nothing.
   */
  static Response goTo(String path) {
    return Response.status(Response.Status.SEE_OTHER).location(URI.create(path)).build();
  }
}
