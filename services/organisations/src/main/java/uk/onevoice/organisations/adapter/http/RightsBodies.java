package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.store.SubjectAnswers.Answered;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.rights.ExportId;
import uk.onevoice.organisations.domain.rights.RequestId;
import uk.onevoice.organisations.domain.rights.Right;
import uk.onevoice.organisations.domain.rights.Settlement;

/** What is posted about people's rights, and the answers. */
interface RightsBodies {
  record NewRequest(Right right, @Nullable String words) {}

  record RequestRef(RequestId requestId) {}

  record Outcome(Settlement outcome) {}

  record ExportRef(ExportId exportId) {}

  /** All a person has asked for, and what has come of it. */
  record RightsView(
      PersonId personId,
      boolean restricted,
      @Nullable Erasure erasure,
      List<RequestView> requests,
      List<ExportView> exports) {}

  /**
   * @param words what the person added; null where that is nothing, or is erased
   * @param outcome null while it is open
   */
  record RequestView(
      RequestId requestId,
      Right right,
      @Nullable String words,
      Instant requestedAt,
      LocalDate due,
      @Nullable Settlement outcome,
      @Nullable Instant settledAt) {}

  record Erasure(PersonId personId, Instant requestedAt, List<Answered> services) {}

  record ExportView(
      ExportId exportId,
      PersonId personId,
      Instant requestedAt,
      LocalDate due,
      List<ServiceOfExport> services) {}

  /**
   * @param href where the service's part is read
   * @param at null while it is outstanding
   */
  record ServiceOfExport(String service, String href, @Nullable Instant at) {}
}
