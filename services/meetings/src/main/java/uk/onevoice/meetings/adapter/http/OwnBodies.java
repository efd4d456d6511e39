package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.directory.AffiliationKind;
import uk.onevoice.directory.Directory;
import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;

/** Which bodies are somebody's own: where they hold a role, and the network of that practice. */
@ApplicationScoped
class OwnBodies {
  private final Directory directory;

  OwnBodies(Directory directory) {
    this.directory = directory;
  }

  /** Each with the time for which they hold the role that makes it theirs. */
  Map<OrganisationId, Period> of(PersonId person, LocalDate on) {
    var own = new LinkedHashMap<OrganisationId, Period>();
    for (UUID record :
        directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
            .map(uk.onevoice.directory.PersonId::value)
            .toList()) {
      for (var holding : directory.holdings(new uk.onevoice.directory.PersonId(record), on)) {
        var body = holding.organisation();
        if (body != null) {
          own.putIfAbsent(new OrganisationId(body.value()), holding.period());
          directory
              .parents(body, AffiliationKind.PCN_CORE, on)
              .forEach(network ->
                  own.putIfAbsent(new OrganisationId(network.value()), holding.period()));
        }
      }
    }
    return own;
  }
}
