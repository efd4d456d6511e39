package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a mandate that practices were asked for. */
public sealed interface LifeEvent extends MandateEvent {
  /** Practices are asked again; the version in force stays so until this one takes its place. */
  record VersionAsked(
      MandateId mandateId,
      PlaceId placeId,
      int version,
      Version.Why reason,
      Terms terms,
      LocalDate on)
      implements LifeEvent {}

  record VersionWithdrawn(MandateId mandateId, int version, LocalDate on) implements LifeEvent {}

  record MandateEndorsed(MandateId mandateId, int version, OrganisationId lmcId, LocalDate on)
      implements LifeEvent {}

  record HolderAccepted(MandateId mandateId, int version, LocalDate on) implements LifeEvent {}

  record MandateActivated(MandateId mandateId, int version, Tally tally, LocalDate on)
      implements LifeEvent {}

  record MandateAtRisk(MandateId mandateId, int version, Tally tally, LocalDate on)
      implements LifeEvent {}

  record MandateRestored(MandateId mandateId, int version, Tally tally, LocalDate on)
      implements LifeEvent {}

  record MandateSuspended(
      MandateId mandateId, int version, Stage.Reason reason, @Nullable UUID wordsRef, LocalDate on)
      implements LifeEvent {}

  record SuspensionLifted(MandateId mandateId, int version, LocalDate on) implements LifeEvent {}

  record MandateExpired(MandateId mandateId, int version, LocalDate on) implements LifeEvent {}

  record MandateEnded(MandateId mandateId, int version, @Nullable UUID wordsRef, LocalDate on)
      implements LifeEvent {}

  record AlternateNamed(MandateId mandateId, Holder alternate, LocalDate on) implements LifeEvent {}

  record AlternateStoodDown(MandateId mandateId, Holder alternate, LocalDate on)
      implements LifeEvent {}

  record ConfirmationNeeded(
      MandateId mandateId, OrganisationId icsBefore, OrganisationId icsNow, LocalDate on)
      implements LifeEvent {}

  record MandateConfirmed(MandateId mandateId, OrganisationId icsId, LocalDate on)
      implements LifeEvent {}
}
