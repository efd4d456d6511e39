package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.organisations.adapter.http.PlaceBodies.Belonging;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Who belongs to a body or place, with days, as far as this service's directory has heard. */
@ApplicationScoped
class Belongings {
  private final Directory directory;

  Belongings(Directory directory) {
    this.directory = directory;
  }

  Page<Belonging> of(String parent, AffiliationKind kind, PageRequest part) {
    var found =
        directory.belongings(
            new uk.onevoice.directory.OrganisationId(parent),
            uk.onevoice.directory.AffiliationKind.valueOf(kind.name()),
            after(part),
            part.limit() + 1);
    boolean more = found.size() > part.limit();
    var shown = more ? found.subList(0, part.limit()) : found;
    return new Page<>(
        shown.stream().map(Belonging::of).toList(), more ? shown.getLast().id().toString() : null);
  }

  private static @Nullable UUID after(PageRequest part) {
    try {
      return part.after() == null ? null : UUID.fromString(part.after());
    } catch (IllegalArgumentException nobodys) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
  }
}
