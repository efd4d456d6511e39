package uk.onevoice.mandates.domain.scheme;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;

/** What can be asked of a scheme, with the facts from elsewhere that its rules need. */
public sealed interface SchemeCommand {
  /**
   * Says from a day on who decides what.
   *
   * @param ofPlace whether the body that adopts it is one of general practice in the place
   * @param represented whether the caller acts for it
   */
  record Adopt(
      PlaceId placeId,
      OrganisationId adoptedBy,
      boolean ofPlace,
      boolean represented,
      List<SchemeRow> classes,
      LocalDate on,
      LocalDate today)
      implements SchemeCommand {
    public Adopt {
      classes = List.copyOf(classes);
    }
  }

  /**
   * Says which class an issue is of.
   *
   * @param issueOfIcs whether the issue is one of the place's ICS
   */
  record Classify(
      PlaceId placeId, IssueId issueId, boolean issueOfIcs, IssueClass issueClass, LocalDate on)
      implements SchemeCommand {}
}
