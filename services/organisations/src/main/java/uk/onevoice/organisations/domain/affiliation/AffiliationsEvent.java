package uk.onevoice.organisations.domain.affiliation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about what one member belongs to. */
public sealed interface AffiliationsEvent {
  UUID affiliationId();

  OrganisationId memberId();

  /**
   * @param seen true where the start is the day of the extract that showed it
   * @param insteadOf the belonging that ended for it, where a person said who follows
   */
  record AffiliationStarted(
      UUID affiliationId,
      OrganisationId memberId,
      String parentId,
      AffiliationKind kind,
      LocalDate start,
      @Nullable Boolean seen,
      @Nullable UUID insteadOf)
      implements AffiliationsEvent {
    public AffiliationStarted(
        UUID affiliationId,
        OrganisationId memberId,
        String parentId,
        AffiliationKind kind,
        LocalDate start,
        @Nullable Boolean seen) {
      this(affiliationId, memberId, parentId, kind, start, seen, null);
    }
  }

  record AffiliationEnded(
      UUID affiliationId,
      OrganisationId memberId,
      String parentId,
      AffiliationKind kind,
      LocalDate end)
      implements AffiliationsEvent {}

  /**
   * The whole period as it should have been said.
   *
   * @param seen true where the start is still only the day of an extract
   * @param void_ true where it never was
   * @param insteadOf as when it was started
   */
  record AffiliationCorrected(
      UUID affiliationId,
      OrganisationId memberId,
      String parentId,
      AffiliationKind kind,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean seen,
      @Nullable Boolean void_,
      @Nullable UUID insteadOf)
      implements AffiliationsEvent {
    public AffiliationCorrected(
        UUID affiliationId,
        OrganisationId memberId,
        String parentId,
        AffiliationKind kind,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable Boolean seen,
        @Nullable Boolean void_) {
      this(affiliationId, memberId, parentId, kind, start, end, seen, void_, null);
    }
  }
}
