package uk.onevoice.directory;

/**
 * A place and the ICS it lies in.
 *
 * @param ics the ODS code of the ICB
 */
public record Place(PlaceId id, OrganisationId ics, String name) {}
