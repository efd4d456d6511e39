package uk.onevoice.organisations.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;

/** Facts about one organisation. */
public sealed interface OrganisationEvent {
  /** It is in our registry. */
  record OrganisationRegistered(
      OrganisationId organisationId,
      @Nullable String odsCode,
      String name,
      List<OrganisationKind> kinds,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      Status status,
      @Nullable LocalDate release,
      @Nullable Source source,
      @Nullable Sector sector)
      implements OrganisationEvent {}

  /**
   * The whole record as of a release. One that is not historic is today's, and its release is never
   * before that of the record it replaces.
   *
   * @param historic true where a newer release is known: it tells how it was, not how it is
   */
  record OdsRecordAccepted(
      OrganisationId organisationId,
      LocalDate release,
      @Nullable Source source,
      String name,
      List<OrganisationKind> kinds,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      Status status,
      @Nullable Boolean historic)
      implements OrganisationEvent {}

  /** What a trust mainly does, said here. */
  record SectorSet(OrganisationId organisationId, Sector sector) implements OrganisationEvent {}

  record OrganisationRenamed(OrganisationId organisationId, String name, LocalDate from)
      implements OrganisationEvent {}

  /**
   * @param undone true where the import that told of it was taken back; a file that names it again
   *     reopens it
   */
  record OrganisationClosed(OrganisationId organisationId, LocalDate end, @Nullable Boolean undone)
      implements OrganisationEvent {}

  record OrganisationReopened(OrganisationId organisationId, LocalDate from)
      implements OrganisationEvent {}

  /** Who followed it; an empty list takes back what was said for that date. */
  record OrganisationSucceeded(
      OrganisationId organisationId,
      List<OrganisationId> successors,
      SuccessionKind kind,
      LocalDate date)
      implements OrganisationEvent {}

  /**
   * From this day the national map lists it among the practices with registered patients. On any
   * day the entry with the latest {@code from} not after it holds.
   */
  record PracticeListed(OrganisationId organisationId, LocalDate from)
      implements OrganisationEvent {}

  /** From this day the national map lists it no more. */
  record PracticeDelisted(OrganisationId organisationId, LocalDate from)
      implements OrganisationEvent {}
}
