package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.scheme.Decides;
import uk.onevoice.mandates.domain.scheme.IssueClass;

/** What is sent and answered about who decides what. */
final class SchemeBodies {
  private SchemeBodies() {}

  record ClassWish(Label name, Decides decides, String why) {}

  /**
   * @param on null for today
   */
  record AdoptScheme(
      PlaceId placeId, OrganisationId adoptedBy, List<ClassWish> classes, @Nullable LocalDate on) {}

  record ClassifyIssue(IssueId issueId, IssueClass issueClass) {}

  record SchemeRef(PlaceId placeId, int version) {}

  /**
   * @param why null when the words are not kept any more
   */
  record ClassView(IssueClass issueClass, Label name, Decides decides, @Nullable String why) {}

  record SchemeView(
      PlaceId placeId,
      int version,
      OrganisationId adoptedBy,
      LocalDate on,
      List<ClassView> classes) {}

  /**
   * @param outdated whether the scheme has another version since
   */
  record ClassificationView(
      PlaceId placeId,
      IssueId issueId,
      @Nullable String question,
      IssueClass issueClass,
      Label name,
      Decides decides,
      @Nullable String why,
      int schemeVersion,
      boolean outdated,
      LocalDate on) {}
}
