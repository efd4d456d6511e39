package uk.onevoice.service.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import uk.onevoice.service.problem.StandardProblems;

/** Refuses commands while nobody can say who may do what; reads go on. */
@Provider
@Priority(Priorities.AUTHORIZATION)
class FreshDirectory implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(FreshDirectory.class);

  private final DirectoryFeed feed;
  private final Instance<DirectorySettings> settings;

  FreshDirectory(DirectoryFeed feed, Instance<DirectorySettings> settings) {
    this.feed = feed;
    this.settings = settings;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.POST)
        && feed.silence().compareTo(settings.get().staleAfter()) > 0) {
      LOG.warnf("command refused directorySilentForSeconds=%d", feed.silence().toSeconds());
      throw StandardProblems.directoryStale().exception();
    }
  }
}
