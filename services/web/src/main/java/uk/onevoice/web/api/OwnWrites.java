package uk.onevoice.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Carries the positions of what was just written to the next page, which waits until it shows. */
class OwnWrites {
  /** Views are seconds behind at most; a longer life would only make later pages wait in vain. */
  private static final int SECONDS = 60;

  private final Api.Own own;

  OwnWrites(Api.Own own) {
    this.own = own;
  }

  @ServerResponseFilter
  public void remember(ContainerRequestContext request, ContainerResponseContext response) {
    if (own.written() && !own.positions().isEmpty()) {
      response
          .getHeaders()
          .add(
              "Set-Cookie",
              new NewCookie.Builder(Api.Own.COOKIE)
                  .value(own.positions().cookie())
                  .path("/")
                  .maxAge(SECONDS)
                  .httpOnly(true)
                  .sameSite(SameSite.LAX)
                  .secure("https".equals(request.getUriInfo().getRequestUri().getScheme()))
                  .build());
    }
  }
}
