package uk.onevoice.service.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells a caller which of its positions the answer does not know yet. */
@Provider
class BehindHeader implements ContainerResponseFilter {
  private final CurrentRequest current;

  BehindHeader(CurrentRequest current) {
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!current.behind().isEmpty()) {
      response.getHeaders().putSingle("X-Position-Behind", Position.header(current.behind()));
    }
  }
}
