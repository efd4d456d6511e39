package uk.onevoice.vault.rights;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.onevoice.service.problem.ProblemResponses;
import uk.onevoice.service.problem.StandardProblems;
import uk.onevoice.vault.Erased;
import uk.onevoice.vault.VaultUnavailable;

/** What a caller is told when the vault says no or is away. */
@Singleton
public class VaultProblems {
  private static final Logger LOG = Logger.getLogger(VaultProblems.class);

  private final ProblemResponses responses;

  VaultProblems(ProblemResponses responses) {
    this.responses = responses;
  }

  @ServerExceptionMapper
  public Response erased(Erased erased) {
    return responses.of(SubjectDesk.erased());
  }

  @ServerExceptionMapper
  public Response away(VaultUnavailable away) {
    LOG.warn("vault unavailable", away);
    return responses.of(StandardProblems.ofStatus(503));
  }
}
