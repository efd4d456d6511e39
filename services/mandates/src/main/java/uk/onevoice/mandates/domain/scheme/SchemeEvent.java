package uk.onevoice.mandates.domain.scheme;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;

/** What has happened to a scheme. The schemas are in contracts/events/mandates. */
public sealed interface SchemeEvent {
  /** Takes the place of the version before. */
  record SchemeAdopted(
      PlaceId placeId, int version, OrganisationId adoptedBy, List<SchemeRow> classes, LocalDate on)
      implements SchemeEvent {
    public SchemeAdopted {
      classes = List.copyOf(classes);
    }
  }

  /** Says who decides the issue, by the scheme of that day. */
  record IssueClassified(
      PlaceId placeId,
      IssueId issueId,
      IssueClass issueClass,
      Decides decides,
      int schemeVersion,
      LocalDate on)
      implements SchemeEvent {}
}
